import { describe, expect, it } from "vitest";
import { allowedMoves, codesFor, PEOPLE, RELATED, TODAY } from "@/domain/workflow/people.fixture";
import { audienceOf, decide } from "@/domain/workflow/workflow";
import { publishedName, type Question, type QuestionStatus } from "./question";
import { questionWorkflow } from "./question-workflow";

const question = (facts: Partial<Question> = {}): Question => ({
  ...RELATED,
  id: "question",
  status: "received",
  kind: "public_question",
  meetingOn: TODAY,
  agendaIsPublic: true,
  late: null,
  lateAllowedBy: null,
  ground: "offensive",
  answeredBy: "The Chairman",
  answer: "In the evening.",
  replyPromisedBy: "The Head of Transport",
  replyDueOn: "2016-10-25",
  reply: "At half past ten.",
  ...facts,
});
const accepted = (facts: Partial<Question> = {}) => question({ status: "accepted", ...facts });

describe("a question", () => {
  it("moves as the table says, by democratic services and nobody else", () => {
    const by = "by democratic services";
    expect(allowedMoves(questionWorkflow, (status) => question({ status }))).toEqual([
      `received --accept--> accepted  ${by}`,
      `received --refuse--> not_accepted  ${by}`,
      `received --withdraw--> withdrawn  ${by}`,
      `accepted --recordAnswer--> answered  ${by}`,
      `accepted --promiseReply--> reply_promised  ${by}`,
      `accepted --withdraw--> withdrawn  ${by}`,
      `not_accepted --accept--> accepted  ${by}`,
      `not_accepted --withdraw--> withdrawn  ${by}`,
      `reply_promised --reply--> replied  ${by}`,
    ]);
  });

  it("is public once it is accepted and the agenda is; what is not accepted never is", () => {
    const openTo = (agendaIsPublic: boolean) =>
      (Object.keys(questionWorkflow.statuses) as QuestionStatus[]).map((status) => [
        status,
        audienceOf(questionWorkflow, question({ status, agendaIsPublic })),
      ]);
    expect(Object.fromEntries(openTo(true))).toEqual({
      received: "chair",
      accepted: "public",
      not_accepted: "chair",
      answered: "public",
      reply_promised: "public",
      replied: "public",
      withdrawn: "chair",
    });
    expect(openTo(false).filter(([, audience]) => audience === "public")).toEqual([]);
  });

  it.each([
    ["late-not-allowed", "accept", question({ late: "16 minutes late" })],
    ["no-ground", "refuse", question({ ground: null })],
    ["before-the-meeting", "recordAnswer", accepted({ meetingOn: "2016-10-11" })],
    ["before-the-meeting", "promiseReply", accepted({ meetingOn: "2016-10-11" })],
    ["no-answer", "recordAnswer", accepted({ answer: " " })],
    ["nobody-answered", "recordAnswer", accepted({ answeredBy: null })],
    ["nobody-promised", "promiseReply", accepted({ replyPromisedBy: null })],
    ["no-reply-day", "promiseReply", accepted({ replyDueOn: null })],
    ["no-reply", "reply", question({ status: "reply_promised", reply: "" })],
  ] as const)("is refused: %s, to %s", (code, step, subject) => {
    const { allowed, codes } = codesFor(questionWorkflow, step, subject);
    expect([allowed, codes.includes(code)]).toEqual([false, true]);
  });

  it("that came late is taken by whoever presides, for a reason", () => {
    const late = question({ late: "16 minutes late", lateAllowedBy: "The Chairman" });
    expect(codesFor(questionWorkflow, "accept", late)).toEqual({ allowed: true, codes: ["came-late"] });
    const unsaid = decide(questionWorkflow, "accept", late, { actor: PEOPLE.democratic_services, today: TODAY });
    expect(unsaid).toMatchObject({ allowed: false, refusal: { code: "needs-reason" } });
  });

  it("is answered; a statement is heard, and nobody has to answer it", () => {
    const statement = accepted({ kind: "public_statement", answer: null, answeredBy: null });
    expect(codesFor(questionWorkflow, "recordAnswer", statement)).toEqual({ allowed: true, codes: [] });
  });
});

describe("what is published about whoever asks", () => {
  const jane = { name: "Jane Smith", area: "Bridport" };
  it.each([
    ["public_question", "name", "Jane Smith"],
    ["public_question", "name_and_area", "Jane Smith, Bridport"],
    ["public_statement", "withheld", "A member of the public"],
    ["councillor_question", "withheld", "A councillor"],
  ] as const)("of a %s with %s: %s", (kind, identity, words) => {
    expect(publishedName({ kind, identity }, jane)).toBe(words);
  });
  it("has no comma where no place is known", () => {
    expect(publishedName({ kind: "petition", identity: "name_and_area" }, { ...jane, area: null })).toBe("Jane Smith");
  });
});
