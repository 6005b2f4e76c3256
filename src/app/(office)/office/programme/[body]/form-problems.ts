import type { FormState } from "@/app/_lib/form-state";
import type { Finding } from "@/domain/workflow/workflow";
import type { FieldProblem } from "@/ui/error-summary";

/** What a form says of itself after it was not carried out. */
export type Answer = {
  problems: readonly FieldProblem[];
  /** Warnings that stood beside what stopped it. */
  warnings: readonly Finding[];
  /** The sentence for a field. */
  of: (field: string) => string | undefined;
};

const NOTHING: Answer = { problems: [], warnings: [], of: () => undefined };

/**
 * What is in the way, in words, each with the field where it can be mended.
 * @param idOf the id on the page of a field; undefined where the form does not have it
 * @param stale what to say where somebody else saved first
 */
export function answerOf(state: FormState, idOf: (field: string) => string | undefined, stale: FieldProblem): Answer {
  if (state.status === "untouched") return NOTHING;
  if (state.status === "invalid") return ofFields(state.fields, idOf);
  switch (state.failure.kind) {
    case "stale":
      return { ...NOTHING, problems: [stale] };
    case "not-found":
      return { ...NOTHING, problems: [{ text: "This item is not there, or no longer open to you." }] };
    case "refused":
      return ofRefusal(state.failure.refusal, idOf);
  }
}

function ofFields(
  fields: Readonly<Record<string, string[] | undefined>>,
  idOf: (field: string) => string | undefined,
): Answer {
  const said = Object.entries(fields).flatMap(([field, sentences]) =>
    (sentences ?? []).map((text) => ({ field, text })),
  );
  return {
    problems: said.map(({ field, text }) => ({ field: idOf(field), text })),
    warnings: [],
    of: (field) => fields[field]?.[0],
  };
}

type Refused = Extract<Extract<FormState, { status: "failed" }>["failure"], { kind: "refused" }>["refusal"];

function ofRefusal({ code, sentence, findings }: Refused, idOf: (field: string) => string | undefined): Answer {
  const hard = findings.filter(({ severity }) => severity === "hard");
  const warnings = findings.filter(({ severity }) => severity === "soft");
  if (code === "needs-reason")
    return {
      problems: [{ field: idOf("reason"), text: sentence }],
      warnings,
      of: (field) => (field === "reason" ? sentence : undefined),
    };
  if (hard.length === 0) return { problems: [{ text: sentence }], warnings, of: () => undefined };
  return {
    problems: hard.map((finding) => ({
      field: idOf(finding.field ?? ""),
      text: finding.sentence,
      why: `${finding.authority}.`,
    })),
    warnings,
    of: (field) => hard.find((finding) => finding.field === field)?.sentence,
  };
}
