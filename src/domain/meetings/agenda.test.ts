import { describe, expect, it } from "vitest";
import { letters, numberAgenda, romanNumeral } from "./agenda";
import { electorate, type Sitting } from "./electorate";

const item = (id: string, place: number, parentId: string | null = null) => ({ id, place, parentId });
const numbers = (items: Parameters<typeof numberAgenda>[0]) =>
  numberAgenda(items).map(({ item, number }) => `${number} ${item.id}`);

describe("numbers on an agenda", () => {
  it("follow from places: 2, 2(a), 2(b), 2(b)(i)", () => {
    const items = [
      item("lottery", 2, "reports"),
      item("minutes", 3),
      item("appendix", 1, "lottery"),
      item("registration", 1, "reports"),
      item("reports", 2),
      item("apologies", 1),
    ];
    expect(numbers(items)).toEqual([
      "1 apologies",
      "2 reports",
      "2(a) registration",
      "2(b) lottery",
      "2(b)(i) appendix",
      "3 minutes",
    ]);
  });

  it("are the same for whoever may not see every item", () => {
    const items = [item("apologies", 1), item("held back", 2), item("reports", 3), item("lottery", 2, "reports")];
    const seen = items.filter(({ id }) => id !== "held back");
    expect(numbers(seen)).toEqual(["1 apologies", "3 reports", "3(b) lottery"]);
    expect(numbers(items)).toEqual(expect.arrayContaining(numbers(seen)));
  });

  it("go on after z and after x", () => {
    expect([1, 26, 27, 52, 53].map(letters)).toEqual(["a", "z", "aa", "az", "ba"]);
    expect([1, 4, 9, 14, 40, 99].map(romanNumeral)).toEqual(["i", "iv", "ix", "xiv", "xl", "xcix"]);
  });

  it("say how deep an item is nested", () => {
    expect(numberAgenda([item("reports", 1), item("lottery", 1, "reports")]).map(({ depth }) => depth)).toEqual([0, 1]);
  });
});

describe("the electorate of an item", () => {
  const sitting = (personId: string, role: Sitting["role"], substituteForId: string | null = null) => ({
    personId,
    role,
    substituteForId,
  });
  const sittings = [
    sitting("chair", "chair"),
    sitting("member", "member"),
    sitting("diocese", "education_co_optee"),
    sitting("health", "other_co_optee"),
    sitting("support", "support_officer"),
  ];
  const who = (educationFunction: boolean, seats: readonly Sitting[] = sittings, otherCoOpteesVote = false) =>
    electorate({ educationFunction }, seats, { otherCoOpteesVote }).map(({ personId }) => personId);

  it("has education co-optees on education functions only", () => {
    expect(who(false)).toEqual(["chair", "member"]);
    expect(who(true)).toEqual(["chair", "member", "diocese"]);
  });

  it("has other co-optees only under a scheme of the council's", () => {
    expect(who(false, sittings, true)).toEqual(["chair", "member", "health"]);
  });

  it("has a substitute instead of the member, and a reserve not at all", () => {
    const seats = [...sittings, sitting("stand-in", "substitute", "member"), sitting("reserve", "substitute")];
    expect(who(false, seats)).toEqual(["chair", "stand-in"]);
  });
});
