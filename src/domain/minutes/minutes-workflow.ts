import { formatDate } from "@/domain/calendar/plain-date";
import { isCarriedByCommittee } from "@/domain/workflow/authority-rules";
import { defineWorkflow, type Rule } from "@/domain/workflow/workflow";
import type { Minutes, MinutesAmendment } from "./minutes";

/** Every item ends in something, if only in no decision. */
const saysWhatWasDecided: Rule<Minutes> = ({ items }) =>
  items
    .filter(({ agendaItemId, decisions }) => agendaItemId !== null && decisions.length === 0)
    .map((minute) => ({
      severity: "soft",
      code: "no-outcome",
      sentence: `Say what came of “${minute.headings.join(", ")}”: what was decided or noted, or that there was no decision.`,
      authority: "LGA 1972 Sch 12 para 41",
      field: "decisions",
    }));

/** The opinion that an item is urgent is given at the meeting, and its circumstances are specified in the minutes: LGA 1972 s100B(4)(b). */
const confirmsWhatWasIndicated: Rule<Minutes> = ({ items }) =>
  items
    .filter(({ toConfirm }) => toConfirm)
    .map((minute) => ({
      severity: "soft",
      code: "urgency-to-be-confirmed",
      sentence: `Say at “${minute.headings.join(", ")}” whether whoever presided found it urgent: the minute has what they said before the meeting.`,
      authority: "LGA 1972 s100B(4)(b)",
      field: "text",
    }));

/** Minutes are of a meeting that took place: LGA 1972 Sch 12 para 41. */
const isOfHeldMeeting: Rule<Minutes> = ({ meetingHeld }) =>
  meetingHeld
    ? []
    : [
        {
          severity: "soft",
          code: "meeting-not-recorded-as-held",
          sentence: "Record the meeting as held first: nothing these minutes resolve counts until it is.",
          authority: "LGA 1972 Sch 12 para 41",
        },
      ];

/** The chair clears the draft by the day set in the body's settings; after it the minutes go up without. */
const chairHasHadTime: Rule<Minutes> = ({ chairClearedOn, chairAnswersBy }, { today }) =>
  chairClearedOn !== null || (chairAnswersBy !== null && chairAnswersBy < today)
    ? []
    : [
        {
          severity: "soft",
          code: "chair-has-not-cleared",
          sentence: chairAnswersBy
            ? `Wait for the chair, who has until ${formatDate(chairAnswersBy)}.`
            : "Ask the chair to look at the draft first.",
          authority: "the committee's settings",
        },
      ];

/** Where an exempt minute would leave the record incoherent, a written summary is open instead: LGA 1972 s100C(2). */
const hasPublicSummaries: Rule<Minutes> = ({ items }) =>
  items
    .filter(({ restriction, publicSummary }) => restriction !== "public" && !publicSummary?.trim())
    .map((minute) => ({
      severity: "soft",
      code: "no-public-summary",
      sentence: `Write a public summary of “${minute.headings.join(", ")}”: its minute is restricted, and the record would have a hole there.`,
      authority: "LGA 1972 s100C(2)",
      field: "publicSummary",
    }));

/** Minutes are confirmed by the body itself or the one that succeeded it: LGA 1972 Sch 12 para 41(1). */
const isOwnBodys: Rule<Minutes> = ({ bodyId, successorBodyIds }, { authority }) =>
  authority?.kind !== "resolution" || authority.bodyId === bodyId || successorBodyIds.includes(authority.bodyId)
    ? []
    : [
        {
          severity: "hard",
          code: "another-bodys-meeting",
          sentence: "Choose a meeting of the committee these minutes are of, or of the body that succeeded it.",
          authority: "LGA 1972 Sch 12 para 41(1)",
          field: "authority",
        },
      ];

