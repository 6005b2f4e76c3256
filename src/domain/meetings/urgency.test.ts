import { describe, expect, it } from "vitest";
import { isToBeConfirmed, type Urgency, urgencyMinuted, urgencyToConfirm, urgencyWords } from "./urgency";

const item = (over: Partial<Urgency> = {}): Urgency => ({
  ...{ urgency: null, urgencyBy: null },
  ...{ indicated: null, indicatedBy: null, indicatedOn: null, indicatedTo: null },
  ...over,
});
const indicated = {
  indicated: "The bid closes on Friday.",
  indicatedBy: { name: "Ros Kayes" },
  indicatedOn: "2016-10-05",
  indicatedTo: "Helen Whitby",
};

describe("that an item is urgent", () => {
  it("is not said of one of which nobody said so", () => {
    expect(urgencyWords(item())).toBeNull();
  });

  it("is to be confirmed where it was said before the meeting, with who, to whom, when and why", () => {
    expect(urgencyWords(item(indicated))).toBe(
      "To be confirmed at the meeting: Ros Kayes, who is to preside, told Helen Whitby on 5 October 2016 that they are of the opinion that this item is urgent, by reason of special circumstances: The bid closes on Friday.",
    );
    expect(urgencyWords(item({ indicated: "It closes." }))).toBe(
      "To be confirmed at the meeting: Whoever is to preside said that they are of the opinion that this item is urgent, by reason of special circumstances: It closes.",
    );
  });

  it("is the opinion alone once it was given", () => {
    const given = { urgency: "It closed early.", urgencyBy: { name: "Steve Butler" } };
    expect(urgencyWords(item({ ...indicated, ...given }))).toBe(
      "Taken as urgent, in the opinion of Steve Butler, who presided: It closed early.",
    );
  });

  it("stands in the minutes as to be confirmed until somebody confirms it", () => {
    expect(isToBeConfirmed(urgencyToConfirm("Ros Kayes", "It closes."))).toBe(true);
    expect(isToBeConfirmed(urgencyMinuted("Ros Kayes", "It closes."))).toBe(false);
  });
});
