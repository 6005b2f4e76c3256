import type { ReactNode } from "react";
import { Fact } from "@/ui/facts";

/** One of a list that has no dates: its name, where it leads, and what is said of it. Stands in Facts. */
export function Named({
  title,
  href,
  meta,
  end,
  children,
}: {
  title: string;
  href?: string | undefined;
  meta?: ReactNode;
  end?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <Fact term={href ? <a href={href}>{title}</a> : title} change={end}>
      {meta}
      {children}
    </Fact>
  );
}
