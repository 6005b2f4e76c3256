import { daysBetween } from "@/domain/calendar/plain-date";
import type { TopicPage } from "@/server/topics/queries";
import { Gap } from "@/ui/gap";
import type { Happening } from "./happening";

/** Dates set by others that the topic depends on; one that falls before the committee meets is pointed out. */
export function aheadOfMeetings(topic: TopicPage): Happening[] {
  const dates = [...topic.reports, ...topic.recommendations, ...topic.programmeItems].flatMap(
    ({ outsideDates }) => outsideDates,
  );
  const meetings = topic.agendaItems.map(({ meeting }) => meeting.date).sort();
  const seen = new Set<string>();
  return dates.flatMap(({ on, what }) => {
    if (seen.has(`${on}${what}`)) return [];
    seen.add(`${on}${what}`);
    const meeting = meetings.find((date) => date > on);
    const gap = meeting && daysBetween(on, meeting);
    return [
      {
        key: `outside-${on}-${what}`,
        on,
        rank: 1,
        stages: [],
        kind: "Outside deadline",
        title: what,
        body:
          gap && gap <= 31 ? (
            <p>
              <Gap>
                Falls {gap} {gap === 1 ? "day" : "days"} before the committee meets.
              </Gap>
            </p>
          ) : undefined,
      },
    ];
  });
}
