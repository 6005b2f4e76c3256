import { VisuallyHidden } from "./visually-hidden";

/**
 * A date as margins and desks print it, "Tue 11 Oct", which a screen reader hears in full, "Tuesday 11 October 2016".
 */
export function ShortDate({ dateTime, short, full }: { dateTime: string; short: string; full: string }) {
  return (
    <time dateTime={dateTime}>
      <span aria-hidden="true">{short}</span>
      <VisuallyHidden>{full}</VisuallyHidden>
    </time>
  );
}
