/** A paper's place on the page of its meeting and in the packs made of it: one name for both. */
export const paperAnchor = (paperId: string): string => `paper-${paperId}`;
