import { can } from "@/domain/access/permissions";
import { SCRUTINY_COMMITTEES } from "@/domain/bodies/scrutiny-committees";
import { londonDate } from "@/domain/calendar/london-time";
import { addDays, formatDate } from "@/domain/calendar/plain-date";
import { minutesWorkflow } from "@/domain/minutes/minutes-workflow";
import type { Waiting } from "@/domain/waiting/waiting";
import type { MinutesStatus, Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { db, reader } from "@/server/db";
import { MEETING_AWAITED } from "./agenda-places";
import type { Asker } from "./asker";

/** Of longer ago nobody waits for minutes. */
const BEHIND = 120;

const SELECT = {
  ...MEETING_AWAITED,
  bodyId: true,
  status: true,
  body: { select: { ...MEETING_AWAITED.body.select, parentId: true } },
  minutes: { select: { id: true, status: true, chairAnswersBy: true, chairClearedOn: true } },
  minutesTaken: { select: { meeting: { select: { status: true, date: true } } } },
} as const satisfies Prisma.MeetingSelect;

type Row = Prisma.MeetingGetPayload<{ select: typeof SELECT }>;

/** What meetings that were leave to do: to say that they were held, their minutes, and for the chair to look at those. */
export async function minutesWaiting({ person, scope, today }: Asker): Promise<Waiting[]> {
  const rows = await reader(scope).meeting.findMany({
    where: {
      AND: [
        readable(scope),
        { date: { gte: addDays(today, -BEHIND), lte: today }, status: { in: ["published", "held"] } },
        {
          OR: [
            { status: "published", date: { lt: today } },
            { status: "held", body: { kind: { in: [...SCRUTINY_COMMITTEES] } } },
          ],
        },
      ],
    },
    orderBy: { date: "asc" },
    take: 40,
    select: SELECT,
  });
  const found = rows.flatMap((row): Waiting[] => {
    const record = { bodyId: row.bodyId, parentBodyId: row.body.parentId };
    if (can(person, "minutes.edit", record)) return toDo(row);
    const isChair = scope.chairs.includes(row.bodyId);
    return isChair && row.minutes?.status === "draft" ? [toLookAt(row)] : [];
  });
  return [...found, ...(await toCheck(person.personId))];
}

/** Draft minutes that this person was asked to check, and has not. */
async function toCheck(personId: string): Promise<Waiting[]> {
  const rows = await db.minuteCheck.findMany({
    where: {
      personId,
      askedAt: { not: null },
      saidAt: null,
      minute: { minutes: { status: { in: ["draft", "checked"] } } },
    },
    orderBy: { id: "asc" },
    take: 40,
    select: {
      id: true,
      askedAt: true,
      minute: { select: { minutes: { select: { meeting: { select: MEETING_AWAITED } } } } },
    },
  });
  return rows.map(({ id, askedAt, minute: { minutes } }) => {
    const { body, slug, date } = minutes.meeting;
    return {
      key: `minute check ${id}`,
      title: `Check a draft minute of ${formatDate(date)}`,
      why: `${body.shortName}. Whoever writes the minutes asks whether your item is put down rightly.`,
      ...(askedAt && { since: londonDate(askedAt) }),
      verb: "Check it",
      subject: { kind: "minutes", body, meeting: { slug }, part: "check" },
    };
  });
}

function toDo(row: Row): Waiting[] {
  const on = formatDate(row.date);
  const subject = { kind: "minutes", body: row.body, meeting: { slug: row.slug } } as const;
  const found = { why: `${row.body.shortName}.`, since: row.date };
  if (row.status === "published")
    return [
      {
        ...found,
        key: `meeting ${row.id} to record`,
        title: `Record the meeting of ${on} as held`,
        why: `${row.body.shortName}. Nothing it resolved counts until then.`,
        verb: "Open the meeting",
        subject: { kind: "meeting", meeting: row },
      },
    ];
  if (!row.minutes)
    return [
      { ...found, key: `meeting ${row.id} minutes`, title: `Begin the minutes of ${on}`, verb: "Begin them", subject },
    ];
  const { status, chairAnswersBy, chairClearedOn } = row.minutes;
  const title = titleOf(status, on, row);
  if (!title) return [];
  const waitsForChair = status === "checked" && chairAnswersBy !== null && chairClearedOn === null;
  return [
    {
      ...found,
      key: `minutes ${row.minutes.id}`,
      title,
      ...(waitsForChair && { due: { date: chairAnswersBy } }),
      verb: "Open the minutes",
      subject,
    },
  ];
}

/** The step that comes next; none while they wait for a meeting to take them, or are signed. */
function titleOf(status: MinutesStatus, on: string, { minutesTaken }: Row): string | null {
  switch (status) {
    case "draft":
      return `Write and check the minutes of ${on}`;
    case "checked":
      return `Publish the draft minutes of ${on}`;
    case "published_draft":
      return minutesTaken.some(({ meeting }) => meeting.status === "held")
        ? `Record that the minutes of ${on} were confirmed`
        : null;
    case "confirmed":
    case "confirmed_amended":
      return `Record the signature under the minutes of ${on}`;
    case "signed":
      return null;
  }
}

const toLookAt = (row: Row): Waiting => ({
  key: `minutes ${row.id} to look at`,
  title: `Look at the draft minutes of ${formatDate(row.date)}`,
  why: `${row.body.shortName}. They are ${minutesWorkflow.statuses.draft.label.toLowerCase()}, and you chair it.`,
  since: row.date,
  verb: "Read them",
  subject: { kind: "minutes", body: row.body, meeting: { slug: row.slug }, part: "read" },
});
