import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { NavLink } from "./link";
import { asList } from "./roles";
import { VisuallyHidden } from "./visually-hidden";

function Links({ links }: { links: readonly NavLink[] }) {
  return (
    <ul {...asList}>
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href} aria-current={link.current ? "page" : undefined}>
            {link.label}
            {link.count ? (
              <>
                {" "}
                <span className="count">{link.count}</span>
                {link.countWords ? <VisuallyHidden> {link.countWords}</VisuallyHidden> : null}
              </>
            ) : null}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Links in a row, on wide screens. Masthead and OfficeTabs use it; pages do not. */
export function NavigationRow({ label, links }: { label: string; links: readonly NavLink[] }) {
  return (
    <nav className="nav" aria-label={label}>
      <Links links={links} />
    </nav>
  );
}

/** The same links behind "Menu", on small screens. It is <details>: no script. */
export function NavigationMenu({
  label,
  word = "Menu",
  links,
}: {
  label: string;
  word?: ReactNode;
  links: readonly NavLink[];
}) {
  return (
    <details className="menu">
      <summary>
        <Icon name="menu" />
        {word}
      </summary>
      <nav aria-label={label}>
        <Links links={links} />
      </nav>
    </details>
  );
}
