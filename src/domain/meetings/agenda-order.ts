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

export const DIRECTIONS = ["up", "down", "in", "out"] as const;

/** Up or down among the items beside it, in under the one before it, out beside the one it stands under. */
export type Direction = (typeof DIRECTIONS)[number];

/** A place on an agenda: under which item, before which of those there; at the end where none is said. */
export type Place = { parentId: string | null; beforeId: string | null };

/** Where a step in a direction leads; null where there is no such place. */
export function placeToward(items: readonly Ordered[], id: string, direction: Direction): Place | null {
  const item = items.find((each) => each.id === id);
  if (!item) return null;
  const siblings = siblingsOf(items, item.parentId);
  const at = siblings.findIndex((each) => each.id === id);
  const place = { parentId: item.parentId, beforeId: null };
  switch (direction) {
    case "up":
      return at > 0 ? { ...place, beforeId: siblings[at - 1]?.id ?? null } : null;
    case "down":
      return at < siblings.length - 1 ? { ...place, beforeId: siblings[at + 2]?.id ?? null } : null;
    case "in": {
      const before = siblings[at - 1];
      return before && mayStandUnder(items, id, before.id) ? { parentId: before.id, beforeId: null } : null;
    }
    case "out": {
      const parent = items.find((each) => each.id === item.parentId);
      if (!parent) return null;
      const beside = siblingsOf(items, parent.parentId);
      const next = beside[beside.findIndex((each) => each.id === parent.id) + 1];
      return { parentId: parent.parentId, beforeId: next?.id ?? null };
    }
  }
}

export type Moved = { parentId: string | null; position: number };

/**
 * The agenda with an item at a place.
 * @returns what changes, by id: nothing where it stands there already; null where it cannot stand there
 */
export function placed(
  items: readonly Ordered[],
  id: string,
  { parentId, beforeId }: Place,
): Map<string, Moved> | null {
  const item = items.find((each) => each.id === id);
  if (!item || beforeId === id) return null;
  if (parentId !== null && (!items.some((each) => each.id === parentId) || !mayStandUnder(items, id, parentId)))
    return null;
  const others = siblingsOf(items, parentId).filter((each) => each.id !== id);
  const at = beforeId === null ? others.length : others.findIndex((each) => each.id === beforeId);
  if (at === -1) return null;
  const order = others.toSpliced(at, 0, item);
  const now = siblingsOf(items, parentId);
  if (order.length === now.length && order.every((each, index) => each.id === now[index]?.id)) return new Map();
  return new Map(
    order.flatMap((each, index) => {
      const isSame = each.position === index + 1 && each.parentId === parentId;
      return isSame ? [] : [[each.id, { parentId, position: index + 1 }] as const];
    }),
  );
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
