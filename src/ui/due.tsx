import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

/** ahead; soon = three days or fewer; over = late; met; off = no clock runs ("No notice, no clock"). */
export type DueState = "ahead" | "soon" | "over" | "met" | "off";

const EDGE: Record<DueState, string> = {
  ahead: "border-line-2",
  soon: "border-warn",
  over: "border-stop",
  met: "border-line text-ink-2",
  off: "border-dashed border-line-2 text-ink-2",
};

const DISTANCE: Record<DueState, string> = {
  ahead: "",
  soon: "border-warn bg-warn-bg text-warn",
  over: "border-stop bg-stop text-paper print:bg-transparent print:text-ink",
  met: "border-line text-done",
  off: "border-line-2",
};

/**
 * A date that binds somebody: the date, then the distance. Where the date stands in a sentence beside it, give the
 * distance alone; such a chip is not printed, for paper does not know when it is read.
 */
export function Due({
  state = "ahead",
  date,
  distance,
}: {
  state?: DueState | undefined;
  date?: ReactNode;
  distance?: ReactNode;
}) {
  const alone = date === undefined || date === null;
  const clock = <Icon name="clock" className="mr-[0.35em] inline-block align-baseline translate-y-[0.13em]" />;
  return (
    <span
      className={classNames(
        "due inline-flex max-w-full flex-wrap overflow-hidden rounded-mark border align-baseline text-note leading-[1.35] tabular-nums",
        "office:text-fine office:leading-[1.35] forced-colors:border",
        EDGE[state],
        alone && "print:hidden",
      )}
    >
      {alone ? null : (
        <span className="px-[0.5em] py-[0.125em]">
          {clock}
          {date}
        </span>
      )}
      {distance ? (
        <span
          className={classNames(
            "px-[0.5em] py-[0.125em]",
            // The line between the two lies under the chip's own edge where the distance stands below the date.
            !alone && "-ml-px grow border-l border-line-2 font-semibold",
            DISTANCE[state],
            (state === "ahead" || state === "soon") && "print:hidden",
          )}
        >
          {alone ? clock : <span className="sr-only">, </span>}
          {distance}
        </span>
      ) : null}
    </span>
  );
}
