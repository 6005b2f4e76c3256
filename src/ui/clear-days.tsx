import { asList } from "./roles";

export interface ClearDay {
  /** Its ISO date. */
  readonly key: string;
  /** First letter of the weekday. */
  readonly letter: string;
  /** Day of the month. */
  readonly day: number;
  /** end: the day of publication and the day of the meeting. off: a weekend or bank holiday. on: a clear day. */
  readonly kind: "end" | "off" | "on";
  /** Which clear day it is. */
  readonly count?: number | undefined;
  /** The whole of it for a screen reader: "Monday 3 October: clear day 1". */
  readonly sentence: string;
}

/**
 * The working behind a count of clear days, each day a cell. Write the result above it as a sentence: "6 clear days;
 * the rule is 5."
 */
export function ClearDays({
  days,
  label = "Clear days between publication and the meeting",
}: {
  days: readonly ClearDay[];
  label?: string | undefined;
}) {
  return (
    <ol {...asList} className="days" aria-label={label}>
      {days.map((day) => (
        <li key={day.key} className={day.kind}>
          <span className="d" aria-hidden="true">
            {day.letter}
          </span>
          <b aria-hidden="true">{day.day}</b>
          <span className="n" aria-hidden="true">
            {day.count}
          </span>
          <span className="sr-only">{day.sentence}</span>
        </li>
      ))}
    </ol>
  );
}
