import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import type { ReactNode } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { markdownTree } from "@/domain/wording/markdown-tree";
import type { HeadingLevel } from "./heading";
import { asScrollable } from "./roles";

/** Text that was written in Markdown; anything dangerous in it is left out. */
export function Markdown({
  children,
  level = 4,
}: {
  children: string;
  /** What a first-level heading in it becomes: one below the heading it stands under. */
  level?: HeadingLevel | undefined;
}): ReactNode {
  const tree = markdownTree(children);
  const headings = Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((written) => [`h${written}`, `h${Math.min(6, written + level - 1)}`]),
  );
  const components = { ...(headings as Record<string, "h2">), table: WideTable, li: ListEntry };
  return toJsxRuntime(tree, { Fragment, jsx, jsxs, components });
}

/** "a) social value" brings its own mark. */
const OWN_MARK = /^\(?([a-z]|[ivx]{1,4}|\d{1,2})\)\s/i;

function ListEntry({ children }: { children?: ReactNode }) {
  const first = [children].flat().find((child) => child !== "\n");
  return <li className={typeof first === "string" && OWN_MARK.test(first) ? "lettered" : undefined}>{children}</li>;
}

/** A table that somebody wrote has as many columns as they liked: it scrolls by itself, and the page does not. */
function WideTable({ children }: { children?: ReactNode }) {
  return (
    <div className="overflow-x-auto" {...asScrollable}>
      <table>{children}</table>
    </div>
  );
}
