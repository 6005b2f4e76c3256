import type { TopicPage } from "@/server/topics/queries";
import type { ThreadFacts } from "@/server/topics/thread-facts";
import type { Happening } from "./happening";
import { RestsOn } from "./rests-on";

type Step = ThreadFacts["steps"][number];

/** Where a topic ends is said as its outcome. */
const ENDS: readonly Step["status"][] = ["parked", "rejected", "transferred", "merged"];

/** What became of the topic before it was taken up: given to a committee, scored, shortlisted, set aside and taken up again. */
export const topicSteps = (topic: TopicPage, { steps }: ThreadFacts): Happening[] =>
  steps
    .filter(
      (step, place) => !(place === steps.length - 1 && step.status === topic.status && ENDS.includes(step.status)),
    )
    .map((step, place) => ({
      key: `step-${step.id}`,
      on: step.on,
      rank: 0.5 + place / 1000,
      stages: step.status === "scored" ? ["score"] : [],
      decision: step.rests,
      kind: "Topic",
      title: titleOf(step, topic, steps[place - 1]),
      body: (
        <>
          {step.score ? <Score score={step.score} /> : null}
          {step.reason ? <p>{step.reason}</p> : null}
          <RestsOn ground={step.ground} rests={step.rests} />
        </>
      ),
    }));

function titleOf({ status, score }: Step, { body, receiver }: TopicPage, before: Step | undefined): string {
  switch (status) {
    case "triaged":
      return before?.status === "parked" ? "Taken up again" : `Given to ${body?.name ?? "a committee"}`;
    case "scored":
      return score?.total == null ? "Scored" : `Scored: ${score.total} of at most ${score.most}`;
    case "shortlisted":
      return "Put on the shortlist";
    case "in_scoping":
      return "Its scope is being worked out";
    case "parked":
      return "Set aside";
    case "rejected":
      return "Not taken up";
    case "transferred":
      return `Handed over to ${receiver?.name ?? "another body"}`;
    case "merged":
      return "Taken into another topic";
    case "suggested":
    case "removed":
      return "Suggested";
  }
}

/** The result alone: who gave which mark is nobody's business. */
function Score({ score }: { score: NonNullable<Step["score"]> }) {
  const { method, threshold, members, officers, complete, vetoed } = score;
  return (
    <p>
      By {method}, the mean of {complete} {complete === 1 ? "person" : "people"}
      {members !== null && officers !== null ? `: ${members} by the committee, ${officers} by officers` : ""}.{" "}
      {threshold === null ? null : `From ${threshold} on a topic is worth taking. `}
      {vetoed ? "A criterion rules it out." : null}
    </p>
  );
}