/** Confirmed at the same or the next suitable meeting, never at an earlier one: LGA 1972 Sch 12 para 41(1). */
const isNotBeforeTheMeeting: Rule<Minutes> = ({ meetingOn }, { authority }) =>
  authority?.kind !== "resolution" || authority.heldOn >= meetingOn
    ? []
    : [
        {
          severity: "hard",
          code: "confirmed-before-the-meeting",
          sentence: `Choose a later meeting: that one was on ${formatDate(authority.heldOn)}, before the one these minutes are of.`,
          authority: "LGA 1972 Sch 12 para 41(1)",
          field: "authority",
        },
      ];

const confirmation = [isCarriedByCommittee, isOwnBodys, isNotBeforeTheMeeting];

const isOfSubstance = ({ clerical }: MinutesAmendment) => !clerical;

/** What the meeting changed is not lost by confirming the minutes as they stood. */
const wasNotAmended: Rule<Minutes> = ({ amendments }) =>
  !amendments.some(isOfSubstance)
    ? []
    : [
        {
          severity: "soft",
          code: "amendments-recorded",
          sentence: "Confirm these as amended: changes the meeting made are recorded.",
          authority: "LGA 1972 Sch 12 para 41",
          field: "amendments",
        },
      ];

/** Amended keeps the difference: without it nobody could tell what was confirmed. */
const keepsTheDifference: Rule<Minutes> = ({ amendments }) =>
  amendments.some(isOfSubstance)
    ? []
    : [
        {
          severity: "hard",
          code: "no-amendment",
          sentence:
            "Record what the meeting changed, minute by minute. If it changed nothing, confirm the minutes as they stand.",
          authority: "LGA 1972 Sch 12 para 41",
          field: "amendments",
        },
      ];

/** Signed by whoever presides at the meeting that confirms them: LGA 1972 Sch 12 para 41(1). */
const hasSigner: Rule<Minutes> = ({ signedById }) =>
  signedById
    ? []
    : [
        {
          severity: "hard",
          code: "no-signer",
          sentence: "Say who presided at the meeting that confirmed these minutes, and signed them.",
          authority: "LGA 1972 Sch 12 para 41(1)",
          field: "signedById",
        },
      ];

/**
 * From the clerk's draft to the signature. What was decided took effect when it was carried; all this concerns is whether the
 * record is accurate. Clerical slips found later are corrected by an event that keeps both texts.
 */
export const minutesWorkflow = defineWorkflow<Minutes>()({
  name: "set of minutes",
  initial: "draft",
  statuses: {
    draft: { label: "Draft", audience: "chair" },
    checked: { label: "Checked", audience: "members" },
    published_draft: { label: "Published in draft", audience: "public" },
    confirmed: { label: "Confirmed", audience: "public" },
    confirmed_amended: { label: "Confirmed as amended", audience: "public" },
    signed: { label: "Signed", audience: "public", final: true },
  },
  transitions: {
    check: {
      label: "Mark as checked",
      from: ["draft"],
      to: "checked",
      needs: "minutes.edit",
      rules: [saysWhatWasDecided, confirmsWhatWasIndicated],
    },
    publishDraft: {
      label: "Publish the draft minutes",
      from: ["checked"],
      to: "published_draft",
      needs: "minutes.edit",
      rules: [isOfHeldMeeting, chairHasHadTime, hasPublicSummaries],
    },
    confirm: {
      label: "Record as confirmed",
      from: ["published_draft"],
      to: "confirmed",
      needs: "minutes.record-confirmation",
      restsOn: ["resolution"],
      rules: [...confirmation, wasNotAmended],
    },
    confirmAmended: {
      label: "Record as confirmed with amendments",
      from: ["published_draft"],
      to: "confirmed_amended",
      needs: "minutes.record-confirmation",
      restsOn: ["resolution"],
      rules: [...confirmation, keepsTheDifference],
    },
    sign: {
      label: "Record the signature",
      from: ["confirmed", "confirmed_amended"],
      to: "signed",
      needs: "minutes.record-confirmation",
      rules: [hasSigner],
    },
  },
});
