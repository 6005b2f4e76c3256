import { expect, test } from "vitest";
import { freeSlug, slugOf } from "./slug";

test("a name as part of an address", () => {
  expect(slugOf("Children's Services")).toBe("childrens-services");
  expect(slugOf("  Île d’Oléron & Co. ")).toBe("ile-doleron-co");
  expect(slugOf("—")).toBe("record");
  expect(slugOf("x".repeat(200))).toHaveLength(80);
});

test("the next that is free", () => {
  expect(freeSlug("Cabinet", new Set())).toBe("cabinet");
  expect(freeSlug("Cabinet", new Set(["cabinet", "cabinet-2"]))).toBe("cabinet-3");
});
