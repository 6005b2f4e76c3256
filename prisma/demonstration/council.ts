import { londonInstant } from "@/domain/calendar/london-time";
import { brandFrom } from "@/domain/theming/brand";
import { LABELS } from "./body-settings";
import type { Tx } from "./register";

/** Where the clock of the demonstration stands: between the publication of an agenda and the meeting. */
export const TODAY = "2016-10-03";

const COLOUR = "#0f4c5c";

const OUTCOMES = { safe: "Safe", healthy: "Healthy", independent: "Independent", prosperous: "Prosperous" } as const;

export async function loadCouncil(tx: Tx): Promise<void> {
  await tx.council.create({
    data: {
      name: "Dorset County Council",
      shortName: "Dorset",
      address: "County Hall, Colliton Park, Dorchester, Dorset, DT1 1XJ",
      colour: COLOUR,
      brand: { ...brandFrom(COLOUR) },
      labels: LABELS,
      introduction:
        "Councillors outside the Cabinet look into what the council does and say what should change. This is what they are working on, and what was answered.",
    },
  });
  await tx.businessClock.create({ data: { demonstration: true, standsAt: londonInstant(TODAY, "09:00") } });
  await tx.corporateOutcome.createMany({
    data: Object.entries(OUTCOMES).map(([slug, name]) => ({
      slug,
      name,
      plan: "Corporate Plan 2016/17",
      from: "2016-04-01",
    })),
  });
}
