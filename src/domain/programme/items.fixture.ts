import { RELATED } from "@/domain/workflow/people.fixture";
import type { ProgrammeItem, ProgrammeItemStatus, Slot } from "./programme-item";

export const slotAt = (on: string, facts: Partial<Extract<Slot, { kind: "meeting" }>> = {}): Slot => ({
  kind: "meeting",
  meetingId: on,
  on,
  held: true,
  items: 4,
  capacity: null,
  ...facts,
});

/** An item with which nothing is wrong: a review, scoped, reporting in January 2017. */
export const item = (status: ProgrammeItemStatus, facts: Partial<ProgrammeItem> = {}): ProgrammeItem => ({
  ...RELATED,
  status,
  programmeStatus: "adopted",
  title: "Registration services",
  type: "review",
  leadMembers: ["William Trite"],
  linesOfEnquiry: ["The future of the service"],
  corporatePlanOutcomes: ["Prosperous"],
  endsOn: "2017-01-11",
  implementedOn: null,
  reportsOn: "2017-01-11",
  meetingDays: ["2016-10-11", "2017-01-11", "2017-03-20", "2017-06-26", "2017-10-11"],
  executiveDecisions: [],
  earlierReviews: [],
  slot: slotAt("2017-01-11"),
  deferrals: [],
  scoping: "approved",
  reportPromisedFor: null,
  outsideDates: [],
  groupId: "registration-pdp",
  receiverBodyId: "board",
  ...facts,
});
