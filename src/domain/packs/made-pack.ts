import type { PageRange, PlacedPart } from "./page-plan";

/** What is wrong with a paper in a pack: not readable by a screen reader, not whole, locked, or no file that has pages. */
export type PackProblem = {
  title: string;
  /** Of the item that it stands under. */
  number: string | null;
  what: "untagged" | "broken" | "encrypted" | "not-pdf";
};

/** A pack that was made: where its bytes are, and the page on which everything is. */
export type MadePack = {
  sha256: string;
  size: number;
  pages: number;
  papers: readonly PlacedPart[];
  items: readonly (PageRange & { id: string })[];
  /** Pages of each restricted paper in it, by the paper's key. */
  restricted: Readonly<Record<string, number>>;
  problems: readonly PackProblem[];
};

/** What of a problem is told to whoever serves the meeting. */
export function problemWords({ title, number, what }: PackProblem): string {
  const which = number === null ? `“${title}”` : `“${title}” (item ${number})`;
  switch (what) {
    case "untagged":
      return `${which} is not tagged: screen readers cannot say what is a heading, a list or a table. Ask its author for a tagged PDF.`;
    case "broken":
      return `${which} is damaged and is not in the pack. Its page says so. Ask its author for the file again.`;
    case "encrypted":
      return `${which} is locked with a password and is not in the pack. Its page says so. Ask its author for it without one.`;
    case "not-pdf":
      return `${which} is no PDF and is not in the pack. Its page says where it is.`;
  }
}

/** Whether two packs made together number every page alike, as both have to. */
export const numberAlike = (a: MadePack, b: MadePack): boolean =>
  a.pages === b.pages &&
  a.papers.length === b.papers.length &&
  a.papers.every(({ id, from, to }, index) => {
    const other = b.papers[index];
    return other?.id === id && other.from === from && other.to === to;
  });
