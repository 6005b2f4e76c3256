/** One question of a method, and how its mark counts. */
export type Criterion = {
  key: string;
  label: string;
  min: number;
  max: number;
  weight: number;
  /** Counts against the topic. */
  negative: boolean;
  /** At its worst mark it rules the topic out, whatever else it scores. */
  vetoes: boolean;
};

/**
 * How a body scores topics, as data. A method that has been used is never changed: a change makes the next version, and
 * every score names the version it was made with.
 */
export type ScoringMethod = {
  key: string;
  name: string;
  version: number;
  criteria: readonly Criterion[];
  /** The total from which a topic is worth taking; null where the method leaves it to the committee. */
  threshold: number | null;
  /** For a matrix instead of a sum: the criteria of its two axes, and the names of its quarters. */
  matrix: ScoringMatrix | null;
};

export type ScoringMatrix = {
  across: string;
  up: string;
  /** Half of each axis and above is high. */
  quarters: { highHigh: string; highLow: string; lowHigh: string; lowLow: string };
};

/** A person's marks by criterion; a criterion not marked yet is absent. */
export type Marks = Readonly<Record<string, number>>;

/** One person's scores, in the capacity in which they give them: officers' scores are shown apart. */
export type ScoreSheet = { personId: string; capacity: "member" | "officer"; marks: Marks };

/** The mark that speaks most against taking a topic up. */
export const worstMark = ({ negative, min, max }: Criterion): number => (negative ? max : min);

/** The least and the most a method can come to. */
export function range({ criteria }: Pick<ScoringMethod, "criteria">): { least: number; most: number } {
  const worth = ({ weight, negative }: Criterion, mark: number) => (negative ? -weight : weight) * mark;
  return {
    least: sum(criteria.map((criterion) => worth(criterion, worstMark(criterion)))),
    most: sum(criteria.map((criterion) => worth(criterion, criterion.negative ? criterion.min : criterion.max))),
  };
}

/** The sum of the numbers, 0 of none. */
export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
