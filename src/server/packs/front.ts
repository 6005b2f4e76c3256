import { itemAnchor } from "@/domain/bodies/body-address";
import { labelsFrom } from "@/domain/bodies/labels";
import { backwardTimetable, deadlinesForPublic, deadlineWords } from "@/domain/calendar/deadlines";
import { londonDate } from "@/domain/calendar/london-time";
import { formatFullDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import {
  type Block,
  type Fact,
  heading,
  type Inline,
  joined,
  link,
  note,
  type PrintedDocument,
  paragraph,
  says,
  struck,
} from "@/domain/documents/document";
import { urgencyWords } from "@/domain/meetings/urgency";
import type { PartOfPack } from "@/domain/packs/pack-parts";
import { itemRanges, type PagePlan, type PageRange, rangeWords } from "@/domain/packs/page-plan";
import { paperAnchor } from "@/domain/packs/paper-anchor";
import { privateNote } from "@/server/documents/private-note";
import type { PackContents, PaperInPack } from "./contents";
import { IN_PACK } from "./join";

/**
 * The first pages of a pack: who meets when and where, how to take part, whom to ask, and the agenda with the pages of everything. The
 * public and the restricted pack differ in one line, so that they take the same number of pages.
 */
export function packFront(contents: PackContents, plan: PagePlan, parts: readonly PartOfPack[]): PrintedDocument {
  const { meeting, site, order } = contents;
  const ranges = itemRanges(plan, parts, meeting.agenda);
  return {
    title: `Agenda for ${formatFullDate(meeting.date)}`,
    council: site.council.name,
    kicker: meeting.body.name,
    lead: whenAndWhere(contents),
    facts: [
      {
        term: "This pack",
        value: says(
          order.kind === "public"
            ? "Public. Pages of restricted papers are left blank."
            : "Restricted. Not for publication: for its reader alone.",
        ),
      },
      ...published(contents),
      ...membership(contents),
      ...contact(contents),
    ],
    language: "en-GB",
    blocks: [
      heading(1, "Taking part", "taking-part"),
      ...takingPart(contents),
      heading(1, "Agenda", "agenda"),
      ...contents.papers.filter(({ itemId }) => itemId === null).flatMap((paper) => paperLine(paper, plan)),
      ...meeting.agenda.map((item) => agendaItem(contents, plan, item, ranges.get(item.id))),
    ],
  };
}

function whenAndWhere({ meeting: { startTime, place } }: PackContents): string | undefined {
  return [startTime && formatTime(startTime), place].filter(Boolean).join(", ") || undefined;
}

function published({ meeting: { publishedAt } }: PackContents): Fact[] {
  return publishedAt ? [{ term: "Agenda published", value: says(formatFullDate(londonDate(publishedAt))) }] : [];
}

function membership({ meeting: { body }, site }: PackContents): Fact[] {
  const labels = labelsFrom(site.council.labels, body.labels);
  const holding = (...roles: string[]) =>
    body.seats.filter(({ role }) => roles.includes(role)).map(({ person }) => person.name);
  const rows: [string, string[]][] = [
    [labels.chair, holding("chair")],
    [labels.viceChair, holding("vice_chair")],
    ["Members", holding("member")],
    ["Substitutes", holding("substitute")],
    ["Co-opted", holding("other_co_optee")],
    ["Co-opted, voting on education only", holding("education_co_optee")],
  ];
  return rows.flatMap(([term, names]) => (names.length > 0 ? [{ term, value: says(names.join(", ")) }] : []));
}

function contact({ meeting: { clerkAsPrinted }, site }: PackContents): Fact[] {
  const whom = [clerkAsPrinted ?? "Democratic services", site.council.address].filter(Boolean).join(", ");
  return [{ term: "Contact", value: says(whom) }];
}

/** By when the public speaks up, and what anybody may do at a meeting (Openness of Local Government Bodies Regulations 2014). */
function takingPart({ meeting, site }: PackContents): Block[] {
  const timetable = backwardTimetable(deadlinesForPublic(meeting.body.deadlines), meeting.date, site.calendar);
  return [
    ...(timetable.length > 0
      ? [
          {
            kind: "facts" as const,
            facts: timetable.map((due) => ({ term: due.label, value: says(`until ${deadlineWords(due)}`) })),
          },
        ]
      : []),
    paragraph(
      "The meeting is open to the public, except while a resolution excludes them. Anybody may film, record, photograph or report on what is done in public.",
    ),
  ];
}

type Item = PackContents["meeting"]["agenda"][number];

function agendaItem(contents: PackContents, plan: PagePlan, item: Item, range: PageRange | undefined): Block {
  const papers = contents.papers.filter(({ itemId, standing }) => itemId === item.id && standing === "here");
  const { leadMember, officer } = item;
  const urgent = urgencyWords(item);
  return {
    kind: "numbered",
    number: item.number,
    anchor: itemAnchor(item.number),
    title: { level: 2, text: item.withdrawnAt ? [struck(item.title)] : says(item.title) },
    aside: range ? says(rangeWords(range)) : undefined,
    blocks: [
      ...(item.withdrawnAt ? [note("Withdrawn after the agenda was published.")] : []),
      ...(item.purpose ? [paragraph(item.purpose)] : []),
      ...(leadMember || officer
        ? [
            paragraph(
              [leadMember && `Lead member: ${leadMember.name}`, officer && `Officer: ${officer.name}`]
                .filter(Boolean)
                .join(". "),
            ),
          ]
        : []),
      ...papers.flatMap((paper) => paperLine(paper, plan)),
      ...(item.reporting === "to_follow" && !papers.some(({ kind }) => kind === "report")
        ? [note("The report is to follow.")]
        : []),
      ...(item.reporting === "oral" ? [paragraph("Reported on aloud at the meeting.")] : []),
      ...privateNote(item),
      ...(urgent === null ? [] : [paragraph(urgent)]),
    ],
  };
}

/** A paper with its pages, which lead there; why the public may not read it. */
function paperLine(paper: PaperInPack, plan: PagePlan): Block[] {
  if (paper.standing !== "here") return [];
  const at = plan.parts.find(({ id }) => id === paper.id);
  const parts: Inline[][] = [
    at ? [link(`${IN_PACK}${paperAnchor(paper.id)}`, paper.title)] : says(paper.title),
    at ? says(at.from === at.to ? `page ${at.from}` : `pages ${rangeWords(at)}`) : says("not in this pack"),
  ];
  return [paragraph(joined(parts, ", "), paper.placeholder && `. ${paper.placeholder.heading}.`)];
}
