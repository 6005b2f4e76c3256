import type { Restriction } from "@/domain/access/read-scope";
import type { Placeholder } from "@/domain/papers/paper";
import { restrictionFindings } from "@/domain/papers/restriction-findings";
import {
  CONFIDENTIAL_GROUNDS,
  type ConfidentialGround,
  citedParagraphs,
  coveredBy,
} from "@/domain/papers/schedule-12a";
import type { Finding } from "@/domain/workflow/workflow";

/**
 * What an agenda says of an item that is likely to be taken without the public, also where nothing of it is on paper. All of it is
 * public; the public is excluded by the meeting's resolution (LGA 1972 s100A(4)-(5)), of what is confidential by law (s100A(2)).
 */
export type PrivateItem = {
  /** Public: nothing keeps the public from it. */
  inPrivate: Restriction;
  /** Paragraphs of Part 1 of Schedule 12A, 1 to 7; empty unless exempt. */
  paragraphs: readonly number[];
  /** Why keeping it private serves the public better than disclosing it (Schedule 12A para 10). Only of what is exempt. */
  publicInterest: string | null;
  /** What makes it confidential (LGA 1972 s100A(3)). Only of what is. */
  confidentialGround: ConfidentialGround | null;
};

/** What stands against it, as it would against a paper. Nothing of it has to be signed: no report is withheld by it. */
export const privateFindings = ({ inPrivate, ...said }: PrivateItem): readonly Finding[] =>
  restrictionFindings({
    ...said,
    restriction: inPrivate,
    restrictionSignedById: null,
    registrable: false,
    ownPlanningPermission: false,
  });

/** What the public reads of it with the item; null for one that is taken in public, or was withdrawn. */
export function privateWords(item: PrivateItem & { readonly withdrawnAt: Date | null }): Placeholder | null {
  if (item.withdrawnAt) return null;
  switch (item.inPrivate) {
    case "public":
      return null;
    case "confidential":
      return {
        heading: "Likely to be taken in private: confidential",
        meaning: `The council may not disclose what would be said${
          item.confidentialGround ? `: ${CONFIDENTIAL_GROUNDS[item.confidentialGround]}` : ""
        }. The law excludes the public from it.`,
        reason: null,
      };
    case "exempt":
      return {
        heading: `Likely to be taken in private: exempt under ${citedParagraphs(item.paragraphs)}`,
        meaning: `What would be said contains information ${coveredBy(item.paragraphs)} (Local Government Act 1972, Schedule 12A, Part 1). The meeting decides whether the public is excluded.`,
        reason: item.publicInterest?.trim() || "No public-interest reason is recorded.",
      };
  }
}
