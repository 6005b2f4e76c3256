import { isGiven } from "@/domain/scoping/missing";
import type { ScopingProposal } from "@/domain/scoping/scoping-proposal";
import type { Topic, TopicStatus } from "./topic";

/** What members are asked to do for a topic on the long list before it is scrutinised. */
export const STEPS = {
  scored: "Scored by the committee’s method",
  led: "Lead member and lead officer",
  explained: "Short rationale",
  timed: "Draft timescale",
  placed: "Placed at a meeting",
} as const;

export type Step = keyof typeof STEPS;
export type Progress = "done" | "in_part" | "missing";

/** Topics on the long list of somebody else, of nobody, or put aside for now: they stay in sight and are asked for nothing. */
const ASKED_FOR_NOTHING: readonly TopicStatus[] = ["parked", "rejected", "transferred", "merged", "removed"];

/**
 * How far a topic has come, for the long list: computed from its scores, its proposal and its place in the programme.
 * @param proposal the proposal that takes it up, if there is one
 * @param reportsAt the day of the meeting at which the programme has it, if it has a place
 * @returns null when the topic is asked for nothing
 */
export function preparation(
  topic: Pick<Topic, "status" | "scorers" | "scoring">,
  proposal: ScopingProposal | null,
  reportsAt: string | null,
): Record<Step, Progress> | null {
  if (ASKED_FOR_NOTHING.includes(topic.status)) return null;
  const given = (...fields: Parameters<typeof isGiven>[1][]) =>
    proposal !== null && fields.some((field) => isGiven(proposal, field));
  return {
    scored: progress(topic.scoring !== null && topic.status !== "triaged", topic.scorers > 0),
    led: progress(given("leadMember") && given("leadOfficer"), given("leadMember", "leadOfficer")),
    explained: progress(given("rationale", "suggestedScope")),
    timed: progress(given("timescale")),
    placed: progress(reportsAt !== null),
  };
}

const progress = (done: boolean, begun = false): Progress => (done ? "done" : begun ? "in_part" : "missing");

/** The steps not done yet, in words. */
export const stepsMissing = (steps: Record<Step, Progress>): string[] =>
  (Object.keys(STEPS) as Step[]).filter((step) => steps[step] !== "done").map((step) => STEPS[step]);
