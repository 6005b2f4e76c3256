import type { PlainDate } from "@/domain/calendar/plain-date";
import type { TopicPage } from "@/server/topics/queries";
import type { ThreadFacts } from "@/server/topics/thread-facts";
import { answers } from "./answers";
import { beginnings } from "./beginnings";
import { aheadOfMeetings } from "./deadline-happenings";
import type { Happening, Stage } from "./happening";
import { meetingHappenings } from "./meeting-happenings";
import { notices } from "./notices";
import { outcome } from "./outcome";
import { topicSteps } from "./step-happenings";
import { work } from "./work";

/** Everything there is of a topic, oldest first; what has no date stands last. */
export function threadOf(topic: TopicPage, facts: ThreadFacts, today: PlainDate): Happening[] {
  const all = [
    ...beginnings(topic, today),
    ...topicSteps(topic, facts),
    ...meetingHappenings(topic, facts, today),
    ...answers(topic, today),
    ...notices(topic, facts),
    ...work(topic, today),
    ...aheadOfMeetings(topic),
    ...outcome(topic, facts),
  ];
  const taken = new Set<Stage>();
  return all
    .sort((a, b) => (a.on ?? "9999").localeCompare(b.on ?? "9999") || a.rank - b.rank)
    .map((event) => {
      const first = event.stages.find((stage) => !taken.has(stage));
      for (const stage of event.stages) taken.add(stage);
      return first ? { ...event, id: `t-${first}` } : event;
    });
}
