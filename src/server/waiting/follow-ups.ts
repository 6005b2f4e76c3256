import { can } from "@/domain/access/permissions";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Waiting } from "@/domain/waiting/waiting";
import { asHeading } from "@/domain/wording/shortened";
import type { FollowUpStatus } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { reader } from "@/server/db";
import { BODY_LINK } from "@/server/meetings/queries";
import { MEETING_AWAITED } from "./agenda-places";
import type { Asker } from "./asker";

const OPEN: readonly FollowUpStatus[] = ["open", "in_progress"];

/**
 * What a minute asks somebody to do: of its owners while it is open, of who serves the committee once it is late, said to be done, or
 * on hold until a day that has come.
 */
export async function followUpsWaiting({ person, scope, today }: Asker): Promise<Waiting[]> {
  const rows = await reader(scope).followUp.findMany({
    where: { AND: [readable(scope), { status: { in: [...OPEN, "done_claimed", "on_hold"] } }] },
    orderBy: { raisedOn: "asc" },
    take: 200,
    select: {
      id: true,
      text: true,
      status: true,
      raisedOn: true,
      dueOn: true,
      reviewOn: true,
      bodyId: true,
      body: { select: { ...BODY_LINK, parentId: true } },
      dueMeeting: { select: { ...ACCESS, ...MEETING_AWAITED } },
      owners: { orderBy: { position: "asc" }, select: { personId: true, person: { select: { name: true } } } },
      minute: {
        select: {
          ...ACCESS,
          number: true,
        },
      },
    },
  });
  return rows.flatMap((row): Waiting[] => {
    const isOwner = row.owners.some(({ personId }) => personId === person.personId);
    const serves = can(person, "follow-up.close", { bodyId: row.bodyId, parentBodyId: row.body.parentId });
    const claimed = row.status === "done_claimed";
    const meeting = visible(scope, row.dueMeeting) ?? undefined;
    const due = row.dueOn ?? (meeting && meeting.date < today ? meeting.date : null);
    const isLate = due !== null && due < today;
    if (row.status === "on_hold") return serves && row.reviewOn !== null && row.reviewOn <= today ? [held(row)] : [];
    if (!(isOwner && !claimed) && !(serves && (claimed || isLate))) return [];

    const minute = visible(scope, row.minute);
    const owners = row.owners.map(({ person: owner }) => owner.name).join(", ");
    return [
      {
        key: `follow-up ${row.id}`,
        title: asHeading(row.text),
        why: claimed
          ? `Said to be done${owners ? ` by ${owners}` : ""}. The committee says whether it is.`
          : `${row.body.shortName}${minute?.number == null ? "" : `, minute ${minute.number}`} asks ${isOwner ? "you" : owners || "nobody yet"} for it.`,
        ...(due === null ? {} : { due: { date: due } }),
        ...(meeting && meeting.date >= today ? { meeting } : {}),
        since: row.raisedOn,
        place: "Follow-up",
        verb: claimed ? "See whether it is" : isOwner ? "Say how it goes" : "See where it stands",
        subject: { kind: "follow-up", id: row.id },
      },
    ];
  });
}

/** On hold until a day that has come. */
const held = ({ id, text, reviewOn }: { id: string; text: string; reviewOn: PlainDate | null }): Waiting => ({
  key: `follow-up ${id}`,
  title: asHeading(text),
  why: "It was put on hold until this day.",
  ...(reviewOn && { due: { date: reviewOn } }),
  place: "Follow-up",
  verb: "Look at it again",
  subject: { kind: "follow-up", id },
});
