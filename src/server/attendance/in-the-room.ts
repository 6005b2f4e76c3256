import { awayAt } from "@/domain/attendance/movement";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { electorate } from "@/domain/meetings/electorate";
import { type Quorum, quorum } from "@/domain/meetings/quorum";
import type { Client } from "@/server/db";
import { getQuorumFacts } from "@/server/meetings/quorum-at-start";

type Meeting = { id: string; bodyId: string; date: PlainDate };

/** A minute as far as it says which item was taken, in the order the items were. */
export type TakenItem = { id: string; agendaItemId: string | null; educationFunction: boolean | null };

/** Who was in the room when an item was taken, and whether that made a quorum. */
export type InTheRoom = {
  quorum: Quorum;
  /** Whoever attended and was out of it, by key. */
  away: ReadonlySet<string>;
  /** Whoever is there and has a vote on it, by key. */
  voters: ReadonlySet<string>;
};

/**
 * Who was in the room for an item, by the attendance and the comings and goings noted, and the quorum for it: education co-optees
 * count where they vote, and whoever an interest keeps from it does not (LGA 1972 Sch 12 paras 6 and 39; LGA 2000 Sch A1).
 * @param taken the minutes in the order their items were taken
 * @returns null while no attendance is recorded
 */
export async function getInTheRoom(
  client: Client,
  meeting: Meeting,
  taken: readonly TakenItem[],
  minuteId: string,
): Promise<InTheRoom | null> {
  const found = await getQuorumFacts(client, meeting);
  const minute = taken.find(({ id }) => id === minuteId);
  if (!found || !minute) return null;
  const { rule, facts, attendance, movements } = found;
  const order = taken.map(({ id }) => id);
  const away = awayAt(minuteId, order, movements);
  const item = { id: minute.agendaItemId ?? minute.id, educationFunction: minute.educationFunction };
  const attendances = attendance.map(({ personId, kind, substituteForId, under, forMinutes }) => ({
    personId,
    kind,
    substituteForId,
    under,
    forMinutes,
    awayForItemIds: away.has(personId) ? [item.id] : [],
  }));
  const counted = quorum(rule, { ...facts, item, attendances });
  const present = new Set(
    attendance
      .filter(({ personId, kind }) => (kind === "present" || kind === "substitute") && !away.has(personId))
      .map(({ personId }) => personId),
  );
  const voters = electorate(item, facts.sittings, facts.votingRules).filter(({ personId }) => present.has(personId));
  return { quorum: counted, away, voters: new Set(voters.map(({ personId }) => personId)) };
}
