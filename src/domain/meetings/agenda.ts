import type { Paper } from "@/domain/papers/paper";
import type { PrivateItem } from "./private-item";

/** What an item is for. `exclusion` is the motion to exclude the public, which exempt business needs (LGA 1972 s100A(4)). */
export type AgendaItemKind =
  | "ordinary"
  | "apologies"
  | "code_of_conduct"
  | "minutes"
  | "matters_raised"
  | "public_participation"
  | "motions"
  | "work_programme"
  | "councillor_questions"
  | "exclusion"
  | "urgent"
  | "heading";

/** How the item is reported on: not at all, on paper, aloud, or on paper that comes later. */
export type Reporting = "none" | "paper" | "oral" | "to_follow";

/** An item as a row: its place under its parent, never its number. */
export type AgendaItem = {
  id: string;
  parentId: string | null;
  /** Its place among all items of the same parent, 1 for the first, also among those that not everybody may see. */
  place: number;
  kind: AgendaItemKind;
  title: string;
  /** About an education function of the executive, on which education co-optees vote (LGA 2000 Sch A1 paras 7-8). Null: not said, so not. */
  educationFunction: boolean | null;
  /** Taken off the agenda after publication. It keeps its number, so that nothing after it changes its own. */
  withdrawnAt: Date | null;
  reporting: Reporting;
  papers: readonly Paper[];
} & Pick<PrivateItem, "inPrivate" | "publicInterest">;

export type NumberedItem<Item> = { item: Item; number: string; depth: number };

type Placed = Pick<AgendaItem, "id" | "parentId" | "place">;

/**
 * The agenda in the order it is taken, every item with its number: 7, 7(a), 7(b), 7(a)(i). Numbers follow from places and
 * are never typed, so that the page, the pack and the print cannot disagree. An item that is left out keeps its number: whoever
 * may not see it finds a gap, and everybody means the same by "item 8".
 */
export function numberAgenda<Item extends Placed>(items: readonly Item[]): NumberedItem<Item>[] {
  const under = (parentId: string | null, prefix: string, depth: number): NumberedItem<Item>[] =>
    inOrder(items.filter((item) => item.parentId === parentId)).flatMap((item) => {
      const number = prefix + mark(item.place, depth);
      return [{ item, number, depth }, ...under(item.id, number, depth + 1)];
    });
  return under(null, "", 0);
}

const inOrder = <Item extends Placed>(items: readonly Item[]) => items.toSorted((a, b) => a.place - b.place);

/** 7 at the top, (a) under it, (i) under that; then letters and numerals in turn. */
function mark(place: number, depth: number): string {
  if (depth === 0) return String(place);
  return depth % 2 === 1 ? `(${letters(place)})` : `(${romanNumeral(place)})`;
}

/** 1 is a, 26 is z, 27 is aa. */
export function letters(place: number): string {
  const earlier = Math.floor((place - 1) / 26);
  return (earlier > 0 ? letters(earlier) : "") + String.fromCharCode(97 + ((place - 1) % 26));
}

const NUMERALS = [
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
] as const;

/** 4 is iv. */
export function romanNumeral(place: number): string {
  const [value, numeral] = NUMERALS.find(([value]) => value <= place) ?? [0, ""];
  return value === 0 ? "" : numeral + romanNumeral(place - value);
}
