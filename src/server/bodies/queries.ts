import type { ReadScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { readable } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { reader } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK, SEAT_LISTING } from "@/server/meetings/queries";
import { heldOn } from "@/server/people/held-on";

const BODIES_A_PAGE = 30;
/** Twenty years of monthly meetings. */
const MOST_MEETINGS = 240;

const there = (today: PlainDate) => ({ OR: [{ until: null }, { until: { gte: today } }] });

/** Every body is known but a review group that is only proposed: that one is as open as its proposal. */
const known = (scope: ReadScope) => ({
  OR: [{ kind: { not: "review_group" as const } }, { reviewGroup: { is: readable(scope) } }],
});

/** A page of the bodies there are today, each with its chair and the next meeting in the calendar. */
export async function listBodies(scope: ReadScope, today: PlainDate, page: number) {
  const found = await reader(scope).body.findMany({
    where: { AND: [there(today), known(scope)] },
    orderBy: [{ kind: "asc" }, { name: "asc" }, { id: "asc" }],
    skip: (page - 1) * BODIES_A_PAGE,
    take: BODIES_A_PAGE + 1,
    select: {
      ...BODY_LINK,
      remit: true,
      labels: true,
      parent: { select: BODY_LINK },
      reviewGroup: { select: { format: true, status: true } },
      seats: {
        where: { AND: [heldOn(today), { role: "chair" }] },
        take: 1,
        select: { person: { select: { slug: true, name: true } } },
      },
      meetings: {
        where: { AND: [readable(scope), { date: { gte: today }, status: { in: ["convened", "published"] } }] },
        orderBy: { date: "asc" },
        take: 1,
        select: { slug: true, date: true, status: true },
      },
    },
  });
  return { bodies: found.slice(0, BODIES_A_PAGE), areMore: found.length > BODIES_A_PAGE };
}

export type BodyListing = Awaited<ReturnType<typeof listBodies>>["bodies"][number];

/**
 * One body: who sits on it, when it meets, and the review groups that answer to it.
 * @throws ExpectedError "not-found"
 */
export async function getBody(scope: ReadScope, slug: string, today: PlainDate) {
  const client = reader(scope);
  const body = await client.body.findFirst({
    where: { AND: [{ slug }, known(scope)] },
    select: {
      id: true,
      ...BODY_LINK,
      remit: true,
      labels: true,
      functions: true,
      from: true,
      until: true,
      parent: { select: BODY_LINK },
      predecessor: { select: BODY_LINK },
      successor: { select: BODY_LINK },
      seats: { where: heldOn(today), select: { ...SEAT_LISTING, portfolio: { select: { name: true } } } },
      meetings: {
        where: readable(scope),
        orderBy: [{ date: "desc" }, { slug: "desc" }],
        take: MOST_MEETINGS,
        select: {
          id: true,
          slug: true,
          date: true,
          startTime: true,
          status: true,
          purpose: true,
          minutes: { select: { ...ACCESS, status: true } },
        },
      },
      reviewGroup: {
        select: {
          format: true,
          status: true,
          termsOfReference: true,
          endsOn: true,
          parent: { select: BODY_LINK },
          topics: { where: readable(scope), take: 20, orderBy: { title: "asc" }, select: { slug: true, title: true } },
        },
      },
      reviewGroups: {
        where: readable(scope),
        take: 50,
        orderBy: { body: { name: "asc" } },
        select: { id: true, format: true, status: true, endsOn: true, body: { select: BODY_LINK } },
      },
      programmes: {
        where: readable(scope),
        orderBy: { year: "desc" },
        take: 1,
        select: { year: true, status: true, _count: { select: { items: { where: readable(scope) } } } },
      },
      _count: {
        select: {
          topics: { where: readable(scope) },
          recommendations: { where: readable(scope) },
        },
      },
    },
  });
  if (!body) throw notFound();
  // Nearly everything of these is one body's, the executive's. Joined to a body, they would be read from end to end for every other.
  const [asked, planned] = await Promise.all([
    client.recommendationClause.findFirst({
      where: { AND: [{ recipientId: body.id }, readable(scope)] },
      select: { id: true },
    }),
    client.forwardPlanEntry.findFirst({ where: { bodyId: body.id, audience: "public" }, select: { id: true } }),
  ]);
  return {
    ...body,
    wasAsked: asked !== null,
    hasPlan: planned !== null,
    meetings: body.meetings.map((meeting) => ({ ...meeting, minutes: visible(scope, meeting.minutes) })),
  };
}

export type BodyPage = Awaited<ReturnType<typeof getBody>>;

/** What a page about a body's records says of the body. @throws ExpectedError "not-found" */
export async function getBodyLink(scope: ReadScope, slug: string) {
  const body = await reader(scope).body.findFirst({
    where: { AND: [{ slug }, known(scope)] },
    select: { id: true, ...BODY_LINK },
  });
  if (!body) throw notFound();
  return body;
}
