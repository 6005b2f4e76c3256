import type { ReactNode } from "react";
import { Icon } from "./icon";

/** That nothing is lost: "Saved at 8.52 am", "All changes saved". */
export function Saved({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-[0.4em] text-note text-ink-2" role="status">
      <Icon name="done" />
      {children}
    </span>
  );
}
