import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNRESTRICTED } from "@/domain/papers/paper";
import { COMMUNITY_OFFER } from "../../../prisma/demonstration/reports/community-offer";
import { HATE_CRIME } from "../../../prisma/demonstration/reports/hate-crime";
import { PROGRESS_ON_MATTERS_RAISED } from "../../../prisma/demonstration/reports/progress-on-matters-raised";
import { REGISTRATION_SERVICES } from "../../../prisma/demonstration/reports/registration-services";
import { anchored as asPrinted, type ReportFacts } from "../../../prisma/demonstration/reports/report-facts";
import { WORKING_WITH_COMMUNITIES } from "../../../prisma/demonstration/reports/working-with-communities";
import type { CheckedReport } from "./checked-report";
import { DORSET_FRONT_SHEET } from "./front-sheet";
import { anchored, numberedParagraphs } from "./numbered-paragraphs";
import { checkReport } from "./report-check";

const report = (facts: Partial<CheckedReport>): CheckedReport => ({
  ...{ template: [], frontSheet: {}, paragraphs: [], appendices: [], restrictedBackgroundPapers: [], outsideDates: [] },
  ...{ meetingOn: "2016-10-11", datedAsPrinted: null, publishedOn: null, programmeTarget: null, recipients: [] },
  ...{ today: "2016-10-03", ...facts },
});
const written = (markdown: string) => anchored(numberedParagraphs(markdown), []);
const found = (facts: Partial<CheckedReport>) =>
  checkReport(report(facts)).map(({ code, at }) => `${code}${at ? ` ${at.words}` : ""}`);
const saying = (markdown: string, facts: Partial<CheckedReport> = {}) =>
  checkReport(report({ paragraphs: written(markdown), ...facts })).map(({ sentence }) => sentence);

/** A report of the pack of 11 October 2016, which went up on 30 September and is dated October. */
const ofThePack = (
  { frontSheet = {}, paragraphs = [], outsideDates = [] }: ReportFacts,
  facts: Partial<CheckedReport>,
) =>
  found({
    template: DORSET_FRONT_SHEET,
    ...{ frontSheet, outsideDates, datedAsPrinted: "October 2016", publishedOn: "2016-09-30" },
    paragraphs: asPrinted(paragraphs).map(({ number = null, heading = null, text = "", anchor }) => ({
      ...{ number, heading, markdown: text, anchor },
    })),
    ...facts,
  });
const DATED = "dated-after-publication";

describe("the check finds in the pack of October 2016, and nothing else in it", () => {
  it("rows 13, 14 and 15: the Community Offer", () => {
    const draft = {
      ...UNRESTRICTED,
      title: "Appendix 3: Draft Outline Business Case",
      restriction: "exempt",
      paragraphs: [3],
    } as const;
    expect(ofThePack(COMMUNITY_OFFER, { appendices: [draft] })).toEqual([
      "no-public-interest-reason Appendices",
      "number-twice 2.13",
      "reference-astray Recommendation",
      "reference-astray 2.9",
      "outside-date-before-meeting",
      DATED,
    ]);
    const signed = { ...draft, publicInterest: "Bidders would learn it." };
    expect(ofThePack(COMMUNITY_OFFER, { appendices: [signed] })).not.toContain("no-public-interest-reason Appendices");
    expect(ofThePack(COMMUNITY_OFFER, {})).toContain("exempt-without-paragraph Appendices");
    expect(ofThePack(COMMUNITY_OFFER, { outsideDates: [] })).toContain("outside-date-before-meeting 2.16");
  });

  it("row 14: the blank fields of the report on hate crime, and January 2016 for 2017", () => {
    expect(ofThePack(HATE_CRIME, {})).toEqual([
      "front-sheet-blank Other implications",
      "front-sheet-blank Appendices",
      "front-sheet-blank Background papers",
      DATED,
    ]);
    expect(ofThePack(WORKING_WITH_COMMUNITIES, {})).toEqual(["past-said-to-come 6.3", DATED]);
  });

  it("row 9: the final report on registration later than its programme has it; nothing in the progress report", () => {
    expect(ofThePack(REGISTRATION_SERVICES, { programmeTarget: "2016-10-11" })).toEqual([
      "target-before-report Executive summary",
      DATED,
    ]);
    expect(ofThePack(PROGRESS_ON_MATTERS_RAISED, {})).toEqual([DATED]);
  });

  it("says which paragraph is meant, where two stand beside each other", () => {
    const paragraphs = asPrinted(COMMUNITY_OFFER.paragraphs ?? []).map(({ number = null, text = "", anchor }) => ({
      ...{ number, heading: null, markdown: text, anchor },
    }));
    expect(checkReport(report({ paragraphs })).map(({ sentence }) => sentence)).toContain(
      "Look at “paragraph 4.1” in 2.9: 4.1 does not mention Wareham, 4.2 does.",
    );
  });
});

