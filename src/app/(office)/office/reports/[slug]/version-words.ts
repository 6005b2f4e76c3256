import type { VersionWay } from "@/server/reports/versions";

/** How a version came to be, at the start of a sentence and within one, before "by". */
export const WAYS: Readonly<Record<VersionWay, string>> = {
  typed: "Written",
  word: "Taken from a Word file",
  sheet: "The front sheet filled in",
};

export const waysWithin = (way: VersionWay): string => WAYS[way].charAt(0).toLowerCase() + WAYS[way].slice(1);
