import { isAfterConsultation, isCarriedByCommittee } from "@/domain/workflow/authority-rules";
import { refuseIf } from "@/domain/workflow/finding";
import { defineWorkflow, type Rule } from "@/domain/workflow/workflow";
import { endsAfterReport, isDeferredTwice, isOverCapacity } from "./item-warnings";
import { hasNoCorporatePlanOutcome } from "./planned-work";
import { isScoped, type ProgrammeItem } from "./programme-item";

/** A review is scheduled once the committee has approved its scoping; what is no review needs none. */
const hasApprovedScoping: Rule<ProgrammeItem> = (item) =>
  refuseIf(!isScoped(item), {
    code: "scoping-not-approved",
    sentence: "Take its scoping proposal to the committee first. A review is scheduled once its scoping is approved.",
    authority: "The committee's procedure for reviews",
    field: "scoping",
  });

/** Scheduled means that it has a day. */
const hasSlot: Rule<ProgrammeItem> = ({ slot }) =>
  refuseIf(slot === null, {
    code: "no-slot",
    sentence: "Choose a meeting, or a day for a briefing, a visit or papers sent round.",
    authority: "The committee's work programme",
    field: "slot",
  });

/** What the desk warns of when an item is given its place. */
const fitsProgramme: Rule<ProgrammeItem> = (item, { today }) =>
  [isOverCapacity, endsAfterReport, isDeferredTwice, hasNoCorporatePlanOutcome].flatMap((warning) =>
    warning(item, today),
  );

/** Only a meeting has an agenda (LGA 1972 s100B). */
const isAtMeeting: Rule<ProgrammeItem> = ({ slot }) =>
  refuseIf(slot?.kind !== "meeting", {
    code: "no-meeting",
    sentence: "Choose a meeting: only a meeting has an agenda.",
    authority: "LGA 1972 s100B",
    field: "slot",
  });

/** A committee considers business at a meeting that takes place (LGA 1972 Sch 12 para 39). */
const wasAtHeldMeeting: Rule<ProgrammeItem> = ({ slot }) =>
  refuseIf(slot?.kind !== "meeting" || !slot.held, {
    code: "meeting-not-held",
    sentence: "Record the meeting as held first.",
    authority: "LGA 1972 Sch 12 para 39",
  });

/** A briefing, a visit or papers sent round are over on their day; they decide nothing. */
const wasElsewhere: Rule<ProgrammeItem> = ({ slot }, { today }) =>
  refuseIf(slot === null || slot.kind === "meeting" || slot.on > today, {
    code: "not-yet-done",
    sentence: "Wait for the day of the briefing, the visit or the papers. What a meeting considers is recorded there.",
    authority: "The committee's work programme",
    field: "slot",
  });

/** Work with a review group is with one. */
const namesGroup: Rule<ProgrammeItem> = ({ groupId }) =>
  refuseIf(groupId === null, {
    code: "no-group",
    sentence: "Choose the review group that does the work.",
    authority: "The committee's work programme",
    field: "groupId",
  });

/** What is handed over goes to somebody. */
const namesReceiver: Rule<ProgrammeItem> = ({ receiverBodyId, bodyId }) =>
  refuseIf(receiverBodyId === null || receiverBodyId === bodyId, {
    code: "no-receiver",
    sentence: "Name the other body that takes it over.",
    authority: "The committee's work programme",
    field: "receiverBodyId",
  });

const BEFORE_CONSIDERED = ["proposed", "provisional", "scheduled", "with_group", "on_agenda"] as const;
const DECIDED_BY = ["resolution", "officer_decision"] as const;
const ON_GOOD_AUTHORITY = [isCarriedByCommittee, isAfterConsultation];

/** `docs/workflows.md` draws it. */
export const programmeItemWorkflow = defineWorkflow<ProgrammeItem>()({
  name: "programme item",
  initial: "proposed",
  statuses: {
    proposed: { label: "Proposed", audience: "inside" },
    provisional: { label: "Provisional", audience: "public" },
    scheduled: { label: "Scheduled", audience: "public" },
    with_group: { label: "With a group", audience: "public" },
    on_agenda: { label: "On agenda", audience: "public" },
    considered: { label: "Considered", audience: "public" },
    continued: { label: "Continued", audience: "public" },
    monitoring: { label: "Monitored", audience: "public" },
    closed: { label: "Closed", audience: "public", final: true },
    withdrawn: { label: "Withdrawn", audience: "public", final: true },
    transferred: { label: "Handed over", audience: "public", final: true },
  },
  transitions: {
    takeIn: { label: "Take into the programme", from: ["proposed"], to: "provisional", needs: "programme.edit" },
    schedule: {
      label: "Schedule",
      from: ["provisional", "continued", "monitoring"],
      to: "scheduled",
      needs: "programme.edit",
      rules: [hasSlot, hasApprovedScoping, fitsProgramme],
    },
    giveToGroup: {
      label: "Give to a review group",
      from: ["scheduled"],
      to: "with_group",
      needs: "programme.decide",
      rules: [namesGroup],
    },
    list: {
      label: "Put on the agenda",
      from: ["scheduled", "with_group"],
      to: "on_agenda",
      needs: "meeting.edit",
      rules: [isAtMeeting],
    },
    deferTo: {
      label: "Defer to another day",
      from: ["scheduled", "on_agenda"],
      to: "scheduled",
      needs: "programme.decide",
      restsOn: DECIDED_BY,
      rules: [...ON_GOOD_AUTHORITY, hasSlot, fitsProgramme],
      asksReason: true,
    },
    deferWithoutSlot: {
      label: "Defer without a day",
      from: ["scheduled", "on_agenda"],
      to: "provisional",
      needs: "programme.decide",
      restsOn: DECIDED_BY,
      rules: ON_GOOD_AUTHORITY,
      asksReason: true,
    },
    recordConsidered: {
      label: "Record as considered",
      from: ["on_agenda"],
      to: "considered",
      needs: "meeting.record",
      rules: [wasAtHeldMeeting],
    },
    recordDone: {
      label: "Record briefing, visit or papers as done",
      from: ["scheduled"],
      to: "considered",
      needs: "programme.edit",
      rules: [wasElsewhere],
    },
    carryOn: {
      label: "Continue at a later meeting",
      from: ["considered"],
      to: "continued",
      needs: "programme.decide",
      restsOn: DECIDED_BY,
      rules: ON_GOOD_AUTHORITY,
    },
    monitor: {
      label: "Monitor",
      from: ["considered"],
      to: "monitoring",
      needs: "programme.decide",
      restsOn: DECIDED_BY,
      rules: ON_GOOD_AUTHORITY,
    },
    close: {
      label: "Close",
      from: ["considered", "monitoring"],
      to: "closed",
      needs: "programme.decide",
      restsOn: DECIDED_BY,
      rules: ON_GOOD_AUTHORITY,
    },
    withdraw: {
      label: "Withdraw",
      from: BEFORE_CONSIDERED,
      to: "withdrawn",
      needs: "programme.decide",
      restsOn: DECIDED_BY,
      rules: ON_GOOD_AUTHORITY,
      asksReason: true,
    },
    transfer: {
      label: "Hand over to another body",
      from: BEFORE_CONSIDERED,
      to: "transferred",
      needs: "programme.decide",
      restsOn: [...DECIDED_BY, "other_body"],
      rules: [...ON_GOOD_AUTHORITY, namesReceiver],
    },
  },
});
