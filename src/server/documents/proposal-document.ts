import { itemAnchor, meetingAddress } from "@/domain/bodies/body-address";
import { formatFullDate } from "@/domain/calendar/plain-date";
import {
  type Block,
  type Fact,
  heading,
  type Inline,
  link,
  note,
  type PrintedDocument,
  paragraph,
  says,
} from "@/domain/documents/document";
import { markdownBlocks } from "@/domain/documents/markdown-blocks";
import type { ScopingField, TemplateField } from "@/domain/scoping/scoping-template";
import { scopingWorkflow } from "@/domain/scoping/scoping-workflow";
import { sectionsOf } from "@/domain/scoping/sections";
import type { Site } from "@/server/council/queries";
import type { ProposalContent, ProseField } from "@/server/scoping/content";
import type { LastVersion, ProposalPage } from "@/server/scoping/queries";

/** A proposal as it stands, for whoever reads it as it is written. */
export const proposalDocument = (site: Pick<Site, "council">, { body, status, content, agendaItem }: ProposalPage) =>
  documentOf(site, content, body.name, [
    { term: "State", value: says(scopingWorkflow.statuses[status].label) },
    ...(agendaItem
      ? [
          {
            term: "Meeting",
            value: says(
              link(
                `${meetingAddress(agendaItem.meeting.body, agendaItem.meeting)}${agendaItem.number ? `#${itemAnchor(agendaItem.number)}` : ""}`,
                `${formatFullDate(agendaItem.meeting.date)}${agendaItem.number ? `, item ${agendaItem.number}` : ""}`,
              ),
            ),
          },
        ]
      : []),
  ]);

/** A proposal as it was put forward, or as the committee amended it. Nothing changes it any more. */
export const versionDocument = (site: Pick<Site, "council">, { content, number, body }: LastVersion) =>
  documentOf(site, content, body?.name, [
    {
      term: `Version ${number}`,
      value: says(content.amendments ? "As the committee amended it" : "As it was put forward"),
    },
  ]);

/** The council's form, field by field, with its gaps. */
const documentOf = (
  { council }: Pick<Site, "council">,
  content: ProposalContent,
  body: string | undefined,
  facts: readonly Fact[],
): PrintedDocument => ({
  title: content.title || "No name yet",
  council: council.name,
  kicker: body ? `${content.template.name}, to the ${body}` : content.template.name,
  facts,
  language: "en-GB",
  blocks: [
    ...(content.amendments
      ? [heading(1, "What the committee changed", "amendments"), ...markdownBlocks(content.amendments, 2)]
      : []),
    ...sectionsOf(content.template).flatMap(({ key, title, fields }) => [
      heading(1, title, key),
      ...(key === "topics" ? topics(content) : fields.flatMap((field) => answered(field, title, content))),
    ]),
  ],
});

function answered({ field, label, need }: TemplateField, section: string, content: ProposalContent): Block[] {
  const blocks = answerTo(field, content);
  return [
    // A part with one field of its own name would have the same heading twice.
    ...(label === section ? [] : [heading(2, label, `field-${field}`)]),
    ...(blocks.length > 0 ? blocks : [need === "optional" ? paragraph("Not given") : note("Not given")]),
  ];
}

function answerTo(field: ScopingField, content: ProposalContent): Block[] {
  switch (field) {
    case "item":
      return words(content.title);
    case "leadMember":
      return words(content.leadMember?.name);
    case "leadOfficer":
      return words(content.leadOfficer?.asPrinted ?? content.leadOfficer?.name);
    case "linesOfEnquiry":
      return list(content.linesOfEnquiry.map((line) => says(line)));
    case "corporatePlanOutcome":
      return words(content.outcomes.map(({ name }) => name).join(", "));
    case "reportToMeeting":
      return words(content.reportTo && formatFullDate(content.reportTo.date));
    case "timescale":
      return [
        ...words(content.endsOn && `Ends on ${formatFullDate(content.endsOn)}.`),
        ...words(content.inForceOn && `What comes of it takes effect on ${formatFullDate(content.inForceOn)}.`),
        ...prose(content, "timescale"),
      ];
    default:
      return prose(content, field);
  }
}

const words = (text: string | null | undefined): Block[] => (text ? [paragraph(text)] : []);

const prose = ({ answers }: ProposalContent, field: ProseField): Block[] => markdownBlocks(answers[field] ?? "", 3);

const list = (entries: readonly Inline[][]): Block[] =>
  entries.length > 0
    ? [{ kind: "list", marks: "bullets", entries: entries.map((text) => [{ kind: "paragraph", text }]) }]
    : [];

function topics({ topics }: ProposalContent): Block[] {
  if (topics.length === 0) return [paragraph("None")];
  return list(
    topics.map(({ slug, title, leavesOut }) =>
      says(link(`/topics/${slug}`, title), leavesOut.length > 0 && `; stays behind: ${leavesOut.join(", ")}`),
    ),
  );
}
