import type { PlainDate } from "@/domain/calendar/plain-date";

/** What one item came to, as it goes out the same evening. */
export type SheetLine = {
  /** Of the minute, by the body's policy; it may change until the minutes are published. */
  number: number | null;
  heading: string;
  /** What was decided; empty where nothing of it is for publication. */
  decisions: readonly SheetDecision[];
  /** Decisions that are not for publication: that there are some is said, and nothing else. */
  closed: number;
  tasks: readonly SheetTask[];
};

export type SheetDecision = {
  kind: string;
  verb: string;
  text: string;
  reason: string | null;
  /** Whom a recommendation goes to. */
  to: string | null;
};

/** What somebody is to do, and by when. */
export type SheetTask = { text: string; owners: readonly string[]; dueOn: PlainDate | null; dueNextMeeting: boolean };

/** Until the meeting has confirmed its minutes, the words are those its clerk took down. */
export const SUBJECT_TO = "Subject to confirmation of the wording.";

/** Kinds that hand something on, listed once more by themselves: referrals and recommendations. */
export const isHandedOn = ({ kind }: SheetDecision): boolean => kind === "referral" || kind === "recommendation";

/** Whether there is anything to send: an item was decided, or somebody asked for something. */
export const saysAnything = (lines: readonly SheetLine[]): boolean =>
  lines.some(({ decisions, closed, tasks }) => decisions.length + closed + tasks.length > 0);
