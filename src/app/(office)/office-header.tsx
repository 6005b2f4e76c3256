"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import type { NavLink } from "@/ui/link";
import { OfficeBar, OfficeTabs } from "@/ui/office-bar";

/** Bar and tabs. The address decides which tab is marked, also after a move without a new page; a server layout is not told it. */
export function OfficeHeader({
  council,
  crest,
  person,
  tabs,
  children,
}: {
  council: string;
  crest: ReactNode;
  person: ReactNode;
  tabs: readonly NavLink[];
  children: ReactNode;
}) {
  const here = usePathname();
  const marked = tabs.map((tab) => ({ ...tab, current: isIn(here, tab.href) }));
  return (
    <>
      <OfficeBar council={council} crest={crest} person={person} tabs={marked}>
        {children}
      </OfficeBar>
      {tabs.length > 0 ? <OfficeTabs tabs={marked} /> : null}
    </>
  );
}

/** Every place lies under /office, which is itself a place: "What waits". */
const isIn = (here: string, place: string) => here === place || (place !== "/office" && here.startsWith(`${place}/`));
