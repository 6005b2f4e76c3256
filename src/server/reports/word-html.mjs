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
  /^(date of meeting|(lead |report )?officers?( contact)?|subject of report|executive summary|impact assessment|recommendations?|reasons? for recommendations?|appendices|background papers)\b/i;

/**
 * Leaves out the tables that are a front sheet: it is filled in as a form.
 * @param {() => void} found told of each
 */
export const withoutFrontSheet = (found) => () => (/** @type {Node} */ tree) => {
  tree.children = tree.children?.filter((node) => {
    if (node.tagName !== "table") return true;
    const labels = rowsOf(node).filter((row) => OF_A_FRONT_SHEET.test(textOf(row.children?.find(isCell)).trim()));
    if (labels.length < 2) return true;
    found();
    return false;
  });
};

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
