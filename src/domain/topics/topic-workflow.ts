import { advice } from "@/domain/scoring/scoring";
import { isAfterConsultation, isCarriedByCommittee } from "@/domain/workflow/authority-rules";
import { refuseIf, warnIf } from "@/domain/workflow/finding";
import { defineWorkflow, type Rule } from "@/domain/workflow/workflow";
import { HEARD_UNSCORED, type Topic } from "./topic";

/** A committee looks only into what is within its remit, so each topic has one body, a source and a look for others like it. */
const isPlaced: Rule<Topic> = (topic) => [
  ...refuseIf(topic.bodyId === null, {
    code: "no-body",
    sentence: "Name the committee whose remit this is.",
    authority: "LGA 2000 s9F(2) and the committee's terms of reference",
    field: "bodyId",
  }),
  ...refuseIf(topic.source === null, {
    code: "no-source",
    sentence: "Say where it came from.",
    authority: "The council's procedure for suggestions",
    field: "source",
  }),
  ...refuseIf(topic.duplicatesSeenOn === null, {
    code: "duplicates-not-seen",
    sentence: "Look through the topics like this one, and say whether it is one of them.",
    authority: "The council's procedure for suggestions",
    field: "duplicatesSeenOn",
  }),
];

/** A motion reaches a committee by a resolution of the council that referred it (the council's standing orders on motions). */
const namesReferral: Rule<Topic> = (topic) =>
  warnIf(topic.source === "motion" && topic.referringDecisionId === null, {
    code: "no-referral",
    sentence: "Name the resolution by which the council referred this motion. Without it the thread starts nowhere.",
    authority: "The council's standing orders on motions",
    field: "referringDecisionId",
  });

/** "Scored" says that somebody scored it; a topic nobody scores is shortlisted without. */
const hasScores: Rule<Topic> = (topic) =>
  refuseIf(topic.scorers === 0, {
    code: "no-scores",
    sentence: "Enter a score first: nobody has scored this topic.",
    authority: "The committee's scoring method",
    field: "scores",
  });

/** Only what somebody is entitled to bring is heard unscored: motions, calls for action, statutory and pre-decision matters. */
const isScoredOrEntitled: Rule<Topic> = (topic) => {
  const entitled = topic.source !== null && HEARD_UNSCORED.includes(topic.source);
  return refuseIf(topic.status === "triaged" && topic.bodyScores && !entitled, {
    code: "not-scored",
    sentence:
      "Score it first. Motions, calls for action, statutory and pre-decision matters go without a score; this is none.",
    authority: "The committee's scoring method",
  });
};

/** Where the committee departs from its own method the public is told why (statutory guidance on scrutiny, planning work). */
const agreesWithScore: Rule<Topic> = ({ scoring }) => {
  if (scoring === null || advice(scoring) !== "leave") return [];
  const why = scoring.vetoed
    ? "A criterion rules it out."
    : `It scored ${scoring.total}; the threshold is ${scoring.threshold}.`;
  return warnIf(true, {
    code: "differs-from-score",
    sentence: `${why} Say why the committee takes it all the same; the reason is published beside the score.`,
    authority: "The committee's scoring method",
  });
};

/**
 * A valid call for action is discussed before it is put aside, and the member who made it has the reasons in a letter
 * (LGA 2000 s9FC). One whose validity nobody has tested may be valid.
 */
const isOwedNoDiscussion: Rule<Topic> = ({ source, callForAction }) => {
  if (source !== "call_for_action" || callForAction?.valid === false) return [];
  const authority = "LGA 2000 s9FC";
  if (callForAction === null || callForAction.valid === null)
    return refuseIf(true, {
      code: "validity-not-tested",
      sentence: "Decide first whether this is a valid call for action. A valid one is owed a discussion.",
      authority,
      field: "callForAction",
    });
  return [
    ...refuseIf(callForAction.discussedOn === null, {
      code: "not-discussed",
      sentence: "Put it on an agenda first: a member who calls for action is owed a discussion.",
      authority,
    }),
    ...refuseIf(callForAction.reasonsSentOn === null, {
      code: "no-letter",
      sentence: "Send the member a letter with the reasons, and record the day it went.",
      authority,
      field: "reasonsSentOn",
    }),
  ];
};

