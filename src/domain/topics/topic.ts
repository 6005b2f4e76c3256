import type { Relations } from "@/domain/access/role";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Result } from "@/domain/scoring/scoring";

export type TopicStatus =
  | "suggested"
  | "triaged"
  | "scored"
  | "shortlisted"
  | "in_scoping"
  | "parked"
  | "rejected"
  | "transferred"
  | "merged"
  | "removed";

/** Where a topic came from. */
export type TopicSource =
  | "member"
  | "public"
  | "officer"
  | "executive"
  | "partner"
  | "performance"
  | "earlier_review"
  | "motion"
  | "petition"
  | "call_for_action"
  | "statutory"
  | "pre_decision";

/** Matters that reach a committee because somebody is entitled to bring them: they need no score to be heard. */
export const HEARD_UNSCORED: readonly TopicSource[] = ["motion", "call_for_action", "statutory", "pre_decision"];

/** A councillor's call for action: LGA 2000 s9FC gives the member who made it a discussion, and reasons if nothing follows. */
export type CallForAction = {
  /** Null until somebody has tested whether it is one: excluded, vexatious and planning or licensing matters are not. */
  valid: boolean | null;
  discussedOn: PlainDate | null;
  /** The day the letter with the reasons went to the member. */
  reasonsSentOn: PlainDate | null;
};

/** Something suggested for scrutiny. */
export type Topic = Relations & {
  id: string;
  status: TopicStatus;
  title: string;
  /** The separate matters in it, each of which may be taken up or left behind: "quality of care", "support for carers". */
  parts: readonly string[];
  /** The body whose remit it is; null until it is triaged. */
  bodyId: string | null;
  source: TopicSource | null;
  /** Somebody has looked for topics like it, the day they did. */
  duplicatesSeenOn: PlainDate | null;
  /** The body has a scoring method at all. */
  bodyScores: boolean;
  /** Persons who have scored it. */
  scorers: number;
  /** What the scoring came to, by the body's method. */
  scoring: Pick<Result, "total" | "threshold" | "vetoed"> | null;
  /** The decision of the council that referred a motion. */
  referringDecisionId: string | null;
  callForAction: CallForAction | null;
  /** The body it is handed to, and the day that body took it. */
  receiverBodyId: string | null;
  receiverAcceptedOn: PlainDate | null;
  mergedIntoId: string | null;
};

/** Handed over, and nobody has taken it yet: it stays in sight until somebody does. */
export const awaitsReceiver = (topic: Pick<Topic, "status" | "receiverAcceptedOn">): boolean =>
  topic.status === "transferred" && topic.receiverAcceptedOn === null;
