import { type BusinessNow, businessNow as showing } from "@/domain/calendar/business-clock";
import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import { londonDate, londonTime } from "@/domain/calendar/london-time";
import { type Client, publicDb } from "@/server/db";

/** The business clock: what "today" means to deadlines, seats and posts. */
export type Clock = BusinessNow & { demonstration: boolean };

/** Reads the clock. The public site reads it through its own login, which may. */
export async function getClock(client: Client = publicDb): Promise<Clock> {
  return clockShowing(await client.businessClock.findUnique({ where: { id: 1 } }));
}

/** The clock with the version that a form to move it carries. */
export async function getClockSetting(client: Client = publicDb): Promise<Clock & { version: number }> {
  const row = await client.businessClock.findUnique({ where: { id: 1 } });
  return { ...clockShowing(row), version: row?.version ?? 1 };
}

/** What a stored clock shows at this moment; where none is stored, real time. */
export function clockShowing(row: { demonstration: boolean; standsAt: Date | null } | null): Clock {
  const standsAt = row?.standsAt;
  const now = showing(
    standsAt
      ? { kind: "demonstration", standsAt: `${londonDate(standsAt)}T${londonTime(standsAt)}` }
      : { kind: "real" },
    new Date(),
  );
  return { ...now, demonstration: row?.demonstration ?? false };
}

/** Bank holidays are computed; what is stored are the days the council added. */
export async function getCalendar(client: Client = publicDb): Promise<CouncilCalendar> {
  return { additions: await client.calendarDay.findMany({ orderBy: { date: "asc" } }) };
}
