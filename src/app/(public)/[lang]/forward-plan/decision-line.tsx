import { MarginDay } from "@/app/_lib/day";
import { bodyAddress, meetingAddress } from "@/domain/bodies/body-address";
import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { keyDecisionNotice } from "@/domain/calendar/response-deadlines";
import type { PlannedDecision } from "@/server/forward-plan/queries";
import { Gap } from "@/ui/gap";
import { ListItem } from "@/ui/list";
import { Tag } from "@/ui/tag";
import { ThreadLink } from "@/ui/thread-link";

/** A decision of the executive: when, what, and what came of it or that nobody has recorded it. */
export function DecisionLine({
  entry,
  today,
  calendar,
}: {
  entry: PlannedDecision;
  today: PlainDate;
  calendar: CouncilCalendar;
}) {
  const { dueOn, body, meeting, portfolio, outcome } = entry;
  const isPast = dueOn !== null && dueOn < today;
  const notice = entry.key && entry.publishedOn && dueOn ? keyDecisionNotice(entry.publishedOn, dueOn, calendar) : null;
  return (
    <ListItem
      when={dueOn ? <MarginDay date={dueOn} today={today} /> : "No day given"}
      title={entry.title}
      meta={
        <>
          {entry.decision ? <span className="block text-base text-ink">{entry.decision}</span> : null}
          {meeting ? (
            <a href={meetingAddress(body, meeting)}>
              {body.shortName}, {formatDate(meeting.date)}
            </a>
          ) : (
            <a href={bodyAddress(body)}>{body.shortName}</a>
          )}
          {portfolio ? ` · ${portfolio.name}` : null}
          {notice?.warning ? <span className="block">{notice.warning}.</span> : null}
          {isPast ? (
            <span className="block text-base">
              {outcome ? (
                <span className="text-ink">Decided: {outcome}</span>
              ) : (
                <Gap>What was decided is not recorded here yet.</Gap>
              )}
            </span>
          ) : null}
          {entry.topics.map(({ slug, title }) => (
            <span key={slug} className="block">
              <ThreadLink href={`/topics/${slug}`}>Topic: {title}</ThreadLink>
            </span>
          ))}
        </>
      }
      end={entry.key ? <Tag tone="info">Key decision</Tag> : undefined}
    />
  );
}
