import type { PlainDate } from "@/domain/calendar/plain-date";
import type { ScopingField } from "@/domain/scoping/scoping-template";
import type { Section } from "@/domain/scoping/sections";
import { PROSE_FIELDS, type ProposalContent, type ProseField } from "./content";

/** What the form asks for: the template's fields, the dates that go with its timescale, and the topics. */
export type FormField = ScopingField | "endsOn" | "inForceOn" | "topics";

/** What was typed or stands in a form, input by input. */
export type Typed = Readonly<Record<string, string | string[]>>;

/** The fields of one part of the form, in the order in which they are asked. */
export function fieldsIn({ key, fields }: Section): FormField[] {
  if (key === "topics") return ["topics"];
  return fields.flatMap(({ field }): FormField[] => (field === "timescale" ? ["endsOn", "inForceOn", field] : [field]));
}

/** The inputs that a field is made of; a date is three. */
export function inputsOf(field: FormField): string[] {
  if (field === "endsOn" || field === "inForceOn") return ["day", "month", "year"].map((part) => `${field}-${part}`);
  return field === "topics" ? ["topics", "leavesOut"] : [field];
}

/** What a proposal says, as its form would hold it. */
export function typedFrom(content: ProposalContent): Typed {
  return {
    item: content.title,
    leadMember: content.leadMember?.id ?? "",
    leadOfficer: content.leadOfficer?.id ?? "",
    reportToMeeting: content.reportTo?.id ?? "",
    linesOfEnquiry: content.linesOfEnquiry.join("\n"),
    corporatePlanOutcome: content.outcomes.map(({ id }) => id),
    ...dateInputs("endsOn", content.endsOn),
    ...dateInputs("inForceOn", content.inForceOn),
    topics: content.topics.map(({ id }) => id),
    leavesOut: content.topics.flatMap(({ id, leavesOut }) => leavesOut.map((part) => leftOutValue(id, part))),
    ...Object.fromEntries(PROSE_FIELDS.map((field) => [field, content.answers[field] ?? ""])),
  };
}

/** One ticked box says which part of which topic stays behind. */
export const leftOutValue = (topicId: string, part: string): string => `${topicId}:${part}`;

/** Whether two forms say the same in a field. Line ends and the order of ticked boxes say nothing. */
export function saysTheSame(field: FormField, one: Typed, other: Typed): boolean {
  return inputsOf(field).every((input) => plain(one[input]) === plain(other[input]));
}

const plain = (value: string | string[] | undefined): string =>
  (typeof value === "string" ? [value] : (value ?? []))
    .map((text) => text.replaceAll("\r\n", "\n").trim())
    .filter(Boolean)
    .toSorted()
    .join("\n");

function dateInputs(field: "endsOn" | "inForceOn", date: PlainDate | null): Record<string, string> {
  const [year, month, day] = date === null ? ["", "", ""] : date.split("-").map((part) => String(Number(part)));
  return { [`${field}-day`]: day ?? "", [`${field}-month`]: month ?? "", [`${field}-year`]: year ?? "" };
}

/** What a form changes. What is not there was not on the form, and stays as it is. */
export type ProposalChanges = {
  item?: string;
  leadMember?: string | null;
  leadOfficer?: string | null;
  reportToMeeting?: string | null;
  endsOn?: PlainDate | null;
  inForceOn?: PlainDate | null;
  linesOfEnquiry?: readonly string[];
  corporatePlanOutcome?: readonly string[];
  topics?: readonly { id: string; leavesOut: readonly string[] }[];
} & Partial<Record<ProseField, string>>;

/** What a form changes, as it would hold it. */
export function typedAs({ endsOn, inForceOn, linesOfEnquiry, topics, ...rest }: ProposalChanges): Typed {
  const single = Object.entries(rest).map(([field, value]) => [field, Array.isArray(value) ? value : (value ?? "")]);
  return {
    ...Object.fromEntries(single),
    ...(endsOn !== undefined && dateInputs("endsOn", endsOn)),
    ...(inForceOn !== undefined && dateInputs("inForceOn", inForceOn)),
    ...(linesOfEnquiry && { linesOfEnquiry: linesOfEnquiry.join("\n") }),
    ...(topics && {
      topics: topics.map(({ id }) => id),
      leavesOut: topics.flatMap(({ id, leavesOut }) => leavesOut.map((part) => leftOutValue(id, part))),
    }),
  };
}
