import { asList } from "./roles";

export interface Crumb {
  readonly href: string;
  readonly label: string;
}

/** The way here, without the page itself. PublicPage and OfficePage place it: give them `crumbs`. */
export function Breadcrumbs({
  crumbs,
  label = "You are here",
}: {
  crumbs: readonly Crumb[];
  label?: string | undefined;
}) {
  return (
    <nav className="pt-5 text-note office:pt-4 print:hidden" aria-label={label}>
      <ol {...asList} className="flex flex-wrap gap-x-[0.5em]">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href}>
            {index > 0 ? (
              <span className="mr-[0.5em] text-line-2" aria-hidden="true">
                /
              </span>
            ) : null}
            <a className="inline-block py-0.5" href={crumb.href}>
              {crumb.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
