import type { ReadScope } from "@/domain/access/read-scope";
import { readableContent } from "@/server/access/readable";
import type { Client } from "@/server/db";
import { notFound } from "@/server/errors";

/**
 * A decision as what follows from it looks at it.
 * @throws ExpectedError not-found
 */
export async function getDecided(client: Client, scope: ReadScope, decisionId: string) {
  const found = await client.decision.findFirst({
    where: { AND: [{ id: decisionId }, readableContent(scope)] },
    select: {
      id: true,
      kind: true,
      text: true,
      reason: true,
      restriction: true,
      bodyId: true,
      minuteId: true,
      minute: {
        select: {
          topicId: true,
          topic: { select: { groupId: true, bodyId: true, status: true, audience: true } },
          agendaItem: { select: { id: true, programmeItem: { select: { id: true, version: true } } } },
        },
      },
    },
  });
  if (!found) throw notFound();
  const { minute, restriction, ...decision } = found;
  const { topicId, topic, agendaItem } = minute;
  return {
    ...decision,
    isPublic: restriction === "public",
    topicId,
    /** The topic of its item, where no group has it yet. */
    freeTopicId: topic && isFree(topic, decision.bodyId) ? topicId : null,
    agendaItemId: agendaItem?.id ?? null,
    programmeItem: agendaItem?.programmeItem ?? null,
  };
}

type Topic = { groupId: string | null; bodyId: string | null; status: string; audience: string };

const isFree = ({ groupId, bodyId, status, audience }: Topic, ofBody: string): boolean =>
  groupId === null &&
  bodyId === ofBody &&
  audience === "public" &&
  ["triaged", "scored", "shortlisted", "in_scoping"].includes(status);
