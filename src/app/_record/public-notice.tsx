import { type ClearDay, clearDaySentence } from "@/domain/calendar/clear-days";
import type { NoticeVerdict } from "@/domain/calendar/notice";
import { weekdayName } from "@/domain/calendar/plain-date";
import { formatTime, type PlainTime } from "@/domain/calendar/plain-time";
import { ClearDays } from "@/ui/clear-days";
import { Gap } from "@/ui/gap";
import { Section } from "@/ui/page";

/** Longer notice than this is not shown day by day: nobody doubts it. */
const MOST_DAYS = 42;

type Shown = { verdict: NoticeVerdict; publishBy: PlainTime | undefined };

/** Whether the agenda was open for five clear days, with the working. */
export function PublicNotice(shown: Shown) {
  return (
    <Section id="notice" title="Public notice">
      <NoticeWorking {...shown} />
    </Section>
  );
}

/** The result in words, and the days it is counted from. */
export function NoticeWorking({ verdict, publishBy }: Shown) {
  const { count, days } = verdict.clear;
  const result = `${count} clear ${count === 1 ? "day" : "days"}: ${verdict.words}.`;
  return (
    <>
      <p>
        {verdict.meets ? result : <Gap>{result}</Gap>} Weekends, the day of publication and the day of the meeting do
        not count.{publishBy ? ` What goes up after ${formatTime(publishBy)} counts from the next working day.` : null}
      </p>
      {days.length > 0 && days.length <= MOST_DAYS ? (
        <div className="mt-2">
          <ClearDays
            days={days.map((day) => ({
              key: day.date,
              letter: weekdayName(day.date).slice(0, 1),
              day: Number(day.date.slice(8)),
              kind: day.counted ? "on" : isEnd(day) ? "end" : "off",
              count: day.number,
              sentence: clearDaySentence(day),
            }))}
          />
        </div>
      ) : null}
    </>
  );
}

const isEnd = ({ kind }: ClearDay) => kind === "published" || kind === "meeting";
