import { can } from "@/domain/access/permissions";
import { SCRUTINY_COMMITTEES } from "@/domain/bodies/scrutiny-committees";
import { CLEAR_DAYS_NEEDED } from "@/domain/calendar/clear-days";
import { backwardTimetable, type DeadlineRule, isClosed } from "@/domain/calendar/deadlines";
import { addDays, formatDate } from "@/domain/calendar/plain-date";
import { lastMomentToPublish, publishByOf } from "@/domain/meetings/meeting-notice";
import { publicationRules } from "@/domain/meetings/publication";
import { DEADLINE_KEYS } from "@/domain/questions/question-deadline";
import type { MeetingAwaited, Waiting } from "@/domain/waiting/waiting";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { inTransaction, reader } from "@/server/db";
import { getPublicationSubject } from "@/server/meetings/publication-subject";
import { MEETING_AWAITED } from "./agenda-places";
import { type Asker, counted } from "./asker";

/** Bodies whose meetings are open to the public by notice: LGA 2000 s9FA with LGA 1972 s100A. */
const PUBLISHING = SCRUTINY_COMMITTEES;

/** Days ahead in which an agenda is somebody's work already. */
const AHEAD = 42;

const SELECT = {
  ...MEETING_AWAITED,
  bodyId: true,
  status: true,
  body: { select: { ...MEETING_AWAITED.body.select, parentId: true, deadlines: true, rules: true } },
  questions: { select: { kind: true } },
} as const satisfies Prisma.MeetingSelect;

type Row = Prisma.MeetingGetPayload<{ select: typeof SELECT }>;

/** What meetings to come ask for: of who publishes them, the agenda and its papers in time; of who sits there, to read them. */
export async function meetingsWaiting(asker: Asker): Promise<Waiting[]> {
  const { person, scope, today } = asker;
  const rows = await reader(scope).meeting.findMany({
    where: {
      AND: [
        readable(scope),
        { date: { gte: today, lte: addDays(today, AHEAD) }, status: { in: ["planned", "convened", "published"] } },
      ],
    },
    orderBy: { date: "asc" },
    take: 30,
    select: SELECT,
  });
  const found = await Promise.all(
    rows.map(async (row) => {
      const meeting = awaited(row);
      const isServed = can(person, "meeting.publish", { bodyId: row.bodyId, parentBodyId: row.body.parentId });
      if (isServed && PUBLISHING.includes(row.body.kind)) return await toPublish(asker, row, meeting);
      return scope.bodies.includes(row.bodyId) && row.status === "published" ? [toRead(meeting)] : [];
    }),
  );
  return found.flat();
}

const toRead = (meeting: MeetingAwaited): Waiting => ({
  key: `meeting ${meeting.id} to read`,
  title: "Its agenda and papers are published",
  why: "You sit on this body, and read what is not for publication as well.",
  meeting,
  place: "To read",
  verb: "Read the papers",
  subject: { kind: "meeting", meeting },
});

async function toPublish(asker: Asker, row: Row, meeting: MeetingAwaited): Promise<Waiting[]> {
  const { clock, calendar, today } = asker;
  const about = { meeting, subject: { kind: "meeting", meeting } } as const;
  const last = lastMomentToPublish(row.date, calendar, publishByOf(row.body.rules));
  const lastDay = last.date;
  const on = formatDate(row.date, { leftOutIn: today });
  if (row.status !== "published")
    return [
      {
        ...about,
        key: `meeting ${row.id} to publish`,
        title: `Publish the agenda of ${on}`,
        why: `${row.body.shortName}. Later than this it has fewer than ${CLEAR_DAYS_NEEDED} clear days.`,
        due: last,
        verb: "Open the meeting",
      },
    ];

  const lastPapers: Waiting = {
    ...about,
    key: `meeting ${row.id} last papers`,
    title: `Last day to put up papers with ${CLEAR_DAYS_NEEDED} clear days`,
    why: `For ${on}. ${lastDay === today ? "From tomorrow" : "Later than this"} a paper has ${CLEAR_DAYS_NEEDED - 1} clear days or fewer, and the page says so.`,
    due: last,
    verb: "Open the meeting",
  };
  return [
    ...(isClosed(last, clock) ? [] : [lastPapers]),
    ...closings(row, meeting, asker),
    ...(await gaps(asker, meeting)),
  ].map((thing) => (thing.due && isClosed(thing.due, clock) ? { ...thing, due: undefined } : thing));
}

/** By when the public and councillors can speak up, as long as they can. */
function closings(row: Row, meeting: MeetingAwaited, { clock, calendar }: Asker): Waiting[] {
  const rules = Array.isArray(row.body.deadlines) ? (row.body.deadlines as DeadlineRule[]) : [];
  const isOffice = (key: string) => rules.some((rule) => rule.key === key && rule.for === "office");
  return backwardTimetable(rules, row.date, calendar)
    .filter((due) => !isClosed(due, clock))
    .map((due) => {
      const received = row.questions.filter(({ kind }) => DEADLINE_KEYS[kind] === due.key).length;
      return {
        key: `meeting ${row.id} ${due.key}`,
        title: isOffice(due.key) ? due.label : `${due.label} close`,
        why: isOffice(due.key)
          ? "By the body’s own timetable."
          : received > 0
            ? `${counted(received, "has", "have")} been received.`
            : "None received yet.",
        due,
        meeting,
        verb: "See what came",
        subject: { kind: "questions", meeting },
      };
    });
}

/** What of an agenda already published is still said to be missing. */
async function gaps({ scope, person, clock, calendar, today }: Asker, meeting: MeetingAwaited): Promise<Waiting[]> {
  const subject = await inTransaction((tx) =>
    getPublicationSubject(tx, scope, meeting.id, { at: clock.instant, calendar }),
  );
  return publicationRules
    .flatMap((rule) => rule(subject, { actor: person, today }))
    .filter(({ code }) => code !== "short-notice")
    .map(({ code, sentence }, number) => {
      const [what = sentence, ...rest] = sentence.split(/(?<=[.?]) /);
      return {
        key: `meeting ${meeting.id} ${code} ${number}`,
        title: what.replace(/\.$/, ""),
        why: rest.join(" "),
        meeting,
        place: /\bitem (\d+[^\s,.]*)/.exec(what)?.[0].replace(/^item/, "Item"),
        restricted: code.includes("restriction") || code === "no-public-interest-reason",
        verb: "Open the meeting",
        subject: { kind: "meeting", meeting },
      };
    });
}

const awaited = ({ id, slug, date, startTime, body }: Row): MeetingAwaited => ({
  id,
  slug,
  date,
  startTime,
  body: { slug: body.slug, kind: body.kind, shortName: body.shortName },
});
