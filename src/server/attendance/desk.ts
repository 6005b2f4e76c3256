import type { Person } from "@/domain/access/actor";
import { db } from "@/server/db";
import { getAttendedMeeting, type WhichMeeting } from "./attended-meeting";
import { declarationFields, listDeclarations } from "./declarations";
import { isOfSeat, listOthers, otherFields, seatFields } from "./form";

/**
 * Who was at a meeting and what they declared, as far as this person records it.
 * @throws ExpectedError not-found
 */
export async function getAttendanceDesk(person: Person, which: WhichMeeting) {
  const meeting = await getAttendedMeeting(db, person, which);
  const [people, declarations, fields] = await Promise.all([
    meeting.mayRecord ? listOthers(db, meeting) : [],
    listDeclarations(db, person, meeting),
    declarationFields(db, person, meeting),
  ]);
  return {
    meeting,
    others: meeting.attendance.filter(({ kind }) => !isOfSeat(kind)),
    seatFields: seatFields(meeting),
    otherFields: otherFields(meeting, people),
    declarations,
    declarationFields: fields,
  };
}
