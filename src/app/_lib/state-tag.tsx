import type { FollowUpStatus } from "@/domain/follow-ups/follow-up";
import { followUpWorkflow } from "@/domain/follow-ups/follow-up-workflow";
import type { MeetingStatus } from "@/domain/meetings/meeting";
import { meetingWorkflow } from "@/domain/meetings/meeting-workflow";
import type { MinutesStatus } from "@/domain/minutes/minutes";
import { minutesWorkflow } from "@/domain/minutes/minutes-workflow";
import type { ReviewGroupStatus } from "@/domain/review-groups/review-group";
import { reviewGroupWorkflow } from "@/domain/review-groups/review-group-workflow";
import type { ScopingStatus } from "@/domain/scoping/scoping-proposal";
import { scopingWorkflow } from "@/domain/scoping/scoping-workflow";
import type { TopicStatus } from "@/domain/topics/topic";
import { topicWorkflow } from "@/domain/topics/topic-workflow";
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

/** Where a meeting stands. */
export const MeetingTag = ({ status }: { status: MeetingStatus }) => (
  <StateTag look={MEETING[status]} label={meetingWorkflow.statuses[status].label} />
);

/** Where a set of minutes stands. */
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

const TOPIC: Record<TopicStatus, Look> = {
  suggested: { tone: "quiet" },
  triaged: { tone: "quiet", says: "On the long list" },
  scored: { tone: "quiet" },
  shortlisted: { tone: "info", says: "Taken up" },
  in_scoping: { tone: "info", says: "Being scoped" },
  parked: { tone: "quiet", shape: "hold", says: "Set aside" },
  rejected: { tone: "stop" },
  transferred: { tone: "quiet", shape: "out" },
  merged: { tone: "quiet", shape: "out", says: "Part of another" },
  removed: { tone: "quiet" },
};

/** Where a topic stands. */
export const TopicTag = ({ status }: { status: TopicStatus }) => (
  <StateTag look={TOPIC[status]} label={topicWorkflow.statuses[status].label} />
);

const PROPOSAL: Record<ScopingStatus, Look> = {
  draft: { tone: "quiet" },
  ready: { tone: "quiet" },
  on_agenda: { tone: "info", says: "Before the committee" },
  approved: { tone: "done" },
  approved_amended: { tone: "done" },
  referred_back: { tone: "warn" },
  rejected: { tone: "stop" },
  deferred: { tone: "warn" },
  commissioned: { tone: "done" },
  complete: { tone: "done" },
  revision: { tone: "quiet" },
  withdrawn: { tone: "quiet", shape: "out" },
};

/** Where a scoping proposal stands, and in which version. */
export const ProposalTag = ({ status, version }: { status: ScopingStatus; version?: number | undefined }) => (
  <StateTag
    look={PROPOSAL[status]}
    label={`${scopingWorkflow.statuses[status].label}${version ? `, version ${version}` : ""}`}
  />
);

const GROUP: Record<ReviewGroupStatus, Look> = {
  proposed: { tone: "quiet" },
  established: { tone: "info" },
  scoped: { tone: "info" },
  gathering: { tone: "info" },
  drafting: { tone: "info" },
  fact_check: { tone: "info" },
  reported: { tone: "info" },
  referred_back: { tone: "warn" },
  adopted: { tone: "done" },
  suspended: { tone: "warn", shape: "hold" },
  dissolved: { tone: "done" },
  lapsed: { tone: "quiet", shape: "out" },
};

/** Where a review group stands. */
export const GroupTag = ({ status }: { status: ReviewGroupStatus }) => (
  <StateTag look={GROUP[status]} label={reviewGroupWorkflow.statuses[status].label} />
);

const FOLLOW_UP: Record<FollowUpStatus, Look> = {
  open: { tone: "info" },
  in_progress: { tone: "info" },
  done_claimed: { tone: "info", says: "Reported done" },
  closed: { tone: "done" },
  on_hold: { tone: "quiet", shape: "hold" },
  superseded: { tone: "quiet", shape: "out" },
  moved_to_programme: { tone: "quiet", shape: "out" },
  business_as_usual: { tone: "done" },
  cancelled: { tone: "quiet", shape: "out" },
};

/** Where a follow-up stands. */
export const FollowUpTag = ({ status }: { status: FollowUpStatus }) => (
  <StateTag look={FOLLOW_UP[status]} label={followUpWorkflow.statuses[status].label} />
);
