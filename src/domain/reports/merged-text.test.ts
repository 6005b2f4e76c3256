import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergedText, mergedValue } from "./merged-text";

const text = (words: string) => words.split(" ").filter(Boolean).join("\n\n");
const merged = (base: string, mine: string, theirs: string) => {
  const found = mergedText(text(base), text(mine), text(theirs));
  return found.kind === "merged" ? found.text.replaceAll("\n\n", " ") : found.changed;
};

describe("two versions of a text", () => {
  it.each([
    ["what each changed", "a b c d", "a B c d", "a b c D", "a B c D"],
    ["changes to paragraphs that stand next to each other", "a b c", "A b c", "a B c", "A B c"],
    ["what one added and the other took out", "a b c", "a b c new", "b c", "b c new"],
    ["what one added beside what the other changed", "a b c", "a new b c", "a B c", "a new B c"],
    ["what one added after what the other changed", "a b", "a b new", "a B", "a B new"],
    ["the same change once", "a b c", "a X c", "a X c", "a X c"],
    ["a text that only one of them changed", "a b", "a b", "x y z", "x y z"],
    ["a text that began with nothing", "", "a", "", "a"],
  ])("are put together: %s", (_what, base, mine, theirs, expected) => {
    expect(merged(base, mine, theirs)).toBe(expected);
    expect(merged(base, theirs, mine)).toBe(expected);
  });

  it.each([
    ["the same paragraph changed by both", "a b c", "a X c", "a Y c", ["b"]],
    ["one taken out that the other changed", "a b c", "a c", "a Y c", ["b"]],
    ["two things put in at the same place", "a b", "a x b", "a y b", ["b"]],
    ["a text that both began", "", "x", "y", ["x"]],
  ])("are not put together: %s", (_what, base, mine, theirs, expected) => {
    expect(merged(base, mine, theirs)).toEqual(expected);
  });

  it("lose nothing that either of them wrote, and bring back nothing that either took out", () => {
    const words = fc.uniqueArray(fc.constantFrom<string>("a", "b", "c", "d", "e"));
    const edited = (prefix: string) =>
      fc.array(fc.tuple(fc.nat(5), fc.constantFrom("add", "drop", "change")), { maxLength: 3 }).map(
        (edits) => (base: string[]) =>
          edits.reduce((now, [at, kind], index) => {
            if (kind === "add") return now.toSpliced(at, 0, `${prefix}${index}`);
            if (at >= now.length) return now;
            return kind === "drop" ? now.toSpliced(at, 1) : now.toSpliced(at, 1, `${prefix}${index}`);
          }, base),
      );
    fc.assert(
      fc.property(words, edited("m"), edited("t"), (base, mine, theirs) => {
        const [my, their] = [mine(base), theirs(base)];
        const found = mergedText(base.join("\n\n"), my.join("\n\n"), their.join("\n\n"));
        if (found.kind === "both") return;
        const now = found.text.split("\n\n").filter(Boolean);
        const written = [...my, ...their].filter((each) => !base.includes(each));
        expect(now.filter((each) => !base.includes(each)).toSorted()).toEqual(written.toSorted());
        for (const each of base) expect(now.includes(each)).toBe(my.includes(each) && their.includes(each));
      }),
    );
  });

  it("tell a long paragraph by its beginning, without the marks of a heading", () => {
    const long = `## ${"word ".repeat(20)}`.trim();
    expect(mergedText(long, "x", "y")).toEqual({ kind: "both", changed: [`${"word ".repeat(12).trim()}…`] });
  });

  it("have one title, where only one of them changed it", () => {
    expect([mergedValue("a", "b", "a"), mergedValue("a", "a", "c"), mergedValue("a", "b", "b")]).toEqual([
      "b",
      "c",
      "b",
    ]);
    expect(mergedValue("a", "b", "c")).toBeNull();
  });
});
