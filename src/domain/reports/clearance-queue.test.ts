import { describe, expect, it } from "vitest";
import { PEOPLE, RELATED } from "@/domain/workflow/people.fixture";
import { asksForChanges, ownStep, type QueuedReport, stepsAwaiting } from "./clearance-queue";
import type { ClearanceOutcome, ClearanceStep, ReportStatus } from "./report";

const since = new Date("2016-10-03T09:00:00Z");
const waiting = (step: ClearanceStep, askedIds: string[] = [], outcome: ClearanceOutcome = "waiting") => ({
  ...{ step, askedIds, outcome, at: since },
});
const report = (status: ReportStatus): QueuedReport => ({
  ...RELATED,
  status,
  clearances: [waiting("finance", ["clearer"]), waiting("legal"), waiting("director"), waiting("callover")],
});
const awaited = (who: "clearer" | "director" | "democratic_services" | "author" | "chair", status: ReportStatus) =>
  stepsAwaiting(PEOPLE[who], report(status)).map(({ step }) => step);

describe("the queue of clearances", () => {
  it("has each step for whoever clears it, and for nobody else", () => {
    expect(awaited("clearer", "in_clearance")).toEqual(["finance"]);
    expect(awaited("director", "in_clearance")).toEqual(["director"]);
    expect(awaited("democratic_services", "in_clearance")).toEqual(["legal"]);
    expect(awaited("author", "in_clearance")).toEqual([]);
    expect(awaited("chair", "in_clearance")).toEqual([]);
  });

  it("has callover once it is signed off, and nothing before it is sent or after it was cleared", () => {
    expect(awaited("democratic_services", "signed_off")).toEqual(["callover"]);
    expect(awaited("clearer", "signed_off")).toEqual([]);
    expect(awaited("director", "draft")).toEqual([]);
    const cleared = { ...report("in_clearance"), clearances: [waiting("director", [], "cleared")] };
    expect(stepsAwaiting(PEOPLE.director, cleared)).toEqual([]);
    expect(asksForChanges(cleared)).toBe(false);
    expect(asksForChanges({ clearances: [waiting("finance", [], "returned")] })).toBe(true);
  });

  it("knows for which step somebody returns a report who says only why", () => {
    const clearances = [{ step: "finance", askedIds: ["clearer"], outcome: "waiting" } as const].map((each) => ({
      ...{ ...each, personId: null, onBehalfOf: null, evidence: null },
    }));
    const rules = { template: [], steps: ["finance", "director", "callover"] as const, fourEyes: true };
    const own = (
      who: "clearer" | "director" | "democratic_services",
      status: ReportStatus,
      steps = rules.steps as readonly ClearanceStep[],
    ) => ownStep(PEOPLE[who], { ...RELATED, status, clearances, rules: { ...rules, steps } });
    expect(own("clearer", "in_clearance")).toBe("finance");
    expect(own("director", "in_clearance")).toBe("director");
    expect(own("director", "in_clearance", ["finance"])).toBeNull();
    expect(own("democratic_services", "in_clearance")).toBeNull();
    expect(own("democratic_services", "signed_off")).toBe("callover");
  });
});
