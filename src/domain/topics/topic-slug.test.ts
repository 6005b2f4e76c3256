import { expect, test } from "vitest";
import { topicSlugs } from "./topic-slug";

const first = (title: string, count = 1): string[] => {
  const names = topicSlugs(title);
  return Array.from({ length: count }, () => names.next().value);
};

test("the name in the address is the title, then the title with a number", () =>
  expect(first("Residents’ parking – after 6 pm", 3)).toEqual([
    "residents-parking-after-6-pm",
    "residents-parking-after-6-pm-2",
    "residents-parking-after-6-pm-3",
  ]));

test("no topic takes the address of a page", () =>
  expect(["Suggest", "New", "page"].flatMap((title) => first(title))).toEqual(["suggest-2", "new-2", "page-2"]));

test("a title in another script has an address too, and a long one a short address", () => {
  expect(first("道路")).toEqual(["topic"]);
  expect(first("Café ".repeat(40))[0]).toMatch(/^cafe-cafe[a-z-]*[a-z]$/);
  expect(first("Café ".repeat(40))[0]!.length).toBeLessThanOrEqual(60);
});
