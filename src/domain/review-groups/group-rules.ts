import { addMonths, daysBetween, formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { isCarriedByCommittee } from "@/domain/workflow/authority-rules";
import { refuseIf, warnIf } from "@/domain/workflow/finding";
import type { Circumstances, Finding, Rule } from "@/domain/workflow/workflow";
import type { ReviewGroup } from "./review-group";

const LOCAL = "The body's rules for its groups";

/** A group is set up with terms of reference and members (for a sub-committee LGA 1972 s102). */
export const hasTermsAndMembers: Rule<ReviewGroup> = ({ termsOfReference, members }) => [
  ...refuseIf(termsOfReference.trim() === "", {
    code: "no-terms-of-reference",
    sentence: "Write the terms of reference: what the group is for, and when it ends.",
    authority: "LGA 1972 s102 and the resolution",
    field: "termsOfReference",
  }),
  ...refuseIf(members.length === 0, {
    code: "no-members",
    sentence: "Name the members of the group.",
    authority: "LGA 1972 s102 and the resolution",
    field: "members",
  }),
];

/** A group is its parent's: it neither sets itself up nor adopts its own report (LGA 1972 s101 and s102). */
export const isResolvedByParent: Rule<ReviewGroup> = ({ parentBodyId }, { authority }) =>
  refuseIf(authority?.kind === "resolution" && authority.bodyId !== parentBodyId, {
    code: "not-the-parents",
    sentence:
      "Choose a resolution of the committee the group answers to: what it is and does is that committee's to decide.",
    authority: "LGA 1972 s101 and s102",
    field: "authority",
  });

/** Members of the executive sit on no overview and scrutiny sub-committee (LGA 2000 s9FA); on an informal group by local rule. */
export const hasNoExecutiveMembers: Rule<ReviewGroup> = ({ members, legalStatus, rules }) =>
  members
    .filter(({ onExecutive }) => onExecutive)
    .flatMap(({ name }) =>
      legalStatus === "sub_committee"
        ? refuseIf(true, {
            code: "executive-on-sub-committee",
            sentence: `Take ${name} out: nobody in the Cabinet may sit on a scrutiny sub-committee.`,
            authority: "LGA 2000 s9FA",
            field: "members",
          })
        : warnIf(rules.noExecutive, {
            code: "executive-on-group",
            sentence: `${name} is in the Cabinet. Choose somebody else, or say why not.`,
            authority: LOCAL,
            field: "members",
          }),
    );

/** Seats on a sub-committee follow the political groups' strengths (LGHA 1989 s15), unless the council sets that aside (s17). */
export const isPoliticallyBalanced: Rule<ReviewGroup> = ({ legalStatus, politicallyBalanced }) =>
  warnIf(legalStatus === "sub_committee" && politicallyBalanced !== true, {
    code: "not-politically-balanced",
    sentence:
      politicallyBalanced === null
        ? "Work out the political balance of the seats, or name the resolution that set it aside."
        : "The seats do not follow the political balance. Name the resolution that set it aside.",
    authority: "Local Government and Housing Act 1989 ss15 and 17",
    field: "members",
  });

/** A body takes on no more groups at once than it can do well (its rules; two at Spelthorne and Thurrock). */
export const leavesRoom: Rule<ReviewGroup> = ({ rules, othersAtWork }) =>
  warnIf(rules.maxConcurrent !== null && othersAtWork >= rules.maxConcurrent, {
    code: "too-many-groups",
    sentence: `${othersAtWork} groups are at work already; the rule is ${rules.maxConcurrent}. Say why this one does not wait.`,
    authority: LOCAL,
  });

/** One group to a service at a time, and none within months of a review of it (the body's rules). */
export const sparesTheService: Rule<ReviewGroup> = (group, { today }) => {
  const { rules, othersOnSameService, lastReviewOfServiceOn, startsOn } = group;
  const begins = startsOn ?? today;
  return [
    ...warnIf(rules.onePerService && othersOnSameService > 0, {
      code: "service-has-group",
      sentence: "Another group is looking at this service. Say why it takes two.",
      authority: LOCAL,
    }),
    ...(lastReviewOfServiceOn === null || rules.monthsSinceReview === null
      ? []
      : warnIf(begins < addMonths(lastReviewOfServiceOn, rules.monthsSinceReview), {
          code: "service-reviewed-lately",
          sentence: `This service had a review that ended on ${formatDate(lastReviewOfServiceOn)}; the rule is ${rules.monthsSinceReview} months between. Say what is new.`,
          authority: LOCAL,
        })),
  ];
};

/** A group is drawn from more than one political group (the body's rules). */
export const crossesParties: Rule<ReviewGroup> = ({ rules, members }) => {
  const parties = new Set(members.map(({ politicalGroup }) => politicalGroup).filter((party) => party !== null));
  return warnIf(rules.minPoliticalGroups !== null && parties.size < rules.minPoliticalGroups, {
    code: "one-party",
    sentence: `Its members come from ${parties.size === 1 ? "one political group" : `${parties.size} political groups`}; the rule is ${rules.minPoliticalGroups}.`,
    authority: LOCAL,
    field: "members",
  });
};

/** A group ends (the body's rules; six months at councils that say). */
export const endsInTime: Rule<ReviewGroup> = ({ rules, startsOn, endsOn }, { today }) =>
  endsOn === null
    ? warnIf(true, {
        code: "no-end",
        sentence: "Say when the group ends.",
        authority: LOCAL,
        field: "endsOn",
      })
    : tooLong(startsOn ?? today, endsOn, rules.maxMonths);

/** A group elects its own chair (the body's rules). */
export const hasItsChair: Rule<ReviewGroup> = ({ rules, hasChair }) =>
  warnIf(rules.electsOwnChair && !hasChair, {
    code: "no-chair",
    sentence: "Have the group elect a chair from among its members.",
    authority: LOCAL,
    field: "members",
  });

/**
 * An extension is an event: its parent resolves it, and a group that then lasts longer than the rule allows is warned of.
 * @returns what stands in the way of it, hard and soft
 */
export function extensionFindings(group: ReviewGroup, until: PlainDate, circumstances: Circumstances): Finding[] {
  const { authority, today } = circumstances;
  return [
    ...refuseIf(authority?.kind !== "resolution" || authority.bodyId !== group.parentBodyId, {
      code: "not-extended-by-parent",
      sentence: "Choose the resolution of the committee that set the group up: only that committee extends it.",
      authority: "LGA 1972 s101 and s102",
      field: "authority",
    }),
    ...isCarriedByCommittee(group, circumstances),
    ...refuseIf(group.endsOn !== null && until <= group.endsOn, {
      code: "not-later",
      sentence: "Give a day after the one on which the group ends now.",
      authority: "The resolution",
      field: "until",
    }),
    ...tooLong(group.startsOn ?? today, until, group.rules.maxMonths),
  ];
}

const tooLong = (from: PlainDate, to: PlainDate, months: number | null): Finding[] =>
  months === null
    ? []
    : warnIf(to > addMonths(from, months), {
        code: "too-long",
        sentence: `From ${formatDate(from)} to ${formatDate(to)} are ${daysBetween(from, to)} days; the rule is ${months} months. Say why it takes longer.`,
        authority: LOCAL,
        field: "endsOn",
      });
