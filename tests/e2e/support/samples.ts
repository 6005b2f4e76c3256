import { routeOf } from "./crawl";
import type { Who } from "./people";
import { type Reached, reachedBy } from "./reached";

/**
 * Of every kind of page among those that somebody can reach, the one with most on it and the one with least: between them they show
 * every component, full and empty.
 * @returns addresses, in order
 */
export function samplePages(reached: readonly Reached[], of: "most" | "most and least" = "most and least"): string[] {
  const kinds = new Map<string, { path: string; size: number }[]>();
  for (const { path, status, isPage, size } of reached) {
    const kind = status === 200 && isPage ? routeOf(path) : null;
    if (kind) kinds.set(kind, [...(kinds.get(kind) ?? []), { path, size }]);
  }
  return [...kinds.values()]
    .flatMap((pages) => {
      const bySize = pages.toSorted((a, b) => a.size - b.size || (a.path < b.path ? -1 : 1));
      return of === "most" ? bySize.slice(-1) : [...new Set([bySize.at(-1), bySize[0]])];
    })
    .flatMap((page) => (page ? [page.path] : []))
    .sort();
}

type Sampled = { path: string; isFullest: boolean };

/**
 * Of every kind of page that anybody can reach, the one with most on it and the one with least, each as the person who sees it so.
 * What one person is shown, another is shown in part: between them these show every component to somebody.
 * @returns addresses by person
 */
export function sampleOfAll(people: readonly (Who | null)[]): Map<Who | null, Sampled[]> {
  const kinds = new Map<string, { who: Who | null; path: string; size: number }[]>();
  for (const who of people) {
    for (const { path, status, isPage, size } of reachedBy(who)) {
      const kind = status === 200 && isPage ? routeOf(path) : null;
      if (kind) kinds.set(kind, [...(kinds.get(kind) ?? []), { who, path, size }]);
    }
  }
  const sample = new Map<Who | null, Sampled[]>();
  for (const pages of kinds.values()) {
    const bySize = pages.toSorted((a, b) => a.size - b.size || (a.path < b.path ? -1 : 1));
    const fullest = bySize.at(-1);
    for (const page of new Set([fullest, bySize[0]])) {
      if (!page) continue;
      const others = sample.get(page.who) ?? [];
      sample.set(page.who, [...others, { path: page.path, isFullest: page === fullest }]);
    }
  }
  return sample;
}
