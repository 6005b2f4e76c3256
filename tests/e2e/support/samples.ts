import { crawl, routeOf } from "./crawl";
import type { Who } from "./people";

/**
 * Of every kind of page that somebody can reach by links, the one with most on it and the one with least: between them they show
 * every component, full and empty.
 * @returns addresses, in order
 */
export async function samplePages(
  who: Who | null,
  of: "most" | "most and least" = "most and least",
): Promise<string[]> {
  const kinds = new Map<string, { path: string; size: number }[]>();
  for (const [path, { status, headers, bytes }] of await crawl(who)) {
    const isPage = status === 200 && headers.get("content-type")?.startsWith("text/html");
    const kind = isPage ? routeOf(path) : null;
    if (kind) kinds.set(kind, [...(kinds.get(kind) ?? []), { path, size: bytes.length }]);
  }
  return [...kinds.values()]
    .flatMap((pages) => {
      const bySize = pages.toSorted((a, b) => a.size - b.size || (a.path < b.path ? -1 : 1));
      return of === "most" ? bySize.slice(-1) : [...new Set([bySize.at(-1), bySize[0]])];
    })
    .flatMap((page) => (page ? [page.path] : []))
    .sort();
}
