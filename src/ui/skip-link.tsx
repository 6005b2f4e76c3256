import type { ReactNode } from "react";

/** The first thing on every page; shown once it has focus. `to` is the id that PublicPage and OfficePage give to main. */
export function SkipLink({
  to = "main",
  children = "Skip to the content",
}: {
  to?: string | undefined;
  children?: ReactNode;
}) {
  return (
    <a className="absolute -left-[999rem] focus:static focus:block focus:px-4 focus:py-3 print:hidden" href={`#${to}`}>
      {children}
    </a>
  );
}
