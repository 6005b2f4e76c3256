import type { Person } from "@/domain/access/actor";
import { formatDate } from "@/domain/calendar/plain-date";
import { mustBeAllowed, refused } from "@/server/access/allowed";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { type AttendedMeeting, getAttendedMeeting } from "./attended-meeting";

/**
 * A meeting whose attendance may be recorded: its day has come, and no published minutes say who was there.
 * @throws ExpectedError not-found; refused for whoever may not, before the day, and once minutes say who was there
 */
export async function getRecordable(tx: Tx, actor: Person, meetingId: string): Promise<AttendedMeeting> {
  const meeting = await getAttendedMeeting(tx, actor, { id: meetingId });
  mustBeAllowed(actor, "meeting.record", { ...meeting, parentBodyId: meeting.body.parentId }, "Record the attendance");
  const { date } = await getClock(tx);
  if (meeting.date > date)
    throw refused("wrong-status", `Not recorded: the meeting is on ${formatDate(meeting.date)}.`);
  if (meeting.minutes && meeting.minutes.status !== "draft" && meeting.minutes.status !== "checked")
    throw refused("wrong-status", "Not recorded: the minutes that say who was there are published.");
  return meeting;
}
