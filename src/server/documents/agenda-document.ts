import { bodyAddress, itemAnchor, minutesAddress, progressAddress } from "@/domain/bodies/body-address";
import { type Labels, labelsFrom } from "@/domain/bodies/labels";
import { backwardTimetable, deadlinesForPublic } from "@/domain/calendar/deadlines";
import { londonDate, londonTime } from "@/domain/calendar/london-time";
import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import {
  type Block,
  type Fact,
  heading,
  type Inline,
  joined,
  lineBreak,
  link,
  note,
  type PrintedDocument,
  paragraph,
  type SectionLevel,
  says,
  strong,
  struck,
} from "@/domain/documents/document";
import { noExclusionWords, openedWords } from "@/domain/meetings/item-notes";
import { noticeGiven } from "@/domain/meetings/meeting-notice";
import { meetingWorkflow } from "@/domain/meetings/meeting-workflow";
import { urgencyWords } from "@/domain/meetings/urgency";
import { PAPER_KINDS, placeholderFor } from "@/domain/papers/paper";
import { asksForAnswer, QUESTION_KINDS } from "@/domain/questions/question";
import { itemTaking } from "@/domain/questions/question-place";
import type { Site } from "@/server/council/queries";
import type { MeetingItem, MeetingPage, PaperListing } from "@/server/meetings/queries";
import type { ListedQuestion } from "@/server/questions/queries";
import { privateNote } from "./private-note";

type Printing = { meeting: MeetingPage; calendar: Site["calendar"]; questions: readonly ListedQuestion[] };

/** The agenda as a document of its own: items with their papers, what is kept back and why, who sits, by when to speak up. */
export function agendaDocument(
  { council, calendar }: Pick<Site, "council" | "calendar">,
  meeting: MeetingPage,
  questions: readonly ListedQuestion[],
): PrintedDocument {
  const labels = labelsFrom(council.labels, meeting.body.labels);
  const unplaced = questions.filter((question) => itemTaking(meeting.agenda, question) === null);
  return {
    title: `Agenda for ${formatFullDate(meeting.date)}`,
    council: council.name,
    kicker: meeting.body.name,
    lead: whenAndWhere(meeting),
    facts: publication(meeting, calendar),
    language: "en-GB",
    blocks: [
      ...changes(meeting),
      heading(1, "Agenda", "agenda"),
      ...(meeting.agenda.length > 0
        ? itemsUnder(null, 2, { meeting, calendar, questions })
        : [note("No agenda is published.")]),
      ...(meeting.papers.length > 0 ? [heading(1, "Papers of the meeting", "papers")] : []),
      ...meeting.papers.map((paper) => paperLine(paper, meeting, null)),
      heading(1, meeting.body.kind === "scrutiny_committee" ? "Committee" : "Members", "members"),
      { kind: "facts", facts: membership(meeting, labels) },
      ...deadlines(meeting, calendar),
      ...(unplaced.length > 0 ? [heading(1, "Questions and statements", "questions")] : []),
      ...asked(unplaced),
    ],
  };
}

function whenAndWhere({ startTime, sessions, place }: MeetingPage): string | undefined {
  const endTime = sessions.at(-1)?.endTime;
  const hours = startTime && `${formatTime(startTime)}${endTime ? ` to ${formatTime(endTime)}` : ""}`;
  return [hours, place].filter(Boolean).join(", ") || undefined;
}

function publication(meeting: MeetingPage, calendar: Site["calendar"]): Fact[] {
  const { publishedAt, postponedTo, postponedFrom } = meeting;
  const facts: Fact[] = [{ term: "State", value: says(meetingWorkflow.statuses[meeting.status].label) }];
  if (publishedAt) {
    const published = { date: londonDate(publishedAt), time: londonTime(publishedAt) };
    const { clear, words } = noticeGiven(publishedAt, meeting, calendar);
    const days = `${clear.count} clear ${clear.count === 1 ? "day" : "days"}`;
    facts.push({
      term: "Published",
      value: says(`${formatFullDate(published.date)}, ${days} before the meeting: ${words}. Open to the public.`),
    });
  }
  if (postponedTo) facts.push({ term: "Now on", value: says(formatFullDate(postponedTo.date)) });
  if (postponedFrom) facts.push({ term: "Put off from", value: says(formatFullDate(postponedFrom.date)) });
  return facts;
}

