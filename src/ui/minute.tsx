import type { ReactNode } from "react";
import { Heading, type HeadingLevel } from "./heading";

/**
 * A minute: its number stands in the margin and is its own anchor. Without a number the margin stays empty (the
 * Chairman's welcome). A second heading under the same number goes into the children.
 */
export function Minute({
  id,
  number,
  title,
  level = 3,
  word = "Minute",
  children,
}: {
  /** Its address on the page: "minute-10". */
  id?: string | undefined;
  number?: string | undefined;
  title: ReactNode;
  level?: HeadingLevel | undefined;
  /** What a screen reader hears before the number: a section of a report is no minute. */
  word?: string | undefined;
  children?: ReactNode;
}) {
  const titleId = id ? `${id}-title` : undefined;
  return (
    <article className="minute" id={id} aria-labelledby={titleId}>
      <MarginNumber id={id} number={number} word={word} />
      <div className="prose">
        <Heading level={level} id={titleId} className="title">
          {title}
        </Heading>
        {children}
      </div>
    </article>
  );
}

/** A numbered paragraph of a report: "2.16"; of a part of one, "2.16(a)", only the mark is printed and the whole is heard. */
export function NumberedParagraph({ id, number, children }: { id: string; number: string; children: ReactNode }) {
  const mark = /\([a-z]+\)$/.exec(number)?.[0] ?? number;
  return (
    <div className="minute paragraph" id={id}>
      <MarginNumber
        id={id}
        number={mark}
        word={`Paragraph ${number.slice(0, number.length - mark.length)}`.trimEnd()}
      />
      <div className="prose">{children}</div>
    </div>
  );
}

function MarginNumber({ id, number, word }: { id: string | undefined; number: string | undefined; word: string }) {
  if (number === undefined) {
    return <span />;
  }
  const said = (
    <>
      <span className="sr-only">{word} </span>
      {number}
    </>
  );
  return <p className="num">{id ? <a href={`#${id}`}>{said}</a> : said}</p>;
}
