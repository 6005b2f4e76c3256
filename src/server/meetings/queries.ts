import { canReadContent, type Readable, type ReadScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { numberAgenda } from "@/domain/meetings/agenda";
import { publishByOf } from "@/domain/meetings/meeting-notice";
import type { ConfidentialGround } from "@/domain/papers/schedule-12a";
import type { BodyKind, Prisma } from "@/generated/prisma/client";
import { readable, readableContent } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { type Client, reader } from "@/server/db";
import { notFound } from "@/server/errors";
import { heldOn } from "@/server/people/held-on";

/** What a link to a body needs. */
export const BODY_LINK = { slug: true, kind: true, name: true, shortName: true } as const satisfies Prisma.BodySelect;

/** A seat as it is listed; who sits where is public. */
export const SEAT_LISTING = {
  id: true,
  role: true,
  represents: true,
  person: { select: { slug: true, name: true, familyName: true } },
} as const satisfies Prisma.SeatSelect;

/** How much of a meeting a page shows at most; a pack that goes beyond it does not exist. */
const MOST_ITEMS = 300;

const papersOf = (scope: ReadScope) =>
  ({
    where: { AND: [readable(scope), { replacedBy: { is: null } }] },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: 100,
    select: {
      id: true,
      kind: true,
      title: true,
      byAsPrinted: true,
      pageFrom: true,
      pageTo: true,
      restriction: true,
      paragraphs: true,
      publicInterest: true,
      restrictionSignedById: true,
      openSince: true,
      takenDownAt: true,
      replacesId: true,
      // A file's own row says whether it may be had; where none may, the listing stands without it.
      files: {
        where: { AND: [{ scan: "clean" }, readableContent(scope)] },
        orderBy: { number: "desc" },
        take: 1,
        select: { id: true, mediaType: true, size: true, pages: true, alternativeText: true },
      },
      report: {
        select: {
          ...ACCESS,
          slug: true,
          title: true,
          text: { select: { ...ACCESS, restriction: true, paragraphs: true, withheldFrom: true } },
        },
      },
      proposal: { select: { ...ACCESS, id: true, leadMember: { select: { name: true } } } },
    },
  }) as const satisfies Prisma.PaperFindManyArgs;

/**
 * One meeting with everything its page shows: agenda with numbers and papers, what changed since publication, who sits.
 * @param address the body's slug and the meeting's
 * @param asOf the day on which the seats are looked up
 * @param client by which it is read: a transaction sees what it is about to change
 * @throws ExpectedError "not-found"
 */
export async function getMeeting(
  scope: ReadScope,
  address: { body: string; meeting: string },
  asOf: PlainDate,
  client: Client = reader(scope),
) {
  const found = await client.meeting.findFirst({
    where: { AND: [{ slug: address.meeting, body: { slug: address.body } }, readable(scope)] },
    include: {
      body: {
        select: {
          ...BODY_LINK,
          id: true,
          labels: true,
          deadlines: true,
          rules: true,
          seats: { where: heldOn(asOf), select: SEAT_LISTING },
        },
      },
      sessions: { orderBy: { number: "asc" } },
      postponedTo: { select: { ...ACCESS, slug: true, date: true } },
      postponedFrom: { select: { ...ACCESS, slug: true, date: true, status: true } },
      minutes: { select: { ...ACCESS, status: true } },
      // What names a paper goes with it when it is taken down.
      entries: {
        where: { OR: [{ paperId: null }, { paper: { is: { takenDownAt: null } } }] },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: 100,
      },
      papers: { ...papersOf(scope), where: { AND: [papersOf(scope).where, { agendaItemId: null }] } },
      agenda: {
        where: readable(scope),
        take: MOST_ITEMS,
        select: {
          id: true,
          parentId: true,
          place: true,
          kind: true,
          title: true,
          purpose: true,
          reporting: true,
          educationFunction: true,
          inPrivate: true,
          paragraphs: true,
          publicInterest: true,
          confidentialGround: true,
          urgency: true,
          indicated: true,
          indicatedOn: true,
          indicatedTo: true,
          withdrawnAt: true,
          openSince: true,
          pageFrom: true,
          pageTo: true,
          leadMember: { select: { slug: true, name: true } },
          officer: { select: { name: true, posts: { where: heldOn(asOf), take: 1, select: { title: true } } } },
          urgencyBy: { select: { name: true } },
          indicatedBy: { select: { name: true } },
          topic: { select: { ...ACCESS, slug: true, title: true } },
          minutesOf: {
            select: {
              ...ACCESS,
              slug: true,
              date: true,
              body: { select: BODY_LINK },
              minutes: { select: { ...ACCESS, status: true } },
            },
          },
          papers: papersOf(scope),
        },
      },
    },
  });
  if (!found) throw notFound();

  const { agenda, minutes, postponedTo, postponedFrom, papers, body, ...meeting } = found;
  const { rules, ...bodyShown } = body;
  return {
    ...meeting,
    body: { ...bodyShown, publishBy: publishByOf(rules) },
    /** Whether the minutes can be read, and how far they have come. */
    minutes: visible(scope, minutes),
    postponedTo: visible(scope, postponedTo),
    postponedFrom: visible(scope, postponedFrom),
    papers: papers.map((paper) => paperListing(scope, paper)),
    agenda: numberAgenda(agenda).map(({ item, number, depth }) => ({
      ...item,
      confidentialGround: item.confidentialGround as ConfidentialGround | null,
      number,
      depth,
      topic: visible(scope, item.topic),
      minutesOf: minutesTaken(scope, item.minutesOf),
      papers: item.papers.map((paper) => paperListing(scope, paper)),
    })),
  };
}

export type MeetingPage = Awaited<ReturnType<typeof getMeeting>>;
export type MeetingItem = MeetingPage["agenda"][number];
export type PaperListing = MeetingItem["papers"][number];

type PaperRow = Prisma.PaperGetPayload<{ select: ReturnType<typeof papersOf>["select"] }>;

const paperListing = (scope: ReadScope, { report, proposal, files, ...paper }: PaperRow) => ({
  ...paper,
  report: visible(scope, report),
  /** It is restricted, and this reader may read its text as a page, whether or not there is a file. */
  opensText: report?.text ? report.text.restriction !== "public" && canReadContent(scope, report.text) : false,
  proposal: visible(scope, proposal),
  file: files[0] ?? null,
});

type MeetingMinuted = Readable & {
  slug: string;
  date: string;
  body: { slug: string; kind: BodyKind; name: string; shortName: string };
  minutes: Readable | null;
};

/** The earlier meeting whose minutes an item confirms, and whether they can be read. */
const minutesTaken = (scope: ReadScope, meeting: MeetingMinuted | null) => {
  const seen = visible(scope, meeting);
  return (
    seen && { slug: seen.slug, date: seen.date, body: seen.body, hasMinutes: visible(scope, seen.minutes) !== null }
  );
};
