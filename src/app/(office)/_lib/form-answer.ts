import type { FormState } from "@/app/_lib/form-state";
import type { Finding, Refusal } from "@/domain/workflow/workflow";
import type { FieldProblem } from "@/ui/error-summary";
import { inTwo } from "./finding-words";

/** What a form says of itself after it was not carried out. */
export type Answer = {
  problems: readonly FieldProblem[];
  /** Warnings that stood beside what stopped it. */
  warnings: readonly Finding[];
  /** The sentence for a field. */
  of: (field: string) => string | undefined;
};

/** What only the form can say. */
export type AnswerWords = {
  /** Where somebody else saved first. */
  stale: FieldProblem;
  /** Where the record is not there, or no longer open to whoever asked. */
  gone: string;
  /** The id on the page of a field, or where it is when that is another page; its own name when nothing is said. */
  idOf?: (field: string) => string | undefined;
  hrefOf?: (field: string) => string | undefined;
};

const NOTHING: Answer = { problems: [], warnings: [], of: () => undefined };

/** What is in the way, in words, each with the field where it can be mended. */
export function answerOf(
  state: FormState,
  { stale, gone, idOf = (field) => field, hrefOf = () => undefined }: AnswerWords,
): Answer {
  if (state.status === "untouched") return NOTHING;
  if (state.status === "invalid") return ofFields(state.fields, idOf);
  switch (state.failure.kind) {
    case "stale":
      return { ...NOTHING, problems: [stale] };
    case "not-found":
      return { ...NOTHING, problems: [{ text: gone }] };
    case "broken":
      return {
        ...NOTHING,
        problems: [
          {
            text: "Something broke on our side, and nothing was changed.",
            why: `What you wrote is still here: send it again. If it breaks again, tell whoever runs this site: ${state.failure.reference}.`,
          },
        ],
      };
    case "refused":
      return ofRefusal(state.failure.refusal, { idOf, hrefOf });
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

function ofRefusal(
  { code, sentence, findings }: Refusal,
  { idOf, hrefOf }: Required<Pick<AnswerWords, "idOf" | "hrefOf">>,
): Answer {
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
    problems: hard.map(({ sentence, authority, field = "" }) => {
      const { what, why } = inTwo(sentence);
      const elsewhere = hrefOf(field);
      return {
        ...(elsewhere ? { href: elsewhere } : { field: field ? idOf(field) : undefined }),
        text: what,
        why: `${why} ${authority}.`.trim(),
      };
    }),
    warnings,
    of: (field) => hard.find((finding) => finding.field === field)?.sentence,
  };
}
