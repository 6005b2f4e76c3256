import type { ReadScope } from "@/domain/access/read-scope";
import { inOrder } from "@/domain/questions/question-order";
import { itemTaking, LISTED, type TakingItem } from "@/domain/questions/question-place";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { type Client, reader } from "@/server/db";

export const MOST_LISTED = 200;

/** What a page shows of a question that is listed with an agenda. */
export const LISTING = {
  id: true,
  kind: true,
  status: true,
  position: true,
  askedBy: true,
  addressedTo: true,
  text: true,
  receivedAt: true,
  agendaItemId: true,
  answeredBy: true,
  answer: true,
  supplementary: true,
  supplementaryAnswer: true,
  replyPromisedBy: true,
  replyDueOn: true,
  reply: true,
  repliedOn: true,
} as const satisfies Prisma.QuestionSelect;

export type ListedQuestion = Prisma.QuestionGetPayload<{ select: typeof LISTING }>;

/**
 * What is asked of one meeting and accepted, in its order, as this reader may see it.
 * @returns nothing of who asks but the words under which it may be published
 */
export async function listQuestions(
  scope: ReadScope,
  meetingId: string,
  client: Client = reader(scope),
): Promise<ListedQuestion[]> {
  const found = await client.question.findMany({
    where: { AND: [{ meetingId, status: { in: [...LISTED] } }, readable(scope)] },
    take: MOST_LISTED,
    select: LISTING,
  });
  return inOrder(found);
}

/**
 * What was asked at the items of a meeting, for its minutes to begin with: of each item its questions, in their order.
 * @param items the items that get a minute
 */
export async function listQuestionsForMinutes(
  scope: ReadScope,
  client: Client,
  { meetingId, items }: { meetingId: string; items: readonly TakingItem[] },
): Promise<ReadonlyMap<string, ListedQuestion[]>> {
  const found = await client.question.findMany({
    where: { AND: [{ meetingId, status: { in: [...LISTED] } }, readable(scope)] },
    take: MOST_LISTED,
    select: LISTING,
  });
  return Map.groupBy(inOrder(found), (question) => itemTaking(items, question)?.id ?? "");
}

/** What was asked at one item of a meeting, in its order; nothing of what is at no item. */
export async function listQuestionsAtItem(
  scope: ReadScope,
  { meetingId, agendaItemId }: { meetingId: string; agendaItemId: string | null },
  client: Client = reader(scope),
): Promise<ListedQuestion[]> {
  if (agendaItemId === null) return [];
  const items = await client.agendaItem.findMany({
    where: { AND: [{ meetingId }, readable(scope)] },
    orderBy: { place: "asc" },
    select: { id: true, kind: true, withdrawnAt: true },
  });
  const asked = await listQuestionsForMinutes(scope, client, { meetingId, items });
  return asked.get(agendaItemId) ?? [];
}
