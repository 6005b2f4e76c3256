export interface PageLink {
  readonly href: string;
  readonly label: string;
}

/** The way through a list that is on several pages. One that is on a page of its own needs none. */
export function Pages({
  page,
  before,
  after,
}: {
  /** From 1. */
  page: number;
  before: PageLink | null;
  after: PageLink | null;
}) {
  if (before === null && after === null) return null;
  return (
    <nav aria-label="Pages of this list" className="mt-6 flex flex-wrap items-center gap-x-6 print:hidden">
      {before ? (
        <a rel="prev" className="py-2" href={before.href}>
          {before.label}
        </a>
      ) : null}
      <span className="py-2 text-ink-2">Page {page}</span>
      {after ? (
        <a rel="next" className="py-2" href={after.href}>
          {after.label}
        </a>
      ) : null}
    </nav>
  );
}
