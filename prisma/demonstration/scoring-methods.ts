import { SCORING_METHODS } from "@/domain/scoring/methods";
import type { Tx } from "./register";

/** What a committee may choose from. The pack asks for a prioritisation methodology and shows no score by one, so there is none. */
export async function loadScoringMethods(tx: Tx): Promise<void> {
  await tx.scoringMethod.createMany({
    data: SCORING_METHODS.map(({ key, version, name, criteria, threshold, matrix }) => ({
      key,
      number: version,
      name,
      criteria: criteria.map((criterion) => ({ ...criterion })),
      threshold,
      ...(matrix && { matrix }),
    })),
  });
}
