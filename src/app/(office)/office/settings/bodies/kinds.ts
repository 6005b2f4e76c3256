import { optionsOf } from "@/domain/wording/words-by-value";

export const KINDS = {
  council: "Council",
  executive: "Executive",
  scrutiny_committee: "Overview and scrutiny committee",
  management_board: "Management board of scrutiny",
  review_group: "Review group",
  advisory_panel: "Advisory panel",
  other_committee: "Other committee",
} as const;

export const FUNCTIONS = {
  education: "Education",
  health: "Health",
  crime_and_disorder: "Crime and disorder",
} as const;

export const ROLES = {
  chair: "Chair",
  vice_chair: "Vice-chair",
  member: "Member",
  substitute: "Substitute",
  education_co_optee: "Co-opted member who votes on education",
  other_co_optee: "Other co-opted member",
  support_officer: "Support officer",
} as const;

export const KIND_OPTIONS = optionsOf(KINDS);
export const FUNCTION_OPTIONS = optionsOf(FUNCTIONS);
export const ROLE_OPTIONS = optionsOf(ROLES);