function changes({ entries, agenda }: MeetingPage): Block[] {
  if (entries.length === 0) return [];
  const numbers = new Map(agenda.map(({ id, number }) => [id, number]));
  return [
    heading(1, "Changes since publication", "changes"),
    {
      kind: "list",
      marks: "bullets",
      entries: entries.map(({ at, text, agendaItemId }) => {
        const number = agendaItemId ? numbers.get(agendaItemId) : undefined;
        const when = `${formatDate(londonDate(at))}, ${formatTime(londonTime(at))}: `;
        return [paragraph(when, number && [link(`#${itemAnchor(number)}`, `item ${number}`), ...says(": ")], text)];
      }),
    },
  ];
}

function itemsUnder(parentId: string | null, level: SectionLevel, printing: Printing): Block[] {
  const items = printing.meeting.agenda.filter((item) => item.parentId === parentId);
  return items.map((item) => ({
    kind: "numbered",
    number: item.number,
    anchor: itemAnchor(item.number),
    title: { level, text: item.withdrawnAt ? [struck(item.title), ...says(" (withdrawn)")] : says(item.title) },
    aside: pages(item),
    blocks: [
      ...(item.purpose ? [paragraph(item.purpose)] : []),
      ...whose(item),
      ...papersOf(item, printing.meeting),
      ...notes(item, printing),
      ...asked(printing.questions.filter((question) => itemTaking(printing.meeting.agenda, question)?.id === item.id)),
      ...itemsUnder(item.id, Math.min(5, level + 1) as SectionLevel, printing),
    ],
  }));
}

function whose({ leadMember, officer }: MeetingItem): Block[] {
  const said = [
    leadMember && `Lead member: ${leadMember.name}`,
    officer && `Officer: ${[officer.name, ...officer.posts.map(({ title }) => title)].join(", ")}`,
  ].filter(Boolean);
  return said.length > 0 ? [paragraph(said.join(". "))] : [];
}

/** "Pages 41–88" of the pack. */
function pages({ pageFrom, pageTo }: MeetingItem): Inline[] | undefined {
  if (pageFrom === null) return undefined;
  return says(pageTo === null || pageTo === pageFrom ? `Page ${pageFrom}` : `Pages ${pageFrom}–${pageTo}`);
}

function papersOf(item: MeetingItem, meeting: MeetingPage): Block[] {
  const { minutesOf, papers } = item;
  const showsMinutes = minutesOf?.hasMinutes && !papers.some(({ kind }) => kind === "minutes");
  const awaited = item.reporting === "to_follow" && !papers.some(({ kind }) => kind === "report");
  return [
    ...papers.map((paper) => paperLine(paper, meeting, minutesOf)),
    ...(showsMinutes && minutesOf
      ? [paragraph(link(minutesAddress(minutesOf.body, minutesOf), `Minutes of ${formatDate(minutesOf.date)}`))]
      : []),
    ...(item.kind === "matters_raised"
      ? [paragraph(link(progressAddress(meeting.body, meeting), "What was asked for, and what came of it"))]
      : []),
    ...(awaited ? [note("The report is to follow.")] : []),
    ...(item.reporting === "oral" ? [paragraph("Reported on aloud at the meeting.")] : []),
    ...privateNote(item),
  ];
}

/** Its page or its file, or its place and the reason why it is not here. */
function paperLine(
  paper: PaperListing,
  { body, publishedAt }: MeetingPage,
  minutesOf: MeetingItem["minutesOf"],
): Block {
  if (paper.takenDownAt) return note(`${paper.title}: taken down on ${formatDate(londonDate(paper.takenDownAt))}.`);
  const shut = placeholderFor(paper);
  if (shut && !paper.file && !paper.opensText) {
    return note(
      strong(paper.title),
      lineBreak,
      joined([says(`${shut.heading}.`), says(shut.meaning), says(shut.reason)], " "),
    );
  }
  const isMinutes = paper.kind === "minutes" && minutesOf?.hasMinutes;
  const title = isMinutes ? `Minutes of ${formatDate(minutesOf.date)}` : paper.title;
  const href = paper.report
    ? `/reports/${paper.report.slug}`
    : isMinutes
      ? minutesAddress(minutesOf.body, minutesOf)
      : paper.kind === "programme"
        ? `${bodyAddress(body)}/work-programme`
        : paper.file
          ? `/papers/${paper.file.id}`
          : paper.proposal && `/scoping/${paper.proposal.id}/proposal.pdf`;
  const kind = PAPER_KINDS[paper.kind];
  const said = [
    title.toLowerCase().includes(kind) ? "" : kind,
    paper.byAsPrinted,
    paper.kind === "scoping_proposal" && paper.proposal
      ? paper.proposal.leadMember
        ? `lead member ${paper.proposal.leadMember.name}`
        : "no lead member named"
      : "",
    paper.openSince && publishedAt && paper.openSince > publishedAt
      ? `${paper.replacesId ? "replaced" : "added"} ${formatDate(londonDate(paper.openSince))}`
      : "",
    shut?.heading,
  ].filter(Boolean);
  const more = said.length > 0 && ` (${said.join(", ")})`;
  return href ? paragraph(link(href, title), more) : paragraph(title, more, ". Its file is not here yet.");
}

