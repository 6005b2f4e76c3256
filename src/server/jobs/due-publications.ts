import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { enqueue } from "./enqueue";

/**
 * Sees to it that a scheduled publication happens. Schedules go by the business clock: a real one needs a job that starts at
 * that time; a demonstration's stands still, and whoever moves it past the time calls enqueueDuePublications().
 */
export async function enqueuePublication(tx: Tx, { id, at }: { id: string; at: Date }): Promise<void> {
  const clock = await tx.businessClock.findUnique({ where: { id: 1 }, select: { standsAt: true } });
  if (!clock?.standsAt) await enqueue(tx, "publish-meeting", { scheduledId: id }, { key: id, startAfter: at });
}

/**
 * Puts in a job for every publication whose time has come by the business clock: after a demonstration's clock was moved, and
 * now and then, for a job that was lost (a restored backup has the schedules, not the queue). One that is on its way stays one.
 * @returns how many are due
 */
export async function enqueueDuePublications(tx: Tx): Promise<number> {
  const { instant } = await getClock(tx);
  const due = await tx.scheduledPublication.findMany({
    where: { state: "waiting", at: { lte: instant } },
    select: { id: true },
    orderBy: { at: "asc" },
  });
  for (const { id } of due) await enqueue(tx, "publish-meeting", { scheduledId: id }, { key: id });
  return due.length;
}
