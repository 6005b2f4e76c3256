import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { type ReadScope, readScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { awaitsReceiver, HEARD_UNSCORED, type TopicSource } from "@/domain/topics/topic";
import { topicWorkflow } from "@/domain/topics/topic-workflow";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { listHistory } from "@/server/audit/history";
import { db } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK } from "@/server/meetings/queries";
import { listAlike } from "./alike";
import { methodOf } from "./subject";
import { formOf, listLeads, valuesOf } from "./values";

const MOST_LISTED = 300;

const LISTED = {
  id: true,
  slug: true,
  title: true,
  source: true,
  status: true,
  suggestedOn: true,
  statusOn: true,
  transferAcceptedOn: true,
  body: { select: BODY_LINK },
} as const satisfies Prisma.TopicSelect;

/** Topics open to the reader, those suggested last first. */
export const listOfficeTopics = (scope: ReadScope) =>
  db.topic.findMany({
    where: readable(scope),
    orderBy: [{ suggestedOn: "desc" }, { title: "asc" }],
    take: MOST_LISTED,
    select: LISTED,
  });

export type ListedTopic = Awaited<ReturnType<typeof listOfficeTopics>>[number];

/** Topics with titles like this one, for whoever is about to suggest it. */
export const listTopicsLike = (scope: ReadScope, title: string) => listAlike(db, scope, title);

export type AlikeTopic = Awaited<ReturnType<typeof listTopicsLike>>[number];

/** What a topic asks of one person: to be given to a committee, scored, or accepted from another body. */
export type TopicTask = "triage" | "score" | "accept";

/**
 * What the topics ask of this person, each by its key, those that have waited longest first. Whoever sits on the committee is asked
 * to score what is scored; officers may, and are not asked.
 */
export async function listTopicTasks(person: Person) {
  const found = await db.topic.findMany({
    where: {
      AND: [
        readable(readScope(person)),
        {
          OR: [
            { status: { in: ["suggested", "triaged"] } },
            { status: "transferred", receiverId: { not: null }, transferAcceptedOn: null },
          ],
        },
      ],
    },
    orderBy: [{ suggestedOn: "asc" }, { title: "asc" }],
    take: MOST_LISTED,
    select: {
      ...ACCESS,
      ...LISTED,
      body: { select: { ...BODY_LINK, parentId: true, rules: true } },
      receiver: { select: { ...BODY_LINK, id: true, parentId: true } },
      scores: { where: { personId: person.personId }, select: { id: true } },
    },
  });
  return found.flatMap(({ receiver, scores, ...topic }) => {
    const relations = { bodyId: topic.bodyId, parentBodyId: topic.body?.parentId ?? null };
    const task = ((): TopicTask | null => {
      switch (topic.status) {
        case "suggested":
          return can(person, "topic.triage", relations) ? "triage" : null;
        case "triaged":
          return isScored(topic) && sits(person, topic.bodyId) && scores.length === 0 ? "score" : null;
        default:
          return mayAccept(person, { ...topic, receiver }) ? "accept" : null;
      }
    })();
    return task ? [{ ...topic, receiver, task }] : [];
  });
}

const isScored = ({ source, body }: { source: TopicSource; body: { rules: unknown } | null }): boolean =>
  !HEARD_UNSCORED.includes(source) && methodOf(body?.rules) !== null;

const sits = ({ seats }: Person, bodyId: string | null): boolean =>
  seats.some((seat) => seat.bodyId === bodyId && seat.role !== "support_officer");

/** Who suggested a topic and how to reach them, for those who place it; null for everybody else, and where nobody said. */
export async function getSuggester(person: Person, topic: { id: string; bodyId: string | null }) {
  if (!can(person, "topic.triage", { bodyId: topic.bodyId })) return null;
  return await db.topicSuggester.findUnique({
    where: { topicId: topic.id },
    select: { name: true, email: true, wantsReply: true },
  });
}

export type Suggester = NonNullable<Awaited<ReturnType<typeof getSuggester>>>;

/**
 * A topic as the office works on it, with what happened to it.
 * @throws ExpectedError "not-found"
 */
export async function getOfficeTopic(scope: ReadScope, slug: string) {
  const topic = await db.topic.findFirst({
    where: { AND: [{ slug }, readable(scope)] },
    include: {
      body: { select: { ...BODY_LINK, parentId: true } },
      receiver: { select: { ...BODY_LINK, id: true, parentId: true } },
      mergedInto: { select: { ...ACCESS, slug: true, title: true } },
      mergedFrom: { where: readable(scope), orderBy: { title: "asc" }, select: { slug: true, title: true } },
      leadMember: { select: { slug: true, name: true } },
      leadOfficer: { select: { slug: true, name: true } },
    },
  });
  if (!topic) throw notFound();
  return {
    ...topic,
    mergedInto: visible(scope, topic.mergedInto),
    history: await listHistory(scope, topicWorkflow, topic),
  };
}

export type OfficeTopic = Awaited<ReturnType<typeof getOfficeTopic>>;

/** Whether this person says for the body it was handed to that it takes the topic, and nobody has yet. */
export const mayAccept = (
  person: Person,
  { status, transferAcceptedOn, receiver }: Pick<OfficeTopic, "status" | "transferAcceptedOn" | "receiver">,
): boolean =>
  receiver !== null &&
  awaitsReceiver({ status, receiverAcceptedOn: transferAcceptedOn }) &&
  can(person, "topic.accept-transfer", { bodyId: receiver.id, parentBodyId: receiver.parentId });

/** What stands in the form of a topic, and who may lead it. */
export const getTopicForm = async (topic: OfficeTopic, today: PlainDate) => ({
  values: formOf(valuesOf(topic)),
  leads: await listLeads(db, topic, today),
});
