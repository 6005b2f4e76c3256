import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Heading, type HeadingLevel } from "./heading";
import { Icon, type IconName } from "./icon";
import { asList, asScrollable } from "./roles";
import { VisuallyHidden } from "./visually-hidden";

/** What the whole desk is warned of, summed, above it: a sentence, links to the cards, and that all is saved. */
export function DeskSummary({
  links,
  end,
  children,
}: {
  links?: readonly { readonly href: string; readonly label: string }[] | undefined;
  /** Saved. */
  end?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="mb-3.5 flex flex-wrap items-center gap-x-5 gap-y-2 rounded-card border border-line bg-well px-3 py-2">
      <p>{children}</p>
      {links && links.length > 0 ? (
        <ul {...asList} className="flex flex-1 flex-wrap gap-x-5 text-note max-md:order-3 max-md:basis-full">
          {links.map((link) => (
            <li key={link.label}>
              <a className="inline-block min-h-6 py-0.5" href={link.href}>
                {link.label}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {end}
    </div>
  );
}

/** The desk: a column for each meeting, scrolling sideways where there are many; one under the other on a phone. */
export function Desk({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="desk" aria-label={label} {...asScrollable}>
      {children}
    </section>
  );
}

/** One meeting, or "Not yet placed". `slot` is its id, for dragging. */
export function DeskColumn({
  slot,
  title,
  label,
  level = 2,
  note,
  now = false,
  idle = false,
  children,
}: {
  slot?: string | undefined;
  /** "Tue 11 Oct 2016"; a ShortDate says it in full. */
  title: ReactNode;
  /** Name of the region, in full: "Tuesday 11 October 2016". */
  label: string;
  level?: HeadingLevel | undefined;
  /** How full it is, and whether it is published. */
  note?: ReactNode;
  /** The next meeting. */
  now?: boolean | undefined;
  /** Nothing in it: narrow. The children are then the words "Nothing placed". */
  idle?: boolean | undefined;
  /** DeskCards. */
  children?: ReactNode;
}) {
  return (
    <section className={classNames("col", now && "now", idle && "idle")} aria-label={label} data-slot={slot}>
      <header>
        <Heading level={level}>{title}</Heading>
        {note ? <p>{note}</p> : null}
      </header>
      {idle ? (
        <p className="px-1 pt-1.5 pb-2 text-fine text-ink-2">{children}</p>
      ) : (
        <ol {...asList} className="cards">
          {children}
        </ol>
      )}
    </section>
  );
}

/** hard: it cannot stay so. soft: a warning. info: a remark. */
export interface Flag {
  readonly key: string;
  readonly severity: "hard" | "soft" | "info";
  readonly text: ReactNode;
}

const FLAG_SHAPE: Record<Flag["severity"], IconName> = { hard: "stop", soft: "warn", info: "info" };
const FLAG_INK: Record<Flag["severity"], string> = {
  hard: "font-semibold text-stop",
  soft: "text-warn",
  info: "text-info",
};

/** The warnings of a card. They stop nothing. */
export function Flags({ flags }: { flags: readonly Flag[] }) {
  return (
    <ul {...asList} className="mt-1.5 text-fine leading-[1.35]">
      {flags.map((flag) => (
        <li
          key={flag.key}
          className={classNames("grid grid-cols-[1.125rem_minmax(0,1fr)] py-0.5", FLAG_INK[flag.severity])}
        >
          <Icon name={FLAG_SHAPE[flag.severity]} className="mt-[0.16em]" />
          <span>{flag.text}</span>
        </li>
      ))}
    </ul>
  );
}

/**
 * An item of the programme on the desk. ghost: a slot that is suggested, dashed, with one button as its child. gone:
 * handed over or with partners, flat and without actions. A card whose Move is open has an edge in the council's colour.
 */
export function DeskCard({
  id,
  item,
  title,
  href,
  level = 3,
  meta,
  facts = [],
  flags = [],
  kind = "item",
  verbs,
  children,
}: {
  /** Its address on the page, to which the DeskSummary leads. */
  id?: string | undefined;
  /** Id of the item, for dragging. */
  item?: string | undefined;
  title: ReactNode;
  href?: string | undefined;
  level?: HeadingLevel | undefined;
  meta?: ReactNode;
  /** "Lead", "Ends". */
  facts?: readonly { readonly term: string; readonly text: ReactNode }[] | undefined;
  flags?: readonly Flag[] | undefined;
  kind?: "item" | "ghost" | "gone" | undefined;
  /** MoveForm, and links named with VisuallyHidden: "Edit<…> Racism and xenophobia". */
  verbs?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <li className={classNames("card", kind !== "item" && kind)} id={id} data-item={item}>
      <Heading level={level} className="title">
        {href ? (
          <a className="plain" href={href}>
            {title}
          </a>
        ) : (
          title
        )}
      </Heading>
      {meta ? <p className="meta text-fine text-ink-2">{meta}</p> : null}
      {facts.length > 0 ? (
        <dl>
          {facts.map((fact) => (
            <div key={fact.term}>
              <dt>{fact.term}</dt>
              <dd>{fact.text}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {flags.length > 0 ? <Flags flags={flags} /> : null}
      {children}
      {verbs ? <div className="verbs">{verbs}</div> : null}
    </li>
  );
}

/**
 * Moving without dragging: a form behind a word, open at once where the address asks for it. Dragging and keys are
 * added on top of it, never instead.
 */
export function CardDetails({
  word,
  about,
  open = false,
  children,
}: {
  /** "Move" */
  word: ReactNode;
  /** The item, for a screen reader. */
  about: string;
  open?: boolean | undefined;
  /** The form. */
  children: ReactNode;
}) {
  return (
    <details open={open}>
      <summary>
        {word}
        <VisuallyHidden> {about}</VisuallyHidden>
      </summary>
      {children}
    </details>
  );
}
