import type { IStylesOptions } from "docx";
import type { PrintSize } from "@/domain/documents/document";

/** The colour of links and of section headings. */
export const INK = "0f4c5c";
/** One step to the right, in twentieths of a point. */
export const INDENT = 360;

/** Sizes in half points. */
export type WordLook = {
  size: PrintSize;
  small: number;
  /** How wide the margin is in which numbers stand. */
  margin: number;
  styles: IStylesOptions;
};

/** How a document looks in Word. In large print nothing is smaller than 18 point. */
export function wordLook(size: PrintSize): WordLook {
  const large = size === "large";
  const base = large ? 36 : 22;
  const headings = large ? [52, 44, 40, 38, 36, 36] : [40, 30, 26, 24, 22, 22];
  const heading = (level: number) => ({
    run: { size: headings[level - 1] ?? base, bold: true, color: level === 2 ? INK : "000000", font: FONT },
    paragraph: { spacing: { before: level <= 2 ? 360 : 280, after: 120 }, keepNext: true },
  });
  return {
    size,
    small: large ? 36 : 18,
    margin: large ? 1250 : 850,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: base, language: { value: "en-GB", eastAsia: "en-GB", bidirectional: "ar-SA" } },
          paragraph: { spacing: { after: large ? 240 : 140, line: large ? 340 : 290 } },
        },
        heading1: heading(1),
        heading2: heading(2),
        heading3: heading(3),
        heading4: heading(4),
        heading5: heading(5),
        heading6: heading(6),
        hyperlink: { run: { color: INK, underline: {} } },
      },
    },
  };
}

/** On every machine that has Word, and plain to read. */
const FONT = "Arial";
