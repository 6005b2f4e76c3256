import type { ReactNode } from "react";
import { Crest } from "./crest";
import type { NavLink } from "./link";
import { NavigationMenu, NavigationRow } from "./navigation";

/** The black bar of the office: where one is, who one is, and the way out. On small screens it holds the tabs too. */
export function OfficeBar({
  council,
  place = "Scrutiny office",
  homeHref = "/office",
  crest = <Crest />,
  person,
  tabs,
  children,
  label = "Office",
}: {
  /** Short: "Dorset". */
  council: string;
  place?: ReactNode;
  homeHref?: string | undefined;
  crest?: ReactNode;
  /** Name and role: "Helen Whitby, Senior Democratic Services Officer". */
  person: ReactNode;
  tabs: readonly NavLink[];
  /** Links and forms beside the name: the public site, signing out. */
  children?: ReactNode;
  label?: string | undefined;
}) {
  return (
    <header className="bar">
      <div className="wrap">
        <a className="home" href={homeHref}>
          {crest}
          {council} <span>{place}</span>
        </a>
        <div className="me">
          <span>{person}</span> {children}
        </div>
        {tabs.length > 0 ? <NavigationMenu label={`${label}, small screens`} links={tabs} /> : null}
      </div>
    </header>
  );
}

/** The grey tabs under the bar, each with the count of what waits there. */
export function OfficeTabs({ tabs, label = "Office" }: { tabs: readonly NavLink[]; label?: string | undefined }) {
  return (
    <div className="tabs">
      <div className="wrap">
        <NavigationRow label={label} links={tabs} />
      </div>
    </div>
  );
}
