import { diffWordsWithSpace } from "diff";

/** A stretch of a text that stayed, came or went. */
export type WordPart = { kind: "same" | "added" | "removed"; text: string };

/** What became of a text, word by word; texts that have hardly a word in common stand one after the other. */
export function wordParts(before: string, after: string): WordPart[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: 1_000 });
  if (!parts) return [...whole("removed", before), ...whole("added", after)];
  return parts.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}

const whole = (kind: WordPart["kind"], text: string): WordPart[] => (text === "" ? [] : [{ kind, text }]);
