import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedWords } from "./changed-words";

describe("words that changed", () => {
  it("are found in minute 10's third clause", () => {
    const { asked, answered } = changedWords(
      "delegate powers to the Director for Children's Services to proceed with action; and",
      "That delegated authority be granted to the Director for Children's Services to proceed with action.",
    );
    expect(asked.filter(({ changed }) => changed).map(({ text }) => text.trim())).toEqual(["delegate powers", "and"]);
    expect(answered.filter(({ changed }) => changed).map(({ text }) => text.trim())).toEqual([
      "That delegated authority be granted",
    ]);
  });

  it("are none where only capitals and points differ", () => {
    const { asked, answered } = changedWords("approve progress;", "Approve progress.");
    expect([...asked, ...answered].some(({ changed }) => changed)).toBe(false);
  });

  it("leave every text whole", () => {
    const text = fc.string({ maxLength: 80 }).map((each) => each.trimStart());
    fc.assert(
      fc.property(text, text, (a, b) => {
        const found = changedWords(a, b);
        expect(found.asked.map((stretch) => stretch.text).join("")).toBe(a);
        expect(found.answered.map((stretch) => stretch.text).join("")).toBe(b);
      }),
    );
  });
});
