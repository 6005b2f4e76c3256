import type { Relations } from "@/domain/access/role";
import type { PlainDate } from "@/domain/calendar/plain-date";

export type ReviewGroupStatus =
  | "proposed"
  | "established"
  | "scoped"
  | "gathering"
  | "drafting"
  | "fact_check"
  | "reported"
  | "referred_back"
  | "adopted"
  | "suspended"
  | "dissolved"
  | "lapsed";

/**
 * What the group is called where it sits. An inquiry day, a spotlight, a site visit, a rapid or table-top exercise are methods
 * of a review and belong to its scoping: they are no bodies.
 */
export type ReviewFormat =
  | "task_and_finish_group"
  | "policy_development_panel"
  | "working_group"
  | "review_board"
  | "standing_panel";

/**
 * A sub-committee falls under Part VA LGA 1972 (meetings in public), political balance and the ban on the executive by
 * statute; an informal group only under its body's rules.
 */
export type LegalStatus = "informal" | "sub_committee";

/** A body's rules for its groups; null or false where it has none. They may be departed from with a reason. */
export type GroupRules = {
  maxConcurrent: number | null;
  onePerService: boolean;
  monthsSinceReview: number | null;
  minPoliticalGroups: number | null;
  maxMonths: number | null;
  noExecutive: boolean;
  electsOwnChair: boolean;
};

/** Rules found together at councils with task and finish groups (Spelthorne, Thurrock; suggested at York). */
export const USUAL_GROUP_RULES: GroupRules = {
  maxConcurrent: 2,
  onePerService: true,
  monthsSinceReview: 12,
  minPoliticalGroups: 2,
  maxMonths: 6,
  noExecutive: true,
  electsOwnChair: true,
};

export type GroupMember = { personId: string; name: string; politicalGroup: string | null; onExecutive: boolean };

/** A body with a parent, terms of reference and an end. */
export type ReviewGroup = Relations & {
  id: string;
  status: ReviewGroupStatus;
  /** The group itself, so that its members and chair are those of this record. */
  bodyId: string;
  parentBodyId: string;
  name: string;
  format: ReviewFormat;
  legalStatus: LegalStatus;
  rules: GroupRules;
  termsOfReference: string;
  members: readonly GroupMember[];
  /** Seats follow the strengths of the political groups; null while nobody has worked it out. */
  politicallyBalanced: boolean | null;
  hasChair: boolean;
  /** Other groups of the same parent at work, and how many of them look at the same service. */
  othersAtWork: number;
  othersOnSameService: number;
  lastReviewOfServiceOn: PlainDate | null;
  startsOn: PlainDate | null;
  endsOn: PlainDate | null;
  scopingApproved: boolean;
  reportId: string | null;
  recommendations: number;
  /** Where its work stood when it was suspended. */
  suspendedFrom: SuspendableStatus | null;
};

/** The statuses from which a group may be suspended or lapse: everything from establishment to the report. */
export const AT_WORK = [
  "established",
  "scoped",
  "gathering",
  "drafting",
  "fact_check",
  "reported",
  "referred_back",
  "adopted",
] as const satisfies readonly ReviewGroupStatus[];

export type SuspendableStatus = (typeof AT_WORK)[number];
