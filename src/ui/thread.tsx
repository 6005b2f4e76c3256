import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Heading, type HeadingLevel } from "./heading";
import { asList } from "./roles";

/** The golden thread of a topic, oldest first: what happened, what was decided, what is ahead. */
export function Thread({ children }: { children: ReactNode }) {
  return (
    <ol {...asList} className="thread">
      {children}
    </ol>
  );
}

/** The day in the margin: "16 Jun" in ink, "2016" under it, and the whole of it for screen readers. */
export interface ThreadDay {
  readonly short: ReactNode;
  readonly year?: ReactNode;
  /** "Thursday 16 June 2016". Left out for spans of months and for "No date", which say themselves. */
  readonly full?: string | undefined;
}

function When({ day }: { day: ThreadDay }) {
  if (!day.full) {
    return (
      <p className="when">
        <b>{day.short}</b> {day.year}
      </p>
    );
  }
  return (
    <p className="when">
      <span aria-hidden="true">
        <b>{day.short}</b> {day.year}
      </span>
      <span className="sr-only">{day.full}</span>
    </p>
  );
}

/** One point of a thread. A decision has a filled knot, an event a ring; what is ahead is dotted. */
export function ThreadEvent({
  id,
  day,
  decision = false,
  ahead = false,
  kind,
  title,
  level = 3,
  children,
}: {
  id?: string | undefined;
  day: ThreadDay;
  decision?: boolean | undefined;
  ahead?: boolean | undefined;
  /** What sort of record, with a link to it: "Minute 10". */
  kind?: ReactNode;
  title: ReactNode;
  level?: HeadingLevel | undefined;
  children?: ReactNode;
}) {
  return (
    <li id={id} className={ahead ? "ahead" : undefined}>
      <When day={day} />
      <span className={classNames("knot", decision && "big")} />
      <div className="what">
        {kind ? <p className="kind">{kind}</p> : null}
        <Heading level={level} className="title">
          {title}
        </Heading>
        {children}
      </div>
    </li>
  );
}

/** Today's tick between what was and what is ahead. Render it per request, or leave it out of a cached page. */
export function ThreadToday({ day, word = "Today" }: { day: ThreadDay; word?: ReactNode }) {
  return (
    <li className="today">
      <When day={day} />
      <span className="knot" />
      <div className="what">
        <p>
          <strong>{word}</strong>
        </p>
      </div>
    </li>
  );
}

export interface ThreadStage {
  readonly key: string;
  readonly label: string;
  /** Anchor of its point in the thread. */
  readonly href?: string | undefined;
  readonly reached: boolean;
  /** "none on record", "to come". */
  readonly note?: ReactNode;
}

/** The index of a thread at its side: which of the eleven stages exist, and where. */
export function ThreadStages({ stages }: { stages: readonly ThreadStage[] }) {
  return (
    <ol {...asList} className="stages">
      {stages.map((stage) => (
        <li key={stage.key} className={stage.reached ? undefined : "no"}>
          <span className={classNames("knot", stage.reached && "big")} />
          <span>{stage.href ? <a href={stage.href}>{stage.label}</a> : stage.label}</span>
          <span className="text-note text-ink-2">{stage.note}</span>
        </li>
      ))}
    </ol>
  );
}
