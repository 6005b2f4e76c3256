import { clauseWorkflow } from "@/domain/recommendations/clause-workflow";
import type { ClauseStatus } from "@/domain/recommendations/recommendation";
import type { IconName } from "@/ui/icon";
import { Tag, type Tone } from "@/ui/tag";

const LOOKS: Readonly<Record<ClauseStatus, { tone: Tone; shape?: IconName }>> = {
  agreed: { tone: "quiet" },
  notice_served: { tone: "info" },
  responded: { tone: "info" },
  implementing: { tone: "info" },
  achieved: { tone: "done" },
  not_achieved: { tone: "stop" },
  overtaken: { tone: "quiet", shape: "out" },
  closed: { tone: "done" },
};

/** Where a clause stands, in two or three words and a shape. */
export const ClauseTag = ({ status }: { status: ClauseStatus }) => (
  <Tag tone={LOOKS[status].tone} shape={LOOKS[status].shape}>
    {clauseWorkflow.statuses[status].label}
  </Tag>
);
