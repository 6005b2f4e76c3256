"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Heading, type HeadingLevel } from "./heading";
import { asFocusTarget, asList } from "./roles";

export interface FieldProblem {
  /** The id of the field. Leave it out where the problem is with no field. */
  readonly field?: string | undefined;
  /** Where the field is, when that is another part of the form. */
  readonly href?: string | undefined;
  /** What to do: "Name a lead member". */
  readonly text: ReactNode;
  /** Why, who can, under which rule, and that nothing is lost. */
  readonly why?: ReactNode;
}

/**
 * First in the page after a refused step. The title says what did not happen. It takes the focus, for which it needs
 * its one line of script; without script it is an alert, and the browser goes to it by itself.
 */
export function ErrorSummary({
  id = "error-summary",
  title,
  level = 2,
  problems,
  children,
}: {
  id?: string | undefined;
  title: ReactNode;
  level?: HeadingLevel | undefined;
  problems: readonly FieldProblem[];
  /** After the list: "Everything you wrote is kept." */
  children?: ReactNode;
}) {
  const summary = useRef<HTMLElement>(null);
  // A new list of problems is a new answer, and takes the focus again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the problems are what has to be noticed
  useEffect(() => summary.current?.focus(), [problems]);

  return (
    <section
      ref={summary}
      className="summary rounded-mark border-2 border-stop px-[1.125rem] pt-3.5 pb-4 office:mb-5"
      aria-labelledby={id}
      role="alert"
      {...asFocusTarget}
      {...takingFocus}
    >
      <Heading level={level} id={id} className="mb-1.5">
        {title}
      </Heading>
      <ul {...asList}>
        {problems.map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two problems may have the same words
          <li key={index}>
            {problem.field || problem.href ? (
              <a className="font-semibold text-stop visited:text-stop" href={problem.href ?? `#${problem.field}`}>
                {problem.text}
              </a>
            ) : (
              <b>{problem.text}</b>
            )}
            {problem.why ? <> {problem.why}</> : null}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

/** The attribute by which a browser without script moves to the summary. */
const takingFocus = { autoFocus: true } as const;
