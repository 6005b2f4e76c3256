import type { Person } from "@/domain/access/actor";
import type { ReadScope } from "@/domain/access/read-scope";
import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Clock } from "@/server/clock/queries";

/** Who asks what waits for them, and when. */
export type Asker = {
  person: Person;
  scope: ReadScope;
  today: PlainDate;
  clock: Clock;
  calendar: CouncilCalendar;
};

/** "1 clause", "3 clauses". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
