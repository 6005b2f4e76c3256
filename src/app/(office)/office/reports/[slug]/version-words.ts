import type { VersionWay } from "@/server/reports/versions";

/** How a version came to be, before "by". */
export const WAYS: Readonly<Record<VersionWay, string>> = {
  typed: "Written",
  word: "Taken from a Word file",
  sheet: "The front sheet filled in",
};
