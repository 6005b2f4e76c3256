/**
 * How somebody stands in the record of a meeting. `in_attendance` is whoever came without a seat: officers, other councillors,
 * the executive, guests. `absent` is a seat's holder who neither came nor sent apologies.
 */
export const ATTENDANCE_KINDS = {
  present: "Present",
  substitute: "Substitute",
  apologies: "Apologies",
  absent: "Absent",
  in_attendance: "In attendance",
} as const;

export type AttendanceKind = keyof typeof ATTENDANCE_KINDS;

/** A member who takes part from elsewhere is not present: in England the law counts only who is in the room (LGA 1972 Sch 12). */
export type AttendanceMode = "in_person" | "remote";

export type Attendance = {
  personId: string;
  kind: AttendanceKind;
  mode: AttendanceMode;
  /** Whose seat a substitute takes. */
  substitutesForId: string | null;
  /** What lets somebody without a seat attend or speak: "Standing Order 54(1)". Null: nothing was said. */
  attendsUnder: string | null;
  /** The agenda items somebody in attendance came for; empty means the whole meeting. */
  forItemIds: readonly string[];
  /** The agenda items during which somebody present had left the room. */
  awayForItemIds: readonly string[];
};

const isInTheRoom = ({ kind, mode }: Attendance) =>
  (kind === "present" || kind === "substitute") && mode === "in_person";

/** Whether the person is there to be counted and to vote, at the meeting or when an item is taken: LGA 1972 Sch 12 paras 39-40. */
export const isCounted = (attendance: Attendance, itemId: string | null): boolean =>
  isInTheRoom(attendance) && (itemId === null || !attendance.awayForItemIds.includes(itemId));

/**
 * Holders of a seat who are in none of the lists, so that the record can say what became of them (one co-optee, on 16 June
 * 2016). Names present must be recorded: LGA 1972 Sch 12 para 40.
 */
export function unaccountedFor(seatHolderIds: readonly string[], attendances: readonly Attendance[]): string[] {
  const listed = new Set(attendances.map(({ personId }) => personId));
  return seatHolderIds.filter((personId) => !listed.has(personId));
}

/** "Standing Order 54(1)", or that nothing was said of why somebody without a seat was there. Null for seats. */
export function attendsUnder({ kind, attendsUnder }: Attendance): string | null {
  return kind === "in_attendance" ? attendsUnder?.trim() || "No authority recorded" : null;
}

/** A meeting as it counts for somebody's attendance. */
export type AttendedMeeting = { status: string; attendance: Attendance | null };

/** Meetings attended of those expected to. Only held meetings count: a cancelled one is held against nobody. */
export function attendanceRecord(meetings: readonly AttendedMeeting[]): { attended: number; expected: number } {
  const held = meetings.filter(({ status }) => status === "held");
  const attended = held.filter(({ attendance }) => attendance !== null && isInTheRoom(attendance));
  return { attended: attended.length, expected: held.length };
}
