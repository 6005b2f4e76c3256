import type { Relations } from "@/domain/access/role";
import { daysBetween, type PlainDate } from "@/domain/calendar/plain-date";

export type FollowUpStatus =
  | "open"
  | "in_progress"
  | "done_claimed"
  | "on_hold"
  | "closed"
  | "superseded"
  | "moved_to_programme"
  | "business_as_usual"
  | "cancelled";

/** What a minute asks somebody to do; shown as "action required". */
export type FollowUp = Relations & {
  status: FollowUpStatus;
  /** The minute that asks for it, or the authority where it was asked for otherwise: one of the two. */
  minuteId: string | null;
  authorityId: string | null;
  text: string;
  /** Persons or posts who answer for it. */
  ownerIds: readonly string[];
  /** Due on a day, at the body's next meeting, whichever day that turns out to be, or at a meeting that is named. */
  dueOn: PlainDate | null;
  dueNextMeeting: boolean;
  /** The day of that meeting, once there is one. */
  dueMeetingOn: PlainDate | null;
  /** While on hold: what it was before, and when it is looked at again. */
  heldFrom: "open" | "in_progress" | null;
  reviewOn: PlainDate | null;
  evidence: string | null;
  lastUpdatedOn: PlainDate;
  supersededById: string | null;
  programmeItemId: string | null;
  rules: FollowUpRules;
};

/** What a body's settings say of follow-ups. */
export type FollowUpRules = {
  /** Who says that one is done: the committee alone, or also an officer after consulting the chair. */
  closedBy: "committee" | "officer_after_consulting_chair";
  /** Days without an update after which one is stale. */
  staleAfterDays: number;
};

const WITH_ITS_OWNERS: readonly FollowUpStatus[] = ["open", "in_progress"];

/** The day it is due; null where that is a meeting nobody has fixed yet. */
export const dueDay = ({ dueOn, dueMeetingOn }: FollowUp): PlainDate | null => dueOn ?? dueMeetingOn;

/** Due on a day that has passed, and still with its owners. What was claimed to be done waits for the committee, not for them. */
export function isOverdue(followUp: FollowUp, today: PlainDate): boolean {
  const due = dueDay(followUp);
  return WITH_ITS_OWNERS.includes(followUp.status) && due !== null && due < today;
}

/** Nothing has been heard of it for longer than the body puts up with, or its review while on hold is past. */
export function isStale(followUp: FollowUp, today: PlainDate): boolean {
  if (followUp.status === "on_hold") return followUp.reviewOn !== null && followUp.reviewOn < today;
  return (
    WITH_ITS_OWNERS.includes(followUp.status) &&
    daysBetween(followUp.lastUpdatedOn, today) > followUp.rules.staleAfterDays
  );
}
