import { formatDate } from "@/domain/calendar/plain-date";
import { warnIf } from "@/domain/workflow/finding";
import {
  endsBetweenMeetings,
  executiveDecidesFirst,
  hasNoCorporatePlanOutcome,
  hasNoLeadMember,
  hasNoLinesOfEnquiry,
  isImplementedFirst,
  repeatsReview,
  type Warning,
} from "./planned-work";
import type { ProgrammeItem } from "./programme-item";

/** A meeting takes as many items as it can do well: "fewer topics, done thoroughly" (the body's settings). */
export const isOverCapacity: Warning<Pick<ProgrammeItem, "slot">> = ({ slot }) =>
  slot?.kind !== "meeting" || slot.capacity === null
    ? []
    : warnIf(slot.items > slot.capacity, {
        code: "over-capacity",
        sentence: `Move an item: ${formatDate(slot.on)} has ${slot.items}, and the committee takes ${slot.capacity}.`,
        authority: "The committee's settings",
        field: "slot",
      });

/** Work is to end by the meeting that has its report. */
export const endsAfterReport: Warning<Pick<ProgrammeItem, "endsOn" | "reportsOn">> = ({ endsOn, reportsOn }) =>
  endsOn === null || reportsOn === null
    ? []
    : warnIf(endsOn > reportsOn, {
        code: "target-after-report",
        sentence: `The target of ${formatDate(endsOn)} is after the meeting that has the report, ${formatDate(reportsOn)}. Bring it forward, or report later.`,
        authority: "The committee's work programme",
        field: "endsOn",
      });

/** Slippage shows: the target has not moved, its report promises a later day. */
export const endsBeforePromise: Warning<Pick<ProgrammeItem, "endsOn" | "reportPromisedFor">> = (item) =>
  item.endsOn === null || item.reportPromisedFor === null
    ? []
    : warnIf(item.endsOn < item.reportPromisedFor, {
        code: "target-before-report",
        sentence: `Its report promises the final one for ${formatDate(item.reportPromisedFor)}; the target still says ${formatDate(item.endsOn)}. Move the target.`,
        authority: "The committee's work programme",
        field: "endsOn",
      });

/** What is put off twice may not be wanted: the committee should say. */
export const isDeferredTwice: Warning<Pick<ProgrammeItem, "deferrals">> = ({ deferrals }) =>
  warnIf(deferrals.length >= 2, {
    code: "deferred-twice",
    sentence: `It has been put off ${deferrals.length} times. Ask the committee whether it still wants it.`,
    authority: "The committee's work programme",
  });

/** A day set by others that falls before the meeting: what is recommended there comes too late for it. */
export const comesTooLate: Warning<Pick<ProgrammeItem, "outsideDates" | "slot">> = ({ outsideDates, slot }) =>
  outsideDates.flatMap(({ on, what }) =>
    warnIf(slot !== null && on < slot.on, {
      code: "outside-date-before-meeting",
      sentence: `${what} falls on ${formatDate(on)}, before the committee meets. Ask for it sooner, or say what is still open by then.`,
      authority: "The committee's work programme",
      field: "outsideDates",
    }),
  );

/** Everything a card may be warned of, in the order it is shown. */
export const ITEM_WARNINGS: readonly Warning<ProgrammeItem>[] = [
  executiveDecidesFirst,
  endsBeforePromise,
  endsAfterReport,
  endsBetweenMeetings,
  isImplementedFirst,
  comesTooLate,
  isDeferredTwice,
  repeatsReview,
  hasNoLeadMember,
  hasNoLinesOfEnquiry,
  hasNoCorporatePlanOutcome,
  isOverCapacity,
];
