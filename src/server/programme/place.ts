import type { Person } from "@/domain/access/actor";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Slot } from "@/domain/programme/programme-item";
import { programmeItemWorkflow } from "@/domain/programme/programme-item-workflow";
import { type SlotMove, slotMove } from "@/domain/programme/slot-move";
import type { SlotKind } from "@/generated/prisma/client";
import type { Tx } from "@/server/db";
import { ExpectedError, invalid } from "@/server/errors";
import type { Recorded } from "@/server/workflow/authority";
import type { PlannedItem, PlannedRow, Surroundings } from "./planned-item";

/** Where somebody wants an item. */
export type Place =
  | { kind: "none" }
  | { kind: "meeting"; meetingId: string }
  | { kind: "briefing" | "visit" | "circulation"; on: PlainDate };

/**
 * The place as the rules look at it, with the item counted in.
 * @throws ExpectedError invalid for what is no meeting of this committee still to come
 */
export function slotFor(
  to: Place,
  { slot: now }: Pick<PlannedItem, "slot">,
  { meetings, capacity }: Surroundings,
  today: PlainDate,
): Slot | null {
  if (to.kind === "none") return null;
  if (to.kind !== "meeting") return to;
  const meeting = meetings.find(({ id }) => id === to.meetingId);
  if (!meeting || meeting.status === "held" || meeting.date < today)
    throw invalid("to", "Choose a meeting of this committee that is still to come.");
  const isThere = now?.kind === "meeting" && now.meetingId === meeting.id;
  const items = meeting.items + (isThere ? 0 : 1);
  return { kind: "meeting", meetingId: meeting.id, on: meeting.date, held: false, items, capacity };
}

/** @throws ExpectedError refused for an item that has no place to move from; invalid where it is there already */
export function mustMove(item: PlannedItem, slot: Slot | null): SlotMove {
  const move = slotMove(item, slot);
  if (move === null) {
    const { label } = programmeItemWorkflow.statuses[item.status];
    const sentence = `Not moved: this item is ${label.toLowerCase()}. What becomes of it is decided first.`;
    throw new ExpectedError({ kind: "refused", refusal: { code: "wrong-status", sentence, findings: [] } });
  }
  if (isSame(item.slot, slot) && !move.steps.includes("takeIn"))
    throw invalid("to", "Choose another place: it is there already.");
  return move;
}

function isSame(now: Slot | null, to: Slot | null): boolean {
  if (now === null || to === null) return now === to;
  if (now.kind === "meeting" || to.kind === "meeting")
    return now.kind === "meeting" && to.kind === "meeting" && now.meetingId === to.meetingId;
  return now.kind === to.kind && now.on === to.on;
}

/** The place as the row has it. */
export const slotColumns = (
  slot: Slot | null,
): { slotKind: SlotKind; meetingId: string | null; slotOn: string | null } => ({
  slotKind: slot?.kind ?? "none",
  meetingId: slot?.kind === "meeting" ? slot.meetingId : null,
  slotOn: slot && slot.kind !== "meeting" ? slot.on : null,
});

/** Whoever comes stands last. */
export async function nextPosition(tx: Tx, bodyId: string, slot: Slot | null): Promise<number> {
  const { slotKind, meetingId } = slotColumns(slot);
  const last = await tx.programmeItem.aggregate({
    where: { bodyId, slotKind, ...(meetingId && { meetingId }) },
    _max: { position: true },
  });
  return (last._max.position ?? 0) + 1;
}

type Movement = {
  row: PlannedRow;
  slot: Slot | null;
  on: PlainDate;
  deferral: boolean;
  reason: string | undefined;
  authority: Recorded | undefined;
};

/** Keeps from where to where, who, why and on what authority. @returns its id; null where the place stays as it was */
export async function recordMove(
  tx: Tx,
  actor: Person,
  { row, slot, on, deferral, reason, authority }: Movement,
): Promise<string | null> {
  const { slotKind, meetingId } = slotColumns(slot);
  if (row.slotKind === "none" && slotKind === "none") return null;
  const { id } = await tx.slotMove.create({
    data: {
      itemId: row.id,
      on,
      byId: actor.personId,
      byName: actor.name,
      fromMeetingId: row.meeting?.id ?? null,
      toMeetingId: meetingId,
      fromSlot: row.slotKind,
      toSlot: slotKind,
      deferral,
      reason: reason?.trim() ?? "",
      authorityId: authority?.id ?? null,
    },
    select: { id: true },
  });
  return id;
}
