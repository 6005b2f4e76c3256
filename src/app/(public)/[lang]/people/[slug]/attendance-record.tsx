import { ATTENDANCE_KINDS, attendanceRecord } from "@/domain/attendance/attendance";
import { meetingAddress, minutesAddress } from "@/domain/bodies/body-address";
import { formatDate } from "@/domain/calendar/plain-date";
import type { PersonPage } from "@/server/people/queries";
import { Gap } from "@/ui/gap";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";

/** Meetings whose attendance is recorded, and where this person was. Only held meetings count. */
export function AttendanceRecord({ person }: { person: PersonPage }) {
  const { attended, expected } = attendanceRecord(person.meetings.filter((meeting) => sat(person, meeting)));
  return (
    <>
      {expected > 0 ? (
        <p>
          Present at {attended} of {person.wereMore ? "the last " : null}
          {expected} {expected === 1 ? "meeting" : "meetings"} with a record of attendance.
        </p>
      ) : person.meetings.length === 0 ? (
        <p>No meeting of these bodies has a record of attendance yet.</p>
      ) : null}
      {person.meetings.length > 0 ? (
        <Table
          label="Attendance, meeting by meeting"
          columns={[
            { key: "date", head: "Meeting" },
            { key: "body", head: "Of" },
            { key: "kind", head: "Attendance" },
          ]}
        >
          <TableRows>
            {person.meetings.map((meeting) => (
              <Row key={meeting.id}>
                <RowHead>
                  <a href={meetingAddress(meeting.body, meeting)}>{formatDate(meeting.date)}</a>
                </RowHead>
                <Cell label="Of">{meeting.body.shortName}</Cell>
                <Cell label="Attendance">
                  {meeting.attendance ? (
                    <>
                      {ATTENDANCE_KINDS[meeting.attendance.kind]}
                      {meeting.attendance.under ? ` under ${meeting.attendance.under}` : null}
                      {meeting.attendance.forMinutes.length > 0 ? (
                        <>
                          , for minutes{" "}
                          {meeting.attendance.forMinutes.map((number, index) => (
                            <span key={number}>
                              {index > 0 ? ", " : null}
                              <a href={minutesAddress(meeting.body, meeting, number)}>{number}</a>
                            </span>
                          ))}
                        </>
                      ) : null}
                    </>
                  ) : (
                    <Gap>In no list</Gap>
                  )}
                </Cell>
              </Row>
            ))}
          </TableRows>
        </Table>
      ) : null}
    </>
  );
}

/** Whether a seat that is expected at meetings was held on the day. */
const sat = ({ seats }: PersonPage, { date, body }: PersonPage["meetings"][number]) =>
  seats.some(
    (seat) =>
      seat.body.slug === body.slug &&
      seat.role !== "substitute" &&
      seat.role !== "support_officer" &&
      seat.from <= date &&
      (seat.until === null || seat.until >= date),
  );
