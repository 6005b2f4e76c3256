import type { ReactNode } from "react";
import { Heading, type HeadingLevel } from "./heading";
import { asList } from "./roles";
import { VisuallyHidden } from "./visually-hidden";

/** What waits for somebody, under the heading of its group: late and today, this week, a meeting, no date. */
export function WorkList({ children }: { children: ReactNode }) {
  return (
    <ol {...asList} className="work">
      {children}
    </ol>
  );
}

/** One thing that waits: when, what, why, and one verb. */
export function WorkItem({
  when,
  under,
  title,
  level = 3,
  tag,
  why,
  action,
}: {
  when: ReactNode;
  /** Under the date, small: "3 days", a Tag. */
  under?: ReactNode;
  title: ReactNode;
  level?: HeadingLevel | undefined;
  tag?: ReactNode;
  why?: ReactNode;
  action?:
    | {
        readonly href: string;
        readonly label: string;
        /** The record, for a screen reader, where the label is used twice on the page: "about Fair Charges". */
        readonly about?: string | undefined;
      }
    | undefined;
}) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] items-baseline gap-x-4 gap-y-0.5 border-b border-line py-[0.5625rem] md:grid-cols-[9rem_minmax(0,1fr)_auto]">
      <p className="text-note font-semibold tabular-nums">
        {when}
        {under ? <span className="ml-[0.5em] text-fine font-normal text-ink-2 md:ml-0 md:block">{under}</span> : null}
      </p>
      <div>
        <Heading level={level} className="font-semibold">
          {title} {tag}
        </Heading>
        {why ? <p className="text-note text-ink-2">{why}</p> : null}
      </div>
      {action ? (
        <p className="md:whitespace-nowrap">
          <a className="inline-block py-0.5" href={action.href}>
            {action.label}
            {action.about ? <VisuallyHidden> {action.about}</VisuallyHidden> : null}
          </a>
        </p>
      ) : null}
    </li>
  );
}
