import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** The small grey line under a thing: who wrote it, when it was changed, where it stands. Never the only place of a fact. */
export function Meta({
  as: Tag = "p",
  className,
  children,
}: {
  as?: "p" | "span" | "div" | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  return <Tag className={classNames("meta text-note font-normal text-ink-2", className)}>{children}</Tag>;
}
