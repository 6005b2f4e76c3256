import type { ReactNode } from "react";
import type { NavLink } from "./link";

/** The foot of every page, public and office. Help stands here, in the same place everywhere. */
export function Footer({
  links,
  children,
}: {
  links: readonly NavLink[];
  /** The council's address and that all times are UK times. */
  children?: ReactNode;
}) {
  return (
    <footer className="foot mt-16 border-t border-line bg-well text-note text-ink-2 office:mt-10">
      <div className="wrap flex flex-wrap gap-x-7 gap-y-2 py-6 print:py-0">
        {links.map((link) => (
          <a key={link.href} className="py-[0.1875rem]" href={link.href}>
            {link.label}
          </a>
        ))}
        {children ? <p className="basis-full">{children}</p> : null}
      </div>
    </footer>
  );
}
