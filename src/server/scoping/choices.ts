import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { type ReadScope, readScope } from "@/domain/access/read-scope";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { leadFrom, OFFICER_POSTS } from "@/domain/scoping/leaders";
import { mayLead } from "@/domain/scoping/scoping-proposal";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { type Client, reader, type Tx } from "@/server/db";
import { invalid } from "@/server/errors";
import { heldOn } from "@/server/people/held-on";
import type { ProposalChanges } from "./form";
import { withSeats } from "./row";
import { templateFrom } from "./template";

export type Choice = { value: string; label: string };
export type TopicChoice = { id: string; title: string; parts: readonly string[] };

/** Topics that a new proposal may still take in. */
const OPEN_TOPICS = ["triaged", "scored", "shortlisted", "in_scoping", "parked"] as const;

/** What a proposal has already, and keeps whatever may be chosen today. */
type Has = { bodyId: string; leadMemberId?: string | null; leadOfficerId?: string | null; reportToId?: string | null };

const takenIn = (scope: ReadScope, bodyId: string, proposalId?: string): Prisma.TopicWhereInput => ({
  AND: [
    readable(scope),
    {
      OR: [
        { bodyId, status: { in: [...OPEN_TOPICS] } },
        ...(proposalId ? [{ proposals: { some: { proposalId } } }] : []),
      ],
    },
  ],
});

const meetingsAhead = (bodyId: string, today: PlainDate): Prisma.MeetingWhereInput => ({
  bodyId,
  date: { gte: today },
  status: { in: ["planned", "convened", "published"] },
});

const officersOf = (today: PlainDate): Prisma.PersonWhereInput => ({
  mergedIntoId: null,
  posts: { some: { ...heldOn(today), kind: { in: [...OFFICER_POSTS] } } },
});

/** What may be chosen on the form of one proposal, as the reader's scope and the day have it. */
export async function getProposalChoices(scope: ReadScope, proposal: Has & { id: string }, today: PlainDate) {
  const { bodyId, id } = proposal;
  const client = reader(scope);
  const [members, officers, meetings, outcomes, topics] = await Promise.all([
    leadersOf(client, bodyId, today),
    client.person.findMany({
      where: officersOf(today),
      orderBy: [{ familyName: "asc" }, { name: "asc" }],
      select: { id: true, name: true, posts: { where: heldOn(today), select: { title: true } } },
    }),
    client.meeting.findMany({
      where: { AND: [readable(scope), { OR: [meetingsAhead(bodyId, today), { id: proposal.reportToId ?? id }] }] },
      orderBy: { date: "asc" },
      select: { id: true, date: true },
    }),
    client.corporateOutcome.findMany({
      where: heldOn(today),
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    }),
    listTopics(client, takenIn(scope, bodyId, id)),
  ]);
  return {
    leadMembers: members.map(({ id, name }): Choice => ({ value: id, label: name })),
    leadOfficers: officers.map(
      ({ id, name, posts }): Choice => ({ value: id, label: [name, ...posts.map(({ title }) => title)].join(", ") }),
    ),
    meetings: meetings.map(({ id, date }): Choice => ({ value: id, label: formatDate(date) })),
    outcomes: outcomes.map(({ id, name }): Choice => ({ value: id, label: name })),
    topics,
  };
}

export type ProposalChoices = Awaited<ReturnType<typeof getProposalChoices>>;

/** The bodies to which this person may begin a proposal. */
export async function listBodiesToPropose(actor: Person) {
  const bodies = await reader(readScope(actor)).body.findMany({
    where: { OR: [{ until: null }, { until: { gte: actor.day } }] },
    orderBy: { name: "asc" },
    select: { id: true, slug: true, name: true, parentId: true, scopingTemplate: true },
  });
  return bodies.filter(
    ({ id, parentId, scopingTemplate }) =>
      templateFrom(scopingTemplate) !== null && can(actor, "scoping.start", { bodyId: id, parentBodyId: parentId }),
  );
}

/** The topics that a new proposal to this body may take in. */
export const listTopicsToTakeIn = (scope: ReadScope, bodyId: string): Promise<TopicChoice[]> =>
  listTopics(reader(scope), takenIn(scope, bodyId));

const listTopics = (client: Client, where: Prisma.TopicWhereInput): Promise<TopicChoice[]> =>
  client.topic.findMany({
    where,
    orderBy: { title: "asc" },
    select: { id: true, title: true, parts: true },
    take: 300,
  });

async function leadersOf(client: Client, bodyId: string, today: PlainDate) {
  const seated = await client.person.findMany({
    where: { seats: { some: { ...heldOn(today), bodyId } } },
    orderBy: [{ familyName: "asc" }, { name: "asc" }],
    select: withSeats(today),
  });
  return seated.filter((person) => mayLead(leadFrom(person, bodyId)));
}

/**
 * Whether everything that was chosen may be. What stood there already may stay, so that a member who lost their seat does not
 * keep an officer from saving something else.
 * @throws ExpectedError "invalid", by field
 */
export async function checkChoices(
  tx: Tx,
  actor: Person,
  has: Has & { id?: string },
  { leadMember, leadOfficer, reportToMeeting, corporatePlanOutcome, topics }: ProposalChanges,
): Promise<void> {
  const { bodyId } = has;
  const today = actor.day;
  if (leadMember && leadMember !== has.leadMemberId) {
    const leaders = await leadersOf(tx, bodyId, today);
    if (!leaders.some(({ id }) => id === leadMember))
      throw invalid("leadMember", "Choose a member of the committee who is not in the Cabinet.");
  }
  if (leadOfficer && leadOfficer !== has.leadOfficerId) {
    if ((await tx.person.count({ where: { AND: [{ id: leadOfficer }, officersOf(today)] } })) === 0)
      throw invalid("leadOfficer", "Choose an officer of the council.");
  }
  if (reportToMeeting && reportToMeeting !== has.reportToId) {
    const where = { AND: [{ id: reportToMeeting }, meetingsAhead(bodyId, today), readable(readScope(actor))] };
    if ((await tx.meeting.count({ where })) === 0)
      throw invalid("reportToMeeting", "Choose a meeting of this committee that is still to come.");
  }
  if (corporatePlanOutcome?.length) {
    const ids = [...new Set(corporatePlanOutcome)];
    if ((await tx.corporateOutcome.count({ where: { id: { in: ids } } })) < ids.length)
      throw invalid("corporatePlanOutcome", "Choose outcomes of the corporate plan.");
  }
  if (topics?.length) {
    const ids = [...new Set(topics.map(({ id }) => id))];
    const where = { AND: [{ id: { in: ids } }, takenIn(readScope(actor), bodyId, has.id)] };
    if ((await tx.topic.count({ where })) < ids.length)
      throw invalid("topics", "Choose topics that are with this committee.");
  }
}
