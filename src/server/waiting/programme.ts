import { can } from "@/domain/access/permissions";
import type { Addressed } from "@/domain/bodies/body-address";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import type { Waiting } from "@/domain/waiting/waiting";
import { readable } from "@/server/access/readable";
import { db, reader } from "@/server/db";
import { BODY_LINK } from "@/server/meetings/queries";
import { type Desk, getDesk, listProgrammeBodies } from "@/server/programme/desk";
import { MEETING_AWAITED } from "./agenda-places";
import { type Asker, counted } from "./asker";

/** What the table prints "Not given" for: said once for a programme, not once for each of its items. */
const NOT_GIVEN = ["no-corporate-plan-outcome", "no-lines-of-enquiry", "no-lead-member"];

/** What the executive has left unrecorded, and what others wait for on a day, wait by themselves. */
const SAID_ELSEWHERE = ["already-considered", "outside-date-before-meeting"];

type Card = Desk["elsewhere"][number];

/** Items with warnings, for who edits the programme; items of a meeting to come, for who leads them. */
export async function programmeWaiting(asker: Asker): Promise<Waiting[]> {
  const [desks, led, over] = await Promise.all([deskWaiting(asker), ledWaiting(asker), overWaiting(asker)]);
  return [...desks, ...led, ...over];
}

/** What was before a meeting that was held, or on a day that is past, and nobody has recorded; and what was, and is undecided. */
async function overWaiting({ person, scope, today }: Asker): Promise<Waiting[]> {
  if (!scope.allDrafts) return [];
  const items = await reader(scope).programmeItem.findMany({
    where: {
      AND: [
        readable(scope),
        {
          OR: [
            { status: "on_agenda", meeting: { status: "held" } },
            { status: "scheduled", slotOn: { lte: today } },
            { status: "considered" },
          ],
        },
      ],
    },
    orderBy: { title: "asc" },
    take: 60,
    select: {
      id: true,
      bodyId: true,
      title: true,
      status: true,
      slotOn: true,
      body: { select: { ...BODY_LINK, parentId: true } },
      meeting: { select: { date: true } },
    },
  });
  return items
    .filter(({ bodyId, body: { parentId } }) => can(person, "programme.decide", { bodyId, parentBodyId: parentId }))
    .map(({ id, title, status, slotOn, body, meeting }) => {
      const on = meeting?.date ?? slotOn;
      const isRecorded = status === "considered";
      return {
        key: `programme item ${id} ${status}`,
        title: isRecorded ? `Decide what becomes of “${title}”` : `Record what was done on “${title}”`,
        why: isRecorded
          ? `${body.shortName} considered it${on ? ` on ${formatDate(on)}` : ""}: it goes on, is monitored or is closed.`
          : `Its place was ${on ? formatDate(on) : "a day that is past"}.`,
        place: "Programme",
        verb: "See the item",
        subject: { kind: "programme item", id, body },
      };
    });
}

async function deskWaiting({ person, scope, today }: Asker): Promise<Waiting[]> {
  if (!scope.allDrafts) return [];
  const bodies = (await listProgrammeBodies(scope, today)).filter(({ id, parentId }) =>
    can(person, "programme.edit", { bodyId: id, parentBodyId: parentId }),
  );
  const soonest = await meetingSoonest(bodies, today);
  const desks = await Promise.all(soonest.map(({ slug }) => getDesk(scope, slug, today)));
  return desks.flatMap(({ body, meetings, elsewhere, unplaced }) => {
    const cards = [...meetings.flatMap((meeting) => meeting.cards), ...elsewhere, ...unplaced];
    const about = { subject: { kind: "programme", body }, verb: "Open the programme" } as const;
    const bare = cards.filter(({ findings }) => findings.some(({ code }) => NOT_GIVEN.includes(code)));
    const idle = cards.filter(({ steps }) => steps !== null && steps.length > 0);
    return [
      ...cards.flatMap((card) => [...cardWaiting(body, card), ...outsideDates(body, card, today)]),
      ...(bare.length > 0
        ? [
            {
              ...about,
              key: `programme ${body.id} not given`,
              title: `${counted(bare.length, "item prints", "items print")} “Not given”`,
              why: `${body.shortName}: ${listed(bare.map(({ item }) => item.title))}.`,
              place: "Programme",
            },
          ]
        : []),
      ...(idle.length > 0
        ? [
            {
              ...about,
              key: `programme ${body.id} steps`,
              title: `${counted(idle.length, "topic has", "topics have")} steps to take before scoping`,
              why: `${body.shortName}: ${listed(idle.map(({ item }) => item.title))}.`,
              place: "Long list",
            },
          ]
        : []),
    ];
  });
}

