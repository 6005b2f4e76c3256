import type { ReactNode } from "react";
import { Heading, type HeadingLevel } from "./heading";
import { asList } from "./roles";

export interface Clause {
  readonly key: string;
  /** As printed: "1", "(a)". */
  readonly number: string;
  readonly text: ReactNode;
  /** Its address, where other pages lead to it. */
  readonly id?: string | undefined;
}

/** Numbered clauses, each on its own number. */
export function Clauses({ clauses }: { clauses: readonly Clause[] }) {
  return (
    <ol {...asList} className="clauses">
      {clauses.map((clause) => (
        <li key={clause.key} id={clause.id}>
          <span className="n">{clause.number}</span>
          <div>{clause.text}</div>
        </li>
      ))}
    </ol>
  );
}

/**
 * What was resolved or recommended: the verb as heading, clauses numbered, the reason last, then the tag of the answer
 * and the thread.
 */
export function Decision({
  verb,
  label,
  level = 4,
  id,
  clauses = [],
  reason,
  after,
  children,
}: {
  /** "Resolved", "Recommended to Cabinet". */
  verb: ReactNode;
  /** Names the region: "Recommendation, minute 9". */
  label: string;
  level?: HeadingLevel | undefined;
  id?: string | undefined;
  clauses?: readonly Clause[] | undefined;
  reason?: ReactNode;
  /** Tag of the answer, then ThreadLink. */
  after?: ReactNode;
  /** The words of a decision without clauses. */
  children?: ReactNode;
}) {
  return (
    <section className="decision" id={id} aria-label={label}>
      <Heading level={level} className="verb">
        {verb}
      </Heading>
      {children}
      {clauses.length > 0 ? <Clauses clauses={clauses} /> : null}
      {reason ? <p className="reason text-note text-ink-2">Reason: {reason}</p> : null}
      {after ? <div className="after">{after}</div> : null}
    </section>
  );
}

/** "Noted.", with the thin rule: a decision that asks nothing of anybody. */
export function LightDecision({ verb = "Noted.", children }: { verb?: ReactNode; children?: ReactNode }) {
  return (
    <p className="decision light">
      <strong>{verb}</strong> {children}
    </p>
  );
}
