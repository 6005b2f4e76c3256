import type { AuthorityKind } from "@/domain/workflow/authority";
import { isAfterConsultation, isCarriedByCommittee } from "@/domain/workflow/authority-rules";
import { defineWorkflow, type Rule } from "@/domain/workflow/workflow";
import type { FollowUp, FollowUpStatus } from "./follow-up";

/** Nothing is asked of anybody without a minute or an authority. */
const hasSource: Rule<FollowUp> = ({ minuteId, authorityId }) =>
  minuteId !== null || authorityId !== null
    ? []
    : [
        {
          severity: "hard",
          code: "no-source",
          sentence: "Say which minute asks for this, or on what authority it is asked.",
          authority: "LGA 1972 s101",
          field: "minuteId",
        },
      ];

/** Somebody answers for it. */
const hasOwner: Rule<FollowUp> = ({ ownerIds }) =>
  ownerIds.length > 0
    ? []
    : [
        {
          severity: "hard",
          code: "no-owner",
          sentence: "Name whoever is to do this: a person or a post.",
          authority: "the committee's settings",
          field: "ownerIds",
        },
      ];

/** A day, the next meeting, or one that is named. */
const hasDueDate: Rule<FollowUp> = ({ dueOn, dueNextMeeting, dueMeetingOn }) =>
  dueOn !== null || dueNextMeeting || dueMeetingOn !== null
    ? []
    : [
        {
          severity: "hard",
          code: "no-due-date",
          sentence: "Give a day by which this is due, or choose “next meeting”.",
          authority: "the committee's settings",
          field: "dueOn",
        },
      ];

/** What a follow-up needs to exist: asked when it is entered, and again when work on it starts. */
export const followUpRules: readonly Rule<FollowUp>[] = [hasSource, hasOwner, hasDueDate];

/** Something on hold comes back by itself, on its review date. */
const hasReviewDate: Rule<FollowUp> = ({ reviewOn }, { today }) =>
  reviewOn !== null && reviewOn > today
    ? []
    : [
        {
          severity: "hard",
          code: "no-review-date",
          sentence: "Give a day ahead on which to look at this again.",
          authority: "the committee's settings",
          field: "reviewOn",
        },
      ];

/** Closed on evidence. */
const hasEvidence: Rule<FollowUp> = ({ evidence }) =>
  evidence?.trim()
    ? []
    : [
        {
          severity: "hard",
          code: "no-evidence",
          sentence: "Note what shows that this was done.",
          authority: "the committee's settings",
          field: "evidence",
        },
      ];

/** The committee says so, or an officer after consulting the chair where its settings let one: LGA 1972 s101. */
const isEndedByWhomSettingsSay: Rule<FollowUp> = (followUp, circumstances) =>
  circumstances.authority?.kind === "officer_decision" && followUp.rules.closedBy === "committee"
    ? [
        {
          severity: "hard",
          code: "committee-closes",
          sentence: "List this for the next meeting: here only the committee closes a follow-up.",
          authority: "the committee's settings; LGA 1972 s101",
          field: "authority",
        },
      ]
    : isAfterConsultation(followUp, circumstances);

/** What it gave way to can be found from it. */
const hasSuccessor: Rule<FollowUp> = ({ supersededById }) =>
  supersededById
    ? []
    : [
        {
          severity: "soft",
          code: "no-successor",
          sentence: "Choose the follow-up that takes its place, so that readers can go on from here.",
          authority: "the committee's settings",
          field: "supersededById",
        },
      ];

/** A subject that moves into the programme can be found there. */
const hasProgrammeItem: Rule<FollowUp> = ({ programmeItemId }) =>
  programmeItemId
    ? []
    : [
        {
          severity: "soft",
          code: "no-programme-item",
          sentence: "Choose the programme item it becomes, so that readers can go on from here.",
          authority: "the committee's settings",
          field: "programmeItemId",
        },
      ];

/** On what somebody may say that the committee no longer asks for it. */
const COMMITTEE_OR_OFFICER: readonly AuthorityKind[] = ["resolution", "officer_decision"];
const decidedBySettings = [isCarriedByCommittee, isEndedByWhomSettingsSay];

const BEFORE_CLOSED: readonly FollowUpStatus[] = ["open", "in_progress", "done_claimed", "on_hold"];

/**
 * From what a minute asks to the evidence that it was done. Late and stale are computed from dates, never set. Dropping what the
 * committee asked for is decided like closing it; moving or replacing it keeps the link instead.
 */
export const followUpWorkflow = defineWorkflow<FollowUp>()({
  name: "follow-up",
  initial: "open",
  statuses: {
    open: { label: "Open", audience: "public" },
    in_progress: { label: "In progress", audience: "public" },
    done_claimed: { label: "Reported done", audience: "public" },
    on_hold: { label: "On hold", audience: "public" },
    closed: { label: "Closed", audience: "public", final: true },
    superseded: { label: "Superseded", audience: "public", final: true },
    moved_to_programme: { label: "Moved to programme", audience: "public", final: true },
    business_as_usual: { label: "Business as usual", audience: "public", final: true },
    cancelled: { label: "Cancelled", audience: "public", final: true },
  },
  transitions: {
    start: {
      label: "Start work",
      from: ["open"],
      to: "in_progress",
      needs: "follow-up.report-progress",
      rules: followUpRules,
    },
    claimDone: {
      label: "Report it done",
      from: ["in_progress"],
      to: "done_claimed",
      needs: "follow-up.report-progress",
    },
    sendBack: {
      label: "Send it back",
      from: ["done_claimed"],
      to: "in_progress",
      needs: "follow-up.close",
      asksReason: true,
    },
    putOnHold: {
      label: "Put it on hold",
      from: ["open", "in_progress"],
      to: "on_hold",
      needs: "follow-up.edit",
      rules: [hasReviewDate],
      asksReason: true,
    },
    resume: {
      label: "Take it off hold",
      from: ["on_hold"],
      to: { oneOf: ["open", "in_progress"], forThis: ({ heldFrom }) => heldFrom ?? "open" },
      needs: "follow-up.edit",
    },
    close: {
      label: "Close the follow-up",
      from: ["done_claimed"],
      to: "closed",
      needs: "follow-up.close",
      restsOn: COMMITTEE_OR_OFFICER,
      rules: [...decidedBySettings, hasEvidence],
    },
    supersede: {
      label: "Replace it with another",
      from: BEFORE_CLOSED,
      to: "superseded",
      needs: "follow-up.close",
      rules: [hasSuccessor],
      asksReason: true,
    },
    moveToProgramme: {
      label: "Move it to the programme",
      from: BEFORE_CLOSED,
      to: "moved_to_programme",
      needs: "follow-up.close",
      rules: [hasProgrammeItem],
      asksReason: true,
    },
    handOver: {
      label: "Hand it over as business as usual",
      from: BEFORE_CLOSED,
      to: "business_as_usual",
      needs: "follow-up.close",
      restsOn: COMMITTEE_OR_OFFICER,
      rules: decidedBySettings,
      asksReason: true,
    },
    cancel: {
      label: "Cancel the follow-up",
      from: BEFORE_CLOSED,
      to: "cancelled",
      needs: "follow-up.close",
      restsOn: COMMITTEE_OR_OFFICER,
      rules: decidedBySettings,
      asksReason: true,
    },
  },
});
