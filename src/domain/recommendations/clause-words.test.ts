import { expect, it } from "vitest";
import { standingAlone } from "./clause-words";

it.each([
  ["approve progress in the pilot areas;", "Approve progress in the pilot areas"],
  [
    "maintain the service to sheltered accommodation units; and",
    "Maintain the service to sheltered accommodation units",
  ],
  ["Publish the cost of agency staff.", "Publish the cost of agency staff"],
  ["ask for supply and demand", "Ask for supply and demand"],
])("a clause stands alone: %s", (printed, alone) => expect(standingAlone(printed)).toBe(alone));
