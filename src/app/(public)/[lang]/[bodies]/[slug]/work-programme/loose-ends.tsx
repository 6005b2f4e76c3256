import { minutesAddress } from "@/domain/bodies/body-address";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { newcomers, orphans } from "@/domain/topics/loose-ends";
import type { listTopicsFromMeetings, PublishedItem } from "@/server/programme/published-programme";
import { Bullets } from "@/ui/bullets";
import { Section } from "@/ui/page";

type Suggested = Awaited<ReturnType<typeof listTopicsFromMeetings>>;

/** Topics that were suggested and left no trace, and topics that nobody had suggested. */
export function LooseEnds({
  suggested,
  waiting,
  today,
}: {
  suggested: Suggested;
  waiting: readonly PublishedItem[];
  today: PlainDate;
}) {
  const lost = orphans(suggested);
  const latest = suggested
    .map(({ suggestedOn }) => suggestedOn)
    .sort()
    .at(-1);
  const listed = waiting.flatMap(({ topic }) =>
    topic
      ? [
          {
            slug: topic.slug,
            title: topic.title,
            source: topic.source,
            comesFromMeeting: topic.originId !== null || topic._count.mergedFrom > 0,
          },
        ]
      : [],
  );
  const added = latest ? newcomers(listed) : [];
  if (lost.length + added.length === 0) return null;
  return (
    <Section id="loose-ends" title="Loose ends">
      <Bullets>
        {[
          ...lost.map(({ slug, title, suggestedOn, origin }) => (
            <span key={slug}>
              “<a href={`/topics/${slug}`}>{title}</a>” was suggested on {formatDate(suggestedOn, { leftOutIn: today })}
              {origin?.minutes ? (
                <>
                  {" "}
                  (
                  <a href={minutesAddress(origin.minutes.meeting.body, origin.minutes.meeting, origin.number)}>
                    minute {origin.number}
                  </a>
                  )
                </>
              ) : null}
              . No record says where it went.
            </span>
          )),
          ...added.map(({ slug, title }) => (
            <span key={slug}>
              “<a href={`/topics/${slug}`}>{title}</a>” is new here: it was not among the topics of{" "}
              {formatDate(latest ?? today, { leftOutIn: today })}.
            </span>
          )),
        ]}
      </Bullets>
    </Section>
  );
}
