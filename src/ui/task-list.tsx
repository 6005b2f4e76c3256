import type { ReactNode } from "react";
import { Heading, type HeadingLevel } from "./heading";
import { asList } from "./roles";

/** The sections of a long form, each a page, with how far it has come. */
export function TaskList({ children }: { children: ReactNode }) {
  return (
    <ol {...asList} className="tasks">
      {children}
    </ol>
  );
}

/** One section: its name leads to it, the Tag says its state, the line below what is in it. */
export function Task({
  title,
  href,
  level = 3,
  state,
  meta,
}: {
  title: ReactNode;
  /** Left out where it cannot be opened yet. */
  href?: string | undefined;
  level?: HeadingLevel | undefined;
  state: ReactNode;
  meta?: ReactNode;
}) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 border-b border-line py-[0.5625rem]">
      <Heading level={level}>{href ? <a href={href}>{title}</a> : title}</Heading>
      <p>{state}</p>
      {meta ? <p className="col-start-1 text-note text-ink-2">{meta}</p> : null}
    </li>
  );
}
