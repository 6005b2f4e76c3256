import { PAPER_KINDS, type PaperKind } from "@/domain/papers/paper";
import { isImage } from "@/domain/papers/upload";
import { keysOf, optionsOf } from "@/domain/wording/words-by-value";
import { ExpectedError, expectedFailure } from "@/server/errors";
import { type Answers, answersFrom } from "@/server/workflow/answers";
import type { StepField } from "@/server/workflow/step-field";
import type { ArrivedFile, ReceivedUpload } from "./receive";
import { type ProposedRestriction, proposedRestrictionFields, proposedRestrictionIn } from "./restriction-form";

/** Of a file: what a reader who cannot see an image is told instead. */
const ALTERNATIVE_TEXT: StepField = {
  kind: "prose",
  name: "alternativeText",
  label: "What it shows, if it is an image",
  hint: "In words, for whoever cannot see it. Every image has to have this",
};

/** The fields above the file of a paper to be added. */
export const paperFields = (): StepField[] => [
  { kind: "line", name: "title", label: "Title, as printed on it", hint: "Public even where the paper is not" },
  {
    kind: "one",
    name: "kind",
    label: "What it is",
    options: optionsOf(PAPER_KINDS).map(({ value, label }) => ({
      value,
      label: value === "other" ? "Another paper" : label.charAt(0).toUpperCase() + label.slice(1),
    })),
    value: "appendix",
  },
  {
    kind: "line",
    name: "byAsPrinted",
    label: "By (optional)",
    hint: "As printed: a name, or a name with its title",
  },
  ...proposedRestrictionFields(),
  ALTERNATIVE_TEXT,
];

/** The fields of a corrected file. */
export const correctedFileFields = (): StepField[] => [ALTERNATIVE_TEXT];

export type SentFile = { file: ArrivedFile; alternativeText: string | null };

export type SentPaper = SentFile & {
  title: string;
  kind: PaperKind;
  byAsPrinted: string | null;
  restriction: ProposedRestriction;
};

const LONGEST_TITLE = 300;

/**
 * A paper as it was sent, everything that is wrong with it said at once.
 * @throws ExpectedError invalid
 */
export function paperIn(received: ReceivedUpload): SentPaper {
  const answers = answersFrom(received.values);
  const problems = new Problems();
  const title = problems.of(() => answers.text("title"));
  if (title === "") problems.say("title", "Write the title as it is printed on the paper.");
  if (title && title.length > LONGEST_TITLE)
    problems.say("title", "Shorten the title: it is longer than 300 characters.");
  const kind = problems.of(() => answers.oneOf("kind", keysOf(PAPER_KINDS)));
  if (kind === null) problems.say("kind", "Choose what it is.");
  const byAsPrinted = problems.of(() => answers.text("byAsPrinted"));
  const restriction = problems.of(() => proposedRestrictionIn(answers));
  const { file, alternativeText } = sentFile(received, answers, problems);
  problems.end();
  return {
    title: title as string,
    kind: kind as PaperKind,
    byAsPrinted: byAsPrinted || null,
    restriction: restriction as ProposedRestriction,
    file: file as ArrivedFile,
    alternativeText,
  };
}

/**
 * A corrected file as it was sent.
 * @throws ExpectedError invalid
 */
export function fileIn(received: ReceivedUpload): SentFile {
  const problems = new Problems();
  const { file, alternativeText } = sentFile(received, answersFrom(received.values), problems);
  problems.end();
  return { file: file as ArrivedFile, alternativeText };
}

function sentFile({ file, refusal }: ReceivedUpload, answers: Answers, problems: Problems) {
  const alternativeText = problems.of(() => answers.text("alternativeText")) || null;
  if (refusal !== null) problems.say("file", refusal);
  if (file && isImage(file.mediaType) && !alternativeText)
    problems.say("alternativeText", "Say in words what the image shows, for whoever cannot see it.");
  return { file, alternativeText: file && isImage(file.mediaType) ? alternativeText : null };
}

/** What is wrong, by field. */
class Problems {
  readonly #said: Record<string, string[]> = {};

  say(field: string, sentence: string): void {
    this.#said[field] = [...(this.#said[field] ?? []), sentence];
  }

  /** What is read, or nothing, with what is wrong with it said. */
  of<Value>(read: () => Value): Value | undefined {
    try {
      return read();
    } catch (error) {
      const failure = expectedFailure(error);
      if (failure?.kind !== "invalid") throw error;
      for (const [field, sentences] of Object.entries(failure.fields))
        for (const sentence of sentences) this.say(field, sentence);
      return undefined;
    }
  }

  end(): void {
    if (Object.keys(this.#said).length > 0) throw new ExpectedError({ kind: "invalid", fields: this.#said });
  }
}
