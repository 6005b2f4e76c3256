import type { SeatRole } from "@/domain/access/actor";
import type { AgendaItem } from "./agenda";

/** On what the holder of a seat votes. */
export type VotingScope = "everything" | "education" | "nothing";

/** What the body's rules say of votes that the law leaves to them. */
export type VotingRules = {
  /** Non-statutory co-optees vote only under a scheme of the council's (LGA 2000 s9FA). */
  otherCoOpteesVote: boolean;
};

/** Who sits at this meeting: a seat of the body, or a substitute for one. */
export type Sitting = {
  personId: string;
  role: SeatRole;
  /** Whose seat a substitute takes at this meeting; without one, a substitute is only a reserve. */
  substituteForId: string | null;
};

/**
 * On what a seat votes: councillors on everything; statutory education co-optees on education functions only
 * (LGA 2000 Sch A1 paras 7-8); other co-optees on nothing unless the council's scheme says so (s9FA).
 */
export function votingScope(sitting: Sitting, rules: VotingRules): VotingScope {
  switch (sitting.role) {
    case "chair":
    case "vice_chair":
    case "member":
      return "everything";
    case "substitute":
      return sitting.substituteForId === null ? "nothing" : "everything";
    case "education_co_optee":
      return "education";
    case "other_co_optee":
      return rules.otherCoOpteesVote ? "everything" : "nothing";
    case "support_officer":
      return "nothing";
  }
}

/**
 * Whoever has a vote on an item: the members, less those a substitute stands in for, and the education co-optees where the
 * item is an education function (LGA 2000 Sch A1 paras 7-8). Interests and attendance come after, in the quorum.
 */
export function electorate(
  item: Pick<AgendaItem, "educationFunction">,
  sittings: readonly Sitting[],
  rules: VotingRules,
): readonly Sitting[] {
  const replaced = new Set(sittings.flatMap(({ substituteForId }) => substituteForId ?? []));
  return sittings.filter((sitting) => {
    if (replaced.has(sitting.personId)) return false;
    const scope = votingScope(sitting, rules);
    return scope === "everything" || (scope === "education" && item.educationFunction === true);
  });
}
