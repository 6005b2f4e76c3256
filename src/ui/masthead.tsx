import type { ReactNode } from "react";
import { Crest } from "./crest";
import type { NavLink } from "./link";
import { NavigationMenu, NavigationRow } from "./navigation";

/** The head of every public page: band in the council's colour, crest, name, navigation, sign-in. */
export function Masthead({
  council,
  strapline = "Overview and scrutiny",
  homeHref = "/",
  crest = <Crest />,
  links,
  signIn,
  label = "Main",
}: {
  council: string;
  strapline?: ReactNode;
  homeHref?: string | undefined;
  /** `<CouncilCrest />` where the council has given its own. */
  crest?: ReactNode;
  links: readonly NavLink[];
  signIn?: NavLink | undefined;
  label?: string | undefined;
}) {
  return (
    <header className="mast">
      <div className="wrap">
        {crest}
        <p className="who">
          <a href={homeHref}>
            {council} <span>{strapline}</span>
          </a>
        </p>
        <NavigationMenu label={`${label}, small screens`} links={signIn ? [...links, signIn] : links} />
        {signIn ? (
          <a className="sign" href={signIn.href}>
            {signIn.label}
          </a>
        ) : null}
        <NavigationRow label={label} links={links} />
      </div>
    </header>
  );
}
