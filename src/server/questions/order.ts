import { placedByReceipt } from "@/domain/questions/question-order";
import type { Tx } from "@/server/db";

/** A question as far as its order goes. */
export const PLACED = { id: true, position: true, receivedAt: true } as const;

/** Makes room for one that was received at this moment, new or there already. The meeting is held. @returns its place */
export async function takePlace(
  tx: Tx,
  { meetingId, id }: { meetingId: string; id?: string },
  receivedAt: Date,
): Promise<number> {
  const others = await tx.question.findMany({ where: { meetingId, ...(id && { id: { not: id } }) }, select: PLACED });
  const places = placedByReceipt(others, receivedAt);
  await putInOrder(tx, places);
  return places.get("new") ?? others.length + 1;
}

/** Gives each its place. */
export async function putInOrder(tx: Tx, places: ReadonlyMap<string, number>): Promise<void> {
  for (const [id, position] of places)
    if (id !== "new") await tx.question.update({ where: { id }, data: { position } });
}
