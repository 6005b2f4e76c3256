import type { BodyKind } from "@/domain/access/actor";

/** What each kind of body is called where several stand together. */
export const BODY_KINDS: Readonly<Record<BodyKind, string>> = {
  council: "The council",
  executive: "The executive",
  scrutiny_committee: "Overview and scrutiny committees",
  management_board: "Boards",
  review_group: "Review groups",
  advisory_panel: "Advisory panels",
  other_committee: "Other committees",
};

/** The council's word for a review group's format: "Policy development panel". */
export function formatWord(format: string): string {
  const words = format.replace(/_/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