describe("references", () => {
  const two = "## Costs\n\nDear: see paragraph 1.2.\n\nDearer.";
  it.each([
    ["one that leads nowhere", "## Costs\n\nSee paragraph 1.7 and section 4.", ["nowhere", "nowhere"]],
    ["one that is right", two, []],
    ["one to itself", "## Costs\n\nAs paragraph 1.1 says.\n\nDear.", ["to-itself"]],
    ["one that points the other way", "## Costs\n\nSee paragraph 1.2 above.\n\nDear.", ["direction"]],
    ["one to a number that stands twice", "## 1. A\n\n1.1 See paragraph 1.2.\n\n1.2 One.\n\n1.2 Two.", ["twice"]],
    [
      "an appendix and a recommendation that are not there",
      "## A\n\nSee Appendix 2 and recommendation 3.",
      ["nowhere", "nowhere"],
    ],
    [
      "those of an Act or another paper",
      "## A\n\nParagraph 3 of Schedule 12A, section 106 agreements, the Section 151 Officer.",
      [],
    ],
  ])("%s", (_what, markdown, codes) => {
    const references = found({ paragraphs: written(markdown) }).filter((code) => code.startsWith("reference-"));
    expect(references.map((code) => code.split(" ")[0])).toEqual(codes.map((code) => `reference-${code}`));
  });
});

describe("dates", () => {
  it.each([
    ["a day that is not there", "It ends on 31 November 2016.", "there is no such day"],
    ["another day of the week", "It meets on Tuesday 12 October 2016.", "that day is a Wednesday"],
    ["one said to come that was before the meeting", "The board will meet on 7 October 2016.", "still to come"],
    ["a deadline before the meeting", "Bids were due on 7 October.", "comes too late"],
  ])("%s", (_what, markdown, words) => {
    expect(saying(markdown).join(" ")).toContain(words);
  });

  it.each([
    "It will build on what was agreed on 29 June 2016.",
    "The board met on Tuesday 4 October 2016.",
    "It may march on.",
    "It will end in January 2017.",
    "Bids were due on 3 March 2015.",
  ])("nothing in “%s”", (markdown) => {
    expect(saying(markdown)).toEqual([]);
  });
});

describe("recommendations", () => {
  const asking = (recommendation: string) =>
    found({ template: DORSET_FRONT_SHEET, frontSheet: { recommendation } })
      .filter((code) => code.startsWith("recommendation"))
      .map((code) => code.split(" ")[0]);
  it.each([
    ["numbered, to the committee", "That the committee: (i) notes it; and (ii) asks for more.", []],
    ["one, to officers", "That officers continue.", []],
    [
      "several without a number",
      "That the committee notes it.\nThat the Cabinet approves it.",
      ["recommendations-not-numbered"],
    ],
    ["to nobody", "1. That the policy be reviewed.\n2. That the Cabinet decides.", ["recommendation-to-nobody"]],
  ])("%s", (_what, text, codes) => {
    expect(asking(text)).toEqual(codes);
  });
});

it("reads whatever was written, and never fails or hangs", () => {
  const word = fc.constantFrom(
    "paragraph",
    "1.1",
    "to",
    "(i)",
    "will",
    "31",
    "November",
    "2016",
    "That",
    "Appendix A",
    "section",
    "\n\n",
    "## ",
    "(a) ",
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(word).map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(text, text, (markdown, recommendation) => {
      found({ paragraphs: written(markdown), template: DORSET_FRONT_SHEET, frontSheet: { recommendation } });
    }),
  );
  const long = "paragraph 1, ".repeat(20_000);
  const began = performance.now();
  found({
    paragraphs: written(`${long}\n\n${"That ".repeat(20_000)}`),
    frontSheet: { recommendation: "(i) ".repeat(5_000) },
  });
  const named = Array.from({ length: 3_000 }, (_, at) => `See Wareham Quay in paragraph ${at}.`).join("\n\n");
  found({ paragraphs: written(named) });
  expect(performance.now() - began).toBeLessThan(5_000);
}, 20_000);
