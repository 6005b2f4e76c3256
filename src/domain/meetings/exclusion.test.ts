import { describe, expect, it } from "vitest";
import { exclusionFindings, exclusionResolution, type RestrictedItem } from "./exclusion";

const land: RestrictedItem = { number: "9", title: "Sale of land", restriction: "exempt", paragraphs: [3] };
const staff: RestrictedItem = { number: "10", title: "A post", restriction: "exempt", paragraphs: [2, 1] };
const open: RestrictedItem = { number: "4", title: "Footpaths", restriction: "public", paragraphs: [] };

describe("the resolution to exclude the public", () => {
  it("names each item and its paragraphs", () => {
    expect(exclusionResolution([land])).toMatch(/section 100A\(4\).*: item 9 \(Sale of land\), paragraph 3\.$/);
    expect(exclusionResolution([land, staff])).toMatch(
      /: item 9 \(Sale of land\), paragraph 3; and item 10 \(A post\), paragraphs 1 and 2\.$/,
    );
  });

  it("has nothing against it where it says what the papers say", () => {
    expect(exclusionFindings([land, staff], [land, staff, open])).toEqual([]);
  });

  it.each([
    ["hard no-item-named", []],
    ["hard no-paragraph-named", [{ ...land, paragraphs: [] }]],
    ["soft differs-from-agenda", [{ ...land, paragraphs: [3, 5] }]],
    ["soft differs-from-agenda", [{ ...open, paragraphs: [3] }]],
  ])("%s", (code, items) => {
    expect(exclusionFindings(items, [land, staff, open]).map((each) => `${each.severity} ${each.code}`)).toEqual([
      code,
    ]);
  });
});
