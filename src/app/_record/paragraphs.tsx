import { type Targets, withLinks } from "@/domain/reports/references";
import type { ReportPage } from "@/server/reports/queries";
import { LinkList } from "@/ui/list";
import { Markdown } from "@/ui/markdown";
import { Minute, NumberedParagraph } from "@/ui/minute";

type Paragraph = NonNullable<ReportPage["text"]>["numbered"][number];

/**
 * The report's paragraphs, each under its own anchor; a number printed twice stands twice.
 * @param targets where its references lead to; without them they are words
 */
export function Paragraphs({ paragraphs, targets }: { paragraphs: readonly Paragraph[]; targets?: Targets }) {
  return paragraphs.map((paragraph) => <OneParagraph key={paragraph.id} paragraph={paragraph} targets={targets} />);
}

function OneParagraph({
  paragraph: { anchor, number, heading, markdown },
  targets,
}: {
  paragraph: Paragraph;
  targets: Targets | undefined;
}) {
  const linked = targets ? withLinks(markdown, targets) : markdown;
  const text = linked ? <Markdown level={4}>{linked}</Markdown> : null;
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
