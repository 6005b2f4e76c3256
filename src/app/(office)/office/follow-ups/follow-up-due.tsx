import { dueDay } from "@/app/_lib/day";
import { distance } from "@/domain/calendar/distance";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import type { FollowUpStatus } from "@/domain/follow-ups/follow-up";
import { followUpWorkflow } from "@/domain/follow-ups/follow-up-workflow";
import { Due } from "@/ui/due";
import { Gap, Nil } from "@/ui/gap";

type Dated = {
  status: FollowUpStatus;
  due: PlainDate | null;
  dueNextMeeting: boolean;
  reviewOn: PlainDate | null;
  overdue: boolean;
  stale: boolean;
};

/** When it is due, how far off that is, and whether nothing has been heard of it for too long. */
export function FollowUpDue({ followUp, today }: { followUp: Dated; today: PlainDate }) {
  const { status, due, dueNextMeeting, reviewOn, overdue, stale } = followUp;
  if (followUpWorkflow.statuses[status].final) return <Nil>Over</Nil>;
  const quiet = stale ? (
    <div>
      <Gap>{status === "on_hold" ? "Its review is past" : "Nothing heard for long"}</Gap>
    </div>
  ) : null;
  if (status === "on_hold")
    return (
      <>
        {reviewOn ? `Looked at again on ${formatDate(reviewOn)}` : <Gap>No day to look at it again</Gap>}
        {quiet}
      </>
    );
  if (due === null)
    return (
      <>
        {dueNextMeeting ? "The next meeting, not fixed yet" : <Gap>No day given</Gap>}
        {quiet}
      </>
    );
  const { state, words } = distance(due, today);
  const claimed = status === "done_claimed";
  return (
    <>
      <Due
        state={claimed ? "ahead" : overdue ? "over" : state === "ahead" ? "ahead" : "soon"}
        date={dueDay(due)}
        distance={claimed ? undefined : words}
      />
      {dueNextMeeting ? <div className="text-note text-ink-2">The next meeting</div> : null}
      {quiet}
    </>
  );
}
