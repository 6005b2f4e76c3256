import { Children, type ReactNode } from "react";
import { classNames } from "./class-names";
import { Heading, type HeadingLevel } from "./heading";
import { asList } from "./roles";

/** Meetings, news, anything with a date. `hangs` puts the dates into the numbered margin of a public page. */
export function List({ hangs = false, children }: { hangs?: boolean | undefined; children: ReactNode }) {
  return (
    <ol {...asList} className={classNames("list", hangs && "hangs")}>
      {children}
    </ol>
  );
}

/** One line of a List: when, what, and a mark at the end. */
export function ListItem({
  when,
  title,
  href,
  level = 3,
  meta,
  end,
  children,
}: {
  /** `<b><ShortDate …/></b> 10.00 am`: bold for what lies ahead. */
  when?: ReactNode;
  title: ReactNode;
  href?: string | undefined;
  level?: HeadingLevel | undefined;
  meta?: ReactNode;
  /** A Tag. */
  end?: ReactNode;
  /** What belongs to it and is more than a remark: a list. */
  children?: ReactNode;
}) {
  return (
    <li>
      <p className="when">{when}</p>
      <div>
        <Heading level={level} className="title">
          {href ? <a href={href}>{title}</a> : title}
        </Heading>
        {meta ? <p className="text-note text-ink-2">{meta}</p> : null}
        {children}
      </div>
      {end ? <div className="end">{end}</div> : null}
    </li>
  );
}

/** Links one under the other, in a side column: each child is a link or a ThreadLink `plain`. */
export function LinkList({ children }: { children: ReactNode }) {
  return (
    <ul {...asList} className="divide-y divide-line">
      {Children.map(children, (child) => (child ? <li className="py-1.5">{child}</li> : null))}
    </ul>
  );
}
