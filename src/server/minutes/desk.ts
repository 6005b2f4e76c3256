import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { canReadContent, readScope } from "@/domain/access/read-scope";
import { numberAgenda } from "@/domain/meetings/agenda";
import { decisionFindings } from "@/domain/minutes/minuted-decision";
import { readable } from "@/server/access/readable";
import { ACCESS } from "@/server/access/visible";
import { db } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK } from "@/server/meetings/queries";
import { type DecisionValues, decisionFields } from "./decision-form";
import { listVoters } from "./decisions";
import { minuteFields, minuteValues } from "./minute-form";
import { numberingOf } from "./numbering";

/** A meeting by its address. */
type MeetingAt = { body: string; meeting: string };

/**
 * The minutes of a meeting as their clerk works on them; null in place of minutes that are not begun.
 * @throws ExpectedError not-found, also for whoever writes none of this body's
 */
export async function getMinutesDesk(person: Person, { body, meeting: slug }: MeetingAt) {
  const scope = readScope(person);
  const meeting = await db.meeting.findFirst({
    where: { AND: [{ slug, body: { slug: body } }, readable(scope)] },
    include: { body: { select: { ...BODY_LINK, id: true, parentId: true } } },
  });
  if (!meeting || !can(person, "minutes.edit", { ...meeting, parentBodyId: meeting.body.parentId })) throw notFound();
  // Read afterwards: how long it takes would tell others that there are minutes, and how many.
  const [minutes, agenda] = await Promise.all([
    db.minutes.findUnique({
      where: { meetingId: meeting.id },
      include: {
        amendments: { orderBy: { at: "asc" } },
        items: {
          orderBy: { position: "asc" },
          include: {
            text: { select: { ...ACCESS, restriction: true, paragraphs: true, withheldFrom: true, markdown: true } },
            decisions: {
              orderBy: { position: "asc" },
              include: {
                namedVotes: true,
                recommendations: {
                  select: {
                    clauses: {
                      orderBy: { number: "asc" },
                      select: { number: true, recipientName: true, recipient: { select: { shortName: true } } },
                    },
                  },
                },
              },
            },
          },
        },
      },
    }),
    db.agendaItem.findMany({
      where: { meetingId: meeting.id },
      select: { id: true, parentId: true, place: true },
    }),
  ]);
  const numbers = new Map(numberAgenda(agenda).map(({ item, number }) => [item.id, number]));
  return {
    meeting,
    minutes: minutes && {
      ...minutes,
      isWritable: minutes.status === "draft" || minutes.status === "checked",
      items: minutes.items
        .filter(({ text }) => text === null || canReadContent(scope, text))
        .map((item) => ({ ...item, itemNumber: item.agendaItemId ? (numbers.get(item.agendaItemId) ?? null) : null })),
    },
  };
}

export type MinutesDesk = Awaited<ReturnType<typeof getMinutesDesk>>;
export type DeskMinutes = NonNullable<MinutesDesk["minutes"]>;

/**
 * One minute with the fields of its form and of each of its decisions, and what to look at again in those.
 * @throws ExpectedError not-found
 */
export async function getMinuteDesk(person: Person, at: MeetingAt, minuteId: string) {
  const { meeting, minutes } = await getMinutesDesk(person, at);
  const index = minutes?.items.findIndex(({ id }) => id === minuteId) ?? -1;
  const minute = minutes?.items[index];
  if (!minutes || !minute) throw notFound();
  const voters = await listVoters(db, meeting);
  const isRestricted = minute.text !== null && minute.text.restriction !== "public";
  const offered = { voters, isRestricted };
  return {
    meeting,
    minutes,
    minute,
    isRestricted,
    fields: minuteFields(minuteValues(minute, numberingOf(minutes.items)[index] ?? "numbered")),
    newDecision: decisionFields(null, offered),
    decisions: minute.decisions.map((decision) => {
      const castingVote = decision.castingVote === null ? null : decision.castingVote ? "for" : "against";
      const of = (vote: "for" | "against" | "abstained") =>
        decision.namedVotes.filter((each) => each.vote === vote).map(({ personId }) => personId);
      const values: DecisionValues = {
        ...decision,
        castingVote,
        votes: { for: of("for"), against: of("against"), abstained: of("abstained") },
        open: decision.restriction === "public",
      };
      return {
        ...decision,
        fields: decisionFields(values, offered),
        findings: decisionFindings({ ...decision, castingVote }, voters.length),
      };
    }),
  };
}

export type DeskDecision = Awaited<ReturnType<typeof getMinuteDesk>>["decisions"][number];