/** What the council referred by resolution, the committee answers by resolution (the council's standing orders on motions). */
const isResolvedIfMotion: Rule<Topic> = ({ source }, { authority }) =>
  refuseIf(source === "motion" && authority !== undefined && authority.kind !== "resolution", {
    code: "motion-needs-resolution",
    sentence: "Take it to a meeting. The council referred this motion, so the committee answers it by resolution.",
    authority: "The council's standing orders on motions",
    field: "authority",
  });

/** A topic handed over goes to somebody. */
const namesReceiver: Rule<Topic> = (topic) =>
  refuseIf(topic.receiverBodyId === null || topic.receiverBodyId === topic.bodyId, {
    code: "no-receiver",
    sentence: "Name the other body that takes it over. It stays in sight here until that body accepts it.",
    authority: "The council's procedure for suggestions",
    field: "receiverBodyId",
  });

/** A topic merged lives on in another. */
const namesTheOther: Rule<Topic> = (topic) =>
  refuseIf(topic.mergedIntoId === null || topic.mergedIntoId === topic.id, {
    code: "no-other-topic",
    sentence: "Choose the topic it becomes part of, so that whoever suggested it can follow.",
    authority: "The council's procedure for suggestions",
    field: "mergedIntoId",
  });

const UNDECIDED = ["suggested", "triaged", "scored"] as const;
const DECIDED_BY = ["resolution", "officer_decision"] as const;
const ON_GOOD_AUTHORITY = [isCarriedByCommittee, isAfterConsultation, isResolvedIfMotion];

/** `docs/workflows.md` draws it. */
export const topicWorkflow = defineWorkflow<Topic>()({
  name: "topic",
  initial: "suggested",
  statuses: {
    suggested: { label: "Suggested", audience: "inside" },
    triaged: { label: "Triaged", audience: "public" },
    scored: { label: "Scored", audience: "public" },
    shortlisted: { label: "Shortlisted", audience: "public" },
    in_scoping: { label: "In scoping", audience: "public", final: true },
    parked: { label: "Parked", audience: "public" },
    rejected: { label: "Not taken up", audience: "public", final: true },
    transferred: { label: "Handed over", audience: "public", final: true },
    merged: { label: "Merged", audience: "public", final: true },
    removed: { label: "Removed", audience: "keepers", final: true },
  },
  transitions: {
    triage: {
      label: "Triage",
      from: ["suggested"],
      to: "triaged",
      needs: "topic.triage",
      rules: [isPlaced, namesReferral],
    },
    score: { label: "Close scoring", from: ["triaged"], to: "scored", needs: "topic.decide", rules: [hasScores] },
    shortlist: {
      label: "Shortlist",
      from: ["triaged", "scored"],
      to: "shortlisted",
      needs: "topic.decide",
      restsOn: [...DECIDED_BY, "other_body"],
      rules: [isScoredOrEntitled, agreesWithScore, isCarriedByCommittee, isAfterConsultation],
    },
    startScoping: { label: "Start scoping", from: ["shortlisted"], to: "in_scoping", needs: "scoping.start" },
    park: {
      label: "Park",
      from: UNDECIDED,
      to: "parked",
      needs: "topic.decide",
      restsOn: DECIDED_BY,
      rules: [isOwedNoDiscussion, ...ON_GOOD_AUTHORITY],
      asksReason: true,
    },
    takeUpAgain: {
      label: "Take up again",
      from: ["parked"],
      to: "triaged",
      needs: "topic.decide",
      rules: [isPlaced],
    },
    reject: {
      label: "Decide not to take up",
      from: UNDECIDED,
      to: "rejected",
      needs: "topic.decide",
      restsOn: DECIDED_BY,
      rules: [isOwedNoDiscussion, ...ON_GOOD_AUTHORITY],
      asksReason: true,
    },
    transfer: {
      label: "Hand over to another body",
      from: UNDECIDED,
      to: "transferred",
      needs: "topic.decide",
      restsOn: [...DECIDED_BY, "other_body"],
      rules: [namesReceiver, ...ON_GOOD_AUTHORITY],
    },
    merge: {
      label: "Merge into another topic",
      from: UNDECIDED,
      to: "merged",
      needs: "topic.decide",
      restsOn: DECIDED_BY,
      rules: [namesTheOther, isOwedNoDiscussion, ...ON_GOOD_AUTHORITY],
    },
    remove: {
      label: "Remove as spam or a complaint",
      from: ["suggested"],
      to: "removed",
      needs: "topic.triage",
      rules: [isOwedNoDiscussion],
      asksReason: true,
    },
  },
});
