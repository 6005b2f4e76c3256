import { type Progress, preparation, STEPS, type Step } from "@/domain/topics/preparation";
import type { PublishedItem } from "./published-programme";

export type StepsTaken = Record<Step, Progress>;

const NAMES = Object.keys(STEPS) as Step[];
const SHORT: Readonly<Record<Step, string>> = {
  scored: "score",
  led: "lead member and officer",
  explained: "rationale",
  timed: "timescale",
  placed: "meeting",
};

/** How far a topic that waits for a place has come. Null for what is asked of nobody, or of partners first. */
export function stepsOf({ topic, planned, proposal, leads }: PublishedItem): StepsTaken | null {
  if (planned.status === "transferred" || planned.status === "withdrawn" || topic?.status === "parked") return null;
  // Marks are the committee's own; that a topic was scored is public.
  const facts = { status: topic?.status ?? "triaged", scorers: 0, scoring: topic?.status === "scored" ? SCORED : null };
  const steps = preparation(facts, proposal, planned.slot?.on ?? null);
  return steps && { ...steps, led: ledBy(hasLeadMember({ planned, proposal }), hasLeadOfficer({ leads, proposal })) };
}

const SCORED = { total: 0, threshold: null, vetoed: false };

/** The proposal names them, or the programme does. */
const hasLeadMember = ({ planned, proposal }: Pick<PublishedItem, "planned" | "proposal">) =>
  planned.leadMembers.length > 0 || (proposal?.leads.length ?? 0) > 0;
const hasLeadOfficer = ({ leads, proposal }: Pick<PublishedItem, "leads" | "proposal">) =>
  leads.some(({ role }) => role === "officer") || proposal?.leadOfficer != null;

const ledBy = (member: boolean, officer: boolean): Progress =>
  member && officer ? "done" : member || officer ? "in_part" : "missing";

/** "Score, lead member, meeting", or "All five". */
export function missingWords(item: PublishedItem, steps: StepsTaken): string {
  const open = NAMES.filter((step) => steps[step] !== "done");
  if (open.length === NAMES.length && open.every((step) => steps[step] === "missing")) return "All five";
  if (open.length === 0) return "Nothing";
  const said = open.map((step) => (step === "led" && steps.led === "in_part" ? halfLed(item) : SHORT[step])).join(", ");
  return said.charAt(0).toUpperCase() + said.slice(1);
}

const halfLed = (item: PublishedItem) => (hasLeadMember(item) ? "lead officer" : "lead member");
