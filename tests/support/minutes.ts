import type { Person } from "@/domain/access/actor";
import { db, inTransaction } from "@/server/db";
import { addDecision } from "@/server/minutes/decisions";
import { editMinute } from "@/server/minutes/minute-items";
import { startMinutes } from "@/server/minutes/start";
import { minutesSteps } from "@/server/minutes/steps";
import { answersFrom, type Typed } from "@/server/workflow/answers";
import type { Grounds } from "@/server/workflow/authority";
import { createItem, createMeeting } from "./papers";
import { who } from "./scoping";

/** A meeting of the committee that was held and quorate, with these items in their order. */
export async function heldMeeting(
  bodyId: string,
  date: string,
  items: readonly Parameters<typeof createItem>[2][] = [],
) {
  const meetingId = await createMeeting(bodyId, {
    date,
    status: "held",
    quorate: true,
    publishedAt: new Date("2016-06-01T08:00:00Z"),
  });
  const itemIds: string[] = [];
  for (const [index, item] of items.entries())
    itemIds.push(await createItem(bodyId, meetingId, { position: index + 1, audience: "public", ...item }));
  return { meetingId, itemIds };
}

/** Its minutes, begun, and the keys of their items in order. */
export async function begin(meetingId: string, actor: Person = who.clerk) {
  const minutesId = await inTransaction((tx) => startMinutes(tx, actor, { meetingId }));
  const items = await db.minute.findMany({ where: { minutesId }, orderBy: { position: "asc" } });
  return { minutesId, minuteIds: items.map(({ id }) => id) };
}

export const decide = (minutesId: string, minuteId: string | undefined, typed: Typed, actor: Person = who.clerk) =>
  inTransaction((tx) => addDecision(tx, actor, { minutesId, minuteId, answers: answersFrom(typed) }));

export const write = async (minutesId: string, minuteId: string, typed: Typed, actor: Person = who.clerk) => {
  const { version } = await db.minute.findUniqueOrThrow({ where: { id: minuteId } });
  await inTransaction((tx) => editMinute(tx, actor, { minutesId, minuteId, version, answers: answersFrom(typed) }));
};

type Step = { name: string; reason?: string; typed?: Typed; grounds?: Grounds; version?: number; actor?: Person };

/** Takes a step of a set of minutes. */
export const takeMinutes = async (id: string, { actor = who.clerk, typed = {}, ...step }: Step) => {
  const { version } = await db.minutes.findUniqueOrThrow({ where: { id } });
  await inTransaction((tx) => minutesSteps.take(tx, actor, { id, version, typed, ...step }));
};
