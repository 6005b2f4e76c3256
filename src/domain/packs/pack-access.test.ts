import { describe, expect, it } from "vitest";
import { packAccess, type RestrictedPaper } from "./pack-access";

const paper = (facts: Partial<RestrictedPaper> = {}): RestrictedPaper => ({
  bodyId: "ours",
  areaId: "adults",
  portfolioId: null,
  keepers: ["author", "director"],
  restriction: "exempt",
  paragraphs: [3],
  ...facts,
});

describe("a restricted pack is for whoever may read every restricted paper in it", () => {
  it("of one paper is as restricted as that", () => {
    expect(packAccess("ours", [paper()])).toEqual({
      audience: "inside",
      areaId: "adults",
      portfolioId: null,
      keepers: ["author", "director"],
      restriction: "exempt",
      paragraphs: [3],
    });
  });

  it("cites the paragraphs of all, and is somebody's own only where all are", () => {
    const other = paper({ areaId: "children", keepers: ["director", "another"], paragraphs: [6, 1] });
    expect(packAccess("ours", [paper(), other])).toMatchObject({
      areaId: null,
      keepers: ["director"],
      paragraphs: [1, 3, 6],
    });
  });

  it("is confidential when one of them is, and cites nothing then", () => {
    const confidential = paper({ restriction: "confidential", paragraphs: [] });
    expect(packAccess("ours", [paper(), confidential])).toMatchObject({ restriction: "confidential", paragraphs: [] });
  });

  it("with a paper of another body is nobody's but democratic services'", () => {
    expect(packAccess("ours", [paper(), paper({ bodyId: "theirs" })]).audience).toBe("keepers");
    expect(packAccess("ours", [paper({ bodyId: "theirs" })]).audience).toBe("keepers");
  });

  it("is made for something", () => expect(() => packAccess("ours", [])).toThrow(RangeError));
});
