import type { AnchoredText } from "./numbered-paragraphs";

/** What a report is cited by. */
export type ReferenceKind = "paragraph" | "section" | "appendix" | "recommendation";

/** A place in a text that leads to another of the same report: "paragraph 4.1 below". */
export type Reference = {
  kind: ReferenceKind;
  /** "4.1", "2.1(a)", "ii". */
  number: string;
  /** As it is printed: "paragraph 4.1", or "2.16" for the last of "paragraphs 2.11 to 2.16". */
  words: string;
  from: number;
  to: number;
  direction: "above" | "below" | null;
};

// Section 9FE is of an Act, and no 9 of a report.
const NUMBER = String.raw`\d{1,3}(?:\.\d{1,3})*(?![\p{L}\d])(?:\s?\([a-z]{1,4}\))*|\([a-z]{1,5}\)|\b[A-Z]\b`;
const CITES = new RegExp(
  String.raw`\b(paragraphs?|paras?\.?|sections?|appendix|appendices|recommendations?)\s+((?:${NUMBER})(?:\s*(?:,|to|and|or|&|–|-)\s*(?:${NUMBER}))*)`,
  "giu",
);
const ONE = new RegExp(NUMBER, "gu");
/** "see 4.2" and "4.2 above", by the number alone: one with a point, that is no sum of money. */
const BARE =
  /(?<=\bsee\s)\d{1,2}\.\d{1,2}(?=\s*(?:[,;:)]|\.?$|\.\s))|(?<![\d.,£$€])\d{1,2}\.\d{1,2}(?=,?\s+(?:above|below)\s*(?:[,.;:)]|$))/gim;

/** "of the Corporate Plan", "to the Constitution": of another document; "of this report" is of this one. */
const ELSEWHERE = /^\s*,?\s*(?:of|to|in)\s+(?!this\b|the report\b|the recommendation)/i;
/** The Section 151 Officer, a section 106 agreement, section 17 Crime and Disorder Act: of an Act. */
const OF_AN_ACT = /^\s+(?:officer|agreement|notice|duty|grant|order|dwelling|money|assessment|contribution)\b/i;
const BY_ITS_ACT = /^\s+(?:[A-Z][\w-]*(?:\s+(?:and|of|the|for))*\s+){1,8}Act\b/;

const KINDS: readonly (readonly [string, ReferenceKind])[] = [
  ["par", "paragraph"],
  ["sec", "section"],
  ["app", "appendix"],
  ["rec", "recommendation"],
];

/** Every reference of a text to a place in the same report. What is of an Act or of another document is none. */
export function referencesIn(text: string): Reference[] {
  const named = namedIn(text);
  const bare = [...text.matchAll(BARE)].flatMap(({ index: from, 0: words }): Reference[] => {
    const to = from + words.length;
    if (named.some((each) => from < each.to && to > each.from)) return [];
    return [{ kind: "paragraph", number: words, words, from, to, direction: directionAfter(text.slice(to)) }];
  });
  return [...named, ...bare].toSorted((a, b) => a.from - b.from);
}

const isOfAnAct = (after: string) => OF_AN_ACT.test(after) || BY_ITS_ACT.test(after);

const directionAfter = (after: string): Reference["direction"] =>
  (/^\s*,?\s*(above|below)\b/i.exec(after)?.[1]?.toLowerCase() ?? null) as Reference["direction"];

/** Those that say what they refer to: a paragraph, an appendix. */
function namedIn(text: string): Reference[] {
  return [...text.matchAll(CITES)].flatMap((cited) => {
    const [whole, word = "", numbers = ""] = cited;
    const kind = KINDS.find(([begins]) => word.toLowerCase().startsWith(begins))?.[1];
    const after = text.slice(cited.index + whole.length);
    if (!kind || ELSEWHERE.test(after) || (kind === "section" && isOfAnAct(after))) return [];
    const direction = directionAfter(after);
    const begins = cited.index + whole.length - numbers.length;
    // A single letter is an appendix, written large; "the recommendation a committee makes" is none.
    const ones = [...numbers.matchAll(ONE)].filter(
      ([one]) => !/^[a-z]$/i.test(one) || (kind === "appendix" && one <= "Z"),
    );
    return ones.map((one, place): Reference => {
      const from = place === 0 ? cited.index : begins + one.index;
      const to = begins + one.index + one[0].length;
      return {
        ...{ kind, from, to, direction },
        words: text.slice(from, to),
        number: one[0].replace(/\s/g, "").replace(/^\(([a-z]+)\)$/, "$1"),
      };
    });
  });
}

/** Where references of a report lead to. */
export type Targets = {
  paragraphs: readonly Pick<AnchoredText, "number" | "anchor">[];
  /** "1", "2", "A": those that the report has, and where they stand on the page. */
  appendices: ReadonlyMap<string, string>;
  recommendations: ReadonlyMap<string, string>;
};

/** The anchors that a reference may mean: none leads nowhere, two or more do not say which. */
export function anchorsOf({ kind, number }: Pick<Reference, "kind" | "number">, targets: Targets): string[] {
  if (kind === "paragraph" || kind === "section")
    return targets.paragraphs.filter((each) => each.number === number).map(({ anchor }) => anchor);
  const found = (kind === "appendix" ? targets.appendices : targets.recommendations).get(number.toLowerCase());
  return found === undefined ? [] : [found];
}

/** Inside of these nothing is made a link: links, and what is printed as it is typed. */
const SHUT = /\[[^\]]*\]\([^)]*\)|`[^`]*`|<[^>]*>/g;

/** The text with its references as links, in Markdown; one that leads nowhere, or to two places, stays as it is. */
export function withLinks(markdown: string, targets: Targets): string {
  const shut = [...markdown.matchAll(SHUT)].map(({ index, 0: text }) => [index, index + text.length] as const);
  let written = "";
  let copied = 0;
  for (const reference of referencesIn(markdown)) {
    const [anchor, another] = anchorsOf(reference, targets);
    const { from, to, words } = reference;
    if (anchor === undefined || another !== undefined || shut.some(([begins, ends]) => from < ends && to > begins))
      continue;
    written += `${markdown.slice(copied, from)}[${words}](#${anchor})`;
    copied = to;
  }
  return written + markdown.slice(copied);
}

/** Appendices by their number, from the titles that the front sheet or the agenda lists. */
export function appendixNumbers(titles: readonly string[]): string[] {
  return titles.flatMap((title) => /\bappendix\s+(\d{1,2}|[a-z])\b/i.exec(title)?.[1]?.toLowerCase() ?? []);
}
