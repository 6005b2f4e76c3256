import type { AgendaItemKind } from "@/domain/meetings/agenda";

/** Pages of a pack, numbered from 1 through the whole of it; both ends included. */
export type PageRange = { from: number; to: number };

/** A paper, or what stands for it, with as many pages as it takes. */
export type PackPart = {
  id: string;
  /** The item that it stands under; null for a paper of the meeting itself. */
  itemId: string | null;
  pages: number;
  /** Pages that its place has, where it took the place of something longer: what it does not need is left blank. */
  room?: number | undefined;
  /** Added after publication: it follows everything that was numbered before. */
  isLate: boolean;
};

export type PlacedPart = PageRange & { id: string; itemId: string | null };

export type PagePlan = {
  /** Pages of the agenda itself, which come first. */
  front: number;
  /** In the order of their pages. */
  parts: readonly PlacedPart[];
  /** Pages left blank: so that what follows begins on a right-hand page, or keeps the number it had. */
  blanks: readonly number[];
  pages: number;
};

/**
 * Numbers the pages of a pack: the agenda, then the papers in the order of the agenda, then what came after publication, so that a
 * supplement changes the number of no page that somebody has noted, quoted or printed. With `rightHand` every paper begins on an odd
 * page, for printing on both sides.
 * @param front pages of the agenda itself, and how many it had before
 * @param parts in the order of the agenda
 * @throws RangeError for a part of no pages, which would share its number with the next
 */
export function planPages(
  front: { pages: number; room?: number | undefined },
  parts: readonly PackPart[],
  { rightHand }: { rightHand: boolean },
): PagePlan {
  const placed: PlacedPart[] = [];
  const blanks: number[] = [];
  let last = front.pages;
  const leaveRoom = (from: number, room: number) => {
    for (let spare = from; spare < room; spare++) blanks.push(++last);
  };
  leaveRoom(front.pages, front.room ?? 0);
  for (const part of [...parts.filter(({ isLate }) => !isLate), ...parts.filter(({ isLate }) => isLate)]) {
    if (!Number.isInteger(part.pages) || part.pages < 1) {
      throw new RangeError(`A part of a pack has at least one page, not ${part.pages}.`);
    }
    if (rightHand && last % 2 === 1) {
      last += 1;
      blanks.push(last);
    }
    placed.push({ id: part.id, itemId: part.itemId, from: last + 1, to: last + part.pages });
    last += part.pages;
    leaveRoom(part.pages, part.room ?? 0);
  }
  return { front: front.pages, parts: placed, blanks, pages: last };
}

type Item = { id: string; parentId: string | null; kind: AgendaItemKind };

/** Kinds that only head what stands under them, and have no pages of their own. */
const HEADS: readonly AgendaItemKind[] = ["heading", "motions"];

/**
 * The pages of each item as the agenda prints them: those of its own papers; for an item whose papers all stand under its sub-items,
 * from the first of them to the last, unless it is only a heading over them. What was added after publication prints its pages
 * itself, apart from those of its item.
 */
export function itemRanges(
  plan: PagePlan,
  parts: readonly PackPart[],
  agenda: readonly Item[],
): Map<string, PageRange> {
  const late = new Set(parts.filter(({ isLate }) => isLate).map(({ id }) => id));
  const spanOf = (itemIds: readonly string[]): PageRange | null => {
    const all = plan.parts.filter(({ itemId }) => itemId !== null && itemIds.includes(itemId));
    const punctual = all.filter(({ id }) => !late.has(id));
    const counted = punctual.length > 0 ? punctual : all;
    const [first, last] = [counted.at(0), counted.at(-1)];
    return first && last ? { from: first.from, to: last.to } : null;
  };
  const under = (id: string): string[] =>
    agenda.filter(({ parentId }) => parentId === id).flatMap((item) => [item.id, ...under(item.id)]);
  const ranges = new Map<string, PageRange>();
  for (const { id, kind } of agenda) {
    const range = spanOf([id]) ?? (HEADS.includes(kind) ? null : spanOf(under(id)));
    if (range) ranges.set(id, range);
  }
  return ranges;
}

/** "41–88", or "41" for one page. */
export const rangeWords = ({ from, to }: PageRange): string => (from === to ? String(from) : `${from}–${to}`);
