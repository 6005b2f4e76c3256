import { describe, expect, it } from "vitest";
import { referencesIn, withLinks } from "./references";

const targets = {
  paragraphs: [
    { number: "2.11", anchor: "2-11" },
    { number: "2.13", anchor: "2-13" },
    { number: "2.13", anchor: "2-13-b" },
    { number: "2.16", anchor: "2-16" },
    { number: "2.1(a)", anchor: "2-1-a" },
    { number: "3", anchor: "3" },
  ],
  appendices: new Map([["2", "front-appendices"]]),
  recommendations: new Map([["ii", "front-recommendation"]]),
};

describe("references within a report", () => {
  it("are found as they are printed, also several together", () => {
    const cited = referencesIn("See paragraphs 2.11 to 2.16 above, para 2.1(a), section 3 and Appendices 1 and 2.");
    expect(cited.map(({ kind, number, words, direction }) => [kind, number, words, direction])).toEqual([
      ["paragraph", "2.11", "paragraphs 2.11", "above"],
      ["paragraph", "2.16", "2.16", "above"],
      ["paragraph", "2.1(a)", "para 2.1(a)", null],
      ["section", "3", "section 3", null],
      ["appendix", "1", "Appendices 1", null],
      ["appendix", "2", "2", null],
    ]);
  });

  it("become links; what leads nowhere or to two places stays, and links and code are left alone", () => {
    expect(withLinks("Paragraphs 2.11 to 2.16, Appendix 2, recommendation (ii).", targets)).toBe(
      "[Paragraphs 2.11](#2-11) to [2.16](#2-16), [Appendix 2](#front-appendices), [recommendation (ii)](#front-recommendation).",
    );
    for (const text of ["paragraph 2.13", "paragraph 9.9", "[paragraph 3](https://example.org)", "`section 3`"])
      expect(withLinks(text, targets)).toBe(text);
  });

  it("are not what is said of an Act, another paper, or no number at all", () => {
    for (const text of [
      "paragraph 3 of Part 1",
      "Section 151 Officer",
      "in this section I say",
      "the recommendation a panel made",
    ])
      expect(withLinks(text, targets)).toBe(text);
  });
});
