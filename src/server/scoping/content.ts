import * as z from "zod";
import type { ScopingField } from "@/domain/scoping/scoping-template";
import type { ScopingRow } from "./row";
import { templateSchema } from "./template";

/** Fields of a template that are kept as prose, by their key. The others are columns, dates, people and links. */
export const PROSE_FIELDS = [
  "proposer",
  "support",
  "rationale",
  "objectives",
  "suggestedScope",
  "outOfScope",
  "desiredOutcomes",
  "priorities",
  "principles",
  "priorReviews",
  "evidence",
  "witnesses",
  "siteVisits",
  "consultation",
  "comparisons",
  "coOptees",
  "equality",
  "risks",
  "resources",
  "budget",
  "methodology",
  "membership",
  "timescale",
  "milestones",
  "executiveTargetDate",
  "workload",
  "publicity",
] as const satisfies readonly ScopingField[];

export type ProseField = (typeof PROSE_FIELDS)[number];

const named = z.object({ id: z.string(), name: z.string() });
const date = z.string().nullable();

const contentSchema = z.object({
  title: z.string(),
  template: templateSchema,
  leadMember: named.nullable(),
  /** By the name and title of the paper it came in with, where it did. */
  leadOfficer: named.extend({ asPrinted: z.string().nullable() }).nullable(),
  answers: z.partialRecord(z.enum(PROSE_FIELDS), z.string()),
  linesOfEnquiry: z.array(z.string()),
  endsOn: date,
  inForceOn: date,
  reportTo: z.object({ id: z.string(), date: z.string() }).nullable(),
  outcomes: z.array(named),
  topics: z.array(z.object({ id: z.string(), slug: z.string(), title: z.string(), leavesOut: z.array(z.string()) })),
  /** What the committee changed when it approved it amended, in its words. */
  amendments: z.string().optional(),
});

/** Everything a proposal says: what its page shows, what is checked before it is put forward, and what a version keeps. */
export type ProposalContent = z.infer<typeof contentSchema>;

/** A version as it was put forward. */
export const contentFrom = (stored: unknown): ProposalContent => contentSchema.parse(stored);

/** The proposal as it stands. */
export function contentOf(row: ScopingRow): ProposalContent {
  const { answers, linesOfEnquiry } = answersFrom(row.answers);
  return {
    title: row.title,
    template: row.template,
    leadMember: row.leadMember && { id: row.leadMember.id, name: row.leadMember.name },
    leadOfficer: row.leadOfficer && {
      id: row.leadOfficer.id,
      name: row.leadOfficer.name,
      asPrinted: row.leadOfficerAsPrinted,
    },
    answers,
    linesOfEnquiry,
    endsOn: row.endsOn,
    inForceOn: row.inForceOn,
    reportTo: row.reportTo,
    outcomes: row.outcomes,
    topics: row.topics.map(({ id, slug, title, leavesOut }) => ({ id, slug, title, leavesOut: partsFrom(leavesOut) })),
  };
}

const storedAnswers = z.looseObject({ linesOfEnquiry: z.array(z.string()).optional() });

/** The prose that was kept, and the lines of enquiry, which are kept beside it as a list. */
export function answersFrom(stored: unknown): Pick<ProposalContent, "answers" | "linesOfEnquiry"> {
  const { linesOfEnquiry = [], ...rest } = storedAnswers.parse(stored);
  const prose = PROSE_FIELDS.flatMap((field) => {
    const text = rest[field];
    return typeof text === "string" && text.trim() !== "" ? [[field, text] as const] : [];
  });
  return { answers: Object.fromEntries(prose), linesOfEnquiry };
}

/** The parts of a topic that a proposal leaves behind are kept a line each. */
export const partsFrom = (leavesOut: string | null): string[] => leavesOut?.split("\n").filter(Boolean) ?? [];
