import { expect, test } from "vitest";
import { type Minuted, questionsMinuted, withQuestions } from "./question-minute";

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

const OTHER: Minuted = { ...QUESTION, askedBy: "Jane Smith", text: "When?", answer: null, answeredBy: null };
const BEFORE = { ...QUESTION, answer: null, answeredBy: null };

test("a minute begun before takes in what was asked since, and an answer after its question; what stands there stays", () => {
  const begun = `${questionsMinuted([BEFORE])}\n\nThe Chairman thanked them.`;
  const taken = withQuestions(begun, [QUESTION, OTHER]);
  expect(taken).toBe(`${questionsMinuted([QUESTION])}\n\nThe Chairman thanked them.\n\nJane Smith asked:\n\n> When?`);
  expect(withQuestions(taken, [QUESTION, OTHER])).toBe(taken);
  const answered = { ...OTHER, answeredBy: "The Chairman", answer: "Soon.", supplementary: "How soon?" };
  const both = withQuestions(taken, [QUESTION, answered]);
  expect(both).toBe(
    `${taken}\n\nThe Chairman answered:\n\n> Soon.\n\nA supplementary question was asked:\n\n> How soon?`,
  );
  expect(withQuestions(both, [QUESTION, answered])).toBe(both);
  expect(withQuestions("", [])).toBe("");
  expect(withQuestions("", [OTHER])).toBe(questionsMinuted([OTHER]));
});

test("words put right in the minute, and a name that is kept back since, are not put in a second time", () => {
  const shortened =
    "A resident asked:\n\n> When do the buses stop?\n>\n> And why?\n\nThe Chairman answered:\n\n> At 7 pm.";
  expect(withQuestions(shortened, [QUESTION])).toBe(shortened);
});

test("two who are answered alike each have their answer; one question is not taken for the beginning of another", () => {
  const alike = { answeredBy: "The Chairman", answer: "In writing." };
  const [one, two] = [
    { ...OTHER, ...alike },
    { ...BEFORE, ...alike, text: "When? And why?" },
  ];
  const begun = questionsMinuted([{ ...one, answer: null }, two]);
  expect(withQuestions(begun, [one, two])).toBe(questionsMinuted([one, two]));
  const lines = { ...OTHER, text: "When?\nWhere?" };
  expect(withQuestions(questionsMinuted([lines]), [lines, OTHER])).toBe(questionsMinuted([lines, OTHER]));
  expect(withQuestions(questionsMinuted([two]), [two, OTHER])).toBe(questionsMinuted([two, OTHER]));
});
