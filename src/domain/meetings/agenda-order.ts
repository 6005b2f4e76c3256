/** An item of an agenda as far as its order goes: what it stands under, and where among those. */
export type Ordered = { id: string; parentId: string | null; position: number };

/** Items stand at most three deep: 7, 7(a), 7(a)(i). */
const DEEPEST = 2;

const bySibling = (a: Ordered, b: Ordered) => a.position - b.position || (a.id < b.id ? -1 : 1);

const siblingsOf = (items: readonly Ordered[], parentId: string | null): Ordered[] =>
  items.filter((item) => item.parentId === parentId).toSorted(bySibling);

/** The position after the last item under a parent. */
export const lastPosition = (items: readonly Ordered[], parentId: string | null): number =>
  Math.max(0, ...siblingsOf(items, parentId).map(({ position }) => position)) + 1;

/**
 * An item one place further up or down among those beside it.
 * @returns the positions that change; none where it is the first or the last already
 */
export function moved(items: readonly Ordered[], id: string, direction: "up" | "down"): Map<string, number> {
  const item = items.find((each) => each.id === id);
  const siblings = item ? siblingsOf(items, item.parentId) : [];
  const from = siblings.findIndex((each) => each.id === id);
  const to = from + (direction === "up" ? -1 : 1);
  const other = siblings[to];
  if (!item || !other) return new Map();
  const order = siblings.with(from, other).with(to, item);
  return new Map(order.flatMap((each, index) => (each.position === index + 1 ? [] : [[each.id, index + 1] as const])));
}

/** How deep an item stands: 0 at the top. */
function depthOf(items: readonly Ordered[], id: string | null): number {
  const item = items.find((each) => each.id === id);
  return item?.parentId ? depthOf(items, item.parentId) + 1 : 0;
}

/** How many levels stand under an item. */
function heightOf(items: readonly Ordered[], id: string): number {
  return Math.max(0, ...items.filter(({ parentId }) => parentId === id).map((child) => heightOf(items, child.id) + 1));
}

const isUnder = (items: readonly Ordered[], id: string, ancestor: string): boolean => {
  const parent = items.find((each) => each.id === id)?.parentId ?? null;
  return parent !== null && (parent === ancestor || isUnder(items, parent, ancestor));
};

/** Whether an item may stand under another: not under itself, nor so that something stands deeper than the third level. */
export function mayStandUnder(items: readonly Ordered[], id: string | null, parentId: string): boolean {
  if (id === parentId || (id !== null && isUnder(items, parentId, id))) return false;
  return depthOf(items, parentId) + 1 + (id === null ? 0 : heightOf(items, id)) <= DEEPEST;
}
