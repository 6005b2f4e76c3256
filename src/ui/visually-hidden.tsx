import type { ReactNode } from "react";

/** Words for screen readers only: the record a repeated "Edit" belongs to, the full date behind a short one. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>;
}
