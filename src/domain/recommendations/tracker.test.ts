import { describe, expect, it } from "vitest";
import { clause, response } from "./clause.fixture";
import { trackerFigures, trackerGroup } from "./tracker";

const TODAY = "2016-10-03";

describe("the tracker", () => {
  it.each([
    ["overdue", clause({ response: null })],
    ["waiting", clause({ response: null, status: "agreed", notice: null })],
    ["gaps", clause({ status: "responded", response: response({ undertakings: [] }) })],
    ["gaps", clause({ status: "responded", response: response({ kind: "unclear" }) })],
    ["underWay", clause({ status: "responded" })],
    ["underWay", clause({ status: "implementing", response: response({ reference: null }) })],
    [
      "overdue",
      clause({
        status: "implementing",
        response: response({ undertakings: [{ text: "", ownerId: "director", dueOn: "2016-10-02" }] }),
      }),
    ],
    ["gaps", clause({ status: "responded", response: response({ kind: "rejected", undertakings: [] }) })],
    [
      "ended",
      clause({ status: "responded", response: response({ kind: "rejected", reason: "No money.", undertakings: [] }) }),
    ],
    ["ended", clause({ status: "achieved" })],
  ] as const)("has it among: %s", (group, subject) => expect(trackerGroup(subject, TODAY)).toBe(group));

  it("counts what is there", () => {
    const facts = [
      clause({ status: "responded" }),
      clause({ status: "responded", response: response({ changedInSubstance: true, undertakings: [] }) }),
      clause({ response: null }),
    ];
    const asked = facts.map((each) => ({ facts: each, agreedOn: "2016-06-16" }));
    expect(trackerFigures(asked, TODAY)).toEqual({
      asked: 3,
      answered: 2,
      daysToAnswer: { least: 13, most: 13 },
      changedInSubstance: 1,
      withoutDate: 1,
      overdue: 1,
      withNotice: 3,
    });
    expect(trackerFigures([], TODAY).daysToAnswer).toBeNull();
  });
});
