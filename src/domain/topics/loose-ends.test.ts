import { describe, expect, it } from "vitest";
import { newcomers, orphans, type Suggested } from "./loose-ends";

const suggested = (title: string, facts: Partial<Suggested> = {}): Suggested => ({
  title,
  status: "triaged",
  suggestedOn: "2016-06-16",
  isTakenUp: false,
  ...facts,
});

describe("loose ends", () => {
  it("are topics that nothing took up and nobody put aside", () => {
    const topics = [
      suggested("Budget cuts"),
      suggested("Adoption and fostering", { isTakenUp: true }),
      suggested("Cost of care", { status: "merged" }),
      suggested("Demographic pressures", { status: "transferred" }),
    ];
    expect(orphans(topics).map(({ title }) => title)).toEqual(["Budget cuts"]);
  });

  it("are topics on the list that no meeting suggested", () => {
    const listed = [
      { title: "Fair Charges", source: "pre_decision", comesFromMeeting: false },
      { title: "Care Review", source: "member", comesFromMeeting: true },
      { title: "Racism and xenophobia", source: "motion", comesFromMeeting: false },
    ] as const;
    expect(newcomers(listed).map(({ title }) => title)).toEqual(["Fair Charges"]);
  });
});
