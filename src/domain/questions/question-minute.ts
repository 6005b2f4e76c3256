import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { plainInMarkdown, quotedInMarkdown } from "@/domain/wording/plain-in-markdown";
import { asksForAnswer, type QuestionKind } from "./question";

/** What of a question stands in minutes: nothing of who asks but the words under which it may be published. */
export type Minuted = {
  kind: QuestionKind;
  askedBy: string;
  addressedTo: string | null;
  text: string;
  answeredBy: string | null;
  answer: string | null;
  supplementary: string | null;
  supplementaryAnswer: string | null;
  replyPromisedBy: string | null;
  replyDueOn: PlainDate | null;
};

const VERBS: Readonly<Record<QuestionKind, string>> = {
  public_question: "asked",
  public_statement: "stated",
  petition: "petitioned",
  councillor_question: "asked",
};

/** One thing that was said, as it is introduced and in its own words. */
type Said = { opening: string; words: string | null };

/** What the minute of an item begins with: what was asked or stated there, in its order, and what was answered. */
export const questionsMinuted = (questions: readonly Minuted[]): string =>
  questions.map((question) => saidOf(question).map(inMarkdown).join("\n\n")).join("\n\n");

const inMarkdown = ({ opening, words }: Said): string => (words === null ? opening : `${opening}\n\n${words}`);

function saidOf(question: Minuted): [Said, ...Said[]] {
  const { kind, askedBy, addressedTo, text, supplementary, supplementaryAnswer } = question;
  const to = addressedTo ? `, to ${plainInMarkdown(addressedTo)}` : "";
  return [
    { opening: `${plainInMarkdown(askedBy)} ${VERBS[kind]}${to}:`, words: quotedInMarkdown(text) },
    ...answered(question),
    ...(supplementary
      ? [{ opening: "A supplementary question was asked:", words: quotedInMarkdown(supplementary) }]
      : []),
    ...(supplementaryAnswer ? [{ opening: "It was answered:", words: quotedInMarkdown(supplementaryAnswer) }] : []),
    ...promised(question),
  ];
}

function answered({ kind, answeredBy, answer }: Minuted): Said[] {
  if (!answer) return [];
  const who = answeredBy ? plainInMarkdown(answeredBy) : "The committee";
  return [{ opening: `${who} ${asksForAnswer(kind) ? "answered" : "said"}:`, words: quotedInMarkdown(answer) }];
}

const promised = ({ replyPromisedBy, replyDueOn }: Minuted): Said[] =>
  replyPromisedBy && replyDueOn
    ? [
        {
          opening: `A written reply from ${plainInMarkdown(replyPromisedBy)} was promised by ${formatDate(replyDueOn)}.`,
          words: null,
        },
      ]
    : [];

/**
 * The text of a minute that was begun before all of it was asked, accepted and answered: what is not in it yet is put in, an answer
 * after its question, and nothing that stands there is changed.
 * @returns the same text where nothing is missing
 */
export function withQuestions(text: string, questions: readonly Minuted[]): string {
  let minute = text;
  for (const question of questions) {
    const [asked, ...more] = saidOf(question);
    let after = placeOf(minute, asked)?.end;
    if (after === undefined) {
      minute = [minute.trimEnd(), inMarkdown(asked)].filter((part) => part !== "").join("\n\n");
      after = minute.length;
    }
    for (const said of more) {
      const next = nextAfter(minute, after, questions);
      const end = endOfSaid(minute.slice(0, next), said, after);
      if (end === null) {
        const words = `\n\n${inMarkdown(said)}`;
        minute = `${minute.slice(0, after)}${words}${minute.slice(after)}`;
        after += words.length;
      } else after = end;
    }
  }
  return minute;
}

/** Where the first question begins that stands after a place; the end where none does. */
function nextAfter(text: string, place: number, questions: readonly Minuted[]): number {
  const starts = questions.flatMap((question) => placeOf(text, saidOf(question)[0])?.start ?? []);
  return Math.min(text.length, ...starts.filter((start) => start >= place));
}

/** Where words begin that stand there whole: not as the beginning of a longer quotation. */
function find(text: string, words: string, from = 0): number | null {
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1))
    if (/^(?:$|\n(?!>))/.test(text.slice(at + words.length))) return at;
  return null;
}

/** Where it stands that somebody asked; who asked may be named otherwise since, and the words are the same. */
function placeOf(text: string, asked: Said): { start: number; end: number } | null {
  for (const words of [inMarkdown(asked), asked.words ?? ""]) {
    const start = words === "" ? null : find(text, words);
    if (start !== null) return { start, end: start + words.length };
  }
  return null;
}

/** Where it ends that somebody said after it; what was put right since is there by how it is introduced. */
function endOfSaid(text: string, said: Said, from: number): number | null {
  const whole = inMarkdown(said);
  const exact = find(text, whole, from);
  if (exact !== null) return exact + whole.length;
  const next = from + text.slice(from).search(/\S/);
  if (next < from || !text.startsWith(said.opening, next)) return null;
  const end = next + said.opening.length;
  const quote = /^\s*(?:>[^\n]*(?:\n|$))+/.exec(text.slice(end));
  return end + (quote?.[0].trimEnd().length ?? 0);
}
