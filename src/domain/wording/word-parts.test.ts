import { describe, expect, it } from "vitest";
import { wordParts } from "./word-parts";

describe("what became of a text", () => {
  it("is said word by word", () => {
    expect(wordParts("held on 9 January", "held on 11 January")).toEqual([
      { kind: "same", text: "held on " },
      { kind: "removed", text: "9" },
      { kind: "added", text: "11" },
      { kind: "same", text: " January" },
    ]);
  });

  it("is nothing where it stayed, and all of it where nothing stayed", () => {
    expect(wordParts("as it was", "as it was")).toEqual([{ kind: "same", text: "as it was" }]);
    expect(wordParts("", "new")).toEqual([{ kind: "added", text: "new" }]);
  });
});
