import { describe, expect, it } from "vitest";
import { cameFrom } from "./came-from";

describe("where to go after signing in", () => {
  it.each([
    ["/office/programme?year=2016", "/office/programme?year=2016"],
    ["/office/scoping/1#lead", "/office/scoping/1#lead"],
    ["https://elsewhere.example/office", "/office"],
    ["//elsewhere.example", "/office"],
    ["/\\elsewhere.example", "/office"],
    ["/\t/elsewhere.example", "/office"],
    ["/./%2e//elsewhere.example", "/office"],
    ["javascript:alert(1)", "/office"],
    ["office", "/office"],
    ["/sign-in?from=/sign-in", "/office"],
    ["", "/office"],
    [undefined, "/office"],
    [["/office", "//elsewhere.example"], "/office"],
  ])("%j leads to %s", (asked, to) => expect(cameFrom(asked)).toBe(to));
});
