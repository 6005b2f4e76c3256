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

/** What the minute of an item begins with: what was asked or stated there, in its order, and what was answered. */
export const questionsMinuted = (questions: readonly Minuted[]): string => questions.map(minuted).join("\n\n");

function minuted(question: Minuted): string {
  const { kind, askedBy, addressedTo, text, supplementary, supplementaryAnswer } = question;
  const to = addressedTo ? `, to ${plainInMarkdown(addressedTo)}` : "";
  return [
    `${plainInMarkdown(askedBy)} ${VERBS[kind]}${to}:`,
    quotedInMarkdown(text),
    ...answered(question),
    ...(supplementary ? ["A supplementary question was asked:", quotedInMarkdown(supplementary)] : []),
    ...(supplementaryAnswer ? ["It was answered:", quotedInMarkdown(supplementaryAnswer)] : []),
    ...promised(question),
  ].join("\n\n");
}

function answered({ kind, answeredBy, answer }: Minuted): string[] {
  if (!answer) return [];
  const who = answeredBy ? plainInMarkdown(answeredBy) : "The committee";
  return [`${who} ${asksForAnswer(kind) ? "answered" : "said"}:`, quotedInMarkdown(answer)];
}

const promised = ({ replyPromisedBy, replyDueOn }: Minuted): string[] =>
  replyPromisedBy && replyDueOn
    ? [`A written reply from ${plainInMarkdown(replyPromisedBy)} was promised by ${formatDate(replyDueOn)}.`]
    : [];
