import {
  AlignmentType,
  Document,
  Footer,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from "docx";
import type { PrintedDocument, PrintSize } from "@/domain/documents/document";
import { readyToPrint } from "@/domain/documents/ready-to-print";
import { WordBlocks } from "./word-blocks";
import { INDENT, INK, wordLook } from "./word-look";

export type WordOptions = {
  size: PrintSize;
  /** Where the council's site is: its own addresses lead there. */
  site?: string | undefined;
};

/** A4, in twentieths of a point. */
const PAPER = { width: 11906, height: 16838 };
const MARGIN = 1300;

/** A document as a Word file, with headings, lists and tables that are what they look like. Numbers of the record are its text. */
export async function renderWord(document: PrintedDocument, { size, site }: WordOptions): Promise<Uint8Array> {
  const ready = readyToPrint(document, site);
  const look = wordLook(size);
  const across = ready.landscape === true && size === "normal";
  const made = new WordBlocks(look, (across ? PAPER.height : PAPER.width) - 2 * MARGIN);
  const children = made.of(ready);
  const file = new Document({
    title: ready.title,
    creator: ready.council,
    lastModifiedBy: ready.council,
    styles: look.styles,
    numbering: { config: [BULLETS, ...made.numberedLists] },
    sections: [
      {
        properties: {
          page: {
            // docx turns the paper itself when it lies across.
            size: { ...PAPER, orientation: across ? "landscape" : "portrait" },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        footers: { default: new Footer({ children: [foot(ready.title, look.small, across)] }) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

const foot = (title: string, size: number, across: boolean) =>
  new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: (across ? PAPER.height : PAPER.width) - 2 * MARGIN }],
    children: [
      new TextRun({ text: title, size }),
      new TextRun({ children: ["\tpage ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES], size }),
    ],
  });

const BULLETS = {
  reference: "bullets",
  levels: [0, 1, 2, 3, 4, 5].map((level) => ({
    level,
    format: LevelFormat.BULLET,
    text: "•",
    alignment: AlignmentType.LEFT,
    style: { run: { color: INK }, paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } },
  })),
};
