import { describe, expect, it } from "vitest";
import { citedClauses, wordedClauses } from "./worded-clauses";

describe("the clauses of a recommendation in words", () => {
  it("begin with their marks", () => {
    expect(
      wordedClauses(
        "That the Cabinet be recommended to:\n\n1. note the consultation;\n2. maintain it; and\n3. close it.",
      ),
    ).toEqual({
      opening: "That the Cabinet be recommended to:",
      clauses: ["note the consultation;", "maintain it; and", "close it."],
      marks: ["1", "2", "3"],
    });
    expect(wordedClauses("(a) one;\n(b) two,\nwith more of it.").clauses).toEqual(["one;", "two,\nwith more of it."]);
    expect(wordedClauses("- one\r\n- two")).toMatchObject({ clauses: ["one", "two"], marks: [null, null] });
    expect(wordedClauses("(A) one;\n(B) two.").marks).toEqual(["a", "b"]);
  });

  it("are one where nothing is marked, and none where nothing is said", () => {
    expect(wordedClauses("That the Cabinet look again.")).toEqual({
      opening: "",
      clauses: ["That the Cabinet look again."],
      marks: [null],
    });
    expect(wordedClauses(" \n").clauses).toEqual([]);
  });

  it("take no year or sum at the beginning of a line for a mark", () => {
    expect(wordedClauses("2016 was\n£0.5 million. That is it.").clauses).toHaveLength(1);
  });
});

describe("the clauses that somebody cites", () => {
  it("are those with these marks, one by one or from one to another", () => {
    const marks = ["1", "2", "3", "4"];
    expect(citedClauses("2", marks)).toEqual([1]);
    expect(citedClauses("4, 2 and (3)", marks)).toEqual([1, 2, 3]);
    expect(citedClauses("2-4", marks)).toEqual([1, 2, 3]);
    expect(citedClauses("1 to 2; 4.", marks)).toEqual([0, 1, 3]);
    expect(citedClauses("(B) – (c)", ["a", "b", "c"])).toEqual([1, 2]);
    // A minute whose clauses go on after those of another is cited by what stands there.
    expect(citedClauses("5", ["4", "5"])).toEqual([1]);
  });

  it("are counted from the first where nothing marks them", () => {
    expect(citedClauses("1, 3", [null, null, null])).toEqual([0, 2]);
    expect(citedClauses("1", [null])).toEqual([0]);
  });

  it("are none where one is not there or stands twice, or it cannot be read", () => {
    expect(citedClauses("a", ["1", "a", "2", "a"])).toBeNull();
    for (const cited of ["5", "0", "b", "3 to 2", "the last", "", ", and", "1-", "-1", "1 2"])
      expect(citedClauses(cited, ["1", "2", "3"]), cited).toBeNull();
    expect(citedClauses("4", [null, null])).toBeNull();
  });
});
