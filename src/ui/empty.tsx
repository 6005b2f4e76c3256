import type { ReactNode } from "react";

/** No records: what is not there, and when or how it will be. "No minutes yet. The committee meets on 11 October." */
export function Empty({ what, children }: { what: ReactNode; children?: ReactNode }) {
  return (
    <p className="empty rounded-card border border-dashed border-line-2 px-5 py-4 text-ink-2">
      <b className="text-ink">{what}</b> {children}
    </p>
  );
}
