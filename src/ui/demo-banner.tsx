import type { ReactNode } from "react";
import { Icon } from "./icon";

/**
 * The first thing on every page of a demonstration: the clock in words, "Monday 3 October 2016, 9.00 am". Never
 * coloured like a warning.
 */
export function DemoBanner({
  now,
  aboutHref,
  children,
}: {
  now: ReactNode;
  aboutHref?: string | undefined;
  /** More words after the clock, such as who one may sign in as. */
  children?: ReactNode;
}) {
  return (
    <aside className="bg-well text-note print:hidden" aria-label="Demonstration">
      <div className="wrap py-[0.4375rem]">
        <p className="flex items-baseline gap-[0.5em]">
          <Icon name="clock" className="translate-y-[0.14em]" />
          <span>
            <strong>Demonstration.</strong> Its clock stands at {now}. {children}
            {aboutHref ? <a href={aboutHref}>About it</a> : null}
          </span>
        </p>
      </div>
    </aside>
  );
}
