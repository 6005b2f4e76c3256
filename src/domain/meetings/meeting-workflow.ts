import { formatDate } from "@/domain/calendar/plain-date";
import { defineWorkflow, type Rule } from "@/domain/workflow/workflow";
import type { Meeting } from "./meeting";
import { publicationRules } from "./publication";

/** Notice is of a meeting to come (LGA 1972 s100A(6)(a)); one recorded afterwards says why it was not convened in time. */
const isStillAhead: Rule<Meeting> = ({ date }, { today }) =>
  date >= today
    ? []
    : [
        {
          severity: "soft",
          code: "day-has-passed",
          sentence: `Choose a new day: ${formatDate(date)} has passed. Keep it only to record what was convened before.`,
          authority: "LGA 1972 s100A(6)(a)",
          field: "date",
        },
      ];

/** Decisions rest on meetings that took place (LGA 1972 Sch 12 para 39): none has before its day. */
const isNotBeforeItsDay: Rule<Meeting> = ({ date }, { today }) =>
  date <= today
    ? []
    : [
        {
          severity: "hard",
          code: "before-its-day",
          sentence: `Wait for the meeting: it is on ${formatDate(date)}. Postpone it if it is to be on another day.`,
          authority: "LGA 1972 Sch 12 para 39",
          field: "date",
        },
      ];

/** The names of those present are recorded: LGA 1972 Sch 12 para 40. */
const hasAttendance: Rule<Meeting> = ({ quorumAtStart }) =>
  quorumAtStart
    ? []
    : [
        {
          severity: "soft",
          code: "attendance-not-recorded",
          sentence: "Record who was present. Until you do, the page says that attendance is not recorded.",
          authority: "LGA 1972 Sch 12 para 40",
          field: "attendance",
        },
      ];

/** Without a quorum at the start there is no meeting: LGA 1972 Sch 12 para 6 and the council's standing orders. */
const wasQuorateAtStart: Rule<Meeting> = ({ quorumAtStart }) =>
  !quorumAtStart || quorumAtStart.met
    ? []
    : [
        {
          severity: "soft",
          code: "inquorate-from-the-start",
          sentence: `Record the meeting as abandoned: ${quorumAtStart.counted} present count, and the quorum is ${quorumAtStart.needed}. Recorded as held, it can still resolve nothing while inquorate.`,
          authority: "LGA 1972 Sch 12 para 6 and the council's standing orders",
          field: "attendance",
        },
      ];

/** Abandoned is for want of a quorum at the start; what was done before one was lost stands. */
const wasInquorateAtStart: Rule<Meeting> = ({ quorumAtStart }) =>
  !quorumAtStart?.met
    ? []
    : [
        {
          severity: "soft",
          code: "quorate-at-the-start",
          sentence: `Record the meeting as held: ${quorumAtStart.counted} present make the quorum of ${quorumAtStart.needed}. If it was lost later, what was done before stands.`,
          authority: "the council's standing orders",
          field: "attendance",
        },
      ];

/**
 * From a date in the calendar to a meeting that took place. Its agenda is edited throughout; supplements, errata and changes of
 * room after publication are dated events, and its minutes have a life of their own.
 */
export const meetingWorkflow = defineWorkflow<Meeting>()({
  name: "meeting",
  initial: "planned",
  statuses: {
    planned: { label: "Planned", audience: "inside" },
    convened: { label: "Convened", audience: "public" },
    published: { label: "Published", audience: "public" },
    held: { label: "Held", audience: "public", final: true },
    postponed: { label: "Postponed", audience: "public" },
    cancelled: { label: "Cancelled", audience: "public", final: true },
    abandoned: { label: "Abandoned", audience: "public", final: true },
  },
  transitions: {
    convene: {
      label: "Convene the meeting",
      from: ["planned", "postponed"],
      to: "convened",
      needs: "meeting.edit",
      rules: [isStillAhead],
    },
    publish: {
      label: "Publish the agenda",
      from: ["convened"],
      to: "published",
      needs: "meeting.publish",
      rules: publicationRules,
    },
    recordHeld: {
      label: "Record as held",
      from: ["published"],
      to: "held",
      needs: "meeting.record",
      rules: [isNotBeforeItsDay, hasAttendance, wasQuorateAtStart],
    },
    postpone: {
      label: "Postpone the meeting",
      from: ["convened", "published"],
      to: "postponed",
      needs: "meeting.edit",
      asksReason: true,
    },
    cancel: {
      label: "Cancel the meeting",
      from: ["planned", "convened", "published", "postponed"],
      to: "cancelled",
      needs: "meeting.edit",
      asksReason: true,
    },
    abandon: {
      label: "Record as abandoned",
      from: ["convened", "published"],
      to: "abandoned",
      needs: "meeting.record",
      rules: [isNotBeforeItsDay, wasInquorateAtStart],
      asksReason: true,
    },
  },
});
