import type { ReactNode } from "react";
import { classNames } from "./class-names";

/**
 * A summary list: what is known of a record, answers to be checked, members of a committee. With `row`, up to six
 * figures side by side where there is room; figures are text, not posters. With `named`, the terms are whole names.
 */
export function Facts({
  row = false,
  named = false,
  children,
}: {
  row?: boolean | undefined;
  named?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <dl
      className={classNames(
        "facts",
        named && "named",
        row
          ? "row border-t border-line md:grid md:grid-cols-[repeat(auto-fit,minmax(6.75rem,1fr))] md:gap-x-6 md:gap-y-3 md:border-y md:py-3"
          : "border-t border-line",
      )}
    >
      {children}
    </dl>
  );
}

/** One fact, in Facts. `change` is the link at its end on a page of answers to check. */
export function Fact({ term, change, children }: { term: ReactNode; change?: ReactNode; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{term}</dt>
      {change ? (
        <dd className="flex justify-between gap-x-4 max-md:flex-wrap">
          <div className="min-w-0">{children}</div>
          <div className="flex-none">{change}</div>
        </dd>
      ) : (
        <dd>{children}</dd>
      )}
    </div>
  );
}
