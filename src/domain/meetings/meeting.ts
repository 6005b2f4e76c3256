import type { Relations } from "@/domain/access/role";
import type { NoticeVerdict } from "@/domain/calendar/notice";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { AgendaItem } from "./agenda";
import type { Quorum } from "./quorum";

export type MeetingStatus = "planned" | "convened" | "published" | "held" | "postponed" | "cancelled" | "abandoned";

/** A meeting, as the rules look at it: its first session's day, time and place, its agenda, and what was recorded of it. */
export type Meeting = Relations & {
  status: MeetingStatus;
  date: PlainDate;
  /** Of the clock at the town hall, "10:00". */
  startTime: string | null;
  place: string | null;
  /** Every item, nested ones too, withdrawn ones as well. */
  agenda: readonly AgendaItem[];
  /** What the public has of notice if the agenda goes up now: the rule of five clear days, counted by the council's calendar. */
  notice: Pick<NoticeVerdict, "meets" | "words">;
  /** Counted from the attendance at the opening; null while none is recorded. */
  quorumAtStart: Quorum | null;
};
