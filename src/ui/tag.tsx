import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";

/**
 * done: finished, met, accepted. info: under way, or changed since publication. quiet: not decided yet, set aside, gone
 * elsewhere. none: nothing there, and nothing wrong with that. warn: look at it. stop: late, refused, missing where it
 * must not be. held: exempt, confidential, withheld.
 */
export type Tone = "done" | "info" | "quiet" | "none" | "warn" | "stop" | "held";

const GROUND: Record<Tone, string> = {
  done: "bg-done-bg text-done",
  info: "bg-info-bg text-info",
  quiet: "bg-quiet-bg text-quiet",
  none: "text-quiet inset-ring inset-ring-line-2 print:inset-ring-0",
  warn: "bg-warn-bg text-warn",
  stop: "bg-stop-bg text-stop",
  held: "bg-held-bg text-held",
};

const SHAPE: Record<Tone, IconName> = {
  done: "done",
  info: "part",
  quiet: "part",
  none: "none",
  warn: "warn",
  stop: "stop",
  held: "lock",
};

/**
 * The state of a record, one per record: shape, ground and two or three words. Other shapes than the tone's own:
 * `hold` (quiet: set aside), `out` (quiet: gone elsewhere), `change` (warn: changed in substance; info: corrected).
 */
export function Tag({ tone, shape, children }: { tone: Tone; shape?: IconName | undefined; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "tag inline-flex max-w-full items-center gap-[0.4em] rounded-mark py-[0.125em] pr-[0.5em] pl-[0.4em] align-baseline",
        "text-note leading-[1.35] font-semibold office:text-fine office:leading-[1.35]",
        "print:border print:border-line-2 forced-colors:border",
        GROUND[tone],
      )}
    >
      <Icon name={shape ?? SHAPE[tone]} className="text-[0.95em] stroke-2" />
      {children}
    </span>
  );
}
