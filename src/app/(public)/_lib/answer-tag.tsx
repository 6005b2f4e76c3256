import { ANSWERS, type Answer } from "@/domain/recommendations/answer";
import type { IconName } from "@/ui/icon";
import { Tag, type Tone } from "@/ui/tag";

const LOOK: Readonly<Record<Answer, { tone: Tone; shape?: IconName }>> = {
  accepted: { tone: "done" },
  reworded: { tone: "done" },
  changed: { tone: "warn", shape: "change" },
  in_part: { tone: "warn" },
  rejected: { tone: "stop" },
  not_for_them: { tone: "quiet", shape: "out" },
  unclear: { tone: "warn" },
};

/** What an answer comes to, in two or three words and a shape. */
export const AnswerTag = ({ answer }: { answer: Answer }) => (
  <Tag tone={LOOK[answer].tone} shape={LOOK[answer].shape}>
    {answer === "changed" ? "Changed in substance" : ANSWERS[answer]}
  </Tag>
);