/** A desk is looked through whole, so only those of whoever meets next: the others' turn comes as their meetings do. */
const MOST_DESKS = 6;

async function meetingSoonest<Listed extends { id: string }>(
  bodies: readonly Listed[],
  today: PlainDate,
): Promise<Listed[]> {
  if (bodies.length <= MOST_DESKS) return [...bodies];
  const next = await db.meeting.groupBy({
    by: ["bodyId"],
    where: { bodyId: { in: bodies.map(({ id }) => id) }, date: { gte: today } },
    _min: { date: true },
    orderBy: { _min: { date: "asc" } },
    take: MOST_DESKS,
  });
  return next.flatMap(({ bodyId }) => bodies.find(({ id }) => id === bodyId) ?? []);
}

function cardWaiting(body: Addressed, { item, findings }: Card): Waiting[] {
  const telling = findings.filter(({ code }) => !NOT_GIVEN.includes(code) && !SAID_ELSEWHERE.includes(code));
  const [first, ...more] = telling;
  if (!first) return [];
  return [
    {
      key: `programme item ${item.id}`,
      title: item.title,
      why: more.length > 0 ? `${first.sentence} And ${counted(more.length, "more warning")}.` : first.sentence,
      place: "Programme",
      verb: "See the item",
      subject: { kind: "programme item", id: item.id, body },
    },
  ];
}

/** A day that somebody else has set, until it is past. */
function outsideDates(body: Addressed, { item }: Card, today: PlainDate): Waiting[] {
  return item.outsideDates
    .filter(({ on }) => on >= today)
    .map(({ on, what }) => ({
      key: `outside date ${item.id} ${on} ${what}`,
      title: what,
      why: `A day that others set, in “${item.title}”.${item.slot && on < item.slot.on ? " It falls before the committee meets." : ""}`,
      due: { date: on },
      verb: "See the item",
      subject: { kind: "programme item", id: item.id, body },
    }));
}

async function ledWaiting({ person, scope, today }: Asker): Promise<Waiting[]> {
  const items = await reader(scope).programmeItem.findMany({
    where: {
      AND: [
        readable(scope),
        {
          status: { in: ["scheduled", "on_agenda"] },
          leads: { some: { personId: person.personId } },
          meeting: { date: { gte: today } },
        },
      ],
    },
    orderBy: { title: "asc" },
    take: 30,
    select: { id: true, title: true, body: { select: BODY_LINK }, meeting: { select: MEETING_AWAITED } },
  });
  return items.flatMap(({ id, title, body, meeting }) =>
    meeting
      ? [
          {
            key: `programme item ${id} led`,
            title,
            why: "You lead it, and it goes to this meeting.",
            meeting,
            place: "Yours",
            verb: "See the programme",
            subject: { kind: "programme", body, itemId: id },
          },
        ]
      : [],
  );
}

/** "A, B and 3 more" */
function listed(titles: readonly string[], most = 3): string {
  const rest = titles.length - most;
  return rest > 0 ? `${titles.slice(0, most).join(", ")} and ${rest} more` : titles.join(", ");
}
