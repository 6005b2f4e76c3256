import { expect, test } from "vitest";
import { fairCharges, qualityAndCostOfCare } from "@/domain/scoping/proposals.fixture";
import { preparation, stepsMissing } from "./preparation";

const unscored = { status: "triaged", scorers: 0, scoring: null } as const;

test("Care Review: its proposal has no lead member, nobody has scored it, no meeting has it", () =>
  expect(preparation(unscored, qualityAndCostOfCare("on_agenda"), null)).toEqual({
    scored: "missing",
    led: "in_part",
    explained: "done",
    timed: "done",
    placed: "missing",
  }));

test("Fair Charges: only the score and the meeting are missing", () => {
  const steps = preparation(unscored, fairCharges("on_agenda"), null);
  expect(steps && stepsMissing(steps)).toEqual(["Scored by the committee’s method", "Placed at a meeting"]);
});

test("a topic nobody has touched misses all five", () => {
  const steps = preparation(unscored, null, null);
  expect(steps && stepsMissing(steps)).toHaveLength(5);
});

test("a topic some have scored is scored in part; one whose scoring is closed is scored", () => {
  const scoring = { total: 8, threshold: 8, vetoed: false };
  expect(preparation({ ...unscored, scorers: 2 }, null, null)?.scored).toBe("in_part");
  expect(preparation({ status: "scored", scorers: 2, scoring }, null, "2017-01-11")).toMatchObject({
    scored: "done",
    placed: "done",
  });
});

test("a topic handed over is asked for nothing", () => {
  for (const status of ["transferred", "rejected", "merged", "removed"] as const)
    expect(preparation({ ...unscored, status }, null, null)).toBeNull();
});
