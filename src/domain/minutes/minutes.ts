import type { Restriction } from "@/domain/access/read-scope";
import type { Relations } from "@/domain/access/role";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { MinutedDecision } from "./minuted-decision";

export type MinutesStatus = "draft" | "checked" | "published_draft" | "confirmed" | "confirmed_amended" | "signed";

/** The record of one item. Its number follows from the body's policy; a welcome has none, and one minute may have two headings. */
export type Minute = {
  id: string;
  /** Null where it is of no item: a welcome. */
  agendaItemId: string | null;
  position: number;
  number: number | null;
  headings: readonly string[];
  restriction: Restriction;
  /** What the public reads of a restricted minute (LGA 1972 s100C(2)). */
  publicSummary: string | null;
  decisions: readonly MinutedDecision[];
};

/** A change with both texts kept: one the confirming meeting made, or a clerical slip put right. */
export type MinutesAmendment = { minuteId: string | null; clerical: boolean; before: string; after: string };

/** The minutes of one meeting: all its minutes together, which are checked, published and confirmed as one. */
export type Minutes = Relations & {
  status: MinutesStatus;
  meetingId: string;
  meetingOn: PlainDate;
  meetingHeld: boolean;
  /** The body that succeeded this one, if any: it confirms what its predecessor left open. */
  successorBodyIds: readonly string[];
  items: readonly Minute[];
  /** The chair's clearance of the draft: when it was given, or by when it is asked for. It delays, it never vetoes. */
  chairClearedOn: PlainDate | null;
  chairAnswersBy: PlainDate | null;
  amendments: readonly MinutesAmendment[];
  /** Whoever presided at the meeting that confirmed them, and signed. */
  signedById: string | null;
};
