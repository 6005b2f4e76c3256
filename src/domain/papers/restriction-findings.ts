import type { Finding } from "@/domain/workflow/workflow";
import type { Restricted, RestrictionProposal } from "./paper";
import { citedParagraphs, SCHEDULE_12A } from "./schedule-12a";

/**
 * What stands against a restriction, asked when it is proposed and when the proper officer signs it. Hard is what Schedule 12A
 * rules out; a missing public-interest reason is pointed out and its gap shown, because the paper must be kept back meanwhile.
 */
export function restrictionFindings(proposal: RestrictionProposal): readonly Finding[] {
  switch (proposal.restriction) {
    case "public":
      return [];
    case "confidential":
      return confidentialWithoutGround(proposal);
    case "exempt":
      return [...restrictionGaps(proposal), ...registrableUnderThree(proposal), ...ownPlanningPermission(proposal)];
  }
}

/** What can be seen to be missing from an exempt paper as it stands: its paragraph and its reason. */
export const restrictionGaps = (paper: Restricted): readonly Finding[] =>
  paper.restriction === "exempt"
    ? [...exemptWithoutParagraph(paper), ...noSuchParagraph(paper), ...noPublicInterestReason(paper)]
    : [];

/** LGA 1972 s100A(3): confidential is what a government department, an Act or a court forbids to disclose, nothing else. */
function confidentialWithoutGround({ confidentialGround }: RestrictionProposal): Finding[] {
  if (confidentialGround !== null) return [];
  return [
    {
      severity: "hard",
      code: "confidential-without-ground",
      sentence:
        "Say what forbids disclosure: a government department's terms, an Act or a court order. Otherwise mark it exempt.",
      authority: "LGA 1972 s100A(3)",
      field: "confidentialGround",
    },
  ];
}

/** LGA 1972 s100A(4)-(5), s100I and Sch 12A Part 1: information is exempt only under a description in Part 1. */
function exemptWithoutParagraph({ paragraphs }: Restricted): Finding[] {
  if (paragraphs.length > 0) return [];
  return [
    {
      severity: "hard",
      code: "exempt-without-paragraph",
      sentence: "Choose the paragraph of Schedule 12A that makes this exempt.",
      authority: "LGA 1972 s100A(4)-(5)",
      field: "paragraphs",
    },
  ];
}

/** LGA 1972 Sch 12A Part 1 has paragraphs 1 to 7. */
function noSuchParagraph({ paragraphs }: Restricted): Finding[] {
  const unknown = paragraphs.filter((paragraph) => !(paragraph in SCHEDULE_12A));
  if (unknown.length === 0) return [];
  return [
    {
      severity: "hard",
      code: "no-such-paragraph",
      sentence: `Choose paragraphs 1 to 7: Part 1 of Schedule 12A has no ${citedParagraphs(unknown)}.`,
      authority: "LGA 1972 Sch 12A Part 1",
      field: "paragraphs",
    },
  ];
}

/** LGA 1972 Sch 12A para 8: what must be registered under the Companies, Charities or a like Act is not exempt under 3. */
function registrableUnderThree({ registrable, paragraphs }: RestrictionProposal): Finding[] {
  if (!registrable || !paragraphs.includes(3)) return [];
  return [
    {
      severity: "hard",
      code: "registrable",
      sentence:
        "Take paragraph 3 away: information that must be registered, as a company's accounts must, is not exempt under it.",
      authority: "LGA 1972 Sch 12A para 8",
      field: "paragraphs",
    },
  ];
}

/** LGA 1972 Sch 12A para 9: development for which the council may give itself planning permission is not exempt at all. */
function ownPlanningPermission(proposal: RestrictionProposal): Finding[] {
  if (!proposal.ownPlanningPermission) return [];
  return [
    {
      severity: "hard",
      code: "own-planning-permission",
      sentence:
        "Make this public: development for which the council may give itself planning permission is not exempt.",
      authority: "LGA 1972 Sch 12A para 9",
      field: "restriction",
    },
  ];
}

/** LGA 1972 Sch 12A para 10: exempt only while the interest in keeping it back outweighs that in disclosing it; a tie discloses. */
function noPublicInterestReason({ publicInterest }: Restricted): Finding[] {
  if (publicInterest?.trim()) return [];
  return [
    {
      severity: "soft",
      code: "no-public-interest-reason",
      sentence:
        "Say why keeping this back serves the public better than publishing it. Until you do, its placeholder says that no reason is recorded.",
      authority: "LGA 1972 Sch 12A para 10",
      field: "publicInterest",
    },
  ];
}
