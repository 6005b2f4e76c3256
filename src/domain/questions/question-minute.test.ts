import { expect, test } from "vitest";
import { type Minuted, questionsMinuted } from "./question-minute";

const QUESTION: Minuted = {
  kind: "public_question",
  askedBy: "A member of the public",
  addressedTo: null,
  text: "When do the buses stop?\nAnd why?",
  answeredBy: "The Chairman",
  answer: "At *seven*.",
  supplementary: null,
  supplementaryAnswer: null,
  replyPromisedBy: null,
  replyDueOn: null,
};

test("a minute begins with who asked what, and who answered what", () => {
  expect(questionsMinuted([QUESTION])).toBe(
    "A member of the public asked:\n\n> When do the buses stop?\n>\n> And why?\n\nThe Chairman answered:\n\n> At \\*seven\\*.",
  );
});

test("a statement is stated; what is to follow in writing is said with its day", () => {
  const statement = { ...QUESTION, kind: "public_statement" as const, answeredBy: null, answer: null, text: "Thanks." };
  const promise = { replyPromisedBy: "The Head of Transport", replyDueOn: "2016-10-25" };
  expect(questionsMinuted([statement, { ...QUESTION, answer: null, ...promise, addressedTo: "the Cabinet" }])).toBe(
    "A member of the public stated:\n\n> Thanks.\n\nA member of the public asked, to the Cabinet:\n\n> When do the buses stop?\n>\n> And why?\n\nA written reply from The Head of Transport was promised by 25 October 2016.",
  );
});

test("a supplementary question stands with its answer, and nothing asked is nothing said", () => {
  const words = questionsMinuted([{ ...QUESTION, supplementary: "Why not?", supplementaryAnswer: "Money." }]);
  expect(words).toContain("A supplementary question was asked:\n\n> Why not?\n\nIt was answered:\n\n> Money.");
  expect(questionsMinuted([])).toBe("");
});
