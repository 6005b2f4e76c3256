import { momentWords } from "@/app/_lib/day";
import { itemAnchor } from "@/domain/bodies/body-address";
import { formatFullDate, type PlainDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import type { MeetingPage } from "@/server/meetings/queries";
import { Bullets } from "@/ui/bullets";
import { ChangesNotice } from "@/ui/changes";
import { Section } from "@/ui/page";

/** What changed since the agenda went up, each with day and time and the item it leads to, the latest first. */
export function MeetingChanges({ meeting, today }: { meeting: MeetingPage; today: PlainDate }) {
  const { entries, agenda, publishedAt } = meeting;
  if (entries.length === 0) return null;
  const numbers = new Map(agenda.map(({ id, number }) => [id, number]));
  const counted = `${entries.length} ${entries.length === 1 ? "change" : "changes"}`;
  return (
    <ChangesNotice
      title={publishedAt ? `${counted} since publication` : `${counted} to this meeting`}
      changes={entries.map(({ id, at, text, agendaItemId }) => {
        const number = agendaItemId ? numbers.get(agendaItemId) : undefined;
        return {
          key: id,
          dateTime: at.toISOString(),
          when: momentWords(at, today),
          what: (
            <p>
              {number ? (
                <>
                  <a href={`#${itemAnchor(number)}`}>Item {number}</a>:{" "}
                </>
              ) : null}
              {text}
            </p>
          ),
        };
      })}
    />
  );
}

/** The sittings of a meeting that was adjourned: the same agenda, on another day. */
export function Sessions({ meeting: { sessions } }: { meeting: MeetingPage }) {
  if (sessions.length < 2) return null;
  return (
    <Section id="sessions" title="Sessions">
      <p className="mt-1">
        The meeting was adjourned and is one meeting: its agenda stands, and what is left of it needs no new notice.
      </p>
      <Bullets>
        {sessions.map((session) => (
          <span key={session.number}>
            {sessionWords(session)}
            {session.note ? `. ${session.note}` : null}
          </span>
        ))}
      </Bullets>
    </Section>
  );
}

/** "Tuesday 18 October 2016, 2.00 pm to 3.15 pm, Committee Room 2" */
function sessionWords({ date, startTime, endTime, place }: MeetingPage["sessions"][number]): string {
  const hours = startTime && `${formatTime(startTime)}${endTime ? ` to ${formatTime(endTime)}` : ""}`;
  return [formatFullDate(date), hours, place].filter(Boolean).join(", ");
}
