import type { CheckedReport, CheckedText, CheckFinding } from "./checked-report";
import type { FrontSheet } from "./front-sheet";
import type { AnchoredText } from "./numbered-paragraphs";
import { recommendationsIn } from "./recommendation-clauses";
import { anchorsOf, appendixNumbers, type Reference, referencesIn, type Targets } from "./references";

const AUTHORITY = "the report itself";

/** What a report may refer to in itself. */
export function targetsOf({
  paragraphs,
  frontSheet,
  appendices,
}: {
  paragraphs: readonly Pick<AnchoredText, "number" | "anchor" | "heading">[];
  frontSheet: FrontSheet;
  appendices: readonly { title: string }[];
}): Targets {
  const listed = [frontSheet.appendices ?? []].flat();
  const within = paragraphs.flatMap(({ heading, anchor }) =>
    appendixNumbers(heading ? [heading] : []).map((number) => [number, anchor] as const),
  );
  const { clauses } = recommendationsIn(String(frontSheet.recommendation ?? ""));
  return {
    paragraphs,
    appendices: new Map([
      ...appendixNumbers(listed).map((number) => [number, "front-appendices"] as const),
      ...appendixNumbers(appendices.map(({ title }) => title)).map((number) => [number, "appendices"] as const),
      ...within,
    ]),
    recommendations: new Map(
      clauses.flatMap(({ mark }, place) =>
        [...new Set([mark ?? String(place + 1), String(place + 1)])].map((number) => [number, "front-recommendation"]),
      ),
    ),
  };
}

/**
 * References that lead nowhere, to two places, to themselves or the other way; and those whose own words name something that the
 * paragraph beside the one they cite names, and that one does not.
 */
export function referenceFindings(report: CheckedReport, texts: readonly CheckedText[]): CheckFinding[] {
  const targets = targetsOf(report);
  const isRare = rareIn(report.paragraphs);
  return texts.flatMap((text) =>
    referencesIn(text.text).flatMap((reference) => {
      const said = problemOf(reference, text, { targets, isRare, paragraphs: report.paragraphs });
      return said ? [{ severity: "soft" as const, authority: AUTHORITY, at: text.at, ...said, ...fieldOf(text) }] : [];
    }),
  );
}

const fieldOf = ({ at }: CheckedText) => (at.kind === "field" ? { field: at.key } : {});

type Known = { targets: Targets; paragraphs: readonly AnchoredText[]; isRare: (name: string) => boolean };
type Said = { code: string; sentence: string };

function problemOf(reference: Reference, from: CheckedText, known: Known): Said | null {
  const { words, number, kind, direction } = reference;
  const anchors = anchorsOf(reference, known.targets);
  const cited = `“${words}” in ${from.at.words}`;
  if (anchors.length === 0) {
    // A section of an Act has a number that no report counts to.
    if (kind === "section" && Number(number) > 20) return null;
    return { code: "reference-nowhere", sentence: `Look at ${cited}: there is no ${kind} ${number}.` };
  }
  if (kind !== "paragraph") return null;
  if (anchors.length > 1)
    return {
      code: "reference-twice",
      sentence: `Look at ${cited}: ${number} stands twice, and it does not say which is meant.`,
    };
  const position = known.paragraphs.findIndex(({ anchor }) => anchor === anchors[0]);
  if (position === from.position)
    return { code: "reference-to-itself", sentence: `Look at ${cited}: it is that paragraph itself.` };
  const lies = position < from.position ? "above" : "below";
  if (direction !== null && from.position >= 0 && direction !== lies)
    return {
      code: "reference-direction",
      sentence: `Look at ${cited}: ${number} stands ${lies} it, not ${direction}.`,
    };
  return astray(reference, from, known, position);
}

/** Capitals that name no subject. */
const COMMON =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Paragraphs?|Paras?|Appendix|Appendices|Section|Members?|Councillors?|Council|County|Committee|Cabinet|Report|The|That|This|It|In|On|And|Of|For|A|An)$/;

/** What the sentence of a reference names, and the paragraph cited does not, while the one beside it does. */
function astray(
  { from, words, number }: Reference,
  { text, at }: CheckedText,
  { paragraphs, isRare }: Known,
  position: number,
): Said | null {
  const names = namesIn(sentenceAround(text, from)).filter(isRare);
  const cited = paragraphs[position];
  if (names.length === 0 || !cited || mentions(cited, names).length > 0) return null;
  const [section] = number.split(".");
  const beside = [paragraphs[position + 1], paragraphs[position - 1]].find(
    (each) => each?.number?.startsWith(`${section}.`) && mentions(each, names).length > 0,
  );
  if (!beside) return null;
  const named = mentions(beside, names).join(" or ");
  return {
    code: "reference-astray",
    sentence: `Look at “${words}” in ${at.words}: ${number} does not mention ${named}, ${beside.number} does.`,
  };
}

/** "One Public Estate": capitals that stand together, not at the start of a sentence. */
const namesIn = (sentence: string): string[] => [
  ...new Set(
    [...sentence.matchAll(/(?<![.!?]\s|^|[\p{L}-])\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)*/gu)]
      .map(([name]) => name)
      .filter((name) => name.split(" ").some((word) => !COMMON.test(word))),
  ),
];

/** A name that many of the paragraphs have says nothing of any of them. */
function rareIn(paragraphs: readonly AnchoredText[]): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const having = paragraphs.filter((paragraph) => mentions(paragraph, [name]).length > 0).length;
    const isRare = having <= Math.max(3, paragraphs.length / 6);
    known.set(name, isRare);
    return isRare;
  };
}

const mentions = ({ heading, markdown }: AnchoredText, names: readonly string[]): string[] =>
  names.filter((name) => `${heading ?? ""} ${markdown}`.includes(name));

function sentenceAround(text: string, at: number): string {
  const begins = Math.max(...[". ", "? ", "! ", "\n"].map((end) => text.lastIndexOf(end, at) + 1), 0);
  const ends = [". ", "? ", "! ", "\n"].map((end) => text.indexOf(end, at)).filter((end) => end !== -1);
  return text.slice(begins, Math.min(text.length, ...ends));
}
