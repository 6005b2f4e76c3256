import type { ProgrammeItemStatus, ProgrammeItemType } from "@/domain/programme/programme-item";
import type { Finding } from "@/domain/workflow/workflow";
import type { IconName } from "@/ui/icon";
import type { Tone } from "@/ui/tag";

/** What kind of work an item is, as it is chosen and printed. */
export const TYPES = {
  review: "Review",
  standing: "Standing item",
  motion: "Motion",
  pre_decision: "Look before a decision",
  statutory: "Statutory item",
  progress: "Progress report",
  briefing: "Briefing",
} as const satisfies Partial<Record<ProgrammeItemType, string>>;

/** What a kind of work is called; a call for action is none of those to choose. */
export const typeWords = (type: ProgrammeItemType): string =>
  type === "call_for_action" ? "Call for action" : TYPES[type];

/** The fields of an item, as the form and the history call them. */
export const FIELDS = {
  title: "Title",
  purpose: "Purpose",
  type: "Kind of work",
  linesOfEnquiry: "Key lines of enquiry",
  leadMember: "Lead members",
  leadOfficer: "Lead officers",
  outcome: "Corporate plan outcomes",
  target: "Target end",
} as const;

export type FieldName = keyof typeof FIELDS;

export const LOOKS: Record<ProgrammeItemStatus, { tone: Tone; shape?: IconName }> = {
  proposed: { tone: "quiet" },
  provisional: { tone: "quiet" },
  scheduled: { tone: "info" },
  with_group: { tone: "info" },
  on_agenda: { tone: "info" },
  considered: { tone: "done" },
  continued: { tone: "info" },
  monitoring: { tone: "info" },
  closed: { tone: "done" },
  withdrawn: { tone: "quiet", shape: "out" },
  transferred: { tone: "quiet", shape: "out" },
};

/** Where a card is narrow and the sentence only says what is not there. */
const SHORT: Readonly<Record<string, string>> = {
  "no-corporate-plan-outcome": "No corporate plan outcome",
  "no-lead-member": "No lead member",
  "no-lead-officer": "No lead officer",
  "no-lines-of-enquiry": "No lines of enquiry",
  "no-methodology": "No methodology",
  "no-timescale": "No timescale",
  "no-suggested-scope": "No suggested scope",
};

/** A finding as a card says it. */
export const flagWords = ({ code, sentence }: Finding): string => SHORT[code] ?? sentence;

/** Warnings of one kind, counted: what stands before the count where there is one, and where there are more. */
const COUNTED: Readonly<Record<string, readonly [one: string, more: string]>> = {
  "no-corporate-plan-outcome": ["item without a corporate plan outcome", "items without a corporate plan outcome"],
  "target-before-report": ["target before its report", "targets before their reports"],
  "target-after-report": ["target after its report", "targets after their reports"],
  "outside-date-before-meeting": ["outside date before the meeting", "outside dates before the meeting"],
  "already-considered": ["already considered by Cabinet", "already considered by Cabinet"],
  "executive-decides-first": ["on which Cabinet decides first", "on which Cabinet decides first"],
  "no-lead-member": ["without a lead member", "without a lead member"],
  "ends-between-meetings": ["timescale between meetings", "timescales between meetings"],
  "implementation-without-report": ["in force without a report", "in force without a report"],
  "implemented-before-report": ["in force before its report", "in force before their reports"],
  "no-lines-of-enquiry": ["without lines of enquiry", "without lines of enquiry"],
  "topic-left-out": ["leaving out part of its topic", "leaving out part of their topics"],
  "deferred-twice": ["put off twice or more", "put off twice or more"],
  "reviewed-lately": ["reviewed within 12 months", "reviewed within 12 months"],
  "over-capacity": ["too many for its meeting", "too many for their meetings"],
};

/** “3 items without a corporate plan outcome”: the warnings of one kind on a desk. */
export const countedWords = (code: string, count: number): string => {
  const [one, more] = COUNTED[code] ?? ["short of its template", "short of their template"];
  return `${count} ${count === 1 ? one : more}`;
};
