import { itemAnchor, meetingAddress } from "@/domain/bodies/body-address";
import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import {
  type Block,
  type Fact,
  heading,
  joined,
  lineBreak,
  link,
  note,
  type PrintedDocument,
  paragraph,
  says,
} from "@/domain/documents/document";
import { markdownBlocks } from "@/domain/documents/markdown-blocks";
import { placeholderFor } from "@/domain/papers/paper";
import { targetsOf } from "@/domain/reports/check-references";
import {
  DORSET_FRONT_SHEET,
  type FrontSheet,
  type FrontSheetField,
  type FrontSheetTemplate,
  isBlank,
  printed,
} from "@/domain/reports/front-sheet";
import { type Targets, withLinks } from "@/domain/reports/references";
import { reportWorkflow } from "@/domain/reports/report-workflow";
import type { Site } from "@/server/council/queries";
import type { ReportPage } from "@/server/reports/queries";

/** A report as a document: its front sheet and its numbered paragraphs, as far as they are open to the reader it was read for. */
export function reportDocument({ council }: Pick<Site, "council">, report: ReportPage): PrintedDocument {
  const { body, text, paper, item } = report;
  const targets = targetsOf({
    paragraphs: text?.numbered ?? [],
    frontSheet: (text?.frontSheet ?? {}) as FrontSheet,
    appendices: item?.appendices ?? [],
  });
  return {
    title: report.title,
    council: council.name,
    kicker: `Report to the ${body.name}`,
    lead: paper?.byAsPrinted ? `By ${paper.byAsPrinted}` : undefined,
    facts: facts(report),
    language: "en-GB",
    blocks: [
      ...(report.isRestricted ? [note("Not for publication.")] : []),
      ...replacement(report),
      ...(text
        ? [
            heading(1, "Front sheet", "front-sheet"),
            ...frontSheet(body.frontSheet, text.frontSheet, targets),
            ...(text.numbered.length > 0 ? [heading(1, "Report", "report")] : []),
            ...text.numbered.flatMap((paragraph) => numbered(paragraph, targets)),
          ]
        : [heading(1, "Report", "report"), withheld(report)]),
      ...(item && item.appendices.length > 0 ? [heading(1, "Appendices", "appendices")] : []),
      ...(item?.appendices ?? []).map(appendix),
    ],
  };
}

function facts({ status, meeting, item, authors, paper, outsideDates }: ReportPage): Fact[] {
  const number = item?.number;
  return [
    { term: "State", value: says(reportWorkflow.statuses[status].label) },
    {
      term: "Meeting",
      value: meeting
        ? says(
            link(
              `${meetingAddress(meeting.body, meeting)}${number ? `#${itemAnchor(number)}` : ""}`,
              `${formatFullDate(meeting.date)}${number ? `, item ${number}` : ""}`,
            ),
          )
        : says("Not given"),
    },
    {
      term: authors.length === 1 ? "Officer" : "Officers",
      value: says(
        authors.map(({ person, titleAsPrinted }) => `${person.name}, ${titleAsPrinted}`).join("; ") || "Not given",
      ),
    },
    ...(paper?.datedAsPrinted ? [{ term: "Dated", value: says(paper.datedAsPrinted) }] : []),
    ...outsideDates.map(({ on, what }) => ({
      term: "Outside deadline",
      value: says(
        `${what}, ${formatDate(on)}`,
        meeting && on < meeting.date && ". This falls before the committee meets.",
      ),
    })),
  ];
}

function replacement({ replacedBy, replaces }: ReportPage): Block[] {
  if (replacedBy)
    return [
      note("A newer report takes the place of this one: ", link(`/reports/${replacedBy.slug}`, replacedBy.title)),
    ];
  if (replaces) return [note("This takes the place of ", link(`/reports/${replaces.slug}`, replaces.title))];
  return [];
}

/** Field by field, by the body's template; blank is not "None". */
function frontSheet(template: unknown, sheet: unknown, targets: Targets): Block[] {
  const fields = Array.isArray(template) ? (template as FrontSheetTemplate) : DORSET_FRONT_SHEET;
  const answers = (typeof sheet === "object" && sheet !== null ? sheet : {}) as FrontSheet;
  return fields.flatMap((field) => [
    heading(2, field.label, `front-${field.key}`),
    ...answer(field, answers[field.key], targets),
  ]);
}

function answer(field: FrontSheetField, given: FrontSheet[string] | undefined, targets: Targets): Block[] {
  if (isBlank(field, given)) return [field.need === "optional" ? paragraph("Not given") : note("Not given")];
  const words = printed(field, given);
  if (field.kind === "choice") return [paragraph(words)];
  if (field.kind === "list" && words.includes("\n")) {
    const entries = words.split("\n").map((entry) => markdownBlocks(entry, 3));
    return [{ kind: "list", marks: "bullets", entries }];
  }
  return markdownBlocks(withLinks(words, targets).replaceAll("\n", "  \n"), 3);
}

type Paragraph = NonNullable<ReportPage["text"]>["numbered"][number];

/** Each under the anchor that its page has; a number printed twice stands twice. */
function numbered({ anchor, number, heading: title, markdown }: Paragraph, targets: Targets): Block[] {
  const blocks = markdown ? markdownBlocks(withLinks(markdown, targets), 3) : [];
  if (number !== null && title && blocks.length === 0) {
    return [{ kind: "numbered", number, anchor, title: { level: 2, text: says(title) }, blocks: [] }];
  }
  const head = title ? [heading(2, title, number === null ? anchor : undefined)] : [];
  if (number !== null) return [...head, { kind: "numbered", number, anchor, blocks }];
  const [first, ...others] = blocks;
  const opened = first?.kind === "paragraph" && !title ? [{ ...first, anchor }, ...others] : blocks;
  return [...head, ...opened];
}

/** What stands for the text where it is not open to the reader, or is not here as a page. */
function withheld({ paper }: ReportPage): Block {
  const shut = paper && !paper.file ? placeholderFor(paper) : null;
  if (shut) return note(joined([says(`${shut.heading}.`), says(shut.meaning), says(shut.reason)], " "));
  return note(
    "The text of this report is not on record as a page. ",
    paper?.file ? link(`/papers/${paper.file.id}`, "It can be read as a file.") : "Only its title is known.",
  );
}

type Appendix = NonNullable<ReportPage["item"]>["appendices"][number];

function appendix({ title, file, takenDownAt, ...paper }: Appendix): Block {
  if (takenDownAt) return paragraph(`${title}: taken down.`);
  const shut = placeholderFor(paper);
  if (shut && !file) {
    return note(title, lineBreak, joined([says(`${shut.heading}.`), says(shut.meaning), says(shut.reason)], " "));
  }
  return file ? paragraph(link(`/papers/${file.id}`, title)) : paragraph(`${title}. Its file is not here yet.`);
}
