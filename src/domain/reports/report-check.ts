import { restrictionGaps } from "@/domain/papers/restriction-findings";
import type { Finding } from "@/domain/workflow/workflow";
import { dateFindings } from "./check-dates";
import { referenceFindings } from "./check-references";
import type { CheckedReport, CheckedText, CheckFinding, Place } from "./checked-report";
import { type FrontSheetTemplate, frontSheetFindings } from "./front-sheet";
import { type AnchoredText, numbersTwice } from "./numbered-paragraphs";
import { isUnnumbered, namesRecipient, recommendationsIn } from "./recommendation-clauses";

/**
 * Everything that can be seen to be missing, or not to agree, in a report; nothing of it but a blank field of the front sheet that
 * its body requires stops anybody. It reads words and knows nothing of the subject: what it finds is to be looked at.
 */
export function checkReport(report: CheckedReport): readonly CheckFinding[] {
  const texts = textsOf(report);
  return [
    ...frontSheetFindings(report.template, report.frontSheet).map((finding) => ({
      ...finding,
      at: placeOfField(report.template, finding.field ?? ""),
    })),
    ...recommendationFindings(report),
    ...backgroundFindings(report),
    ...appendixFindings(report),
    ...numberFindings(report),
    ...referenceFindings(report, texts),
    ...dateFindings(report, texts),
  ];
}

/** The findings that a sign-off asks a reason for, and that nothing else says already. */
export const checkWarnings = (report: CheckedReport): readonly Finding[] =>
  checkReport(report)
    .filter(({ code }) => code !== "front-sheet-blank" && code !== "restricted-background-paper")
    .map(({ at: _, ...finding }) => finding);

/** The place of a field on its page. */
export const placeOfField = (template: FrontSheetTemplate, key: string): Place => ({
  kind: "field",
  key,
  words: template.find((field) => field.key === key)?.label ?? key,
});

const placeOf = ({ anchor, number, heading }: AnchoredText): Place => ({
  kind: "paragraph",
  anchor,
  words: number ?? heading ?? "the text",
});

function textsOf({ template, frontSheet, paragraphs }: CheckedReport): CheckedText[] {
  const fields = template.flatMap(({ key, kind }) => {
    const answer = frontSheet[key];
    // A list names other papers; their dates and numbers are their own.
    if (answer === undefined || kind !== "text") return [];
    return [{ text: String(answer), at: placeOfField(template, key), heading: null, number: null, position: -1 }];
  });
  const written = paragraphs.map((paragraph, position) => ({
    ...{ text: paragraph.markdown, at: placeOf(paragraph), position },
    ...{ heading: paragraph.heading, number: paragraph.number },
  }));
  return [...fields, ...written].filter(({ text }) => text !== "");
}

const soft = (code: string, sentence: string, authority: string, at: Place | null): CheckFinding => ({
  ...{ severity: "soft", code, sentence, authority, at },
  ...(at?.kind === "field" && { field: at.key }),
});

const SHEET = "the committee's front sheet";

/** A recommendation is answered clause by clause, by whoever it is addressed to (LGA 2000 s9FE). */
function recommendationFindings({ template, frontSheet, recipients }: CheckedReport): CheckFinding[] {
  const text = String(frontSheet.recommendation ?? "");
  const at = placeOfField(template, "recommendation");
  if (text.trim() === "") return [];
  const numbered = isUnnumbered(text)
    ? [
        soft(
          "recommendations-not-numbered",
          "Number the recommendations: several are made, and each is decided and answered by itself.",
          SHEET,
          at,
        ),
      ]
    : [];
  const { lead, clauses } = recommendationsIn(text);
  const unaddressed = clauses.filter((clause) => !namesRecipient(`${lead} ${clause.text}`, recipients));
  return [
    ...numbered,
    ...unaddressed.map(({ mark }) =>
      soft(
        "recommendation-to-nobody",
        `Say who is to act on ${mark ? `recommendation ${mark}` : "the recommendation"}: it names nobody who could, such as the committee, Cabinet, a director or a partner.`,
        "LGA 2000 s9FE",
        at,
      ),
    ),
  ];
}

/** Anybody may inspect background papers, so a restricted one does not belong in their list. */
const backgroundFindings = ({ template, restrictedBackgroundPapers }: CheckedReport): CheckFinding[] =>
  restrictedBackgroundPapers.map((title) =>
    soft(
      "restricted-background-paper",
      `Take “${title}” off the list of background papers: it is restricted, and the list is open to inspection.`,
      "LGA 1972 s100D(4)",
      placeOfField(template, "background_papers"),
    ),
  );

/** What lies with it says why it is kept back, and what is called exempt is restricted. */
function appendixFindings({ template, frontSheet, appendices }: CheckedReport): CheckFinding[] {
  const at = placeOfField(template, "appendices");
  const gaps = appendices.flatMap((paper) =>
    restrictionGaps(paper).map((finding): CheckFinding => {
      const sentence = `“${paper.title}” is exempt. ${finding.sentence}`;
      return { ...finding, severity: "soft", sentence, field: "appendices", at };
    }),
  );
  const called = [frontSheet.appendices ?? []].flat().filter((entry) => /\bexempt\b/i.test(entry));
  const isRestricted = appendices.some(({ restriction }) => restriction !== "public");
  if (called.length === 0 || isRestricted) return gaps;
  return [
    ...gaps,
    soft(
      "exempt-without-paragraph",
      `Put up “${called[0]}” as a paper of the item, and choose its paragraph of Schedule 12A: it is called exempt, and nothing says under which.`,
      "LGA 1972 s100A(4)-(5)",
      at,
    ),
  ];
}

/** A number by which two paragraphs are cited cites neither. Parts (a), (b) begin again with every list: those are told when cited. */
const numberFindings = ({ paragraphs }: CheckedReport): CheckFinding[] =>
  numbersTwice(paragraphs)
    .filter((number) => !number.includes("("))
    .flatMap((number) => {
      const [, second] = paragraphs.filter((each) => each.number === number);
      return second
        ? [
            soft(
              "number-twice",
              `Number the second ${number} anew: two paragraphs have this number.`,
              SHEET,
              placeOf(second),
            ),
          ]
        : [];
    });
