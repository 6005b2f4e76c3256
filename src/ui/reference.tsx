import type { ReactNode } from "react";

/** A reference or a fingerprint, in the monospaced face: "SR (16/17) 04", "9f2c 41d0 7be8". */
export function Reference({ children }: { children: ReactNode }) {
  return <span className="font-mono text-[0.92em] tracking-[-0.02em] whitespace-nowrap">{children}</span>;
}
