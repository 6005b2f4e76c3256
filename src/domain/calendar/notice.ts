import { CLEAR_DAYS_NEEDED, type ClearDays, type ClearDaysOptions, clearDays } from "./clear-days";
import { formatFullDate, type PlainDate } from "./plain-date";
import { asMoment, isPast, type LocalMoment } from "./plain-time";

export type NoticeFacts = ClearDaysOptions & {
  /** Clear days needed; 5 if left out. */
  readonly needed?: number | undefined;
  /** When the meeting was convened, if that is recorded. */
  readonly convened?: PlainDate | LocalMoment | undefined;
};

export type NoticeVerdict = {
  readonly meets: boolean;
  /** What the answer rests on: a full count of clear days, or publication from convening at shorter notice. */
  readonly basis: "clear_days" | "convened_at_shorter_notice";
  readonly clear: ClearDays;
  /** Never "lawful" or "unlawful": that is for a court. */
  readonly words: string;
};

/**
 * The rule and the count in words: "meets the rule of 5 clear days", "does not meet the rule of 5 clear days: 4".
 * Authority: Local Government Act 1972 section 100B(4)(a).
 */
export function clearDaysVerdict(count: number, needed: number = CLEAR_DAYS_NEEDED): string {
  const rule = `the rule of ${needed} clear ${needed === 1 ? "day" : "days"}`;
  return count >= needed ? `meets ${rule}` : `does not meet ${rule}: ${count}`;
}

/**
 * Whether an agenda, or an item on it, was open to the public for long enough before a meeting.
 * Authority: Local Government Act 1972 section 100B(4)(a): open for five clear days before the meeting or, where the meeting
 * is convened at shorter notice, from the time it is convened. The council's cut-off hour delays publication, never
 * convening: it may not turn late papers into shorter notice. Urgency, section 100B(4)(b), is for whoever presides and is not judged here.
 * Goes in: the day (or day and time) of publication, the day of the meeting, and the facts. Comes out: a verdict, with the working in `clear`.
 * @throws RangeError for a malformed date.
 */
export function noticeVerdict(
  published: PlainDate | LocalMoment,
  meetingOn: PlainDate,
  { needed = CLEAR_DAYS_NEEDED, convened, ...options }: NoticeFacts,
): NoticeVerdict {
  const clear = clearDays(published, meetingOn, options);
  const byDays = { meets: clear.count >= needed, basis: "clear_days", clear } as const;
  const words = clearDaysVerdict(clear.count, needed);
  if (byDays.meets || convened === undefined) return { ...byDays, words };

  const convenedWith = clearDays(convened, meetingOn, { ...options, cutOff: undefined }).count;
  if (convenedWith >= needed) return { ...byDays, words };

  const on = formatFullDate(asMoment(convened).date);
  const notice = `convened at shorter notice on ${on}, with ${convenedWith} clear ${convenedWith === 1 ? "day" : "days"}`;
  const openThroughout = !isPast(asMoment(published), asMoment(convened));
  // Papers that follow a late meeting's notice by a day fall under neither limb, and the reader should see why.
  if (!openThroughout || clear.publishedOn > meetingOn) {
    return { ...byDays, words: `${words}; the meeting was ${notice}, and this was not open from then` };
  }
  return {
    meets: true,
    basis: "convened_at_shorter_notice",
    clear,
    words: `meets the rule for a meeting ${notice}: open since then`,
  };
}
