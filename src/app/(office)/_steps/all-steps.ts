import { followUpSteps } from "@/server/follow-ups/steps";
import { meetingSteps } from "@/server/meetings/steps";
import { minutesSteps } from "@/server/minutes/steps";
import { programmeItemSteps } from "@/server/programme/item-steps";
import { programmeSteps } from "@/server/programme/programme-steps";
import { questionSteps } from "@/server/questions/steps";
import { clauseSteps } from "@/server/recommendations/steps";
import { reportSteps } from "@/server/reports/steps";
import { reviewGroupSteps } from "@/server/review-groups/steps";
import { scopingSteps } from "@/server/scoping/steps";
import { topicSteps } from "@/server/topics/steps";
import type { Steps } from "@/server/workflow/steps";

/** The steps that are taken from the form that all of them share, by the machine's noun. */
export const ALL_STEPS: Readonly<Record<string, Steps>> = Object.fromEntries(
  [
    topicSteps,
    scopingSteps,
    programmeSteps,
    programmeItemSteps,
    reviewGroupSteps,
    meetingSteps,
    questionSteps,
    minutesSteps,
    reportSteps,
    followUpSteps,
    clauseSteps,
  ].map((steps) => [steps.kind, steps]),
);
