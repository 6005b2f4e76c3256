import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { minutesWorkflow } from "@/domain/minutes/minutes-workflow";
import type { Prisma } from "@/generated/prisma/client";
import { mustBeAllowed, refused } from "@/server/access/allowed";
import { readable } from "@/server/access/readable";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { ExpectedError, notFound } from "@/server/errors";

const MINUTE = {
  text: true,
  decisions: {
    orderBy: { position: "asc" },
    include: { namedVotes: true, authorities: { select: { id: true } }, recommendations: { select: { id: true } } },
  },
  followUps: { select: { id: true } },
  recommendations: { select: { id: true } },
  originOfTopics: { select: { id: true } },
  movements: { select: { id: true } },
} as const satisfies Prisma.MinuteInclude;

/** What a set of minutes is read with before it is written to. */
const KEPT = {
  meeting: { select: { id: true, date: true, slug: true, bodyId: true } },
  body: { select: { parentId: true, numbering: true } },
  items: { include: MINUTE, orderBy: { position: "asc" } },
} as const satisfies Prisma.MinutesInclude;

export type KeptMinutes = Prisma.MinutesGetPayload<{ include: typeof KEPT }>;
export type KeptMinute = KeptMinutes["items"][number];

/**
 * Minutes that somebody is about to write in, which they may until they are published.
 * @throws ExpectedError not-found; refused for whoever may not, and once the public has them
 */
export async function getWritableMinutes(
  tx: Tx,
  actor: Person,
  minutesId: string,
  label: string,
): Promise<KeptMinutes> {
  const minutes = await getMinutesOf(tx, actor, minutesId, label);
  if (minutes.status !== "draft" && minutes.status !== "checked")
    throw refused(
      "wrong-status",
      `Not changed: these minutes are ${minutesWorkflow.statuses[minutes.status].label.toLowerCase()}. Record a correction, which keeps both texts.`,
    );
  return minutes;
}

/** Minutes in whatever status. @throws ExpectedError not-found; refused for whoever may not write minutes */
export async function getMinutesOf(tx: Tx, actor: Person, minutesId: string, label: string): Promise<KeptMinutes> {
  const minutes = await tx.minutes.findFirst({
    where: { AND: [{ id: minutesId }, readable(readScope(actor))] },
    include: KEPT,
  });
  if (!minutes) throw notFound();
  mustBeAllowed(actor, "minutes.edit", { ...minutes, parentBodyId: minutes.body.parentId }, label);
  return minutes;
}

/** @throws ExpectedError not-found */
export function minuteOf({ items }: KeptMinutes, minuteId: string | undefined): KeptMinute {
  const minute = items.find(({ id }) => id === minuteId);
  if (!minute) throw notFound();
  return minute;
}

/** Counts a minute's version up. @throws ExpectedError stale where somebody else wrote in it first */
export async function touchMinute(tx: Tx, minute: { id: string }, version: number): Promise<void> {
  const { count } = await tx.minute.updateMany({
    where: { id: minute.id, version },
    data: { version: { increment: 1 } },
  });
  if (count === 0) throw new ExpectedError({ kind: "stale" });
}

/** What was done, with the minutes; never what a minute says, which may be restricted. */
export async function recordMinutes(
  tx: Tx,
  actor: Person,
  { id, bodyId }: { id: string; bodyId: string },
  verb: string,
  after: Prisma.InputJsonObject = {},
): Promise<void> {
  const { date } = await getClock(tx);
  await recordAudit(tx, {
    actor,
    action: `${minutesWorkflow.name}.${verb}`,
    subject: { kind: minutesWorkflow.name, id, bodyId },
    happenedOn: date,
    after,
  });
}
