import type { Restriction } from "@/domain/access/read-scope";
import { CONFIDENTIAL_GROUNDS, type ConfidentialGround, citedParagraphs, coveredBy } from "./schedule-12a";

/** What a document of a meeting is. A report is a paper written to the council's front sheet. */
export const PAPER_KINDS = {
  report: "report",
  appendix: "appendix",
  minutes: "minutes",
  motion: "motion",
  statement: "statement",
  scoping_proposal: "scoping proposal",
  programme: "programme",
  progress_report: "progress report",
  other: "paper",
} as const;

export type PaperKind = keyof typeof PAPER_KINDS;

/** What keeps a paper from the public, and who said so. */
export type Restricted = {
  restriction: Restriction;
  /** Paragraphs of Part 1 of Schedule 12A, 1 to 7; empty unless exempt. */
  paragraphs: readonly number[];
  /** Why keeping it back serves the public better than publishing it (Schedule 12A para 10). Confidential papers need none. */
  publicInterest: string | null;
  /** The proper officer who signed the restriction. Until somebody has, the content is withheld all the same. */
  restrictionSignedById: string | null;
};

/** What is said of a paper when its restriction is proposed, beyond what is kept of it. */
export type RestrictionProposal = Restricted & {
  confidentialGround: ConfidentialGround | null;
  /** Must be registered under the Companies, Charities or a like Act, so that paragraph 3 cannot cover it (para 8). */
  registrable: boolean;
  /** About development for which the council may give itself planning permission: never exempt (para 9). */
  ownPlanningPermission: boolean;
};

export type Paper = Restricted & {
  id: string;
  kind: PaperKind;
  /** As printed on this paper. */
  title: string;
  /** Whether the file can be read by everybody: tagged, with alternative text (PSBAR 2018). Null: not checked. */
  accessible: boolean | null;
  /** Left out of this publication by whoever publishes, with its gap shown. */
  heldBack: boolean;
};

/** Anybody may read it. */
export const UNRESTRICTED: Restricted = {
  restriction: "public",
  paragraphs: [],
  publicInterest: null,
  restrictionSignedById: null,
};

/** Said to be restricted, and nobody with the power to restrict it has signed that yet. */
export const awaitsSignature = (paper: Restricted): boolean =>
  paper.restriction !== "public" && paper.restrictionSignedById === null;

export type Placeholder = {
  /** "Not for publication: exempt under paragraph 3" */
  heading: string;
  /** What that means, in full sentences. */
  meaning: string;
  /** The public-interest reason, or that none is recorded. Null where the law asks for none. */
  reason: string | null;
};

/**
 * What the public reads in the place of a paper that is kept from it: that there is one, and why. Never its content.
 * LGA 1972 s100B(5): a withheld report is marked "Not for publication" and states the description that makes it exempt.
 * Null for a public paper that is there to be read.
 */
export function placeholderFor(
  paper: Restricted & { heldBack?: boolean; confidentialGround?: ConfidentialGround | null },
): Placeholder | null {
  const unsigned = awaitsSignature(paper) ? " The council's proper officer has not confirmed this yet." : "";
  switch (paper.restriction) {
    case "public":
      return paper.heldBack ? NOT_PUBLISHED : null;
    case "confidential":
      return {
        heading: "Not for publication: confidential",
        meaning: `${
          paper.confidentialGround
            ? `The council may not publish this paper: ${CONFIDENTIAL_GROUNDS[paper.confidentialGround]}.`
            : "The council may not publish this paper."
        }${unsigned}`,
        reason: null,
      };
    case "exempt":
      return {
        heading: paper.paragraphs.length
          ? `Not for publication: exempt under ${citedParagraphs(paper.paragraphs)}`
          : "Not for publication: exempt, no paragraph given",
        meaning: `${
          paper.paragraphs.length
            ? `This paper contains information ${coveredBy(paper.paragraphs)} (Local Government Act 1972, Schedule 12A, Part 1).`
            : "The council says this paper is exempt, but not under which paragraph of Schedule 12A."
        }${unsigned}`,
        reason: paper.publicInterest?.trim() || "No public-interest reason is recorded.",
      };
  }
}

const NOT_PUBLISHED: Placeholder = {
  heading: "Not published yet",
  meaning: "This paper was not ready when the agenda was published.",
  reason: null,
};
