import { scopingSteps } from "@/server/scoping/steps";
import { topicSteps } from "@/server/topics/steps";
import type { Steps } from "@/server/workflow/steps";

/** The steps that are taken from the form that all of them share, by the machine's noun. */
export const ALL_STEPS: Readonly<Record<string, Steps>> = Object.fromEntries(
  [topicSteps, scopingSteps].map((steps) => [steps.kind, steps]),
);
