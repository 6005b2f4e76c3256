import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { readable } from "@/server/access/readable";
import type { Client } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK } from "@/server/meetings/queries";
import { heldOn } from "@/server/people/held-on";

/** A seat expected at a meeting: neither a reserve nor an officer who supports the body. */
const EXPECTED = { notIn: ["substitute" as const, "support_officer" as const] };

/** By its key, or by its address. */
export type WhichMeeting = { id: string } | { slug: string; body: { slug: string } };

/**
 * A meeting whose attendance is recorded, with those who hold a seat that day.
 * @throws ExpectedError not-found
 */
export async function getAttendedMeeting(client: Client, person: Person, which: WhichMeeting) {
  const meeting = await client.meeting.findFirst({
    where: { AND: [which, readable(readScope(person))] },
    include: {
      body: { select: { ...BODY_LINK, id: true, parentId: true } },
      minutes: {
        select: {
          status: true,
          items: {
            where: { number: { not: null } },
            orderBy: { position: "asc" },
            select: { number: true, headings: true },
          },
        },
      },
      attendance: {
        orderBy: [{ position: "asc" }, { id: "asc" }],
        include: { person: { select: { name: true } }, substituteFor: { select: { name: true } } },
      },
    },
  });
  if (!meeting) throw notFound();
  const seats = await client.seat.findMany({
    where: { bodyId: meeting.bodyId, role: EXPECTED, ...heldOn(meeting.date) },
    orderBy: [{ role: "asc" }, { person: { familyName: "asc" } }],
    select: { role: true, person: { select: { id: true, name: true } } },
  });
  return {
    ...meeting,
    mayRecord: can(person, "meeting.record", { ...meeting, parentBodyId: meeting.body.parentId }),
    seats: [...new Map(seats.map(({ role, person }) => [person.id, { role, ...person }])).values()],
  };
}

export type AttendedMeeting = Awaited<ReturnType<typeof getAttendedMeeting>>;
