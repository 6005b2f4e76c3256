import type { Restriction } from "@/domain/access/read-scope";
import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import { type Noticed, noticeGiven } from "./meeting-notice";

/** What of an agenda item says since when it and its papers could be read. */
type Opened = {
  readonly id: string;
  readonly openSince: Date | null;
  readonly papers: readonly {
    readonly id: string;
    readonly title: string;
    readonly openSince: Date | null;
    readonly takenDownAt: Date | null;
  }[];
};

export type OpenedNote = { key: string; meets: boolean; words: string };

/** An item added after publication has its own clear days, and so has a paper that came later: LGA 1972 s100B(4)(a). */
export function openedWords(
  item: Opened,
  meeting: Pick<Noticed, "date" | "body"> & { readonly publishedAt: Date | null },
  calendar: CouncilCalendar,
): OpenedNote[] {
  const { publishedAt } = meeting;
  const later = [
    { key: item.id, what: "This item", openSince: item.openSince },
    ...item.papers
      .filter(({ takenDownAt }) => takenDownAt === null)
      .map(({ id, title, openSince }) => ({ key: id, what: `“${title}”`, openSince })),
  ];
  return later.flatMap(({ key, what, openSince }) => {
    // What came with a later item has the item's clear days.
    if (!openSince || !publishedAt || openSince <= publishedAt) return [];
    if (key !== item.id && item.openSince && openSince <= item.openSince) return [];
    const { meets, words, clear } = noticeGiven(openSince, { ...meeting, convenedOn: null }, calendar);
    const counted = `${clear.count} clear ${clear.count === 1 ? "day" : "days"}`;
    return [{ key, meets, words: meets ? `${what} has ${counted}, which ${words}.` : `${what} ${words}.` }];
  });
}

type OnAgenda = { readonly withdrawnAt: Date | null };

/** The public is excluded by a resolution for named business: LGA 1972 s100A(4)-(5). Null where nothing is wanting. */
export function noExclusionWords(
  item: OnAgenda & { readonly inPrivate: Restriction; readonly papers: readonly { readonly restriction: string }[] },
  agenda: readonly (OnAgenda & { readonly kind: string })[],
): string | null {
  if (agenda.some(({ kind, withdrawnAt }) => kind === "exclusion" && withdrawnAt === null)) return null;
  if (item.papers.some(({ restriction }) => restriction === "exempt"))
    return "No item on this agenda excludes the public, as talking about the exempt paper would need.";
  return item.inPrivate === "exempt" && item.withdrawnAt === null
    ? "No item on this agenda excludes the public, as taking this item in private would need."
    : null;
}
