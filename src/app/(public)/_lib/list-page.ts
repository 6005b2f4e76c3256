import { notFound } from "next/navigation";
import type { PageLink } from "@/ui/pages";

/** What the last part of an address says: the second page of a list, or a later one. The first has the list's own address. */
export function pageSaid(said: string): number {
  if (!/^([2-9]|[1-9]\d{1,4})$/.test(said)) notFound();
  return Number(said);
}

/** "/topics", "/topics/page/2". */
const pageAddress = (list: string, page: number): string => (page === 1 ? list : `${list}/page/${page}`);

/**
 * The neighbours of a page of a list. A page that has nothing to show is not there; the first one says so itself.
 * @param labels what the pages before and after hold, "Later topics"
 */
export function pagesOf(
  list: string,
  { page, shown, areMore }: { page: number; shown: readonly unknown[]; areMore: boolean },
  labels: { before: string; after: string },
): { page: number; before: PageLink | null; after: PageLink | null } {
  if (page > 1 && shown.length === 0) notFound();
  return {
    page,
    before: page > 1 ? { href: pageAddress(list, page - 1), label: labels.before } : null,
    after: areMore ? { href: pageAddress(list, page + 1), label: labels.after } : null,
  };
}

/** A page's title tells it from the others of its list. */
export const titleOf = (title: string, page: number): string => (page === 1 ? title : `${title}, page ${page}`);
