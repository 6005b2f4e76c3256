import { describe, expect, it } from "vitest";
import { DORSET_FRONT_SHEET } from "./front-sheet";
import { ownDifferences, readSheet } from "./front-sheet-table";

const read = (...rows: [label: string, text: string][]) =>
  readSheet(
    rows.map(([label, text]) => ({ label, text })),
    DORSET_FRONT_SHEET,
  );

describe("a front sheet that is a table", () => {
  it("is read as the committee's own, with what one cell says of several fields", () => {
    expect(
      read(
        ["Date of Meeting", "11 October 2016"],
        ["Officer", "Lead Officer\n\nPaul Leivers"],
        ["**Subject of Report**", "Registration Services"],
        ["Executive Summary", "**Introduction**\n\nBudget: is not meant here."],
        [
          "Impact Assessment:\n\n*Please refer to the protocol for writing reports.*",
          "**Equalities Impact Assessment:**\n\nThe draft has identified an impact.",
        ],
        ["Impact Assessment:", "Use of Evidence:\n\nA consultation.\n\n- Yes 69%"],
        ["Impact Assessment:", "**Budget**: It is self-funding."],
        ["Impact Assessment:", "Risk Assessment:\n\n**Current Risk:** LOW **Residual Risk** low"],
        ["Impact Assessment:", "Other Implications:\n\nNone"],
        ["Recommendations", "(i) That the Committee notes it."],
        ["Reason(s) for Recommendation(s)", "To inform."],
        ["Appendices", "- Appendix 1: Map\n- Appendix 2: **Costs**"],
        ["Background papers:", "None."],
        ["Contact Officer", "Name: Paul Leivers\n\nTel: 01305 224455"],
      ),
    ).toEqual({
      answers: {
        executive_summary: "**Introduction**\n\nBudget: is not meant here.",
        equalities_words: "The draft has identified an impact.",
        evidence: "A consultation.\n\n- Yes 69%",
        budget: "It is self-funding.",
        current_risk: "LOW",
        residual_risk: "LOW",
        other_implications: "None",
        recommendation: "(i) That the Committee notes it.",
        reason: "To inform.",
        appendices: "Appendix 1: Map\nAppendix 2: Costs",
        background_papers: "None.",
        contact: "Name: Paul Leivers\n\nTel: 01305 224455",
      },
      own: { meeting: "11 October 2016", officers: "Lead Officer\n\nPaul Leivers", title: "Registration Services" },
      unread: [],
    });
  });

  it("takes a choice that is offered, keeps the words of one that is not, and says what it does not know", () => {
    expect(read(["Equalities", "Screening done. It found nothing."], ["Current risk", "low."]).answers).toEqual({
      equalities: "Screening done",
      equalities_words: "Screening done. It found nothing.",
      current_risk: "LOW",
    });
    expect(read(["Equality Impact Assessment", "N/A"]).answers).toEqual({ equalities_words: "N/A" });
    expect(
      read(["Residual risk", "Negligible"], ["Wards affected", "**Blandford**"], ["Committee", " "]),
    ).toMatchObject({
      answers: {},
      unread: [
        { label: "Residual risk", text: "Negligible" },
        { label: "Wards affected", text: "Blandford" },
      ],
    });
  });

  it("knows a field by what its body calls it, before what others do", () => {
    const template = [
      { key: "wards", label: "Wards affected", kind: "list", need: "optional", noneIsAnswer: true } as const,
    ];
    expect(readSheet([{ label: "Wards Affected:", text: "1. Blandford\n2. Beaminster" }], template).answers).toEqual({
      wards: "Blandford\nBeaminster",
    });
    const risk = read(["Risk assessment", "The level of risk is:\n\nCurrent Risk: MEDIUM"]);
    expect(risk).toMatchObject({ answers: { current_risk: "MEDIUM" }, unread: [{ text: "The level of risk is:" }] });
  });

  it("says where it is not of the report that it is put into", () => {
    const report = {
      ...{ title: "Registration services", meetingOn: "2016-10-11", authors: ["Paul Leivers"], today: "2016-10-03" },
    };
    const same = {
      title: "Registration Services",
      meeting: "11 October 2016 – People",
      officers: "Paul Leivers, Director",
    };
    expect(ownDifferences(same, report)).toEqual([]);
    expect(ownDifferences({}, report)).toEqual([]);
    expect(
      ownDifferences({ title: "Hate crime", meeting: "10 October 2016", officers: "Kelly Haggett" }, report),
    ).toEqual([
      "The file calls the report “Hate crime”. Here it is “Registration services”: change the title with the text, if the file is right.",
      "The file is for a meeting on 10 October 2016. Here it is for the one on 11 October 2016.",
      "The file names as officer: Kelly Haggett. Here it is written by Paul Leivers.",
    ]);
    expect(ownDifferences({ meeting: "10 October 2016" }, { ...report, meetingOn: null })[0]).toContain("no meeting");
  });
});
