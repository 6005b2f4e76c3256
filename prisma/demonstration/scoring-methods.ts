import { SCORING_METHODS } from "@/domain/scoring/methods";
import type { Tx } from "./register";

/** What a committee may choose from. The pack asks for a prioritisation methodology and shows no score by one, so there is none. */
export async function loadScoringMethods(tx: Tx): Promise<void> {
  // A method that is read off a matrix has no place for it in the table yet.
  const sums = SCORING_METHODS.filter(({ matrix }) => matrix === null);
  await tx.scoringMethod.createMany({
    data: sums.map(({ key, version, name, criteria, threshold }) => ({
      key,
      number: version,
      name,
      criteria: criteria.map((criterion) => ({ ...criterion })),
      threshold,
    })),
  });
}
