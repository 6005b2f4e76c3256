import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

/** The knot: from any record to its topic. `plain` is the size of the text around it, for lists of topics. */
export function ThreadLink({
  href,
  plain = false,
  children,
}: {
  href: string;
  plain?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <a
      className={classNames("inline-flex gap-[0.45em] py-0.5", plain ? "items-baseline" : "items-center text-note")}
      href={href}
    >
      <Icon name="knot" className={classNames("text-[1.05em] text-thread stroke-2", plain && "translate-y-[0.15em]")} />
      {children}
    </a>
  );
}
