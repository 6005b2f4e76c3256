/**
 * How the opinion of whoever presides stands in the minutes, with its special circumstances.
 * Authority: Local Government Act 1972 section 100B(4)(b).
 * Goes in: whose opinion it was, and the circumstances as they gave them. Comes out: a sentence for the minutes.
 */
export const urgencyMinuted = (presider: string | null, circumstances: string): string =>
  `${presider ? `${presider}, who presided,` : "Whoever presided"} was of the opinion that this item should be considered as a matter of urgency, by reason of special circumstances: ${circumstances}`;
