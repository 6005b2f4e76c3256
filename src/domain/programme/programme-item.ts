import type { Relations } from "@/domain/access/role";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { APPROVED, type ScopingStatus } from "@/domain/scoping/scoping-proposal";
import type { PlannedWork } from "./planned-work";
import type { ProgrammeStatus } from "./programme";

export type ProgrammeItemStatus =
  | "proposed"
  | "provisional"
  | "scheduled"
  | "with_group"
  | "on_agenda"
  | "considered"
  | "continued"
  | "monitoring"
  | "closed"
  | "withdrawn"
  | "transferred";

export type ProgrammeItemType =
  | "review"
  | "standing"
  | "motion"
  | "call_for_action"
  | "pre_decision"
  | "statutory"
  | "progress"
  | "briefing";

/** Which types are scheduled only once their scoping is approved: a review is, nothing else. */
export const NEEDS_SCOPING: Readonly<Record<ProgrammeItemType, boolean>> = {
  review: true,
  standing: false,
  motion: false,
  call_for_action: false,
  pre_decision: false,
  statutory: false,
  progress: false,
  briefing: false,
};

/** Where an item has its place: at a meeting, or on a day without one. */
export type Slot =
  | {
      kind: "meeting";
      meetingId: string;
      on: PlainDate;
      /** The meeting took place. */
      held: boolean;
      /** Items with a place there, this one among them; and how many the body takes, if it has set a limit. */
      items: number;
      capacity: number | null;
    }
  | { kind: "briefing" | "visit" | "circulation"; on: PlainDate };

/** Put off once: from which day, to which, on which day of the clock, and why. */
export type Deferral = { from: PlainDate | null; to: PlainDate | null; decidedOn: PlainDate; reason: string };

/** A piece of work in a committee's programme. */
export type ProgrammeItem = Relations &
  PlannedWork & {
    id: string;
    status: ProgrammeItemStatus;
    bodyId: string;
    programmeStatus: ProgrammeStatus;
    title: string;
    type: ProgrammeItemType;
    slot: Slot | null;
    deferrals: readonly Deferral[];
    /** Where its scoping stands; null without a proposal. */
    scoping: ScopingStatus | null;
    /** When its latest report promises the final one. */
    reportPromisedFor: PlainDate | null;
    /** Days set by others that its recommendations are meant to reach: a bid to hand in, a consultation that closes. */
    outsideDates: readonly { on: PlainDate; what: string }[];
    /** The review group it is with. */
    groupId: string | null;
    receiverBodyId: string | null;
  };

/** Whether it may be scheduled as far as scoping goes. */
export const isScoped = ({ type, scoping }: Pick<ProgrammeItem, "type" | "scoping">): boolean =>
  !NEEDS_SCOPING[type] || (scoping !== null && APPROVED.includes(scoping));

/**
 * A deferral is an event: it gives the item another slot or none, is counted, and takes it back to scheduled or provisional.
 * Which transition that is, and the facts it leaves behind.
 */
export function deferral(
  item: Pick<ProgrammeItem, "slot" | "deferrals">,
  to: Slot | null,
  decidedOn: PlainDate,
  reason: string,
): { move: "deferTo" | "deferWithoutSlot"; slot: Slot | null; deferrals: readonly Deferral[] } {
  const event = { from: item.slot?.on ?? null, to: to?.on ?? null, decidedOn, reason };
  return { move: to === null ? "deferWithoutSlot" : "deferTo", slot: to, deferrals: [...item.deferrals, event] };
}
