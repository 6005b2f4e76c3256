// What a Word file says, in Markdown, and what was left out of it; or why it could not be read.
import mammoth from "mammoth";
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { fromBufferPromise } from "yauzl";
import { htmlAllowed, plainMarks, tidy, withoutFrontSheet } from "./word-html.mjs";
import { tagsIn, withNumbers } from "./word-numbering.mjs";

/** Of one part, unpacked; the text of a report of 500 pages is a tenth of it. */
const LARGEST_PART = 24 * 1024 * 1024;

/** The parts that text and numbers are read from; no other is unpacked. */
const PARTS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(_rels\/)?(document|styles|numbering|footnotes|endnotes)\.xml(\.rels)?)$/;

class Unreadable extends Error {}

/** @typedef {{ label: string; text: string }} SheetRow A row of the front sheet: its first cell, and the rest in Markdown */
/** @typedef {{ markdown: string; notes: string[]; sheet: SheetRow[] } | { refusal: "large" | "broken" | "hostile" }} WordText */

/** @param {Buffer} bytes @returns {Promise<Map<string, string>>} */
async function partsOf(bytes) {
  const zip = await fromBufferPromise(bytes);
  const parts = new Map();
  for await (const entry of zip.eachEntry()) {
    if (!PARTS.test(entry.fileName)) continue;
    if (entry.uncompressedSize > LARGEST_PART) throw new Unreadable("large");
    const chunks = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    // No Word file declares entities or a document type: who does wants something of whoever reads it.
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Unreadable("hostile");
    if (!isWithin(text)) throw new Unreadable("broken");
    parts.set(entry.fileName, text);
  }
  return parts;
}

/** Tags within tags within tags: deeper than any table in a table, whoever reads them goes astray. */
const DEEPEST = 500;

/** Whether every tag is closed, and none lies too deep. @param {string} xml */
function isWithin(xml) {
  let depth = 0;
  for (const { isEnd, isEmpty } of tagsIn(xml)) {
    depth += isEnd ? -1 : isEmpty ? 0 : 1;
    if (depth < 0 || depth > DEEPEST) return false;
  }
  return depth === 0;
}

/** @param {string} document */
function told(document) {
  const notes = new Set();
  let images = 0;
  for (const { name, isEnd, attributes } of tagsIn(document)) {
    if (isEnd) continue;
    if (name === "w:pStyle" && attributes.get("w:val") === "Title")
      notes.add("Its title is left out: the report has a field of its own for it.");
    if (name === "pic:pic" || name === "v:imagedata") images += 1;
    if (name === "w:ins" || name === "w:del")
      notes.add("It has tracked changes: what was added is in, what was struck out is not.");
    if (name === "w:commentReference") notes.add("It has comments: they are left out.");
    if (name === "w:gridSpan" || name === "w:vMerge")
      notes.add("A table has cells that were merged: look whether its columns still stand right.");
    if (name === "m:oMath") notes.add("It has formulas: they are left out. Write them in words.");
  }
  if (images > 0)
    notes.add(
      `${images === 1 ? "An image was" : `${images} images were`} left out. Put ${images === 1 ? "it" : "them"} up as a paper of the item, with what ${images === 1 ? "it shows" : "they show"} in words.`,
    );
  return [...notes];
}

/** @param {Buffer} bytes a .docx @param {readonly string[]} [labels] of the body's front sheet @returns {Promise<WordText>} */
export async function readWord(bytes, labels = []) {
  try {
    const parts = await partsOf(bytes);
    const part = (/** @type {string} */ name) => parts.get(name) ?? "";
    const document = part("word/document.xml");
    const counted = withNumbers({ document, numbering: part("word/numbering.xml"), styles: part("word/styles.xml") });
    parts.set("word/document.xml", counted.document);
    if (parts.has("word/numbering.xml")) parts.set("word/numbering.xml", counted.numbering);
    const { value: html } = await mammoth.convertToHtml(
      // It reads from what was unpacked here, and from nothing else.
      /** @type {any} */ ({
        file: {
          exists: (/** @type {string} */ name) => parts.has(name),
          read: async (/** @type {string} */ name) => part(name),
        },
      }),
      { convertImage: mammoth.images.imgElement(async () => ({ src: "" })), styleMap: ["p[style-name='Title'] => !"] },
    );
    const { markdown, sheet } = await markdownOf(html, labels);
    return { markdown, notes: told(document), sheet };
  } catch (error) {
    return {
      refusal: error instanceof Unreadable ? /** @type {"large" | "hostile" | "broken"} */ (error.message) : "broken",
    };
  }
}

/** @param {import("unified").Processor<any, any, any, any, any>} processor */
const written = (processor) =>
  processor.use(rehypeRemark).use(remarkGfm).use(remarkStringify, { bullet: "-", emphasis: "*", rule: "-" });

/** @param {string} html @param {readonly string[]} labels */
async function markdownOf(html, labels) {
  /** @type {import("./word-html.mjs").SheetRow[]} */
  const rows = [];
  const read = unified().use(rehypeParse, { fragment: true }).use(rehypeSanitize, htmlAllowed).use(tidy);
  const file = await written(read.use(withoutFrontSheet(labels, (found) => rows.push(...found)))).process(html);
  const sheet = await Promise.all(rows.map(async ({ label, cell }) => ({ label, text: await markdownIn(cell) })));
  return { markdown: plainMarks(String(file)).trim(), sheet };
}

/** @param {any} tree of HTML */
async function markdownIn(tree) {
  const processor = written(unified());
  return plainMarks(String(processor.stringify(await processor.run(tree)))).trim();
}

/** @param {string} html as Word puts it on the clipboard @returns {Promise<WordText>} */
export async function readPasted(html) {
  try {
    const notes = /<img\b/i.test(html) ? ["Images were left out. Put them up as papers of the item."] : [];
    const { markdown, sheet } = await markdownOf(html, []);
    if (sheet.length > 0)
      notes.push(
        "Its front sheet is left out: fill in the fields above, or choose the Word file, which fills them in.",
      );
    return { markdown, notes, sheet: [] };
  } catch {
    return { refusal: "broken" };
  }
}
