import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import { Meta } from "./meta";
import { asList } from "./roles";

/** hard stops it; soft stops nothing; good says what is right when people doubt it. */
export type Severity = "hard" | "soft" | "good";

export interface Finding {
  readonly key: string;
  readonly severity: Severity;
  /** What to do, or what is the case; printed bold: "Name a lead member." */
  readonly what: ReactNode;
  /** Why, or what follows. */
  readonly why?: ReactNode;
  /** The rule, in small grey words: "Stops it. Template of the committee." */
  readonly rule?: ReactNode;
}

const SHAPE: Record<Severity, IconName> = { hard: "stop", soft: "warn", good: "done" };
const INK: Record<Severity, string> = { hard: "text-stop", soft: "text-warn", good: "text-done" };
const ORDER: readonly Severity[] = ["hard", "soft", "good"];
const SAID: Record<Severity, string> = { hard: "Stops it: ", soft: "Stops nothing: ", good: "In order: " };

/** What was looked into before a step, beside the thing it is about. Whatever stops the step stands first. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const sorted = findings.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return (
    <ul {...asList} className="findings divide-y divide-line">
      {sorted.map((finding) => (
        <li key={finding.key} className="grid grid-cols-[1.5rem_minmax(0,1fr)] py-2">
          <Icon name={SHAPE[finding.severity]} className={`mt-[0.2em] text-[1.05em] ${INK[finding.severity]}`} />
          <div>
            <span className="sr-only">{SAID[finding.severity]}</span>
            <b className="font-semibold">{finding.what}</b> {finding.why}
            {finding.rule ? (
              <Meta as="span" className="block">
                {finding.rule}
              </Meta>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
