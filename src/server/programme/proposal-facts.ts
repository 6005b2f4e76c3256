import type { AbsorbedTopic, ScopingProposal } from "@/domain/scoping/scoping-proposal";
import type { Prisma } from "@/generated/prisma/client";
import { ACCESS } from "@/server/access/visible";
import { answersFrom, partsFrom } from "@/server/scoping/content";
import { templateFrom } from "@/server/scoping/template";

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

/** Of a body that has no form. */
const ASKS_NOTHING = { key: "none", name: "None", version: 1, fields: [] } as const;

export type ProposalRow = Prisma.ScopingProposalGetPayload<{ select: typeof PROPOSAL }>;

/** The item of an agenda that it is under, itself or as a paper. */
export const agendaItemOf = ({ agendaItemId, papers }: ProposalRow): string | null =>
  agendaItemId ?? papers[0]?.agendaItemId ?? null;

/** The proposal as its template looks at it. Whether its lead may lead is asked where it is put forward. */
export function proposalFacts(row: ProposalRow): ScopingProposal;
export function proposalFacts(row: ProposalRow | null): ScopingProposal | null;
export function proposalFacts(row: ProposalRow | null): ScopingProposal | null {
  if (row === null) return null;
  const { answers, linesOfEnquiry } = answersFrom(row.answers);
  const { leadMember } = row;
  return {
    id: row.id,
    status: row.status,
    bodyId: row.bodyId,
    template: templateFrom(row.body.scopingTemplate) ?? ASKS_NOTHING,
    item: row.title,
    leads: leadMember
      ? [{ personId: leadMember.id, name: leadMember.name, sitsOnBody: true, sitsOnExecutive: false }]
      : [],
    leadOfficer: row.leadOfficer?.name ?? null,
    answers,
    linesOfEnquiry,
    corporatePlanOutcomes: row.outcomes.map(({ outcome }) => outcome.name),
    endsOn: row.endsOn,
    implementedOn: row.inForceOn,
    reportsOn: row.reportTo?.date ?? null,
    meetingDays: [],
    executiveDecisions: [],
    earlierReviews: [],
    // A topic that is hidden from whoever reads comes as none, in spite of its type.
    absorbs: row.topics.flatMap(({ topic }: { topic: AbsorbedTopic | null }) => topic ?? []),
    staysBehind: row.topics.flatMap(({ leavesOut }) => partsFrom(leavesOut)),
    agendaItemId: agendaItemOf(row),
    firstOnAgendaOn: null,
    amendments: null,
    reportConsideredOn: null,
  };
}
