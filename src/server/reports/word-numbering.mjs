// Word keeps the numbers of its paragraphs apart from their text: which list a paragraph is in, and how deep. Here they are counted as
// Word counts them and written before the text, "2.13 The bid" and "(a) first", so that what was printed is what stands there.

/** @typedef {{ name: string; attributes: Map<string, string>; isEnd: boolean; isEmpty: boolean; from: number; to: number }} Tag */
/** @typedef {{ format: string; text: string; start: number }} Level */
/** @typedef {{ levels: Map<number, Level>; isOutline: boolean }} List */
/** @typedef {{ list: string; restarts: Map<number, number> }} Numbered */
/** @typedef {{ numId: string | null; level: number | null; basedOn: string | null; isHeading: boolean }} Style */

/**
 * The tags of a part of a Word file, in their order.
 * @param {string} xml
 * @returns {Generator<Tag, void>}
 */
export function* tagsIn(xml) {
  let from = xml.indexOf("<");
  while (from !== -1) {
    const to = endOfTag(xml, from);
    if (to === -1) return;
    const first = xml[from + 1];
    if (first !== "?" && first !== "!") yield tagOf(xml, from, to);
    from = xml.indexOf("<", to);
  }
}

/** @param {string} xml @param {number} from */
function endOfTag(xml, from) {
  for (const [begins, ends] of /** @type {const} */ ([
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
  ])) {
    if (!xml.startsWith(begins, from)) continue;
    const end = xml.indexOf(ends, from + begins.length);
    return end === -1 ? -1 : end + ends.length;
  }
  let quote = "";
  for (let index = from + 1; index < xml.length; index++) {
    const character = xml[index];
    if (quote) quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return index + 1;
  }
  return -1;
}

