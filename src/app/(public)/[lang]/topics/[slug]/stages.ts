import type { TopicPage } from "@/server/topics/queries";
import type { ThreadStage } from "@/ui/thread";
import type { Happening, Stage } from "./happening";

const LABELS: readonly (readonly [Stage, string])[] = [
  ["topic", "Topic"],
  ["score", "Score"],
  ["proposal", "Scoping proposal"],
  ["programme", "Work programme item"],
  ["report", "Report"],
  ["agenda", "Agenda item"],
  ["minute", "Minute"],
  ["recommendation", "Recommendation"],
  ["response", "Response"],
  ["work", "Carrying out"],
  ["outcome", "Outcome"],
];

/** Which of the stages there are, and where in the thread. */
export function stagesOf(topic: TopicPage, thread: readonly Happening[]): ThreadStage[] {
  // Marks stand in no thread; that a topic was scored is its state.
  const scored = topic.status === "scored";
  const furthest = LABELS.findLastIndex(([stage]) => thread.some(({ stages }) => stages.includes(stage)));
  return LABELS.map(([stage, label], place) => {
    const point = thread.find(({ stages }) => stages.includes(stage));
    const reached = point !== undefined || (stage === "score" && scored);
    return {
      key: stage,
      label,
      reached,
      href: point?.id ? `#${point.id}` : undefined,
      note: reached ? undefined : place < furthest ? "none on record" : "to come",
    };
  });
}
