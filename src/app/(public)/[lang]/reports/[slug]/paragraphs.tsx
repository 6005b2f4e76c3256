import type { ReportPage } from "@/server/reports/queries";
import { LinkList } from "@/ui/list";
import { Markdown } from "@/ui/markdown";
import { NumberedParagraph } from "@/ui/minute";

type Paragraph = NonNullable<ReportPage["text"]>["numbered"][number];

/** The report's paragraphs, each under its own anchor; a number printed twice stands twice. */
export function Paragraphs({ paragraphs }: { paragraphs: readonly Paragraph[] }) {
  return paragraphs.map(({ id, anchor, number, heading, markdown }) => (
    <div key={id}>
      {heading ? (
        <h3 className="mt-6" id={number === null ? anchor : `${anchor}-heading`}>
          {heading}
        </h3>
      ) : null}
      {number !== null ? (
        <NumberedParagraph id={anchor} number={number}>
          <Markdown level={4}>{markdown}</Markdown>
        </NumberedParagraph>
      ) : markdown ? (
        <div className="prose mt-2" id={heading ? undefined : anchor}>
          <Markdown level={4}>{markdown}</Markdown>
        </div>
      ) : null}
    </div>
  ));
}

/** Headings at the side. */
export function Contents({ paragraphs }: { paragraphs: readonly Paragraph[] }) {
  return (
    <LinkList>
      {paragraphs.map(({ id, anchor, number, heading }) => (
        <a key={id} href={`#${number === null ? anchor : `${anchor}-heading`}`}>
          {heading}
        </a>
      ))}
    </LinkList>
  );
}
