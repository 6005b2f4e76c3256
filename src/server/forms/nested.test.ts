import { expect, test } from "vitest";
import { nested } from "./nested";

test("names are paths into what is set", () => {
  expect(
    JSON.parse(
      JSON.stringify(
        nested({ scope: "meeting", "groups-maxMonths": "6", "0-title": "a", "0-kind": "b", steps: ["x", "y"] }),
      ),
    ),
  ).toEqual({
    scope: "meeting",
    groups: { maxMonths: "6" },
    0: { title: "a", kind: "b" },
    steps: ["x", "y"],
  });
  expect(nested({ "__proto__-polluted": "yes" })).not.toHaveProperty("polluted");
  expect({}).not.toHaveProperty("polluted");
});
