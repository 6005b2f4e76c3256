import type { Relations } from "@/domain/access/role";
import type { HeadingNumbering } from "@/domain/calendar/minute-numbering";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Restricted } from "@/domain/papers/paper";
import type { MinutedDecision } from "./minuted-decision";

export type MinutesStatus = "draft" | "checked" | "published_draft" | "confirmed" | "confirmed_amended" | "signed";

/** The record of one item. Its number is computed by the body's policy; a welcome has none, and one minute may have two headings. */
export type Minute = Restricted & {
  id: string;
  agendaItemId: string | null;
  /** Its place in the minutes. */
  position: number;
  heading: string;
  numbering: HeadingNumbering;
  text: string;
  /** What the public reads of a restricted minute (LGA 1972 s100C(2)). */
  publicSummary: string | null;
  decisions: readonly MinutedDecision[];
};

/** A change the confirming meeting made: both texts are kept. */
export type MinuteAmendment = { minuteId: string; before: string; after: string };

/** The minutes of one meeting: all its minutes together, which are checked, published and confirmed as one. */
export type Minutes = Relations & {
  status: MinutesStatus;
  meetingId: string;
  meetingOn: PlainDate;
  meetingHeld: boolean;
  /** The body that succeeded this one, if any: it confirms what its predecessor left open. */
  successorBodyIds: readonly string[];
  minutes: readonly Minute[];
  /** The chair's clearance of the draft: when it was given, or by when it is asked for. It delays, it never vetoes. */
  chairClearedOn: PlainDate | null;
  chairAnswersBy: PlainDate | null;
  amendments: readonly MinuteAmendment[];
  /** Whoever presided at the meeting that confirmed them, and signed. */
  signedById: string | null;
};
