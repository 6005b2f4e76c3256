import type { PlainDate } from "@/domain/calendar/plain-date";
import type { TopicSource, TopicStatus } from "./topic";

/** A topic somebody suggested at a meeting, and whether a programme or a proposal has taken it up since. */
export type Suggested = { title: string; status: TopicStatus; suggestedOn: PlainDate; isTakenUp: boolean };

/** A topic that waits in a programme. */
export type Listed = {
  title: string;
  source: TopicSource | null;
  /** It was suggested at a meeting, or takes in topics that were. */
  comesFromMeeting: boolean;
};

/** In these something was said of where a topic went: put aside, handed over, taken into another, refused. */
const SAID: readonly TopicStatus[] = ["in_scoping", "parked", "rejected", "transferred", "merged", "removed"];

/** Topics that are gone without trace: suggested, taken up by nothing, and nobody said why (seed 12, June's "Budget Cuts"). */
export const orphans = <Topic extends Suggested>(topics: readonly Topic[]): Topic[] =>
  topics.filter(({ status, isTakenUp }) => !isTakenUp && !SAID.includes(status));

/**
 * Topics on the list that no meeting had suggested (seed 12, "Fair Charges"). What comes by right, such as a motion, is nobody's
 * suggestion.
 */
export const newcomers = <Topic extends Listed>(listed: readonly Topic[]): Topic[] =>
  listed.filter(
    ({ source, comesFromMeeting }) => !comesFromMeeting && source !== "motion" && source !== "call_for_action",
  );
