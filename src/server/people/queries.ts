import type { ReadScope } from "@/domain/access/read-scope";
import { compareDates } from "@/domain/calendar/plain-date";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { reader } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK } from "@/server/meetings/queries";

const MANY = 60;
/** Of a committee that meets every other month, ten years. */
const MOST_MEETINGS = 60;

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
          bodyId: true,
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

  // Held meetings whose attendance is recorded, of the bodies sat on and wherever else somebody was: asked for apart, since each of
  // the two has its index and "one or the other" has none.
  const sat = [...new Set(person.seats.map(({ bodyId }) => bodyId))];
  const heldWhere = (where: Prisma.MeetingWhereInput) =>
    client.meeting.findMany({
      where: { AND: [readable(scope), { status: "held" }, where] },
      orderBy: [{ date: "desc" }, { id: "asc" }],
      take: MOST_MEETINGS + 1,
      select: {
        id: true,
        slug: true,
        date: true,
        status: true,
        body: { select: BODY_LINK },
        attendance: { where: { personId: person.id }, take: 1, select: { kind: true, under: true, forMinutes: true } },
      },
    });
  const [expected, elsewhere] = await Promise.all([
    heldWhere({ bodyId: { in: sat }, attendance: { some: {} } }),
    heldWhere({ bodyId: { notIn: sat }, attendance: { some: { personId: person.id } } }),
  ]);
  const held = [...expected, ...elsewhere].sort((a, b) => compareDates(b.date, a.date) || (a.id < b.id ? -1 : 1));
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
    meetings: held
      .slice(0, MOST_MEETINGS)
      .map(({ attendance, ...meeting }) => ({ ...meeting, attendance: attendance[0] ?? null })),
    wereMore: held.length > MOST_MEETINGS,
  };
}

export type PersonPage = Awaited<ReturnType<typeof getPerson>>;
