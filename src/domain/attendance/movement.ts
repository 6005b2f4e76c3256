import { formatTime, type PlainTime } from "@/domain/calendar/plain-time";

/** Somebody came late, went out or came back while the meeting sat. */
export const MOVEMENT_KINDS = {
  arrived: "Arrived",
  left: "Left",
  returned: "Came back",
} as const;

export type MovementKind = keyof typeof MOVEMENT_KINDS;

/** One coming or going, noted under the item of the agenda at which it happened. */
export type Movement = { personId: string; minuteId: string; kind: MovementKind };

/**
 * Who of those who attended was out of the room when an item was taken. Whoever arrived late was out before, and whoever left at
 * an item is out from that item until they come back: a vote counts only from who is in the room (LGA 1972 Sch 12 para 39).
 * @param order the minutes in the order their items were taken
 * @param movements in the order they were noted, as far as they are of one item
 */
export function awayAt(
  minuteId: string,
  order: readonly string[],
  movements: readonly Movement[],
): ReadonlySet<string> {
  const until = order.indexOf(minuteId);
  const placed = movements
    .map((movement) => ({ ...movement, place: order.indexOf(movement.minuteId) }))
    .toSorted((a, b) => a.place - b.place);
  const away = new Set(lateComers(placed));
  for (const { personId, kind, place } of placed) {
    if (place > until) break;
    if (kind === "left") away.add(personId);
    else away.delete(personId);
  }
  return away;
}

/**
 * Whoever was not there when the meeting began: their first word is that they arrived.
 * @param movements in the order of the items
 */
export function lateComers(movements: readonly Pick<Movement, "personId" | "kind">[]): string[] {
  const first = new Map<string, MovementKind>();
  for (const { personId, kind } of movements) if (!first.has(personId)) first.set(personId, kind);
  return [...first].flatMap(([personId, kind]) => (kind === "arrived" ? [personId] : []));
}

/** What cannot be noted next of somebody, given what was noted of them before: a sentence, or null where it can. */
export function movementProblem(kind: MovementKind, last: MovementKind | null): string | null {
  if (kind === "returned" && last !== "left") return "Note first when they left.";
  if (kind === "left" && last === "left") return "They left already, and have not come back.";
  if (kind === "arrived" && last !== null) return "They were there before: note that they came back.";
  return null;
}

/** How the minutes say it: "left the meeting at 11.05 am". */
export function movementWords({ kind, at }: { kind: MovementKind; at: PlainTime | null }): string {
  const did = { arrived: "came into the meeting", left: "left the meeting", returned: "came back" }[kind];
  return at === null ? did : `${did} at ${formatTime(at)}`;
}
