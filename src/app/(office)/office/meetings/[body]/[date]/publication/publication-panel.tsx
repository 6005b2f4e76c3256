import { CLEAR_DAYS_NEEDED } from "@/domain/calendar/clear-days";
import { deadlineWords, isClosed } from "@/domain/calendar/deadlines";
import { londonDate, londonTime } from "@/domain/calendar/london-time";
import { addDays, formatFullDate } from "@/domain/calendar/plain-date";
import { formatTime, type LocalMoment } from "@/domain/calendar/plain-time";
import type { Clock } from "@/server/clock/queries";
import type { PublicationDesk } from "@/server/meetings/publication-desk";
import { Findings } from "@/ui/findings";
import { Meta } from "@/ui/meta";
import { Notice } from "@/ui/notice";
import { OfficeSection } from "@/ui/page";
import { shownFinding } from "../../../../../_lib/finding-words";
import { CancelForm } from "./cancel-form";
import { PublicationForm } from "./publication-form";

/** For democratic services: what publishing would find, and the two ways to do it. */
export function PublicationPanel({
  meeting,
  desk,
  now,
  last,
  wasScheduled,
  onceKey,
}: {
  meeting: { id: string; body: string; slug: string };
  desk: PublicationDesk;
  now: Clock;
  /** When it is to go up at the latest for its clear days. */
  last: LocalMoment;
  wasScheduled: boolean;
  onceKey: string;
}) {
  const { publish, waiting, refused, version } = desk;
  if (!publish && !waiting) return null;
  const suggested = suggestedTime(now);
  return (
    <OfficeSection id="publication" title="Publication">
      {waiting ? (
        <div className="mt-3">
          <Notice
            tone={wasScheduled ? "done" : "info"}
            title={`It goes up ${moment(waiting.at)}`}
            status={wasScheduled}
          >
            <p>Scheduled by {waiting.askedBy}. Scheduling again takes its place.</p>
            <CancelForm meeting={{ ...meeting, version }} onceKey={`${onceKey}c`} />
          </Notice>
        </div>
      ) : null}
      {refused ? (
        <div className="mt-3">
          <Notice tone="stop" title={`It did not go up ${moment(refused.at)}`}>
            <p>{refused.sentence}</p>
          </Notice>
        </div>
      ) : null}
      {publish ? (
        <>
          {isClosed(last, now) ? null : (
            <Meta className="mt-1">
              It has {CLEAR_DAYS_NEEDED} clear days if it goes up by {last.time ? "" : "the end of "}
              {deadlineWords(last, { leftOutIn: now.date })}.
            </Meta>
          )}
          <Findings
            findings={
              publish.blockedBy.length + publish.warnings.length > 0
                ? [...publish.blockedBy, ...publish.warnings].map(shownFinding)
                : [{ key: "nothing", severity: "good", what: "Nothing stops it, and no gap has to be stated." }]
            }
          />
          <PublicationForm
            key={version}
            meeting={{ ...meeting, version }}
            onceKey={onceKey}
            isBlocked={publish.blockedBy.length > 0}
            asksReason={publish.asksReason}
            suggested={suggested}
          />
        </>
      ) : null}
    </OfficeSection>
  );
}

/** Tomorrow at nine, as most agendas go up in the morning. */
function suggestedTime({ date }: Clock) {
  const [year = "", month = "", day = ""] = addDays(date, 1).split("-");
  return { day: String(Number(day)), month: String(Number(month)), year, time: "09:00" };
}

const moment = (at: Date) => `on ${formatFullDate(londonDate(at))} at ${formatTime(londonTime(at))}`;
