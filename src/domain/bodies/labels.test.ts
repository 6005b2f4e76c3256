import { describe, expect, it } from "vitest";
import { labelsFrom, seatWord } from "./labels";

describe("a council's own words", () => {
  it("replace ours, and a body's replace the council's", () => {
    const labels = labelsFrom({ chair: "Chairman", executive: "Cabinet" }, { chair: "Convenor" });
    expect(labels).toMatchObject({ chair: "Convenor", viceChair: "Vice-Chair", executive: "Cabinet" });
    expect(seatWord("chair", labels)).toBe("Convenor");
  });

  it("are passed over where they are no words", () => {
    expect(labelsFrom(null, { chair: 7, viceChair: " " }, "Chairman")).toEqual(labelsFrom());
  });
});
