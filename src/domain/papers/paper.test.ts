import { describe, expect, it } from "vitest";
import { placeholderFor, type RestrictionProposal, UNRESTRICTED } from "./paper";
import { restrictionFindings } from "./restriction-findings";
import { citedParagraphs } from "./schedule-12a";

const OPEN: RestrictionProposal = {
  ...UNRESTRICTED,
  confidentialGround: null,
  registrable: false,
  ownPlanningPermission: false,
};
const exempt = (facts: Partial<RestrictionProposal> = {}): RestrictionProposal => ({
  ...OPEN,
  restriction: "exempt",
  paragraphs: [3],
  publicInterest: "Bidders would learn the council's ceiling.",
  restrictionSignedById: "monitoring-officer",
  ...facts,
});
const confidential = (facts: Partial<RestrictionProposal> = {}): RestrictionProposal => ({
  ...OPEN,
  restriction: "confidential",
  confidentialGround: "court_order",
  restrictionSignedById: "monitoring-officer",
  ...facts,
});
const found = (paper: RestrictionProposal) =>
  restrictionFindings(paper).map(({ severity, code }) => `${severity} ${code}`);

describe("a restriction", () => {
  it("has nothing against it when it cites a paragraph and a reason, a ground, or is none", () => {
    expect([exempt(), confidential(), OPEN].flatMap(found)).toEqual([]);
  });

  it.each([
    ["hard exempt-without-paragraph", exempt({ paragraphs: [] })],
    ["hard no-such-paragraph", exempt({ paragraphs: [3, 12] })],
    ["hard registrable", exempt({ registrable: true, paragraphs: [2, 3] })],
    ["hard own-planning-permission", exempt({ ownPlanningPermission: true })],
    ["hard confidential-without-ground", confidential({ confidentialGround: null })],
    ["soft no-public-interest-reason", exempt({ publicInterest: "  " })],
  ])("meets: %s", (finding, paper) => expect(found(paper)).toEqual([finding]));

  it("may cite other paragraphs for what is registrable", () => {
    expect(found(exempt({ registrable: true, paragraphs: [5] }))).toEqual([]);
  });

  it("needs no public-interest reason when it is confidential", () => {
    expect(found(confidential())).toEqual([]);
  });
});

describe("the placeholder", () => {
  it("is not there for a public paper, unless it was held back", () => {
    expect(placeholderFor(UNRESTRICTED)).toBeNull();
    expect(placeholderFor({ ...UNRESTRICTED, heldBack: true })?.heading).toBe("Not published yet");
  });

  it("names the paragraph, what it covers and the reason", () => {
    expect(placeholderFor(exempt({ paragraphs: [3, 1] }))).toEqual({
      heading: "Not for publication: exempt under paragraphs 1 and 3",
      meaning:
        "This paper contains information about an individual, and about the financial or business affairs of a person, a company or the council itself (Local Government Act 1972, Schedule 12A, Part 1).",
      reason: "Bidders would learn the council's ceiling.",
    });
  });

  it("says that no reason is recorded, as for Appendix 3 of the 11 October pack", () => {
    expect(placeholderFor(exempt({ publicInterest: null }))?.reason).toBe("No public-interest reason is recorded.");
  });

  it("says that nobody has confirmed it yet, while nobody has signed", () => {
    for (const paper of [exempt({ restrictionSignedById: null }), confidential({ restrictionSignedById: null })])
      expect(placeholderFor(paper)?.meaning).toMatch(/\. The council's proper officer has not confirmed this yet\.$/);
  });

  it("says what forbids disclosing a confidential paper", () => {
    expect(placeholderFor(confidential())?.meaning).toBe(
      "The council may not publish this paper: a court order forbids disclosure.",
    );
  });

  it("lists paragraphs once, in order", () => {
    expect(citedParagraphs([7, 1, 7, 3])).toBe("paragraphs 1, 3 and 7");
  });
});
