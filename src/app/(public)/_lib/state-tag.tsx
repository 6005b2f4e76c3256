import type { MeetingStatus } from "@/domain/meetings/meeting";
import { meetingWorkflow } from "@/domain/meetings/meeting-workflow";
import type { MinutesStatus } from "@/domain/minutes/minutes";
import { minutesWorkflow } from "@/domain/minutes/minutes-workflow";
import type { IconName } from "@/ui/icon";
import { Tag, type Tone } from "@/ui/tag";

type Look = { tone: Tone; shape?: IconName; says?: string };

const MEETING: Record<MeetingStatus, Look> = {
  planned: { tone: "quiet" },
  convened: { tone: "none", says: "Agenda to come" },
  published: { tone: "done", says: "Agenda published" },
  held: { tone: "done" },
  postponed: { tone: "warn" },
  cancelled: { tone: "stop" },
  abandoned: { tone: "stop" },
};

const MINUTES: Record<MinutesStatus, Look> = {
  draft: { tone: "quiet" },
  checked: { tone: "quiet" },
  published_draft: { tone: "quiet", says: "Published draft" },
  confirmed: { tone: "done" },
  confirmed_amended: { tone: "done" },
  signed: { tone: "done" },
};

export const MeetingTag = ({ status }: { status: MeetingStatus }) => (
  <StateTag look={MEETING[status]} label={meetingWorkflow.statuses[status].label} />
);

export const MinutesTag = ({ status }: { status: MinutesStatus }) => (
  <StateTag look={MINUTES[status]} label={minutesWorkflow.statuses[status].label} />
);

/** A state in its shape; the public reads our word for it where the workflow's is the clerk's. */
function StateTag({ look, label }: { look: Look; label: string }) {
  return (
    <Tag tone={look.tone} shape={look.shape}>
      {look.says ?? label}
    </Tag>
  );
}
