import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { formatFullDate, type PlainDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { meetingWorkflow } from "@/domain/meetings/meeting-workflow";
import { mustBeAllowed, refused } from "@/server/access/allowed";
import { readable } from "@/server/access/readable";
import { recordAudit } from "@/server/audit/record";
import { listBodiesOpenTo } from "@/server/bodies/open-to";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { ExpectedError, invalid, notFound } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import type { StepField } from "@/server/workflow/step-field";
import { getAgendaMeeting } from "./agenda-meeting";
import { putWaitingItems } from "./bring-in";
import { publishChange } from "./published-changes";
import { listWaitingItems } from "./waiting-for-meeting";

/** Bodies whose meetings this person arranges. */
export const listBodiesToConvene = (person: Person) => listBodiesOpenTo(person, "meeting.edit");

type Arranged = { date: PlainDate; startTime: string | null; place: string | null; purpose: string };

/** The fields of when and where; the day of a meeting that the public knows changes by postponing it. */
export const arrangementFields = (meeting: Arranged | null, withDay: boolean): StepField[] => [
  ...(withDay ? [{ kind: "date", name: "date", label: "Day", value: meeting?.date ?? null } as const] : []),
  {
    kind: "line",
    name: "startTime",
    label: "Time",
    hint: "By the 24-hour clock, such as 10:00",
    value: meeting?.startTime ?? "",
  },
  { kind: "line", name: "place", label: "Place", value: meeting?.place ?? "" },
  {
    kind: "prose",
    name: "purpose",
    label: "Purpose",
    hint: "Where one has to be said besides the agenda: an extraordinary meeting, an inquiry day",
    value: meeting?.purpose ?? "",
  },
];

function arrangedIn(answers: Answers, day: PlainDate | null): Arranged {
  const date = day ?? answers.date("date");
  if (!date) throw invalid("date", "Give the day of the meeting.");
  return {
    date,
    startTime: answers.time("startTime"),
    place: answers.text("place") || null,
    purpose: answers.text("purpose"),
  };
}

/**
 * Puts a meeting of the body into the calendar, with the items that its agendas always have and what is waiting for it. Nobody
 * outside sees it before it is convened.
 * @returns where it is: its body's slug and its own
 * @throws ExpectedError not-found for a body that is none; refused; invalid
 */
export async function createMeeting(
  tx: Tx,
  actor: Person,
  { bodyId, answers }: { bodyId: string; answers: Answers },
): Promise<{ body: string; slug: string }> {
  // Two who make a meeting on one day take turns, so that each has an address of its own.
  const [locked] = await tx.$queryRaw<
    { id: string }[]
  >`SELECT id FROM "Body" WHERE id = ${bodyId}::uuid FOR NO KEY UPDATE`;
  if (!locked) throw notFound();
  const body = await tx.body.findUniqueOrThrow({ where: { id: bodyId } });
  mustBeAllowed(actor, "meeting.edit", { bodyId, parentBodyId: body.parentId }, "Make a meeting");
  const arranged = arrangedIn(answers, null);
  const slug = await freeSlug(tx, bodyId, arranged.date, null);
  const { id } = await tx.meeting.create({
    data: { ...arranged, bodyId, slug, audience: meetingWorkflow.statuses.planned.audience },
  });
  const meeting = await getAgendaMeeting(tx, actor, id, "Make a meeting");
  const waiting = await listWaitingItems(tx, readScope(actor), meeting, meeting.clock.date);
  await putWaitingItems(tx, actor, meeting, waiting);
  await recordAudit(tx, {
    actor,
    action: "meeting.create",
    subject: { kind: "meeting", id, bodyId },
    happenedOn: meeting.clock.date,
    after: { status: "planned", ...arranged },
  });
  return { body: body.slug, slug };
}

/** "2016-10-11", and for a second meeting on that day "2016-10-11-2". */
async function freeSlug(tx: Tx, bodyId: string, date: PlainDate, exceptId: string | null): Promise<string> {
  const taken = await tx.meeting.findMany({
    where: { bodyId, slug: { startsWith: date }, ...(exceptId && { id: { not: exceptId } }) },
    select: { slug: true },
  });
  for (let number = 1; ; number++) {
    const slug = number === 1 ? date : `${date}-${number}`;
    if (!taken.some((each) => each.slug === slug)) return slug;
  }
}

type Edited = { meetingId: string; version: number; answers: Answers };

/**
 * Changes when and where a meeting is, and what for. The day only while nobody outside knows of it; what was published changes by
 * a dated entry.
 * @returns its slug, which follows the day
 * @throws ExpectedError not-found; refused; invalid; stale with what stands there now
 */
export async function editArrangements(
  tx: Tx,
  actor: Person,
  { meetingId, version, answers }: Edited,
): Promise<string> {
  const meeting = await tx.meeting.findFirst({
    where: { AND: [{ id: meetingId }, readable(readScope(actor))] },
    include: { body: { select: { parentId: true } } },
  });
  if (!meeting) throw notFound();
  mustBeAllowed(actor, "meeting.edit", { ...meeting, parentBodyId: meeting.body.parentId }, "Change the arrangements");
  const { final, label } = meetingWorkflow.statuses[meeting.status];
  if (final) throw refused("wrong-status", `Not changed: the meeting is ${label.toLowerCase()}.`);
  if (meeting.version !== version) throw stale(meeting);

  const isPublished = meeting.publishedAt !== null;
  const arranged = arrangedIn(answers, meeting.status === "planned" ? null : meeting.date);
  if (isPublished && !arranged.startTime)
    throw invalid("startTime", "Say at what time the meeting starts: it is published.");
  if (isPublished && !arranged.place) throw invalid("place", "Say where the meeting is held: it is published.");
  const changed = (Object.keys(arranged) as (keyof Arranged)[]).filter((field) => arranged[field] !== meeting[field]);
  if (changed.length === 0) return meeting.slug;

  const slug = changed.includes("date") ? await freeSlug(tx, meeting.bodyId, arranged.date, meetingId) : meeting.slug;
  const { count } = await tx.meeting.updateMany({
    where: { id: meetingId, version },
    data: { ...arranged, slug, version: { increment: 1 } },
  });
  if (count === 0) throw stale(meeting);
  const clock = await getClock(tx);
  if (changed.some((field) => field !== "purpose"))
    await publishChange(tx, actor, meetingId, {
      kind: "changed_arrangements",
      text: `The meeting is now ${whenAndWhere(arranged)}; it was to be ${whenAndWhere(meeting)}.`,
    });
  await recordAudit(tx, {
    actor,
    action: "meeting.arrange",
    subject: { kind: "meeting", id: meetingId, bodyId: meeting.bodyId },
    happenedOn: clock.date,
    before: Object.fromEntries(changed.map((field) => [field, meeting[field]])),
    after: { fields: changed, ...Object.fromEntries(changed.map((field) => [field, arranged[field]])) },
  });
  return slug;
}

/** "at 10.00 am, Committee Room 1" */
const whenAndWhere = ({ startTime, place }: Pick<Arranged, "startTime" | "place">): string =>
  [startTime && `at ${formatTime(startTime)}`, place].filter(Boolean).join(", ") || "at no time or place given";

const stale = (meeting: Arranged & { version: number }) =>
  new ExpectedError({
    kind: "stale",
    current: {
      version: meeting.version,
      changedBy: null,
      values: {
        date: formatFullDate(meeting.date),
        startTime: meeting.startTime ?? "",
        place: meeting.place ?? "",
        purpose: meeting.purpose,
      },
    },
  });
