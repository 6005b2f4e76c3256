import type { ScopingProposal } from "@/domain/scoping/scoping-proposal";
import { SCOPING_FIELDS, type ScopingField, type ScopingTemplate } from "@/domain/scoping/scoping-template";
import type { Prisma } from "@/generated/prisma/client";
import { ACCESS } from "@/server/access/visible";

/** What the desk shows and warns of a scoping proposal. */
export const PROPOSAL = {
  ...ACCESS,
  id: true,
  title: true,
  status: true,
  bodyId: true,
  answers: true,
  endsOn: true,
  inForceOn: true,
  agendaItemId: true,
  body: { select: { scopingTemplate: true } },
  reportTo: { select: { date: true } },
  leadMember: { select: { id: true, name: true } },
  leadOfficer: { select: { id: true, name: true } },
  outcomes: { select: { outcome: { select: { name: true } } } },
  topics: { select: { leavesOut: true, topic: { select: { title: true, parts: true } } } },
  papers: { where: { agendaItemId: { not: null } }, take: 1, select: { agendaItemId: true } },
} as const satisfies Prisma.ScopingProposalSelect;

export type ProposalRow = Prisma.ScopingProposalGetPayload<{ select: typeof PROPOSAL }>;

/** The item of an agenda that it is under, itself or as a paper. */
export const agendaItemOf = ({ agendaItemId, papers }: ProposalRow): string | null =>
  agendaItemId ?? papers[0]?.agendaItemId ?? null;

/** The proposal as its template looks at it. Whether its lead may lead is asked where it is put forward. */
export function proposalFacts(row: ProposalRow): ScopingProposal;
export function proposalFacts(row: ProposalRow | null): ScopingProposal | null;
export function proposalFacts(row: ProposalRow | null): ScopingProposal | null {
  if (row === null) return null;
  const answers = answersIn(row.answers);
  const { leadMember } = row;
  return {
    id: row.id,
    status: row.status,
    bodyId: row.bodyId,
    template: templateIn(row.body.scopingTemplate),
    item: row.title,
    leads: leadMember
      ? [{ personId: leadMember.id, name: leadMember.name, sitsOnBody: true, sitsOnExecutive: false }]
      : [],
    leadOfficer: row.leadOfficer?.name ?? null,
    answers,
    linesOfEnquiry: lines(answers.linesOfEnquiry ?? ""),
    corporatePlanOutcomes: row.outcomes.map(({ outcome }) => outcome.name),
    endsOn: row.endsOn,
    implementedOn: row.inForceOn,
    reportsOn: row.reportTo?.date ?? null,
    meetingDays: [],
    executiveDecisions: [],
    earlierReviews: [],
    absorbs: row.topics.map(({ topic }) => topic),
    staysBehind: row.topics.flatMap(({ leavesOut }) => (leavesOut ? lines(leavesOut) : [])),
    agendaItemId: agendaItemOf(row),
    firstOnAgendaOn: null,
    amendments: null,
    reportConsideredOn: null,
  };
}

/** One to a line; what is blank is none. */
export const lines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

function answersIn(stored: Prisma.JsonValue): Partial<Record<ScopingField, string>> {
  if (typeof stored !== "object" || stored === null || Array.isArray(stored)) return {};
  return Object.fromEntries(
    Object.entries(stored).filter(([key, value]) => key in SCOPING_FIELDS && typeof value === "string"),
  );
}

/** A body without a form of its own asks for nothing. */
function templateIn(stored: Prisma.JsonValue): ScopingTemplate {
  const given = stored as Partial<ScopingTemplate> | null;
  return Array.isArray(given?.fields) ? (given as ScopingTemplate) : { key: "", name: "", version: 0, fields: [] };
}
