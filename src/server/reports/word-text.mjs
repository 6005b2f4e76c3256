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

/** @typedef {{ markdown: string; notes: string[] } | { refusal: "large" | "broken" | "hostile" }} WordText */

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

/** @param {Buffer} bytes a .docx @returns {Promise<WordText>} */
export async function readWord(bytes) {
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
    const { markdown, notes } = await markdownOf(html);
    return { markdown, notes: [...told(document), ...notes] };
  } catch (error) {
    return {
      refusal: error instanceof Unreadable ? /** @type {"large" | "hostile" | "broken"} */ (error.message) : "broken",
    };
  }
}

/** @param {string} html */
async function markdownOf(html) {
  const notes = new Set();
  const file = await unified()
    .use(rehypeParse, { fragment: true })
    .use(rehypeSanitize, htmlAllowed)
    .use(tidy)
    .use(withoutFrontSheet(() => notes.add("Its front sheet, a table, is left out: it is filled in above.")))
    .use(rehypeRemark)
    .use(remarkGfm)
    .use(remarkStringify, { bullet: "-", emphasis: "*", rule: "-" })
    .process(html);
  return { markdown: plainMarks(String(file)).trim(), notes: [...notes] };
}

/** @param {string} html as Word puts it on the clipboard @returns {Promise<WordText>} */
export async function readPasted(html) {
  try {
    const notes = /<img\b/i.test(html) ? ["Images were left out. Put them up as papers of the item."] : [];
    const read = await markdownOf(html);
    return { markdown: read.markdown, notes: [...notes, ...read.notes] };
  } catch {
    return { refusal: "broken" };
  }
}
