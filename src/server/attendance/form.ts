import { ATTENDANCE_KINDS, type AttendanceKind } from "@/domain/attendance/attendance";
import type { Client } from "@/server/db";
import type { Answers } from "@/server/workflow/answers";
import type { StepField, StepOption } from "@/server/workflow/step-field";
import type { AttendedMeeting } from "./attended-meeting";

/** How whoever holds a seat stands in the record. */
export const OF_SEATS = ["present", "apologies", "absent", "remote"] as const satisfies readonly AttendanceKind[];

/** How anybody else does. */
export const OF_OTHERS = ["substitute", "in_attendance", "officer"] as const satisfies readonly AttendanceKind[];

const labelled = (kinds: readonly AttendanceKind[]): StepOption[] =>
  kinds.map((kind) => ({ value: kind, label: ATTENDANCE_KINDS[kind] }));

/** The name of the field for the seat of this person. */
export const seatField = (personId: string): string => `seat-${personId}`;

/** A field for each seat, with what is recorded of its holder. */
export const seatFields = ({ seats, attendance }: AttendedMeeting): StepField[] =>
  seats.map(({ id, name, role }) => ({
    kind: "one",
    name: seatField(id),
    label: `${name}${ROLES[role] ?? ""}`,
    none: "Not recorded",
    options: labelled(OF_SEATS),
    value: attendance.find(({ personId, kind }) => personId === id && isOfSeat(kind))?.kind ?? null,
  }));

const ROLES: Readonly<Record<string, string>> = {
  chair: ", chair",
  vice_chair: ", vice-chair",
  education_co_optee: ", co-opted for education",
  other_co_optee: ", co-opted",
};

/** Whether it says how somebody with a seat came, and not that somebody else was there. */
export const isOfSeat = (kind: AttendanceKind): boolean => (OF_SEATS as readonly AttendanceKind[]).includes(kind);

/** What the fields say of each seat; asked to, whoever they say nothing of is present, unless a substitute has the seat. */
export function seatsIn(answers: Answers, { seats, attendance }: AttendedMeeting) {
  const others = answers.yes("others") ? ("present" as const) : null;
  const substituted = new Set(attendance.map(({ substituteForId }) => substituteForId));
  return seats.flatMap(({ id }) => {
    const kind = answers.oneOf(seatField(id), OF_SEATS) ?? (substituted.has(id) ? null : others);
    return kind === null ? [] : [{ personId: id, kind }];
  });
}

/** Everybody who is known, but for who is listed already. */
export async function listOthers(client: Client, { seats, attendance }: AttendedMeeting): Promise<StepOption[]> {
  const people = await client.person.findMany({
    where: {
      mergedIntoId: null,
      id: { notIn: [...seats.map(({ id }) => id), ...attendance.map(({ personId }) => personId)] },
    },
    orderBy: [{ familyName: "asc" }, { name: "asc" }],
    take: 1000,
    select: { id: true, name: true },
  });
  return people.map(({ id, name }) => ({ value: id, label: name }));
}

/** The fields of somebody who holds no seat. */
export const otherFields = ({ seats, minutes }: AttendedMeeting, people: readonly StepOption[]): StepField[] => [
  { kind: "one", name: "personId", label: "Who", options: people },
  { kind: "one", name: "kind", label: "As", options: labelled(OF_OTHERS) },
  {
    kind: "one",
    name: "substituteForId",
    label: "A substitute for",
    none: "Nobody",
    options: seats.map(({ id, name }) => ({ value: id, label: name })),
  },
  { kind: "line", name: "title", label: "Title, as printed", hint: "Such as Head of Planning, Cabinet Member" },
  { kind: "line", name: "under", label: "Attends under", hint: "Such as Standing Order 54(1)" },
  ...(minutes && minutes.items.length > 0
    ? [
        {
          kind: "several" as const,
          name: "forMinutes",
          label: "Came for",
          hint: "Tick none for the whole meeting. The numbers follow where the minutes are numbered anew",
          options: minutes.items.map(({ number, headings }) => ({
            value: String(number),
            label: `Minute ${number}, ${headings.join(", ")}`,
          })),
        },
      ]
    : []),
];

/** The minutes that somebody came for, by number. @throws ExpectedError invalid for one that is none */
export const minutesCameFor = (answers: Answers, { minutes }: AttendedMeeting): number[] =>
  answers
    .several("forMinutes", minutes?.items.map(({ number }) => String(number)) ?? [])
    .map(Number)
    .toSorted((a, b) => a - b);
