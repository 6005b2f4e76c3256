import type { ReportPage } from "@/server/reports/queries";
import { LinkList } from "@/ui/list";
import { Markdown } from "@/ui/markdown";
import { Minute, NumberedParagraph } from "@/ui/minute";

type Paragraph = NonNullable<ReportPage["text"]>["numbered"][number];

/** The report's paragraphs, each under its own anchor; a number printed twice stands twice. */
export function Paragraphs({ paragraphs }: { paragraphs: readonly Paragraph[] }) {
  return paragraphs.map((paragraph) => <OneParagraph key={paragraph.id} paragraph={paragraph} />);
}

function OneParagraph({ paragraph: { anchor, number, heading, markdown } }: { paragraph: Paragraph }) {
  const text = markdown ? <Markdown level={4}>{markdown}</Markdown> : null;
  if (number !== null && heading && !text) {
    return (
      <Minute id={anchor} number={number} title={heading} word="Section">
        {null}
      </Minute>
    );
  }
  return (
    <>
      {heading ? (
        <h3 className="mt-6" id={number === null ? anchor : `${anchor}-heading`}>
          {heading}
        </h3>
      ) : null}
      {number !== null ? (
        <NumberedParagraph id={anchor} number={number}>
          {text}
        </NumberedParagraph>
      ) : text ? (
        <div className="prose mt-2" id={heading ? undefined : anchor}>
          {text}
        </div>
      ) : null}
    </>
  );
}

/** Headings at the side. */
export function Contents({ paragraphs }: { paragraphs: readonly Paragraph[] }) {
  return (
    <LinkList>
      {paragraphs.map(({ id, anchor, number, heading, markdown }) => (
        <a key={id} href={`#${number === null || !markdown ? anchor : `${anchor}-heading`}`}>
          {heading}
        </a>
      ))}
    </LinkList>
  );
}
