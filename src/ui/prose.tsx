import type { ReactNode } from "react";

/** Text to be read at length, at 18 px and reading width: minutes, reports, whatever was written in Markdown. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="prose">{children}</div>;
}
