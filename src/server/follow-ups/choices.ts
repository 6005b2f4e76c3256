import type { ReadScope } from "@/domain/access/read-scope";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { shortened } from "@/domain/wording/shortened";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import type { Client } from "@/server/db";
import type { StepOption } from "@/server/workflow/step-field";

const MOST_LISTED = 200;
const MOST_SAID = 80;

/** Minutes of a body's last meetings that may ask for something, the latest first. */
export async function listMinutes(client: Client, scope: ReadScope, bodyId: string): Promise<StepOption[]> {
  const found = await client.minute.findMany({
    where: { AND: [{ minutes: { meeting: { bodyId } } }, readable(scope)] },
    orderBy: [{ minutes: { meeting: { date: "desc" } } }, { position: "asc" }],
    take: MOST_LISTED,
    select: { id: true, number: true, headings: true, minutes: { select: { meeting: { select: { date: true } } } } },
  });
  return found.map(({ id, number, headings, minutes }) => ({
    value: id,
    label: `${formatDate(minutes.meeting.date)}${number === null ? "" : `, minute ${number}`}: ${shortened(headings.join(" and "), MOST_SAID)}`,
  }));
}

/** Topics with a body, those suggested last first. */
export async function listTopics(client: Client, scope: ReadScope, bodyId: string): Promise<StepOption[]> {
  const found = await client.topic.findMany({
    where: { AND: [{ bodyId, status: { notIn: ["removed", "merged"] } }, readable(scope)] },
    orderBy: [{ suggestedOn: "desc" }, { title: "asc" }],
    take: MOST_LISTED,
    select: { id: true, title: true },
  });
  return found.map(({ id, title }) => ({ value: id, label: title }));
}

/** Other follow-ups of the body that are not over. */
export async function listSuccessors(
  client: Client,
  scope: ReadScope,
  { id, bodyId }: { id: string; bodyId: string },
): Promise<StepOption[]> {
  const found = await client.followUp.findMany({
    where: {
      AND: [
        { bodyId, id: { not: id }, status: { in: ["open", "in_progress", "done_claimed", "on_hold"] } },
        readable(scope),
      ],
    },
    orderBy: [{ raisedOn: "desc" }, { id: "asc" }],
    take: MOST_LISTED,
    select: { id: true, text: true, raisedOn: true },
  });
  return found.map(({ id, text, raisedOn }) => ({
    value: id,
    label: `${formatDate(raisedOn)}: ${shortened(text, MOST_SAID)}`,
  }));
}

/** Items of the body's programme that are not over. */
export async function listProgrammeItems(client: Client, scope: ReadScope, bodyId: string): Promise<StepOption[]> {
  const found = await client.programmeItem.findMany({
    where: { AND: [{ bodyId, status: { notIn: ["closed", "withdrawn", "transferred"] } }, readable(scope)] },
    orderBy: { title: "asc" },
    take: MOST_LISTED,
    select: { id: true, title: true, ...ACCESS, meeting: { select: { ...ACCESS, date: true } } },
  });
  return found.map(({ id, title, meeting }) => {
    const seen = visible(scope, meeting);
    return { value: id, label: seen ? `${title}, ${formatDate(seen.date)}` : title };
  });
}

const aheadOf = (bodyId: string, today: PlainDate) =>
  ({
    where: { bodyId, date: { gt: today }, status: { in: ["convened", "published"] } },
    orderBy: { date: "asc" },
  }) as const satisfies Prisma.MeetingFindManyArgs;

/** The next meeting of a body that the public may know of; null where none is fixed. */
export const nextMeetingOf = (client: Client, bodyId: string, today: PlainDate): Promise<{ id: string } | null> =>
  client.meeting.findFirst({ ...aheadOf(bodyId, today), select: { id: true } });

/** Meetings of a body to come that the public may know of: a follow-up is public, and may name one. */
export async function listMeetingsAhead(client: Client, bodyId: string, today: PlainDate): Promise<StepOption[]> {
  const meetings = await client.meeting.findMany({
    ...aheadOf(bodyId, today),
    take: MOST_LISTED,
    select: { id: true, date: true },
  });
  return meetings.map(({ id, date }) => ({ value: id, label: formatDate(date) }));
}
