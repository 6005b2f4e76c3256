/**
 * How somebody stands in the record of a meeting. `in_attendance` is whoever came without a seat: other councillors, the
 * executive, guests. `absent` is a seat's holder who neither came nor sent apologies. `remote` is a member who took part from
 * elsewhere: in England the law counts only who is in the room (LGA 1972 Sch 12).
 */
export const ATTENDANCE_KINDS = {
  present: "Present",
  substitute: "Substitute",
  apologies: "Apologies",
  absent: "Absent",
  in_attendance: "In attendance",
  officer: "Officer",
  remote: "Remote",
} as const;

export type AttendanceKind = keyof typeof ATTENDANCE_KINDS;

export type Attendance = {
  personId: string;
  kind: AttendanceKind;
  /** Whose seat a substitute takes. */
  substituteForId: string | null;
  /** What lets somebody without a seat attend or speak: "Standing Order 54(1)". Null: nothing was said. */
  under: string | null;
  /** The minutes somebody in attendance came for, by number; empty means the whole meeting. */
  forMinutes: readonly number[];
  /** The agenda items during which somebody present had left the room. */
  awayForItemIds: readonly string[];
};

const isInTheRoom = ({ kind }: { kind: AttendanceKind }) => kind === "present" || kind === "substitute";

/** Whether the person is there to be counted and to vote, at the meeting or when an item is taken: LGA 1972 Sch 12 paras 39-40. */
export const isCounted = (attendance: Attendance, itemId: string | null): boolean =>
  isInTheRoom(attendance) && (itemId === null || !attendance.awayForItemIds.includes(itemId));

/**
 * Holders of a seat who are in none of the lists, so that the record can say what became of them (one co-optee, on 16 June
 * 2016). Names present must be recorded: LGA 1972 Sch 12 para 40.
 */
export function unaccountedFor<Seat extends { personId: string }>(
  seats: readonly Seat[],
  attendances: readonly { personId: string }[],
): Seat[] {
  const listed = new Set(attendances.map(({ personId }) => personId));
  return seats.filter(({ personId }) => !listed.has(personId));
}

/** A meeting as it counts for somebody's attendance. */
export type AttendedMeeting = { status: string; attendance: { kind: AttendanceKind } | null };

/** Meetings attended of those expected to. Only held meetings count: a cancelled one is held against nobody. */
export function attendanceRecord(meetings: readonly AttendedMeeting[]): { attended: number; expected: number } {
  const held = meetings.filter(({ status }) => status === "held");
  const attended = held.filter(({ attendance }) => attendance !== null && isInTheRoom(attendance));
  return { attended: attended.length, expected: held.length };
}
