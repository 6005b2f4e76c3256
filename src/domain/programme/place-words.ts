import { formatFullDate } from "@/domain/calendar/plain-date";
import type { Slot } from "./programme-item";

/** Places that are no meeting, by what happens there. */
export const ELSEWHERE = {
  briefing: "Briefing",
  visit: "Visit",
  circulation: "Papers sent round",
} as const satisfies Record<Exclude<Slot["kind"], "meeting">, string>;

export const NOT_YET_PLACED = "Not yet placed";

/** Where an item is: "Wednesday 11 January 2017", "Briefing on Friday 4 November 2016", "Not yet placed". */
export function placeWords(slot: Pick<Slot, "kind" | "on"> | null): string {
  if (slot === null) return NOT_YET_PLACED;
  const day = formatFullDate(slot.on);
  return slot.kind === "meeting" ? day : `${ELSEWHERE[slot.kind]} on ${day}`;
}
