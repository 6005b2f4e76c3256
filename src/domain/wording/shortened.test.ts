import { describe, expect, it } from "vitest";
import { asHeading, shortened } from "./shortened";

describe("a text that is shortened", () => {
  it("keeps whole words, and says that more follows", () => {
    expect(shortened("Send members the figures", 24)).toBe("Send members the figures");
    expect(shortened("Send members the figures", 23)).toBe("Send members the …");
    expect(shortened("Send members the figures", 12)).toBe("Send members …");
  });

  it("is cut inside a word only where it is all one word", () => {
    expect(shortened("https://example.org/a-long-address", 10)).toBe("https://ex …");
  });

  it("has no full stop as a heading", () => {
    expect(asHeading("Send the figures.")).toBe("Send the figures");
    expect(asHeading("Send members the figures.", 15)).toBe("Send members …");
  });
});
