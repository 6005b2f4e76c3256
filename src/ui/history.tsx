import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { asList } from "./roles";

export interface HistoryEntry {
  readonly key: string;
  /** ISO. */
  readonly dateTime: string;
  /** "Today, 8.52 am", "30 Sep 2016" */
  readonly when: ReactNode;
  /** A sentence with who did it: "You changed section 4." */
  readonly what: ReactNode;
  /** The minute, rule or import behind it. */
  readonly authority?: ReactNode;
  /** What is too long for the sentence, such as both texts of what was changed; it may be a <details>. */
  readonly more?: ReactNode;
}

/** What happened to a record, newest first, at its foot, or `stacked` at its side. */
export function History({
  entries,
  stacked = false,
}: {
  entries: readonly HistoryEntry[];
  stacked?: boolean | undefined;
}) {
  return (
    <ol {...asList} className="history divide-y divide-line text-note">
      {entries.map((entry) => (
        <li
          key={entry.key}
          className={classNames("py-1.5", !stacked && "gap-x-4 md:grid md:grid-cols-[8.5rem_minmax(0,1fr)]")}
        >
          <time className="block text-ink-2" dateTime={entry.dateTime}>
            {entry.when}
          </time>
          <div>
            <p>
              {entry.what}
              {entry.authority ? <> Authority: {entry.authority}.</> : null}
            </p>
            {entry.more}
          </div>
        </li>
      ))}
    </ol>
  );
}