/** @param {string} xml @param {number} from @param {number} to @returns {Tag} */
function tagOf(xml, from, to) {
  const inside = xml.slice(from + 1, to - 1);
  const isEnd = inside.startsWith("/");
  const isEmpty = inside.endsWith("/");
  const name = /^\/?([^\s/]+)/.exec(inside)?.[1] ?? "";
  const attributes = new Map();
  if (!isEnd)
    for (const [, key, double, single] of inside.matchAll(/\s([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
      attributes.set(key, double ?? single ?? "");
  return { name, attributes, isEnd, isEmpty, from, to };
}

/** @param {Tag} tag */
const valOf = ({ attributes }) => attributes.get("w:val") ?? "";

/**
 * The lists that a Word file counts by.
 * @param {string} xml word/numbering.xml; "" where there is none
 */
function listsIn(xml) {
  /** @type {Map<string, List>} */
  const lists = new Map();
  /** @type {Map<string, Numbered>} */
  const numbered = new Map();
  /** @type {List | null} */
  let list = null;
  /** @type {Level | null} */
  let level = null;
  /** @type {Numbered | null} */
  let number = null;
  let override = 0;
  for (const tag of tagsIn(xml)) {
    if (tag.isEnd) {
      if (tag.name === "w:abstractNum") list = null;
      if (tag.name === "w:num") number = null;
      continue;
    }
    const value = valOf(tag);
    switch (tag.name) {
      case "w:abstractNum":
        list = { levels: new Map(), isOutline: false };
        lists.set(tag.attributes.get("w:abstractNumId") ?? "", list);
        break;
      case "w:lvl":
        level = { format: "decimal", text: "", start: 1 };
        list?.levels.set(Number(tag.attributes.get("w:ilvl") ?? 0), level);
        break;
      case "w:start":
        if (level) level.start = Number(value) || 0;
        break;
      case "w:numFmt":
        if (level) level.format = value;
        break;
      case "w:lvlText":
        if (level) level.text = value;
        if (list && /%\d.*%\d/.test(value)) list.isOutline = true;
        break;
      case "w:num":
        number = { list: "", restarts: new Map() };
        numbered.set(tag.attributes.get("w:numId") ?? "", number);
        break;
      case "w:abstractNumId":
        if (number) number.list = value;
        break;
      case "w:lvlOverride":
        override = Number(tag.attributes.get("w:ilvl") ?? 0);
        break;
      case "w:startOverride":
        number?.restarts.set(override, Number(value) || 0);
        break;
    }
  }
  return { lists, numbered };
}

/**
 * @param {string} xml word/styles.xml; "" where there is none
 * @returns {Map<string, Style>}
 */
function stylesIn(xml) {
  const styles = new Map();
  /** @type {Style | null} */
  let style = null;
  for (const tag of tagsIn(xml)) {
    if (tag.name === "w:style") {
      style = tag.isEnd ? null : { numId: null, level: null, basedOn: null, isHeading: false };
      if (style) styles.set(tag.attributes.get("w:styleId") ?? "", style);
    } else if (style && !tag.isEnd) {
      if (tag.name === "w:numId") style.numId = valOf(tag);
      if (tag.name === "w:ilvl") style.level = Number(valOf(tag));
      if (tag.name === "w:basedOn") style.basedOn = valOf(tag);
      if (tag.name === "w:name") style.isHeading = /^heading \d/i.test(valOf(tag));
    }
  }
  return styles;
}

/** What a style says of numbering, or the one it rests on, or the one that rests on. @param {Map<string, Style>} styles @param {string | null} id */
function styleNumbering(styles, id) {
  /** @type {{ numId: string | null; level: number | null }} */
  const found = { numId: null, level: null };
  let style = id === null ? undefined : styles.get(id);
  for (let depth = 0; style && depth < 20; depth++) {
    found.numId ??= style.numId;
    found.level ??= style.level;
    style = style.basedOn === null ? undefined : styles.get(style.basedOn);
  }
  return found;
}

/** Counts as Word does: a list goes on wherever it is taken up again, and what is deeper begins anew. */
class Counting {
  /** @type {Map<string, (number | undefined)[]>} */
  #counts = new Map();
  /** @type {Set<string>} */
  #met = new Set();

  /**
   * @param {string} numId @param {Numbered} numbered @param {List} list @param {number} depth
   * @returns {string} "2.13", "(a)": as it is printed
   */
  next(numId, numbered, list, depth) {
    const counts = this.#counts.get(numbered.list) ?? [];
    this.#counts.set(numbered.list, counts);
    if (!this.#met.has(numId)) {
      this.#met.add(numId);
      for (const [level, start] of numbered.restarts) counts[level] = start - 1;
    }
    for (let level = 0; level < depth; level++) counts[level] ??= list.levels.get(level)?.start ?? 1;
    counts[depth] = (counts[depth] ?? (list.levels.get(depth)?.start ?? 1) - 1) + 1;
    counts.length = depth + 1;
    const text = list.levels.get(depth)?.text ?? "";
    return text.replace(/%(\d)/g, (_, digit) => {
      const level = Number(digit) - 1;
      return printed(counts[level] ?? 0, list.levels.get(level)?.format ?? "decimal");
    });
  }
}

/** @param {number} count @param {string} format */
function printed(count, format) {
  switch (format) {
    case "lowerLetter":
      return letter(count);
    case "upperLetter":
      return letter(count).toUpperCase();
    case "lowerRoman":
      return roman(count);
    case "upperRoman":
      return roman(count).toUpperCase();
    case "none":
      return "";
    default:
      return String(count);
  }
}

/** After z Word goes on with aa, bb. @param {number} count */
const letter = (count) =>
  count < 1 ? "" : String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(5, Math.ceil(count / 26)));

const ROMAN = /** @type {const} */ ([
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
]);

/** @param {number} count */
function roman(count) {
  let text = "";
  let left = Math.min(count, 1000);
  for (const [worth, sign] of ROMAN)
    while (left >= worth) {
      text += sign;
      left -= worth;
    }
  return text;
}

/** Numbers with a point in them, letters and Roman numbers are written out; bullets and plain 1, 2, 3 stay the lists they are. */
const isWrittenOut = /** @param {List} list @param {number} depth */ (list, depth) => {
  const level = list.levels.get(depth);
  if (!level || level.format === "bullet" || level.text === "") return false;
  return list.isOutline || /^(lower|upper)(Letter|Roman)$/.test(level.format);
};

/**
 * The text of a Word file with its numbers written before its paragraphs.
 * @param {{ document: string; numbering: string; styles: string }} parts as they are in the file; "" for one that it does not have
 * @returns {{ document: string; numbering: string }} with the lists that are still to be made into lists
 */
export function withNumbers({ document, numbering, styles: styleSheet }) {
  const { lists, numbered } = listsIn(numbering);
  const styles = stylesIn(styleSheet);
  const counting = new Counting();
  let written = "";
  let copied = 0;
  for (const { style, numId: own, level: ownLevel, numPr, at } of paragraphsIn(document)) {
    const byStyle = styleNumbering(styles, style);
    const numId = own ?? byStyle.numId;
    const number = numId === null ? undefined : numbered.get(numId);
    const list = number && lists.get(number.list);
    if (!numId || !number || !list) continue;
    const depth = ownLevel ?? (own === null ? byStyle.level : null) ?? 0;
    if (isWrittenOut(list, depth)) {
      const text = counting.next(numId, number, list, depth);
      written += document.slice(copied, numPr?.from ?? at);
      written += document.slice(numPr?.to ?? at, at);
      if (text) written += `<w:r><w:t xml:space="preserve">${escaped(text)} </w:t></w:r>`;
      copied = at;
    }
  }
  return {
    document: written + document.slice(copied),
    // A style that numbers would number again what is written out.
    numbering: numbering.replace(/<w:pStyle\b[^>]*>/g, ""),
  };
}

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** @typedef {{ style: string | null; numId: string | null; level: number | null; numPr: { from: number; to: number } | null; at: number }} WordParagraph */

/**
 * Every paragraph that says how it is laid out, with the place where its text begins.
 * @param {string} document
 * @returns {Generator<WordParagraph, void>}
 */
function* paragraphsIn(document) {
  /** @type {WordParagraph | null} */
  let open = null;
  /** Inside of what was changed: what it was before is no matter. */
  let before = 0;
  for (const tag of tagsIn(document)) {
    if (tag.name === "w:pPr") {
      if (tag.isEnd && open) {
        yield { ...open, at: tag.to };
        open = null;
      } else if (!tag.isEnd && !tag.isEmpty && before === 0)
        open = { style: null, numId: null, level: null, numPr: null, at: tag.to };
    } else if (tag.name === "w:pPrChange") {
      before += tag.isEnd ? -1 : tag.isEmpty ? 0 : 1;
    } else if (open && before === 0) {
      if (tag.name === "w:pStyle") open.style = valOf(tag);
      if (tag.name === "w:numId") open.numId = valOf(tag);
      if (tag.name === "w:ilvl") open.level = Number(valOf(tag));
      if (tag.name === "w:numPr" && !tag.isEnd) open.numPr = { from: tag.from, to: tag.to };
      if (tag.name === "w:numPr" && tag.isEnd && open.numPr) open.numPr.to = tag.to;
    }
  }
}
