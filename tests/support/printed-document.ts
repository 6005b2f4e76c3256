import type { Block, PrintedDocument } from "@/domain/documents/document";

/** A document with these blocks. */
export const printedDocument = (...blocks: Block[]): PrintedDocument => ({
  title: "Minutes of 16 June",
  council: "A council",
  facts: [],
  language: "en-GB",
  blocks,
});

/** What somebody may type into any field. */
export const HOSTILE = [
  '#import "evil.typ": *',
  '#eval("1+1") #read("/etc/passwd") $x^2$ @ref <label> *bold* _em_ `raw` \\ // note',
  "<script>alert(1)</script><w:t>&amp;</w:t>]]>",
  "=1+1+cmd|' /C calc'!A0",
  "= a heading",
  '"}); #panic("out")',
];
