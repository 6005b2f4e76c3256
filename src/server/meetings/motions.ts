import type { Person } from "@/domain/access/actor";
import { type ReadScope, readScope } from "@/domain/access/read-scope";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import type { Prisma } from "@/generated/prisma/client";
import { readable, readableAlone } from "@/server/access/readable";
import type { Client, Tx } from "@/server/db";
import { invalid } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import type { StepField, StepOption } from "@/server/workflow/step-field";
import { getAgendaMeeting, recordAgenda, touchMeeting } from "./agenda-meeting";

/** A meeting that is off takes nothing. */
export const IS_OFF = { status: { in: ["cancelled", "abandoned"] } } as const satisfies Prisma.MeetingWhereInput;

const MOST_WAITING = 60;
const MOST_MEETINGS = 40;

/** Motions that were referred to a body and are on no agenda of its that stands. */
export const motionsWaiting = (scope: ReadScope, bodyId: string) =>
  ({
    AND: [
      { referredToId: bodyId, agendaItems: { none: { bodyId, withdrawnAt: null, meeting: { isNot: IS_OFF } } } },
      readableAlone(scope),
    ],
  }) satisfies Prisma.MotionWhereInput;

/**
 * Of those, the ones that wait for this meeting: they name it; or it is the next one, and they name none, or one that is over or off.
 */
export const waitsFor = (meeting: { id: string; date: PlainDate }, isNext: boolean): Prisma.MotionWhereInput => ({
  meeting: { date: { lt: meeting.date } },
  OR: [
    { forMeetingId: meeting.id },
    ...(isNext
      ? [{ forMeetingId: null }, { forMeeting: { is: { OR: [{ date: { lt: meeting.date } }, IS_OFF] } } }]
      : []),
  ],
});

type MeetingOf = { id: string; bodyId: string };

/** Meetings of the body to come, any of which a motion or a follow-up may name. */
export async function listMeetingsToName(
  client: Client,
  scope: ReadScope,
  bodyId: string,
  today: PlainDate,
): Promise<StepOption[]> {
  const meetings = await client.meeting.findMany({
    where: {
      AND: [
        { bodyId, date: { gte: today }, status: { in: ["planned", "convened", "published", "postponed"] } },
        readable(scope),
      ],
    },
    orderBy: [{ date: "asc" }, { slug: "asc" }],
    take: MOST_MEETINGS,
    select: { id: true, date: true },
  });
  return meetings.map(({ id, date }) => ({ value: id, label: formatDate(date) }));
}

async function listMotions(client: Client, scope: ReadScope, bodyId: string, today: PlainDate) {
  const [motions, meetings] = await Promise.all([
    client.motion.findMany({
      where: motionsWaiting(scope, bodyId),
      orderBy: [{ meeting: { date: "asc" } }, { id: "asc" }],
      take: MOST_WAITING,
      select: { id: true, title: true, forMeetingId: true, meeting: { select: { date: true } } },
    }),
    listMeetingsToName(client, scope, bodyId, today),
  ]);
  return { motions, meetings };
}

const fieldOf = (motionId: string) => `motion-${motionId}`;

/** The fields by which it is said for which meeting each motion waits; none where no motion waits. */
export async function motionFields(
  client: Client,
  scope: ReadScope,
  { bodyId }: MeetingOf,
  today: PlainDate,
): Promise<StepField[]> {
  const { motions, meetings } = await listMotions(client, scope, bodyId, today);
  return motions.map(({ id, title, forMeetingId, meeting: { date } }) => ({
    kind: "one",
    name: fieldOf(id),
    label: title,
    hint: `Referred on ${formatDate(date)}`,
    none: "The next meeting",
    options: meetings,
    value: meetings.some(({ value }) => value === forMeetingId) ? forMeetingId : null,
  }));
}

/**
 * Says for which meeting of the body each waiting motion waits: one that is named, or the next.
 * @param version of the meeting from whose agenda it is said: two who do it at once do not both
 * @throws ExpectedError not-found; refused; invalid for a meeting that is none of those to come; stale
 */
export async function nameMotionMeetings(
  tx: Tx,
  actor: Person,
  { meetingId, version, answers }: { meetingId: string; version: number; answers: Answers },
): Promise<void> {
  const meeting = await getAgendaMeeting(tx, actor, meetingId, "Say for which meeting a motion waits");
  await touchMeeting(tx, meeting, version);
  const { motions, meetings } = await listMotions(tx, readScope(actor), meeting.bodyId, meeting.clock.date);
  const changed: string[] = [];
  for (const { id, title, forMeetingId } of motions) {
    const named = answers.id(fieldOf(id));
    if (named === forMeetingId) continue;
    const option = meetings.find(({ value }) => value === named);
    if (named !== null && !option) throw invalid(fieldOf(id), "Choose one of the meetings on the list.");
    await tx.motion.update({ where: { id }, data: { forMeetingId: named } });
    changed.push(`${title}: ${option?.label ?? "the next meeting"}`);
  }
  if (changed.length > 0) await recordAgenda(tx, actor, meeting, { verb: "nameMotions", after: { motions: changed } });
}
