import type { AttendanceKind } from "@/generated/prisma/enums";
import type { PersonSlug } from "./people";
import type { Ids, Tx } from "./register";

type Attended = { person: PersonSlug; name?: string; title?: string; under?: string; forMinutes?: readonly number[] };

const UNDER_STANDING_ORDER = { under: "Standing Order 54(1)" };

/** As the minutes list it, in their order. One co-optee is in no list, and so has no row here. */
export const ATTENDANCE: Partial<Record<AttendanceKind, readonly Attended[]>> = {
  present: [
    { person: "david-walsh", title: "Chairman" },
    { person: "steve-butler" },
    { person: "ronald-coatsworth" },
    { person: "fred-drane" },
    { person: "william-trite" },
    { person: "mike-turnbull", name: "Michael Turnbull" },
    { person: "kate-wheller" },
  ],
  apologies: [
    { person: "barrie-cooper" },
    { person: "spencer-flower" },
    { person: "ros-kayes" },
    { person: "mary-kahn", name: "Mary Khan" },
    { person: "david-jones" },
  ],
  in_attendance: [
    { person: "deborah-croney", ...UNDER_STANDING_ORDER },
    { person: "robert-gould", ...UNDER_STANDING_ORDER },
    { person: "jill-haynes", ...UNDER_STANDING_ORDER },
    { person: "trevor-jones" },
    { person: "paul-kimber", title: "County Councillor for Portland Tophill district", forMinutes: [9, 10] },
  ],
  officer: [
    { person: "helen-coombes", title: "Interim Director for Adult and Community Services" },
    { person: "mike-harries", title: "Director for Environment and the Economy" },
    { person: "steve-hedges", title: "Group Finance Manager" },
    { person: "paul-leivers", title: "Head of Early Help and Community Services" },
    { person: "mark-taylor", title: "Group Manager - Governance and Assurance" },
    { person: "anne-salter", title: "Head of Strategy, Partnerships and Performance" },
    { person: "rebecca-guest", title: "Senior Democratic Services Officer" },
  ],
};

/** Who sent a written statement that the Chairman read out. Their texts, Annexure 1 of the minutes, are not in the pack. */
const STATEMENTS: readonly { askedBy: string; minutes: string }[] = [
  { askedBy: "Friends of Sturminster Newton Library", minutes: "minute 9" },
  { askedBy: "Ian Gardner, County Councillor for Chickerell and Chesil Bank", minutes: "minutes 9 and 10" },
  { askedBy: "Pauline Batstone, County Councillor for Blackmore Vale", minutes: "minute 9" },
  { askedBy: "Ros Kayes, County Councillor for Bridport", minutes: "minute 9" },
];

export async function loadAttendance(
  tx: Tx,
  { id: meetingId, bodyId }: { id: string; bodyId: string },
  people: Ids<PersonSlug>,
): Promise<void> {
  await tx.attendance.createMany({
    data: Object.entries(ATTENDANCE).flatMap(([kind, attended]) =>
      attended.map(({ person, name, title, under, forMinutes = [] }, index) => ({
        meetingId,
        personId: people[person],
        kind: kind as AttendanceKind,
        nameAsPrinted: name ?? null,
        titleAsPrinted: title ?? null,
        under: under ?? null,
        forMinutes: [...forMinutes],
        position: index + 1,
      })),
    ),
  });
  await tx.question.createMany({
    data: STATEMENTS.map(({ askedBy, minutes }, index) => ({
      meetingId,
      bodyId,
      kind: "public_statement" as const,
      status: "answered" as const,
      position: index + 1,
      askedBy,
      text: `A written statement, read out by the Chairman for ${minutes}. Its text is Annexure 1 of the minutes, which is not among the papers here.`,
      audience: "public" as const,
    })),
  });
}
