/**
 * A clause is printed at the end of a sentence begun before it, and its last marks are those of its list ("…; and"). Alone it
 * begins with a capital and leaves them out. Goes in: the words agreed. Comes out: the same words, standing alone.
 */
export function standingAlone(text: string): string {
  const bare = text
    .trim()
    .replace(/[;,]?\s+and$/i, "")
    .replace(/[;,.]+$/, "");
  return `${bare.charAt(0).toUpperCase()}${bare.slice(1)}`;
}
