/** What standing orders, and the council's own term for keeping personal data, say of the questions of a body. */
export type QuestionRules = {
  /** Working days after the meeting by which a written reply is due, unless something else was said there. */
  replyWithinDays: number;
  /** Months after the meeting for which democratic services can reach whoever asked; then who asked and how is erased. */
  eraseAfterMonths: number;
  /** Where a written reply is still owed: until it is sent, and no longer than this. */
  eraseAtLatestMonths: number;
};

/** Where a body has set nothing. */
export const USUAL_QUESTION_RULES: QuestionRules = {
  replyWithinDays: 10,
  eraseAfterMonths: 6,
  eraseAtLatestMonths: 12,
};

/** A body's own, from its rules as they are stored; each that is not there, or cannot be, as it usually is. */
export function questionRules(rules: unknown): QuestionRules {
  const { questions } = (rules ?? {}) as { questions?: Partial<Record<keyof QuestionRules, unknown>> };
  const own = (name: keyof QuestionRules): number => {
    const set = questions?.[name];
    return typeof set === "number" && Number.isInteger(set) && set > 0 ? set : USUAL_QUESTION_RULES[name];
  };
  const eraseAfterMonths = own("eraseAfterMonths");
  return {
    replyWithinDays: own("replyWithinDays"),
    eraseAfterMonths,
    eraseAtLatestMonths: Math.max(eraseAfterMonths, own("eraseAtLatestMonths")),
  };
}

/** "6 months" */
export const monthsWords = (months: number): string => `${months} ${months === 1 ? "month" : "months"}`;
