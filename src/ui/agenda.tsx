import type { ReactNode } from "react";
import { Heading, type HeadingLevel } from "./heading";
import { asList } from "./roles";

/** The items of a meeting, in order. An item that has its own sub-items holds a second Agenda in `items`. */
export function Agenda({ children }: { children: ReactNode }) {
  return (
    <ol {...asList} className="agenda">
      {children}
    </ol>
  );
}

/** One item: its number in the margin, the range of its pages at the right, its papers below. */
export function AgendaItem({
  id,
  number,
  title,
  level,
  pages,
  say,
  meta,
  notes,
  items,
  children,
}: {
  /** Its address on the page: "item-7b". */
  id: string;
  /** As printed: "7", "7(b)". */
  number: string;
  title: ReactNode;
  /** 3 for items under an h2, 4 for their sub-items. */
  level: HeadingLevel;
  /** Pages of the pack: "41–88", with an en dash. */
  pages?: string | undefined;
  /** What the committee is to do with it. */
  say?: ReactNode;
  /** Lead member, and other small facts. */
  meta?: ReactNode;
  /** Tags and the knot to its topic. */
  notes?: ReactNode;
  /** Sub-items, in an Agenda. */
  items?: ReactNode;
  /** Papers, and whatever else belongs to it. */
  children?: ReactNode;
}) {
  return (
    <li className="item" id={id}>
      <div className="row">
        <span className="num">
          <span className="sr-only">Item </span>
          {number}
        </span>
        <div className="text">
          <Heading level={level} className="title">
            {title}
          </Heading>
          {pages ? (
            <p className="pp">
              <span className="pp-word">Pages </span>
              {pages}
            </p>
          ) : null}
          {say ? <p className="mt-[0.1875rem]">{say}</p> : null}
          {meta ? <p className="text-note text-ink-2">{meta}</p> : null}
          {children}
          {notes ? <div className="notes">{notes}</div> : null}
        </div>
      </div>
      {items}
    </li>
  );
}
