import { Paragraphs } from "@/app/_record/paragraphs";
import { targetsOf } from "@/domain/reports/check-references";
import type { AnchoredText } from "@/domain/reports/numbered-paragraphs";
import { Meta } from "@/ui/meta";

/** A text as it will be numbered, beside the field it is typed into: its places are other ones than those of the text as it is saved. */
export function NumberedPreview({ paragraphs }: { paragraphs: readonly AnchoredText[] }) {
  const own = paragraphs.map((paragraph) => ({ ...paragraph, anchor: `live-${paragraph.anchor}` }));
  return (
    <>
      <Meta as="div">As it will be numbered, not saved</Meta>
      <Paragraphs
        paragraphs={own.map((paragraph) => ({ ...paragraph, id: paragraph.anchor }))}
        targets={targetsOf({ paragraphs: own, frontSheet: {}, appendices: [] })}
      />
    </>
  );
}
