import { diffArrays } from "diff";

/** Two texts put together, or the paragraphs that both changed, each as its beginning. */
export type Merged = { kind: "merged"; text: string } | { kind: "both"; changed: readonly string[] };

/** What became of some paragraphs in a row: where they stood, and what stands there now. */
type Change = { from: number; to: number; now: readonly string[] };

/**
 * Puts two versions of a text together that began from the same one, paragraph by paragraph: what one of them changed, added or took
 * out is taken, unless the other touched the same paragraph, or wrote something else at the same place.
 * @param base what both began from, in Markdown
 */
export function mergedText(base: string, mine: string, theirs: string): Merged {
  const before = paragraphsOf(base);
  const [my, their] = [changesIn(before, paragraphsOf(mine)), changesIn(before, paragraphsOf(theirs))];
  const both = my.flatMap((change) =>
    their.filter((other) => touches(change, other) && !isSame(change, other)).map(() => change),
  );
  if (both.length > 0) return { kind: "both", changed: both.map((change) => beginning(before, change)) };
  const all = [...my, ...their.filter((other) => !my.some((change) => isSame(change, other)))];
  const kept: string[] = [];
  let at = 0;
  // What is put in before a paragraph comes before what became of it.
  for (const { from, to, now } of all.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    kept.push(...before.slice(at, from), ...now);
    at = to;
  }
  return { kind: "merged", text: [...kept, ...before.slice(at)].join("\n\n") };
}

/** One of two values that both began from the same; null where both changed it, each in their own way. */
export function mergedValue(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs || theirs === base) return mine;
  return mine === base ? theirs : null;
}

const paragraphsOf = (text: string): string[] =>
  text
    .replaceAll("\r\n", "\n")
    .split(/\n[ \t]*\n\s*/)
    .map((paragraph) => paragraph.trimEnd())
    .filter((paragraph) => paragraph.trim() !== "");

/** Paragraph by paragraph: where as many came as went, each took the place of one. */
function changesIn(before: readonly string[], after: readonly string[]): Change[] {
  const changes: Change[] = [];
  let at = 0;
  let open: { from: number; to: number; now: string[] } | null = null;
  const close = () => {
    if (open) changes.push(...oneByOne(open));
    open = null;
  };
  for (const { added, removed, value } of diffArrays([...before], [...after])) {
    if (!added && !removed) {
      close();
      at += value.length;
      continue;
    }
    open ??= { from: at, to: at, now: [] };
    if (added) open.now.push(...value);
    else {
      at += value.length;
      open.to = at;
    }
  }
  close();
  return changes;
}

function oneByOne(change: Change): Change[] {
  const { from, to, now } = change;
  if (to - from !== now.length) return [change];
  return now.map((paragraph, index) => ({ from: from + index, to: from + index + 1, now: [paragraph] }));
}

/** Whether two changes are of the same paragraph, or put something in at the same place. */
function touches(a: Change, b: Change): boolean {
  const isInsertion = ({ from, to }: Change) => from === to;
  if (isInsertion(a) && isInsertion(b)) return a.from === b.from;
  if (isInsertion(a)) return a.from > b.from && a.from < b.to;
  if (isInsertion(b)) return b.from > a.from && b.from < a.to;
  return a.from < b.to && b.from < a.to;
}

const isSame = (a: Change, b: Change) =>
  a.from === b.from && a.to === b.to && a.now.length === b.now.length && a.now.every((each, at) => each === b.now[at]);

const LONGEST_BEGINNING = 60;

function beginning(before: readonly string[], { from, now }: Change): string {
  const text = (before[from] ?? now[0] ?? "").replace(/^#+\s*/, "").replace(/\s+/g, " ");
  return text.length > LONGEST_BEGINNING ? `${text.slice(0, LONGEST_BEGINNING).trimEnd()}…` : text;
}
