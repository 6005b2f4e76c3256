import { describe, expect, it } from "vitest";
import { DORSET_FRONT_SHEET, type FrontSheetField, frontSheetFindings, isBlank, printed } from "./front-sheet";

const field = (key: string) => DORSET_FRONT_SHEET.find((each) => each.key === key) as FrontSheetField;

describe("a front sheet", () => {
  it.each([
    ["nothing", "appendices", undefined, true],
    ["None, where that is an answer", "appendices", "None", false],
    ["None, where more is needed", "recommendation", "None.", true],
    ["spaces", "executive_summary", " \n", true],
    ["an empty list", "background_papers", [], true],
    ["a list of nothing", "background_papers", [" "], true],
    ["a list of something", "background_papers", ["Corporate Plan"], false],
    ["a level of risk", "current_risk", "LOW", false],
    ["another level of risk", "current_risk", "TINY", true],
  ] as const)("is blank or not: %s", (_what, key, answer, blank) => {
    expect(isBlank(field(key), answer)).toBe(blank);
  });

  it("prints “Not given” where nobody answered, and “None” only where somebody said so", () => {
    expect(printed(field("appendices"), undefined)).toBe("Not given");
    expect(printed(field("appendices"), "None")).toBe("None");
    expect(printed(field("appendices"), ["Map", "", "Costs"])).toBe("Map\nCosts");
  });

  it("is hard on what its body requires, soft on what it expects, silent on the rest", () => {
    const template = (["required", "expected", "optional"] as const).map((need) => ({
      ...field("budget"),
      key: need,
      need,
    }));
    expect(frontSheetFindings(template, {}).map(({ severity, field }) => `${severity} ${field}`)).toEqual([
      "hard required",
      "soft expected",
    ]);
  });

  it("finds the blank appendices and background papers of the October 2016 pack, each with its authority", () => {
    const blanks = frontSheetFindings([field("appendices"), field("background_papers")], {});
    expect(blanks.map(({ sentence, authority }) => [sentence, authority])).toEqual([
      ["Fill in “Appendices”, or say “None”: it is blank.", "the committee's front sheet"],
      ["Fill in “Background papers”, or say “None”: it is blank.", "LGA 1972 s100D(1)"],
    ]);
  });
});
