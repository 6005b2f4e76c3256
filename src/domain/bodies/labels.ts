import type { SeatRole } from "@/domain/access/actor";

/** The council's own words for what Scrutineer calls otherwise: Dorset says Chairman and Cabinet, York Chair and Executive. */
export type Labels = {
  readonly chair: string;
  readonly viceChair: string;
  readonly executive: string;
  readonly executiveChair: string;
  readonly programme: string;
};

const OWN: Labels = {
  chair: "Chair",
  viceChair: "Vice-Chair",
  executive: "Cabinet",
  executiveChair: "Leader",
  programme: "Work programme",
};

/**
 * Goes in: what is stored, the council's first and then the body's, which wins; anything that is not a word is passed over.
 * Comes out: a word for each thing.
 */
export function labelsFrom(...stored: readonly unknown[]): Labels {
  const labels: Record<keyof Labels, string> = { ...OWN };
  for (const given of stored) {
    if (typeof given !== "object" || given === null) continue;
    for (const key of Object.keys(OWN) as (keyof Labels)[]) {
      const word = (given as Record<string, unknown>)[key];
      if (typeof word === "string" && word.trim() !== "") labels[key] = word;
    }
  }
  return labels;
}

/** What the holder of a seat is called. */
export function seatWord(role: SeatRole, labels: Labels): string {
  switch (role) {
    case "chair":
      return labels.chair;
    case "vice_chair":
      return labels.viceChair;
    case "member":
      return "Member";
    case "substitute":
      return "Substitute";
    case "education_co_optee":
      return "Co-opted member, voting on education matters";
    case "other_co_optee":
      return "Co-opted member";
    case "support_officer":
      return "Support officer";
  }
}
