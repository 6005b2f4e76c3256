import { describe, expect, it } from "vitest";
import { wordedClauses } from "./worded-clauses";

describe("the clauses of a recommendation in words", () => {
  it("begin with their marks", () => {
    expect(
      wordedClauses(
        "That the Cabinet be recommended to:\n\n1. note the consultation;\n2. maintain it; and\n3. close it.",
      ),
    ).toEqual({
      opening: "That the Cabinet be recommended to:",
      clauses: ["note the consultation;", "maintain it; and", "close it."],
    });
    expect(wordedClauses("(a) one;\n(b) two,\nwith more of it.").clauses).toEqual(["one;", "two,\nwith more of it."]);
    expect(wordedClauses("- one\r\n- two").clauses).toEqual(["one", "two"]);
  });

  it("are one where nothing is marked, and none where nothing is said", () => {
    expect(wordedClauses("That the Cabinet look again.")).toEqual({
      opening: "",
      clauses: ["That the Cabinet look again."],
    });
    expect(wordedClauses(" \n").clauses).toEqual([]);
  });

  it("take no year or sum at the beginning of a line for a mark", () => {
    expect(wordedClauses("2016 was\n£0.5 million. That is it.").clauses).toHaveLength(1);
  });
});
