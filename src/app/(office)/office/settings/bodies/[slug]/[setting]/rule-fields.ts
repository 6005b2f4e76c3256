import { CLEARANCE_STEPS } from "@/domain/reports/report";
import { keysOf, optionsOf } from "@/domain/wording/words-by-value";
import { settingFrom } from "@/server/bodies/settings";
import { numberField, type SettingField, type SettingOption, tickField } from "../../../setting-field";

/** The fields of a body's rules, with what stands there now. */
export function ruleFields(stored: unknown, scoringMethods: readonly SettingOption[]): SettingField[] {
  const { capacity, publishBy, scoringMethod, otherCoOpteesVote, followUps, clearance, questions, groups } =
    settingFrom("rules", stored);
  const none = "Left empty, none is set";
  return [
    numberField("capacity", "Items a meeting takes", capacity, none),
    {
      kind: "line",
      name: "publishBy",
      label: "Agendas go up by",
      hint: "An hour such as 17:00: what goes up later counts as published on the next working day. Left empty, by midnight",
      value: publishBy ?? "",
    },
    {
      kind: "one",
      name: "scoringMethod",
      label: "Topics are scored by",
      none: "No method: it does not score",
      options: scoringMethods,
      value: scoringMethod ?? "",
    },
    tickField(
      "otherCoOpteesVote",
      "Other co-opted members vote",
      otherCoOpteesVote,
      "By a scheme under LGA 2000 Sch A1 paras 11 to 14",
    ),
    { kind: "heading", name: "follow-up", label: "Follow-ups" },
    {
      kind: "one",
      name: "followUps-closedBy",
      label: "Accepted as done by",
      options: optionsOf({
        committee: "the committee, at a meeting",
        officer_after_consulting_chair: "an officer, after consulting the chair",
      }),
      value: followUps.closedBy,
    },
    numberField("followUps-staleAfterDays", "Stale after so many days without a word", followUps.staleAfterDays),
    { kind: "heading", name: "report", label: "Reports" },
    {
      kind: "several",
      name: "clearance-steps",
      label: "Cleared by",
      options: optionsOf(CLEARANCE_STEPS),
      value: clearance.steps,
    },
    ...keysOf(CLEARANCE_STEPS)
      .filter((step) => step !== "director" && step !== "callover")
      .map(
        (step): SettingField => ({
          kind: "line",
          name: `clearance-posts-${step}`,
          label: `Whoever holds this post clears it for ${CLEARANCE_STEPS[step]}`,
          hint: "The title of the post as it is recorded. Empty, whoever may sign off records it",
          value: clearance.posts[step] ?? "",
        }),
      ),
    tickField("clearance-fourEyes", "Signed off by somebody other than whoever wrote it", clearance.fourEyes),
    { kind: "heading", name: "question", label: "Questions and statements" },
    numberField(
      "questions-replyWithinDays",
      "Working days after the meeting for a written reply",
      questions.replyWithinDays,
    ),
    numberField(
      "questions-eraseAfterMonths",
      "Months after the meeting until it is erased who asked",
      questions.eraseAfterMonths,
      "Names that are published stay with the question",
    ),
    numberField(
      "questions-eraseAtLatestMonths",
      "And where a written reply is still owed, at the latest",
      questions.eraseAtLatestMonths,
      "Months after the meeting",
    ),
    { kind: "heading", name: "group", label: "Review groups" },
    numberField("groups-maxConcurrent", "At work at once", groups.maxConcurrent, none),
    tickField("groups-onePerService", "One to a service at a time", groups.onePerService),
    numberField(
      "groups-monthsSinceReview",
      "Months since the last review of the service",
      groups.monthsSinceReview,
      none,
    ),
    numberField(
      "groups-minPoliticalGroups",
      "Political groups they are drawn from, at least",
      groups.minPoliticalGroups,
      none,
    ),
    numberField("groups-maxMonths", "Months they last, at most", groups.maxMonths, none),
    tickField("groups-noExecutive", "Nobody of the executive is a member", groups.noExecutive),
    tickField("groups-electsOwnChair", "They elect their own chair", groups.electsOwnChair),
  ];
}
