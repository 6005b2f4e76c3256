import type { ReactNode } from "react";
import type { HeadingLevel } from "./heading";
import { Notice } from "./notice";
import { asList } from "./roles";

export interface Change {
  readonly key: string;
  /** ISO, with the time. */
  readonly dateTime: string;
  /** "Mon 3 Oct, 8.35 am" */
  readonly when: ReactNode;
  /** What it said and what it says now, with a link to the item. */
  readonly what: ReactNode;
}

/** What was changed since publication, above an agenda; the item itself carries a Tag `info` with the shape `change`. */
export function ChangesNotice({
  id = "changed",
  title,
  level = 2,
  changes,
}: {
  id?: string | undefined;
  /** "2 changes since publication" */
  title: ReactNode;
  level?: HeadingLevel | undefined;
  changes: readonly Change[];
}) {
  return (
    <Notice id={id} title={title} level={level} shape="change">
      <ChangeList changes={changes} />
    </Notice>
  );
}

/** The list alone, where a heading stands already. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  return (
    <ol {...asList} className="divide-y divide-line">
      {changes.map((change) => (
        <li key={change.key} className="gap-x-4 py-2 md:grid md:grid-cols-[10rem_minmax(0,1fr)]">
          <time className="text-ink-2" dateTime={change.dateTime}>
            {change.when}
          </time>
          <div>{change.what}</div>
        </li>
      ))}
    </ol>
  );
}
