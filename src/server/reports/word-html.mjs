// What is kept of the HTML that Word makes, whether a file was read or text was taken out of it: headings, paragraphs, lists, tables,
// emphasis and links that lead somewhere. Everything else goes, its text stays.

/** @typedef {{ type: string; tagName?: string; value?: string; properties?: Record<string, unknown>; children?: Node[] }} Node */

/** For rehype-sanitize. What is not named here has no way in: no script, no style, no image, no link but to a page or an address. */
export const htmlAllowed = {
  tagNames: [
    ...["h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "blockquote"],
    ...["ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"],
    ...["strong", "b", "em", "i", "a"],
  ],
  attributes: { a: ["href"], ol: ["start"] },
  protocols: { href: ["http", "https", "mailto"] },
  ancestors: {},
  strip: ["script", "style", "title", "head", "xml", "template", "svg", "math", "iframe", "object", "noscript"],
};

/** A tree deeper than this was not written by hand. */
const DEEPEST = 200;

/** Links that lead nowhere become their text, the marks that lead back from a footnote go. */
export const tidy = () => (/** @type {Node} */ tree) => {
  visit(tree, 0);
};

/** What stands in the first column of a front sheet, whatever a council calls the rest. */
const OF_A_FRONT_SHEET =
  /^(date of meeting|meeting date|(lead |report |contact )?officers?( contact)?|subject( of report)?|(executive )?summary|impact assessments?|equalit(y|ies) impact assessments?|recommendations?|reasons? for (the )?recommendations?|appendices|background (papers|documents))\s*:?$/i;

/** @typedef {{ label: string; cell: Node }} SheetRow */

/**
 * Takes out the tables that are a front sheet: it is a form of its own. A row whose first cell reaches down from above goes on with
 * the label there.
 * @param {readonly string[]} labels those of the body, beside what councils call them
 * @param {(rows: SheetRow[]) => void} found told of each table
 */
export const withoutFrontSheet = (labels, found) => () => (/** @type {Node} */ tree) => {
  const own = new Set(labels.map(plainLabel));
  const isLabel = (/** @type {string} */ text) => own.has(plainLabel(text)) || OF_A_FRONT_SHEET.test(text);
  let isBegun = false;
  tree.children = tree.children?.filter((node) => {
    if (node.tagName !== "table") return true;
    const rows = rowsOf(node);
    const known = rows.filter((row) => isLabel(textOf(row.children?.find(isCell)).trim())).length;
    // Where a page ends, Word's writers begin another table.
    if (known < (isBegun && known === rows.length ? 1 : 2)) return true;
    isBegun = true;
    found(sheetRows(rows));
    return false;
  });
};

const plainLabel = (/** @type {string} */ text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** @param {Node[]} rows @returns {SheetRow[]} */
function sheetRows(rows) {
  let above = "";
  return rows.map((row) => {
    const cells = (row.children ?? []).filter(isCell);
    const [first, ...others] = cells;
    if (others.length > 0) above = textOf(first).trim();
    const children = (others.length > 0 ? others : cells).flatMap((cell) => cell.children ?? []);
    return { label: above, cell: { type: "root", children } };
  });
}

const isCell = (/** @type {Node} */ { tagName }) => tagName === "td" || tagName === "th";

/** @param {Node | undefined} node @returns {string} */
const textOf = (node) => node?.value ?? (node?.children ?? []).map(textOf).join("");

/** @param {Node} table @returns {Node[]} */
const rowsOf = (table) =>
  (table.children ?? []).flatMap((child) =>
    child.tagName === "tr" ? [child] : (child.children ?? []).filter(({ tagName }) => tagName === "tr"),
  );

/** @param {Node} node @param {number} depth */
function visit(node, depth) {
  if (!node.children) return;
  if (depth > DEEPEST) {
    node.children = [];
    return;
  }
  for (const child of node.children) visit(child, depth + 1);
  if (node.tagName === "table") withHeads(node);
  node.children = node.children.flatMap((child) => {
    if (child.tagName !== "a") return [child];
    const href = child.properties?.href;
    if (typeof href === "string" && /^(https?:|mailto:)/i.test(href)) return [child];
    return (child.children ?? []).filter(({ value }) => value?.trim() !== "↑");
  });
}

/** The first row of a table says what stands below it; Word does not say so of most. @param {Node} table */
function withHeads(table) {
  const [first] = rowsOf(table);
  for (const cell of first?.children ?? []) if (cell.tagName === "td") cell.tagName = "th";
}

/** Marks of Word's bullets, where they came as text, and spaces that do not break. @param {string} markdown */
export const plainMarks = (markdown) =>
  markdown
    .replaceAll("\u00a0", " ")
    .replace(/^(\s*)(?:[·•▪§]|o(?= {2,}))[ \t]+/gmu, "$1- ")
    .replace(/[ \t]{2,}(?=\S)/g, (spaces, at, whole) => (whole[at - 1] === "\n" || at === 0 ? spaces : " "))
    .replace(/^(\(?[a-z]{1,4})\\?\)[ \t]/gmu, "$1) ");
