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

  it("are found by their number alone, where it says so; and of several with &", () => {
    const cited = (text: string) => referencesIn(text).map(({ kind, number, direction }) => [kind, number, direction]);
    expect(cited("It is dear (see 4.2), as said in 4.1 above.")).toEqual([
      ["paragraph", "4.2", null],
      ["paragraph", "4.1", "above"],
    ]);
    expect(cited("See paragraph 4.2 below.")).toEqual([["paragraph", "4.2", "below"]]);
    expect(cited("Appendices 1 & 2")).toEqual([
      ["appendix", "1", null],
      ["appendix", "2", null],
    ]);
    expect(cited("It cost £4.2 above. It rose to 4.2 above the average; see 4.2 million.")).toEqual([]);
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
      "section 3 Crime and Disorder Act 1998",
      "section 3FE of the Local Government Act 2000",
      "section 3 money",
      "in this section I say",
      "the recommendation a panel made",
    ])
      expect(withLinks(text, targets)).toBe(text);
  });
});
