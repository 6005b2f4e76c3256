import { describe, expect, it } from "vitest";
import { nextReference } from "./reference";

describe("the next reference", () => {
  it("goes on with the number of its municipal year, as wide as the last", () => {
    expect(nextReference(["SR (16/17) 02", "SR (16/17) 01"], "2016-10-11")).toBe("SR (16/17) 03");
    expect(nextReference(["SR (16/17) 09"], "2017-01-11")).toBe("SR (16/17) 10");
  });

  it("begins again in a new year", () => {
    expect(nextReference(["SR (16/17) 07"], "2017-06-20")).toBe("SR (17/18) 01");
  });

  it("is nobody's guess where there is no pattern", () => {
    expect(nextReference([], "2016-10-11")).toBeNull();
    expect(nextReference(["Bus fares", "R7"], "2016-10-11")).toBeNull();
  });
});
