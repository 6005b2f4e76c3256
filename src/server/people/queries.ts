import type { ReadScope } from "@/domain/access/read-scope";
import { readable } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { reader } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK } from "@/server/meetings/queries";

const MANY = 60;

/**
 * A person's seats, posts, reviews led and attendance.
 * @throws ExpectedError "not-found", also for a record that was found to be another's
 */
export async function getPerson(scope: ReadScope, slug: string) {
  const client = reader(scope);
  const person = await client.person.findFirst({
    where: { slug },
    select: {
      id: true,
      slug: true,
      name: true,
      mergedInto: { select: { slug: true } },
      seats: {
        orderBy: [{ from: "desc" }, { id: "asc" }],
        take: MANY,
        select: {
          id: true,
          role: true,
          represents: true,
          from: true,
          until: true,
          portfolio: { select: { name: true } },
          body: { select: { ...BODY_LINK, labels: true } },
        },
      },
      posts: {
        orderBy: [{ from: "desc" }, { id: "asc" }],
        take: MANY,
        select: { id: true, title: true, from: true, until: true, area: { select: { name: true } } },
      },
      leadsTopics: {
        where: readable(scope),
        orderBy: { title: "asc" },
        take: MANY,
        select: { slug: true, title: true, status: true },
      },
      officerOfTopics: {
        where: readable(scope),
        orderBy: { title: "asc" },
        take: MANY,
        select: { slug: true, title: true, status: true },
      },
      motionsMoved: {
        take: 20,
        select: {
          id: true,
          title: true,
          meeting: { select: { ...ACCESS, slug: true, date: true, body: { select: BODY_LINK } } },
        },
      },
      reportsWritten: {
        where: { report: readable(scope) },
        take: MANY,
        select: {
          titleAsPrinted: true,
          report: { select: { ...ACCESS, slug: true, title: true, meeting: { select: { date: true } } } },
        },
      },
    },
  });
  if (!person) throw notFound();

  const bodies = [...new Set(person.seats.map(({ body }) => body.slug))];
  // Held meetings of the bodies sat on whose attendance is recorded: what somebody was expected at and where they were.
  const held = await client.meeting.findMany({
    where: {
      AND: [
        readable(scope),
        { status: "held", attendance: { some: {} } },
        { OR: [{ body: { slug: { in: bodies } } }, { attendance: { some: { personId: person.id } } }] },
      ],
    },
    orderBy: [{ date: "desc" }, { id: "asc" }],
    take: 200,
    select: {
      id: true,
      slug: true,
      date: true,
      body: { select: BODY_LINK },
      attendance: { where: { personId: person.id }, take: 1, select: { kind: true, under: true, forMinutes: true } },
    },
  });
  return {
    ...person,
    motionsMoved: person.motionsMoved.map(({ meeting, ...motion }) => ({
      ...motion,
      meeting: visible(scope, meeting),
    })),
    reportsWritten: person.reportsWritten.flatMap(({ report, titleAsPrinted }) => {
      const seen = visible(scope, report);
      return seen ? [{ ...seen, titleAsPrinted }] : [];
    }),
    meetings: held.map(({ attendance, ...meeting }) => ({ ...meeting, attendance: attendance[0] ?? null })),
  };
}

export type PersonPage = Awaited<ReturnType<typeof getPerson>>;
