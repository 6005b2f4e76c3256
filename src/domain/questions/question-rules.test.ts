import { describe, expect, it } from "vitest";
import { questionRules, USUAL_QUESTION_RULES } from "./question-rules";

describe("the rules of a body's questions", () => {
  it("are its own, and as they usually are where it set nothing", () => {
    const own = { replyWithinDays: 5, eraseAfterMonths: 3, eraseAtLatestMonths: 24 };
    expect(questionRules({ capacity: 6, questions: own })).toEqual(own);
    for (const nothing of [{}, null, { questions: {} }, { questions: { replyWithinDays: "5", eraseAfterMonths: 0 } }])
      expect(questionRules(nothing)).toEqual(USUAL_QUESTION_RULES);
  });

  it("never let go of who asked sooner because a reply is owed", () => {
    expect(questionRules({ questions: { eraseAfterMonths: 18 } })).toMatchObject({ eraseAtLatestMonths: 18 });
  });
});
