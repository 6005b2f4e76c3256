/** A stretch of a text, and whether the other text says it otherwise. */
export type Stretch = { readonly text: string; readonly changed: boolean };

/** Texts longer than this are not compared word by word. */
const MOST_WORDS = 400;

/**
 * Which words differ between what was asked and what was answered, capitals and punctuation apart, so that a reader finds them.
 * Whether the difference means anything a person says. Comes out: both texts in stretches that join up to the whole.
 */
export function changedWords(asked: string, answered: string): { asked: Stretch[]; answered: Stretch[] } {
  const [a, b] = [words(asked), words(answered)];
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) {
    return { asked: [{ text: asked, changed: false }], answered: [{ text: answered, changed: false }] };
  }
  const { left, right } = inBoth(a.map(bare), b.map(bare));
  return { asked: stretches(a, left), answered: stretches(b, right) };
}

/** Each word with the space after it. */
const words = (text: string): string[] => text.match(/\S+\s*/g) ?? [];

const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** The places of a longest sequence that both have (Hunt and Szymanski's problem, by the plain table). */
function inBoth(a: readonly string[], b: readonly string[]): { left: Set<number>; right: Set<number> } {
  const longest: number[][] = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      (longest[i] as number[])[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));

  const left = new Set<number>();
  const right = new Set<number>();
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      left.add(i++);
      right.add(j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return { left, right };
}

/** Neighbours that stand alike become one stretch; a stretch of punctuation alone is no change. */
function stretches(all: readonly string[], kept: ReadonlySet<number>): Stretch[] {
  const found: { text: string; changed: boolean }[] = [];
  all.forEach((word, place) => {
    const changed = !kept.has(place) && bare(word) !== "";
    const last = found.at(-1);
    if (last && last.changed === changed) last.text += word;
    else found.push({ text: word, changed });
  });
  return found;
}
