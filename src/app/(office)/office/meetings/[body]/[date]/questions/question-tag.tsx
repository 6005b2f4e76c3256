import type { QuestionStatus } from "@/domain/questions/question";
import { questionWorkflow } from "@/domain/questions/question-workflow";
import { Tag, type Tone } from "@/ui/tag";

const TONE: Readonly<Record<QuestionStatus, Tone>> = {
  received: "info",
  accepted: "done",
  not_accepted: "stop",
  answered: "done",
  reply_promised: "warn",
  replied: "done",
  withdrawn: "quiet",
};

/** Where a question stands. */
export const QuestionTag = ({ status }: { status: QuestionStatus }) => (
  <Tag tone={TONE[status]}>{questionWorkflow.statuses[status].label}</Tag>
);
