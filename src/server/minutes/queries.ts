import { canReadContent, type Readable, type ReadScope, type Restrictable } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { numberAgenda } from "@/domain/meetings/agenda";
import type { BodyKind } from "@/generated/prisma/enums";
import { readable, readableContent } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { reader } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK, SEAT_LISTING } from "@/server/meetings/queries";
import { heldOn } from "@/server/people/held-on";

/** Minutes longer than this do not exist. */
const MOST_MINUTES = 300;

/**
 * The minutes of a meeting with its attendance, what was decided and what came of it.
 * @param address the body's slug and the meeting's
 * @param day of the meeting: whoever held a seat then was there, or is accounted for
 * @throws ExpectedError "not-found", also where the minutes cannot be read yet
 */
export async function getMinutes(scope: ReadScope, address: { body: string; meeting: string }, day: PlainDate) {
  const found = await reader(scope).minutes.findFirst({
    where: { AND: [{ meeting: { slug: address.meeting, body: { slug: address.body } } }, readable(scope)] },
    include: {
      confirmedAt: { select: { ...ACCESS, slug: true, date: true, body: { select: BODY_LINK } } },
      amendments: { orderBy: { at: "asc" }, take: 100 },
      body: {
        select: {
          ...BODY_LINK,
          labels: true,
          seats: {
            where: heldOn(day),
            select: { ...SEAT_LISTING, personId: true },
          },
        },
      },
      meeting: {
        select: {
          slug: true,
          date: true,
          startTime: true,
          place: true,
          quorate: true,
          sessions: { orderBy: { number: "asc" } },
          attendance: {
            orderBy: [{ position: "asc" }],
            take: 500,
            include: {
              person: { select: { slug: true, name: true, familyName: true } },
              substituteFor: { select: { name: true } },
            },
          },
          // Where these minutes are, or are to be, confirmed. The numbers of its items follow from all of them.
          minutesTaken: {
            where: readable(scope),
            take: 1,
            select: {
              id: true,
              meeting: {
                select: {
                  ...ACCESS,
                  slug: true,
                  date: true,
                  body: { select: BODY_LINK },
                  agenda: { where: readable(scope), select: { id: true, parentId: true, place: true }, take: 300 },
                },
              },
            },
          },
        },
      },
      items: {
        where: readable(scope),
        orderBy: { position: "asc" },
        take: MOST_MINUTES,
        select: {
          id: true,
          number: true,
          headings: true,
          publicSummary: true,
          text: { select: { ...ACCESS, restriction: true, paragraphs: true, withheldFrom: true, markdown: true } },
          topic: { select: { ...ACCESS, slug: true, title: true } },
          publicAccess: true,
          movements: {
            orderBy: [{ at: "asc" }, { id: "asc" }],
            select: { id: true, kind: true, at: true, person: { select: { slug: true, name: true } } },
          },
          declarations: {
            select: {
              id: true,
              publicText: true,
              effect: true,
              leftAt: true,
              returnedAt: true,
              person: { select: { slug: true, name: true } },
            },
          },
          decisions: {
            where: readableContent(scope),
            orderBy: { position: "asc" },
            select: {
              id: true,
              kind: true,
              verb: true,
              text: true,
              reason: true,
              mover: { select: { name: true } },
              seconder: { select: { name: true } },
              restriction: true,
              votesFor: true,
              votesAgainst: true,
              abstentions: true,
              castingVote: true,
              namedVotes: {
                orderBy: { person: { familyName: "asc" } },
                select: { vote: true, person: { select: { name: true } } },
              },
              recommendations: {
                where: readable(scope),
                take: 10,
                select: {
                  id: true,
                  reason: true,
                  clauses: {
                    where: readable(scope),
                    orderBy: { number: "asc" },
                    select: {
                      id: true,
                      number: true,
                      text: true,
                      status: true,
                      recipientName: true,
                      recipient: { select: BODY_LINK },
                      responses: {
                        where: { AND: [readable(scope), { status: "recorded" }] },
                        orderBy: { recordedAt: "desc" },
                        take: 1,
                        select: { kind: true, decidedOn: true, changedInSubstance: true },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  });
  if (!found?.meeting) throw notFound();

  const { items, meeting, confirmedAt, ...minutes } = found;
  const { minutesTaken, ...meetingFacts } = meeting;
  return {
    ...minutes,
    meeting: meetingFacts,
    confirmedAt: visible(scope, confirmedAt),
    /** The item that confirms them, with its number on that agenda. */
    confirmation: minutesTaken[0] ? confirmationAt(scope, minutesTaken[0]) : null,
    items: items.map(({ topic, text, ...item }) => ({
      ...item,
      topic: visible(scope, topic),
      ...textOf(scope, text),
    })),
  };
}

type MinuteText = Restrictable & { markdown: string };

/** The text of a minute, where it is open to the reader, and whether it is open to them only for what they are. */
function textOf(scope: ReadScope, text: MinuteText | null) {
  const open = text && canReadContent(scope, text) ? text : null;
  return { markdown: open?.markdown ?? null, isRestricted: open !== null && open.restriction !== "public" };
}

export type MinutesPage = Awaited<ReturnType<typeof getMinutes>>;
export type MinuteItem = MinutesPage["items"][number];

type Confirming = {
  id: string;
  meeting: Readable & {
    slug: string;
    date: string;
    body: { slug: string; kind: BodyKind; name: string; shortName: string };
    agenda: readonly { id: string; parentId: string | null; place: number }[];
  };
};

function confirmationAt(scope: ReadScope, { id, meeting }: Confirming) {
  const seen = visible(scope, meeting);
  if (!seen) return null;
  const number = numberAgenda(seen.agenda).find(({ item }) => item.id === id)?.number ?? null;
  return { number, meeting: { slug: seen.slug, date: seen.date, body: seen.body } };
}
