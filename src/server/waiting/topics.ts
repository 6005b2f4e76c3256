import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { TOPIC_SOURCES } from "@/domain/topics/sources";
import type { Waiting } from "@/domain/waiting/waiting";
import { listTopicTasks, type TopicTask } from "@/server/topics/office";
import type { Asker } from "./asker";

/**
 * Topics to be given to a committee, for who places them; to score, for who sits on the committee; to accept, for who serves the body
 * they were handed to.
 */
export async function topicsWaiting({ person, today }: Asker): Promise<Waiting[]> {
  const tasks = await listTopicTasks(person);
  return tasks.map((topic) => ({
    key: `topic ${topic.id} to ${topic.task}`,
    subject: { kind: "topic", slug: topic.slug },
    ...SAID[topic.task](topic, today),
  }));
}

type Task = Awaited<ReturnType<typeof listTopicTasks>>[number];

const SAID: Readonly<
  Record<TopicTask, (topic: Task, today: PlainDate) => Pick<Waiting, "title" | "why" | "verb" | "since">>
> = {
  triage: ({ title, source, suggestedOn }, today) => ({
    since: suggestedOn,
    title: `“${title}” waits for a committee`,
    why: `${TOPIC_SOURCES[source]} on ${formatDate(suggestedOn, { leftOutIn: today })}. It is not public until it is placed.`,
    verb: "Place the topic",
  }),
  score: ({ title, body, statusOn, suggestedOn }) => ({
    since: statusOn ?? suggestedOn,
    title: `Score “${title}”`,
    why: `${body?.shortName ?? "The committee"} scores topics before it decides which to take up.`,
    verb: "Score the topic",
  }),
  accept: ({ title, receiver, statusOn, suggestedOn }) => ({
    since: statusOn ?? suggestedOn,
    title: `“${title}” was handed over`,
    why: `${receiver?.name ?? "Another body"} has not accepted it yet.`,
    verb: "See the topic",
  }),
};
