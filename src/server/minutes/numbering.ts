import { type HeadingNumbering, type NumberingPolicy, numberHeadings } from "@/domain/calendar/minute-numbering";
import type { Tx } from "@/server/db";
import { ExpectedError } from "@/server/errors";

const PLAIN: NumberingPolicy = { scope: "meeting", pattern: "{n}" };

const policyOf = (stored: unknown): NumberingPolicy =>
  typeof stored === "object" && stored !== null && "scope" in stored && "pattern" in stored
    ? (stored as NumberingPolicy)
    : PLAIN;

/** What each minute does with numbers, as its number and the one before it show. */
export function numberingOf(items: readonly { number: number | null }[]): HeadingNumbering[] {
  return items.map(({ number }, index) => {
    if (number === null) return "unnumbered";
    const before = items.slice(0, index).findLast((each) => each.number !== null);
    return before?.number === number ? "with_previous" : "numbered";
  });
}

/**
 * Gives the minutes of a meeting their numbers by their body's policy, in their order. Numbers may change until they are published.
 * @param wanted what each does with numbers, in their order
 */
export async function renumber(tx: Tx, minutesId: string, wanted: readonly HeadingNumbering[]): Promise<void> {
  const { body, bodyId, meeting, items } = await tx.minutes.findUniqueOrThrow({
    where: { id: minutesId },
    include: {
      body: { select: { numbering: true } },
      meeting: { select: { id: true, date: true } },
      items: { orderBy: { position: "asc" }, select: { id: true, number: true } },
    },
  });
  const given = await tx.minute.findMany({
    where: { bodyId, number: { not: null }, minutesId: { not: minutesId } },
    select: { number: true, minutes: { select: { meeting: { select: { id: true, date: true } } } } },
  });
  const numbers = numberHeadings(
    policyOf(body.numbering),
    { meetingId: meeting.id, meetingOn: meeting.date },
    fitting(wanted),
    given.map(({ number, minutes }) => ({
      meetingId: minutes.meeting.id,
      meetingOn: minutes.meeting.date,
      number: number ?? 0,
    })),
  );
  const moved = new Map<number, number>();
  for (const [index, item] of items.entries()) {
    const number = numbers[index]?.number ?? null;
    if (number === item.number) continue;
    await tx.minute.update({ where: { id: item.id }, data: { number } });
    if (item.number !== null && number !== null) moved.set(item.number, number);
  }
  if (moved.size > 0) await renumberAttendance(tx, meeting.id, moved);
}

/** Whoever came for some minutes came for the same ones under their new numbers. */
async function renumberAttendance(tx: Tx, meetingId: string, moved: ReadonlyMap<number, number>): Promise<void> {
  const attended = await tx.attendance.findMany({
    where: { meetingId, forMinutes: { isEmpty: false } },
    select: { id: true, forMinutes: true },
  });
  for (const { id, forMinutes } of attended)
    await tx.attendance.update({
      where: { id },
      data: { forMinutes: forMinutes.map((number) => moved.get(number) ?? number).toSorted((a, b) => a - b) },
    });
}

/** The first that takes a number cannot share one. */
function fitting(wanted: readonly HeadingNumbering[]): HeadingNumbering[] {
  const first = wanted.findIndex((each) => each !== "unnumbered");
  return wanted.map((each, index) => (index === first ? "numbered" : each));
}

/** Counts the version of the minutes up: their order is theirs. @throws ExpectedError stale */
export async function touchMinutes(tx: Tx, id: string, version: number): Promise<void> {
  const { count } = await tx.minutes.updateMany({ where: { id, version }, data: { version: { increment: 1 } } });
  if (count === 0) throw new ExpectedError({ kind: "stale" });
}
