import type { ReadScope } from "@/domain/access/read-scope";
import { londonDate } from "@/domain/calendar/london-time";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { EarlierReview, ExecutiveDecision } from "@/domain/programme/planned-work";
import { leadFrom } from "@/domain/scoping/leaders";
import type { ScopingProposal } from "@/domain/scoping/scoping-proposal";
import type { Client } from "@/server/db";
import { answersFrom, partsFrom } from "./content";
import { FORWARD_PLAN_ENTRY, readRow, type ScopingRow } from "./row";

export type ScopingSubject = ScopingProposal & { version: number };

/**
 * One proposal as this person may see it, and as its rules look at it.
 * @throws ExpectedError "not-found"
 */
export async function findProposal(client: Client, scope: ReadScope, id: string, today: PlainDate) {
  const row = await readRow(client, scope, id, today);
  const [decisions, reviews] = await Promise.all([decisionsOn(client, row), reviewsOf(client, row)]);
  return { row, subject: subjectFrom(row, decisions, reviews) };
}

function subjectFrom(
  row: ScopingRow,
  executiveDecisions: ExecutiveDecision[],
  earlierReviews: EarlierReview[],
): ScopingSubject {
  const { answers, linesOfEnquiry } = answersFrom(row.answers);
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    bodyId: row.bodyId,
    parentBodyId: row.body.parentId,
    areaId: row.areaId,
    portfolioId: row.portfolioId,
    keepers: row.keepers,
    leadMemberIds: row.leadMemberId ? [row.leadMemberId] : [],
    template: row.template,
    item: row.title,
    leads: row.leadMember ? [leadFrom(row.leadMember, row.bodyId)] : [],
    leadOfficer: row.leadOfficer?.name ?? row.leadOfficerAsPrinted,
    answers,
    linesOfEnquiry,
    corporatePlanOutcomes: row.outcomes.map(({ name }) => name),
    endsOn: row.endsOn,
    implementedOn: row.inForceOn,
    reportsOn: row.reportTo?.date ?? null,
    meetingDays: row.body.meetings.map(({ date }) => date),
    executiveDecisions,
    earlierReviews,
    absorbs: row.topics.map(({ title, parts }) => ({ title, parts })),
    staysBehind: row.topics.flatMap(({ leavesOut }) => partsFrom(leavesOut)),
    agendaItemId: row.agendaItemId,
    firstOnAgendaOn: firstOnAgenda(row),
    amendments: null,
    reportConsideredOn: row.programmeItems.flatMap(({ reports }) => reports)[0]?.consideredOn ?? null,
  };
}

/** Of what it says now: a proposal that is drafted again says what no agenda had, and is not public. */
function firstOnAgenda({ audience, papers, agendaItem }: ScopingRow): PlainDate | null {
  if (audience !== "public") return null;
  const since = papers[0]?.openSince ?? agendaItem?.meeting.publishedAt;
  return since ? londonDate(since) : null;
}

/** What the executive has in its plan on the same matter: by the topics taken in, or by the same title. */
async function decisionsOn(
  client: Client,
  { title, topics }: Pick<ScopingRow, "title" | "topics">,
): Promise<ExecutiveDecision[]> {
  const linked = topics.flatMap(({ forwardPlan }) => forwardPlan.map(({ entry }) => entry));
  const alike = title.trim()
    ? await client.forwardPlanEntry.findMany({
        where: { audience: "public", title: { equals: title.trim(), mode: "insensitive" } },
        select: FORWARD_PLAN_ENTRY,
      })
    : [];
  const entries = new Map([...linked, ...alike].map((entry) => [entry.id, entry]));
  return [...entries.values()]
    .flatMap(({ title, dueOn, meeting, outcome }) => {
      const on = meeting?.date ?? dueOn;
      return on ? [{ title, on, outcome }] : [];
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** Work of this committee on the same topics that has ended; everybody may know of it. */
async function reviewsOf(
  client: Client,
  { id, bodyId, topics }: Pick<ScopingRow, "id" | "bodyId" | "topics">,
): Promise<EarlierReview[]> {
  const topicIds = topics.map((topic) => topic.id);
  if (topicIds.length === 0) return [];
  const [proposals, groups] = await Promise.all([
    client.scopingProposal.findMany({
      where: {
        id: { not: id },
        bodyId,
        status: "complete",
        audience: "public",
        topics: { some: { topicId: { in: topicIds } } },
      },
      select: { title: true, endsOn: true, reportTo: { select: { date: true } } },
    }),
    client.reviewGroup.findMany({
      where: {
        parentId: bodyId,
        status: { in: ["adopted", "dissolved"] },
        audience: "public",
        topics: { some: { id: { in: topicIds } } },
      },
      select: { endsOn: true, body: { select: { name: true, until: true } } },
    }),
  ]);
  return [
    ...proposals.map(({ title, endsOn, reportTo }) => ({ title, endedOn: reportTo?.date ?? endsOn })),
    ...groups.map(({ body, endsOn }) => ({ title: body.name, endedOn: body.until ?? endsOn })),
  ].filter((review): review is EarlierReview => review.endedOn !== null);
}
