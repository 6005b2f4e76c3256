import { addMonths, formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { warnIf } from "@/domain/workflow/finding";
import type { Finding } from "@/domain/workflow/workflow";

/** What the executive decides, or has decided, on the same matter. */
export type ExecutiveDecision = {
  title: string;
  on: PlainDate;
  /** What it decided, once that is recorded here. */
  outcome: string | null;
};

/** A review of the same subject that has ended. */
export type EarlierReview = { title: string; endedOn: PlainDate };

/** What a scoping proposal and a programme item have in common, and its place in the calendar. */
export type PlannedWork = {
  leadMembers: readonly string[];
  linesOfEnquiry: readonly string[];
  corporatePlanOutcomes: readonly string[];
  /** When the work ends; null while it is to be confirmed. */
  endsOn: PlainDate | null;
  /** When what comes of it takes effect, if that is settled. */
  implementedOn: PlainDate | null;
  /** The meeting that has the report. */
  reportsOn: PlainDate | null;
  /** The days of the committee's meetings, in order. */
  meetingDays: readonly PlainDate[];
  executiveDecisions: readonly ExecutiveDecision[];
  earlierReviews: readonly EarlierReview[];
};

/** What work may be warned of before anybody decides anything; a warning stops nothing. */
export type Warning<Facts> = (facts: Facts, today: PlainDate) => readonly Finding[];

/** Somebody on the committee leads each piece of work (the committee's scoping template; statutory guidance, planning work). */
export const hasNoLeadMember: Warning<Pick<PlannedWork, "leadMembers">> = ({ leadMembers }) =>
  warnIf(leadMembers.length === 0, {
    code: "no-lead-member",
    sentence: "Name a lead member: a member of the committee who is not in the Cabinet.",
    authority: "The committee's template",
    field: "leadMembers",
  });

/** Scrutiny has "a clear link to the corporate plan" (the Management Board's second principle, 2016). */
export const hasNoCorporatePlanOutcome: Warning<Pick<PlannedWork, "corporatePlanOutcomes">> = (work) =>
  warnIf(work.corporatePlanOutcomes.length === 0, {
    code: "no-corporate-plan-outcome",
    sentence: "Say which corporate plan outcome this serves. Until then the programme prints “Not given”.",
    authority: "The committee's template",
    field: "corporatePlanOutcomes",
  });

/** A programme item shows its key lines of enquiry (the committee's work programme table). */
export const hasNoLinesOfEnquiry: Warning<Pick<PlannedWork, "linesOfEnquiry">> = ({ linesOfEnquiry }) =>
  warnIf(linesOfEnquiry.length === 0, {
    code: "no-lines-of-enquiry",
    sentence: "Add a line of enquiry. Until then the programme prints “Not given”.",
    authority: "The committee's template",
    field: "linesOfEnquiry",
  });

/** Only a meeting can take a report, so work that ends between two of them waits for the later (LGA 1972 s100B(4)). */
export const endsBetweenMeetings: Warning<Pick<PlannedWork, "endsOn" | "reportsOn" | "meetingDays">> = (work) => {
  const { endsOn, reportsOn, meetingDays } = work;
  if (endsOn === null || reportsOn !== null || meetingDays.includes(endsOn)) return [];
  const next = meetingDays.find((day) => day > endsOn);
  return warnIf(true, {
    code: "ends-between-meetings",
    sentence: next
      ? `${formatDate(endsOn)} is between meetings. The next is ${formatDate(next, { leftOutIn: endsOn })}. Say which meeting gets the report.`
      : `${formatDate(endsOn)} is after the last meeting in the calendar. Say which meeting gets the report.`,
    authority: "The committee's calendar of meetings",
    field: "reportsOn",
  });
};

/** What takes effect before the committee reports cannot be shaped by its report. */
export const isImplementedFirst: Warning<Pick<PlannedWork, "implementedOn" | "reportsOn" | "endsOn">> = (work) => {
  const reported = work.reportsOn ?? work.endsOn;
  const { implementedOn } = work;
  return implementedOn === null
    ? []
    : reported === null
      ? warnIf(true, {
          code: "implementation-without-report",
          sentence: `It takes effect on ${formatDate(implementedOn)}, and no meeting has the report. Say which one does.`,
          authority: "The committee's template",
          field: "reportsOn",
        })
      : warnIf(implementedOn < reported, {
          code: "implemented-before-report",
          sentence: `It takes effect on ${formatDate(implementedOn)}, before the report of ${formatDate(reported)}. Report sooner, or ask the Cabinet to wait.`,
          authority: "The committee's template",
          field: "reportsOn",
        });
};

/** A committee that wants to be heard before a decision is taken looks at the forward plan (SI 2012/2089 reg 9; statutory guidance). */
export const executiveDecidesFirst: Warning<Pick<PlannedWork, "executiveDecisions" | "reportsOn">> = (work, today) =>
  work.executiveDecisions.flatMap(({ title, on, outcome }) => {
    if (on <= today)
      return warnIf(true, {
        code: "already-considered",
        sentence: `Cabinet has already considered this on ${formatDate(on, { leftOutIn: today })}${outcome === null ? "; its decision is not recorded. Record it." : `: ${outcome}.`}`,
        authority: "The executive's minutes",
      });
    return warnIf(work.reportsOn === null || on <= work.reportsOn, {
      code: "executive-decides-first",
      sentence: `Cabinet decides on “${title}” on ${formatDate(on, { leftOutIn: today })}${work.reportsOn === null ? "" : ", before the report"}. Report sooner, or scrutinise the decision afterwards.`,
      authority: "The executive's forward plan",
    });
  });

/** Not the same subject again within 12 months of a review (the body's settings). */
export const repeatsReview: Warning<Pick<PlannedWork, "earlierReviews">> = ({ earlierReviews }, today) =>
  earlierReviews.flatMap(({ title, endedOn }) =>
    warnIf(addMonths(endedOn, 12) > today, {
      code: "reviewed-lately",
      sentence: `The review “${title}” ended on ${formatDate(endedOn)}, less than 12 months ago. Say what is new.`,
      authority: "The body's rules for reviews",
    }),
  );

/** Everything the warnings find, for a card. */
export const warningsFrom = <Facts>(warnings: readonly Warning<Facts>[], facts: Facts, today: PlainDate): Finding[] =>
  warnings.flatMap((warning) => warning(facts, today));
