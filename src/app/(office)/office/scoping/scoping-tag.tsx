import type { ScopingStatus } from "@/domain/scoping/scoping-proposal";
import { scopingWorkflow } from "@/domain/scoping/scoping-workflow";
import type { IconName } from "@/ui/icon";
import { Tag, type Tone } from "@/ui/tag";

const LOOK: Record<ScopingStatus, { tone: Tone; shape?: IconName }> = {
  draft: { tone: "quiet" },
  ready: { tone: "info" },
  on_agenda: { tone: "info" },
  approved: { tone: "done" },
  approved_amended: { tone: "done" },
  referred_back: { tone: "warn" },
  rejected: { tone: "stop" },
  deferred: { tone: "quiet", shape: "hold" },
  commissioned: { tone: "info" },
  complete: { tone: "done" },
  revision: { tone: "quiet" },
  withdrawn: { tone: "quiet", shape: "out" },
};

/** The state of a proposal, and which version of it this is, where there is one. */
export function ScopingTag({ status, version }: { status: ScopingStatus; version?: number | undefined }) {
  const { tone, shape } = LOOK[status];
  return (
    <Tag tone={tone} shape={shape}>
      {scopingWorkflow.statuses[status].label}
      {version ? `, version ${version}` : null}
    </Tag>
  );
}