/** Whether it was open long enough, why it is urgent, and what the law would want of it. */
function notes(item: MeetingItem, { meeting, calendar }: Printing): Block[] {
  const urgent = urgencyWords(item);
  const shutIn = noExclusionWords(item, meeting.agenda);
  return [
    ...openedWords(item, meeting, calendar).map(({ meets, words }) => (meets ? paragraph(words) : note(words))),
    ...(shutIn === null ? [] : [note(shutIn)]),
    ...(urgent === null ? [] : [note(urgent)]),
  ];
}

/** What was asked or stated, by the words under which it may be published, and what was answered. */
function asked(questions: readonly ListedQuestion[]): Block[] {
  return questions.map((question) => {
    const { kind, askedBy, addressedTo, text, answeredBy, answer, supplementary, supplementaryAnswer, reply } =
      question;
    const said: (readonly [string, string | null])[] = [
      [`${answeredBy ?? "The committee"} ${asksForAnswer(kind) ? "answered" : "said"}`, answer],
      ["A supplementary question", supplementary],
      ["Its answer", supplementaryAnswer],
      [`The written reply${question.repliedOn ? ` of ${formatDate(question.repliedOn)}` : ""}`, reply],
    ];
    const isPromised = !reply && question.replyPromisedBy && question.replyDueOn;
    return {
      kind: "quote",
      blocks: [
        paragraph(
          strong(askedBy),
          `, ${QUESTION_KINDS[kind].toLowerCase()}${addressedTo ? `, put to ${addressedTo}` : ""}`,
        ),
        paragraph(lines(text)),
        ...said.flatMap(([who, words]) => (words ? [paragraph(strong(`${who}: `), lines(words))] : [])),
        ...(isPromised
          ? [
              paragraph(
                `${question.replyPromisedBy} is to reply in writing by ${formatDate(question.replyDueOn ?? "")}.`,
              ),
            ]
          : []),
      ],
    };
  });
}

const lines = (text: string): Inline[] =>
  joined(
    text.split("\n").map((line) => says(line)),
    lineBreak,
  );

function membership({ body, agenda, clerkAsPrinted }: MeetingPage, labels: Labels): Fact[] {
  const holding = (...roles: string[]) =>
    body.seats
      .filter(({ role }) => roles.includes(role))
      .map(({ person }) => person.name)
      .join(", ");
  const education = agenda.filter(({ educationFunction }) => educationFunction).map(({ number }) => number);
  const coOpted = holding("education_co_optee");
  const rows: [string, string][] = [
    [labels.chair, holding("chair")],
    [labels.viceChair, holding("vice_chair")],
    ["Members", holding("member")],
    ["Substitutes", holding("substitute")],
    ["Co-opted", holding("other_co_optee")],
    [
      "Co-opted, voting on education matters only",
      coOpted && `${coOpted}${education.length > 0 ? `. Here: ${education.join(", ")}` : ""}`,
    ],
    ["Clerk", clerkAsPrinted ?? ""],
  ];
  const filled = rows.filter(([, words]) => words !== "");
  return filled.length > 0
    ? filled.map(([term, words]) => ({ term, value: says(words) }))
    : [{ term: "Members", value: says("No members are recorded") }];
}

/** By when the public and councillors can speak up, by the body's standing orders. */
function deadlines({ body, date }: MeetingPage, calendar: Site["calendar"]): Block[] {
  const timetable = backwardTimetable(deadlinesForPublic(body.deadlines), date, calendar);
  if (timetable.length === 0) return [];
  const facts = timetable.map(({ label, time, date: on }) => ({
    term: label,
    value: says(time && `${formatTime(time)}, `, formatFullDate(on)),
  }));
  return [heading(1, "Have your say", "say"), { kind: "facts", facts }];
}
