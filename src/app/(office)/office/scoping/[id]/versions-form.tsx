"use client";

import { useActionState } from "react";
import { type FormState, UNTOUCHED } from "@/app/_lib/form-state";
import { typedText } from "@/app/_lib/form-values";
import { Actions, Button } from "@/ui/button";
import { ErrorSummary, type FieldProblem } from "@/ui/error-summary";
import { type VersionLine, Versions } from "@/ui/versions";
import { settleVersionsAction } from "./actions";

/** Somebody saved first: both versions of this part, to choose field by field. */
export function VersionsForm({
  proposal,
  section,
  onceKey,
  mine,
  label,
  theirsHead,
  lines,
}: {
  proposal: { id: string; version: number };
  section: string;
  onceKey: string;
  /** What was typed, as JSON. */
  mine: string;
  label: string;
  theirsHead: string;
  lines: readonly (Omit<VersionLine, "name" | "chosen"> & { name: string })[];
}) {
  const [state, action] = useActionState(settleVersionsAction, UNTOUCHED);
  const values = state.status === "untouched" ? undefined : state.values;
  const problems = problemsOf(state, lines);
  return (
    <>
      {problems.length > 0 ? <ErrorSummary id="not-settled" title="Not saved" level={3} problems={problems} /> : null}
      <form action={action} className="mt-4">
        <input type="hidden" name="id" value={proposal.id} />
        <input type="hidden" name="version" value={proposal.version} />
        <input type="hidden" name="section" value={section} />
        <input type="hidden" name="fields" value={lines.map(({ name }) => name).join(",")} />
        <input type="hidden" name="mine" value={mine} />
        <input type="hidden" name="onceKey" value={onceKey} />
        <Versions
          label={label}
          theirsHead={theirsHead}
          lines={lines.map(({ name, ...line }) => {
            const sent = typedText(values, `keep-${name}`);
            return {
              ...line,
              name: `keep-${name}`,
              ...((sent === "mine" || sent === "theirs") && { chosen: sent }),
            };
          })}
        />
        <Actions className="mt-4">
          <Button>Save what I chose</Button>
        </Actions>
      </form>
    </>
  );
}

function problemsOf(state: FormState, lines: readonly { name: string; field: string }[]): FieldProblem[] {
  if (state.status === "untouched") return [];
  if (state.status === "failed")
    return [
      state.failure.kind === "refused"
        ? { text: state.failure.refusal.sentence }
        : { text: "This proposal changed again.", why: "Open this page once more." },
    ];
  return Object.entries(state.fields).flatMap(([name, sentences]) => {
    const line = lines.find((each) => name.includes(each.name));
    return (sentences ?? []).map((text) => ({ text: line ? `${line.field}: ${text}` : text }));
  });
}
