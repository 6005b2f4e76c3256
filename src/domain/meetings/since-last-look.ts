/** What somebody saw of a meeting: of each part, by its key, a digest of what it said and which file it had. */
export type Seen = Readonly<Record<string, { says: string; file?: string | null }>>;

/** What became of a part since: it is new, it says something else, or it has another file. */
export type SinceLook = "new" | "changed" | "new_file";

/** The parts that are new or changed since, by their keys. */
export function sinceLook(before: Seen, now: Seen): Map<string, SinceLook> {
  const marks = Object.entries(now).flatMap(([key, { says, file }]): [string, SinceLook][] => {
    const was = before[key];
    if (!was) return [[key, "new"]];
    if ((was.file ?? null) !== (file ?? null)) return [[key, "new_file"]];
    return was.says === says ? [] : [[key, "changed"]];
  });
  return new Map(marks);
}

/** A look is kept as the visit before, what was seen last, and when. */
export type Look = { before: Seen; latest: Seen; at: Date };

/** Whoever comes back within half an hour is still here: what was marked stays marked. */
const VISIT = 30 * 60_000;

const isStillHere = ({ at }: Look, now: Date) => now.getTime() - at.getTime() <= VISIT;

/** What a page is compared with; null for whoever never looked, to whom everything is new and nothing has to be marked. */
export const comparedWith = (look: Look | null, now: Date): Seen | null =>
  look && (isStillHere(look, now) ? look.before : look.latest);

/** The look that is kept once the page was seen; `settled` where its reader says that they have seen what was marked. */
export function lookedAt(look: Look | null, seen: Seen, now: Date, settled: boolean): Look {
  return { before: settled ? seen : (comparedWith(look, now) ?? seen), latest: seen, at: now };
}
