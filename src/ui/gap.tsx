import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

/**
 * A gap said aloud, where others would leave a blank: "Not given", "No date given". `stop` for what must not be
 * missing, `warn` for what stops nothing.
 */
export function Gap({ tone = "warn", children }: { tone?: "warn" | "stop" | undefined; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-flex items-baseline gap-[0.35em]",
        tone === "stop" ? "font-semibold text-stop" : "text-warn",
      )}
    >
      <Icon name={tone} className="translate-y-[0.12em] text-[0.9em]" />
      <span>{children}</span>
    </span>
  );
}

/** Nothing, and rightly so: "To be confirmed", "None asked". */
export function Nil({ children }: { children: ReactNode }) {
  return <span className="text-ink-2">{children}</span>;
}
