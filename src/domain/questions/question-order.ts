/** A question as far as its order goes. */
export type Placed = { id: string; position: number; receivedAt: Date | null };

/** In the order in which they are taken. */
export const inOrder = <Question extends Placed>(questions: readonly Question[]): Question[] =>
  questions.toSorted(
    (a, b) =>
      a.position - b.position ||
      (a.receivedAt?.getTime() ?? 0) - (b.receivedAt?.getTime() ?? 0) ||
      (a.id < b.id ? -1 : 1),
  );

/**
 * Where a new one stands: after the last that was received before it, so that one typed in late from a letter still has the turn
 * that its receipt gives it.
 * @returns every question's new place, from 1; under "new" that of the new one
 */
export function placedByReceipt(questions: readonly Placed[], receivedAt: Date): ReadonlyMap<string, number> {
  const order = inOrder(questions);
  const before = order.findLastIndex((each) => each.receivedAt === null || each.receivedAt <= receivedAt);
  return placesOf(order.toSpliced(before + 1, 0, { id: "new", position: 0, receivedAt }));
}

/**
 * One moved a place up or down.
 * @returns the places that change; none where it is the first or the last already
 */
export function movedPlaces(
  questions: readonly Placed[],
  id: string,
  direction: "up" | "down",
): ReadonlyMap<string, number> {
  const order = inOrder(questions);
  const from = order.findIndex((each) => each.id === id);
  const to = from + (direction === "up" ? -1 : 1);
  const [one, other] = [order[from], order[to]];
  if (!one || !other) return new Map();
  return placesOf(order.with(from, other).with(to, one));
}

const placesOf = (order: readonly Placed[]): ReadonlyMap<string, number> =>
  new Map(
    order.flatMap(({ id, position }, index) =>
      position === index + 1 && id !== "new" ? [] : [[id, index + 1] as const],
    ),
  );
