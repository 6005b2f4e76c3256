"use client";

import { useEffect, useState } from "react";
import { Empty } from "@/ui/empty";
import { Findings } from "@/ui/findings";
import { KEPT } from "../../../_forms/autosave";
import type { ShownCheck } from "./check-words";

/**
 * What the check of a report finds: of what is saved or typed when the page is made, and of what is typed since, each time that is
 * kept.
 * @param fieldId begins the ids of the front sheet's fields on this page
 */
export function CheckPanel({ findings, fieldId }: { findings: readonly ShownCheck[]; fieldId: string }) {
  const [typed, setTyped] = useState<{ of: readonly ShownCheck[]; findings: readonly ShownCheck[] } | null>(null);
  useEffect(() => {
    const hear = (event: Event) => {
      const { findings: found } = (event as CustomEvent<{ findings?: ShownCheck[] }>).detail;
      if (found) setTyped({ of: findings, findings: found });
    };
    document.addEventListener(KEPT, hear);
    return () => document.removeEventListener(KEPT, hear);
  }, [findings]);
  const shown = typed?.of === findings ? typed.findings : findings;
  return (
    <>
      <p role="status" className="sr-only">
        {typed ? inWords(shown.length) : ""}
      </p>
      {shown.length === 0 ? (
        <Empty what="Nothing found.">The check reads words, numbers and dates; it does not know the subject.</Empty>
      ) : (
        <Findings
          findings={shown.map(({ key, severity, what, why, at }) => ({
            key,
            severity,
            what,
            why: (
              <>
                {why} {at ? <a href={at.anchor ? `#${at.anchor}` : `#${fieldId}${at.field}`}>{at.words}</a> : null}
              </>
            ),
          }))}
        />
      )}
    </>
  );
}

const inWords = (count: number) =>
  count === 0 ? "The check finds nothing." : `The check finds ${count === 1 ? "one thing" : `${count} things`}.`;
