import type { Person } from "@/domain/access/actor";
import { type ReadScope, readScope } from "@/domain/access/read-scope";
import { ATTENDANCE_KINDS } from "@/domain/attendance/attendance";
import { formatDate } from "@/domain/calendar/plain-date";
import { readable } from "@/server/access/readable";
import { getAttendedMeeting } from "@/server/attendance/attended-meeting";
import { declarationFields, listDeclarations } from "@/server/attendance/declarations";
import { getInTheRoom } from "@/server/attendance/in-the-room";
import { listMovements, movementFields } from "@/server/attendance/movements";
import { listSittings } from "@/server/attendance/sittings";
import { db } from "@/server/db";
import { listPeople } from "@/server/workflow/choices";
import { getMinuteDesk, getMinutesDesk } from "./desk";
import { exclusionFields } from "./exclusion";
import { followUpGroup, outcomeFields } from "./outcome-form";
import { listRestrictedItems } from "./restricted-items";
import { takingFields } from "./taking";

type MeetingAt = { body: string; meeting: string };

/**
 * A meeting as its clerk takes it down at the table: who attends, its sittings, and its minutes in the order taken.
 * @throws ExpectedError not-found, also for whoever writes none of this body's minutes
 */
export async function getTableDesk(person: Person, at: MeetingAt) {
  const { meeting, minutes } = await getMinutesDesk(person, at);
  const [attended, sittings] = await Promise.all([
    getAttendedMeeting(db, person, { id: meeting.id }),
    listSittings(db, meeting),
  ]);
  return { meeting, minutes, attended, sittings };
}

/**
 * One item as it is taken down: who is in the room, the quorum, what was declared, what was said and decided, and what follows.
 * @throws ExpectedError not-found
 */
export async function getTableItem(person: Person, at: MeetingAt, minuteId: string) {
  const desk = await getMinuteDesk(person, at, minuteId);
  const { meeting, minutes, minute } = desk;
  const [attended, sittings, agenda, movements, functions] = await Promise.all([
    getAttendedMeeting(db, person, { id: meeting.id }),
    listSittings(db, meeting),
    listRestrictedItems(db, meeting.id),
    listMovements(db, meeting.id),
    db.agendaItem.findMany({
      where: { meetingId: meeting.id },
      select: { id: true, educationFunction: true, programmeItemId: true },
    }),
  ]);
  const functionOf = (id: string | null) => functions.find((item) => item.id === id);
  const taken = minutes.items.map(({ id, agendaItemId }) => ({
    id,
    agendaItemId,
    educationFunction: functionOf(agendaItemId)?.educationFunction ?? null,
  }));
  const [room, declarations, declaring, outcome, followUps, people] = await Promise.all([
    getInTheRoom(db, meeting, taken, minuteId),
    listDeclarations(db, person, attended),
    declarationFields(db, person, attended),
    outcomeFields(db, {
      bodyId: meeting.bodyId,
      today: person.day,
      heading: minute.headings[0] ?? "",
      hasProgrammeItem: functionOf(minute.agendaItemId)?.programmeItemId != null,
    }),
    listAskedBy(readScope(person), minute.id),
    listPeople(db, person.day),
  ]);
  const index = minutes.items.indexOf(minute);
  const others = minutes.items.filter(({ id }) => id !== minute.id).map(asOption);
  const before = minutes.items[index - 1];
  const isRestricted = agenda.some(({ id, restriction }) => id === minute.agendaItemId && restriction !== "public");
  return {
    ...desk,
    before,
    after: minutes.items[index + 1],
    isEducation: functionOf(minute.agendaItemId)?.educationFunction === true,
    room: room && {
      ...room.quorum,
      people: attended.attendance
        .filter(({ kind }) => kind !== "apologies" && kind !== "absent")
        .map(({ personId, person: { name }, kind }) => ({
          id: personId,
          name,
          as: ATTENDANCE_KINDS[kind].toLowerCase(),
          isHere: !room.away.has(personId),
          votes: room.voters.has(personId),
        })),
    },
    movements: movements.filter((each) => each.minuteId === minute.id),
    movementFields: movementFields(attended),
    attended,
    declarations: declarations.filter(
      ({ agendaItemId }) => agendaItemId === null || agendaItemId === minute.agendaItemId,
    ),
    declaring: declaring.map((field) =>
      field.name === "agendaItemId" && field.kind === "one" ? { ...field, value: minute.agendaItemId } : field,
    ),
    takingFields: takingFields(minute, {
      before: before ? asOption(before) : null,
      others,
      sittings: sittings.length,
      restricted: isRestricted,
    }),
    exclusionFields: exclusionFields(agenda),
    outcome,
    followUps,
    askFields: followUpGroup(people, "").fields,
  };
}

/** What a minute asks of people, who answers for it and by when. */
async function listAskedBy(scope: ReadScope, minuteId: string) {
  const found = await db.followUp.findMany({
    where: { AND: [{ minuteId }, readable(scope)] },
    orderBy: { id: "asc" },
    select: {
      id: true,
      text: true,
      dueOn: true,
      dueNextMeeting: true,
      dueMeeting: { select: { date: true } },
      owners: { orderBy: { position: "asc" }, select: { person: { select: { name: true } } } },
    },
  });
  return found.map(({ id, text, dueOn, dueNextMeeting, dueMeeting, owners }) => ({
    id,
    text,
    owners: owners.map(({ person }) => person.name),
    due: dueOn ? formatDate(dueOn) : dueNextMeeting ? "next meeting" : dueMeeting ? formatDate(dueMeeting.date) : null,
  }));
}

export type TableItem = Awaited<ReturnType<typeof getTableItem>>;

const asOption = ({ id, number, headings }: { id: string; number: number | null; headings: readonly string[] }) => ({
  value: id,
  label: [number, headings.join(", ")].filter((part) => part !== null).join(" "),
});
