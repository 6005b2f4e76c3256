import type { ReadScope } from "@/domain/access/read-scope";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import type { AgendaItemKind, Reporting } from "@/domain/meetings/agenda";
import { asHeading } from "@/domain/wording/shortened";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import type { Client } from "@/server/db";
import { IS_OFF, motionsWaiting, waitsFor } from "./motions";
import { listStandingItems } from "./standing-items";

/** What waits for a meeting, as the item it would be. */
export type WaitingItem = {
  /** Of what it is made: "programme:…", "standing:2". */
  key: string;
  group: WaitingGroup;
  /** The item under which it comes, by what that is for; by itself where there is none. */
  under: AgendaItemKind | null;
  /** Under the one before it. */
  nested: boolean;
  note: string;
  item: {
    kind: AgendaItemKind;
    title: string;
    purpose: string;
    reporting: Reporting;
    leadMemberId: string | null;
    officerId: string | null;
    topicId: string | null;
    programmeItemId: string | null;
    motionId: string | null;
    followUpId: string | null;
    minutesOfId: string | null;
  };
};

export type WaitingGroup = "standing" | "motions" | "followUps" | "programme";

const NO_LINKS = {
  reporting: "none",
  leadMemberId: null,
  officerId: null,
  topicId: null,
  programmeItemId: null,
  motionId: null,
  followUpId: null,
  minutesOfId: null,
} as const;

export type MeetingAhead = {
  id: string;
  bodyId: string;
  date: PlainDate;
  agenda: readonly { kind: AgendaItemKind; title: string }[];
};

const MOST_WAITING = 60;
const MOST_SAID = 150;

/**
 * What is waiting for a meeting and not on its agenda: what every agenda has, motions referred to the body, follow-ups due, and what
 * the programme has placed there. Motions and follow-ups that name no meeting, or one that is off, wait for the next one. Agendas are
 * public: what is not says no more there than what it is.
 */
export async function listWaitingItems(
  client: Client,
  scope: ReadScope,
  meeting: MeetingAhead,
  today: PlainDate,
): Promise<WaitingItem[]> {
  const between = await client.meeting.findFirst({
    where: {
      bodyId: meeting.bodyId,
      id: { not: meeting.id },
      date: { gte: today, lt: meeting.date },
      status: { in: ["planned", "convened", "published"] },
    },
    orderBy: { date: "desc" },
    select: { date: true },
  });
  const [standing, motions, followUps, programme] = await Promise.all([
    standingItems(client, scope, meeting),
    motionsReferred(client, scope, meeting, between === null),
    followUpsDue(client, scope, meeting, between),
    programmeItems(client, scope, meeting),
  ]);
  return [...standing, ...motions, ...followUps, ...programme];
}

async function standingItems(client: Client, scope: ReadScope, meeting: MeetingAhead): Promise<WaitingItem[]> {
  const items = await listStandingItems(client, scope, meeting);
  const isThere = ({ kind, title }: { kind: AgendaItemKind; title: string }) =>
    meeting.agenda.some((on) => (kind === "ordinary" || kind === "heading" ? on.title === title : on.kind === kind));
  return items.flatMap(({ kind, title, purpose, nested, minutesOfId }, index) =>
    isThere({ kind, title })
      ? []
      : [
          {
            key: `standing:${index}`,
            group: "standing" as const,
            under: null,
            nested,
            note: "",
            item: { ...NO_LINKS, kind, title, purpose, minutesOfId },
          },
        ],
  );
}

/** A motion that the council referred waits until an agenda of the body has it: for the meeting it names, or the next. */
async function motionsReferred(
  client: Client,
  scope: ReadScope,
  at: MeetingAhead,
  isNext: boolean,
): Promise<WaitingItem[]> {
  const { bodyId } = at;
  const motions = await client.motion.findMany({
    where: { AND: [motionsWaiting(scope, bodyId), waitsFor(at, isNext)] },
    orderBy: [{ meeting: { date: "asc" } }, { id: "asc" }],
    take: MOST_WAITING,
    include: {
      mover: { select: { name: true } },
      meeting: { select: { date: true, body: { select: { name: true } } } },
      topics: { where: { bodyId, audience: "public" }, take: 1, select: { id: true } },
    },
  });
  return motions.map(({ id, title, audience, forMeetingId, mover, meeting, topics }) => {
    const isOpen = audience === "public";
    const from = `referred by the ${meeting.body.name} on ${formatDate(meeting.date)}`;
    const named = mover ? `${title}: motion from ${mover.name}` : title;
    return {
      key: `motion:${id}`,
      group: "motions",
      under: "motions",
      nested: false,
      note: forMeetingId === at.id ? `${from}, for this meeting` : from,
      item: {
        ...NO_LINKS,
        kind: "ordinary",
        title: isOpen ? named : `A motion ${from}`,
        purpose: isOpen ? `To consider the motion ${from}.` : "",
        motionId: id,
        topicId: topics[0]?.id ?? null,
      },
    };
  });
}

const UNFINISHED = ["open", "in_progress", "done_claimed"] as const;

async function followUpsDue(
  client: Client,
  scope: ReadScope,
  { id: meetingId, bodyId, date }: MeetingAhead,
  before: { date: PlainDate } | null,
): Promise<WaitingItem[]> {
  const due: Prisma.FollowUpWhereInput[] = before
    ? [{ dueMeetingId: meetingId }, { dueOn: { gt: before.date, lte: date } }]
    : [
        { dueOn: { lte: date } },
        { dueMeeting: { is: { OR: [{ date: { lte: date } }, IS_OFF] } } },
        { dueNextMeeting: true, dueMeetingId: null },
      ];
  const followUps = await client.followUp.findMany({
    where: {
      AND: [
        { bodyId, status: { in: [...UNFINISHED] }, agendaItems: { none: { meetingId } }, OR: due },
        readable(scope),
      ],
    },
    orderBy: [{ raisedOn: "asc" }, { id: "asc" }],
    take: MOST_WAITING,
    include: { owners: { orderBy: { position: "asc" }, take: 1 }, topic: { select: { audience: true } } },
  });
  return followUps.map(({ id, text, audience, raisedOn, topicId, topic, owners }) => ({
    key: `followUp:${id}`,
    group: "followUps",
    under: "matters_raised",
    nested: false,
    note: `asked for on ${formatDate(raisedOn)}`,
    item: {
      ...NO_LINKS,
      kind: "ordinary",
      title: audience === "public" ? asHeading(text, MOST_SAID) : `A matter raised on ${formatDate(raisedOn)}`,
      purpose: `To hear what came of it: it was asked for on ${formatDate(raisedOn)}.`,
      reporting: "oral",
      officerId: owners[0]?.personId ?? null,
      topicId: topic?.audience === "public" ? topicId : null,
      followUpId: id,
    },
  }));
}

async function programmeItems(
  client: Client,
  scope: ReadScope,
  { id: meetingId, bodyId }: MeetingAhead,
): Promise<WaitingItem[]> {
  const items = await client.programmeItem.findMany({
    where: {
      AND: [
        { bodyId, slotKind: "meeting", meetingId, status: { in: ["scheduled", "with_group", "on_agenda"] } },
        { agendaItems: { none: { meetingId } } },
        readable(scope),
      ],
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: MOST_WAITING,
    include: { leads: { orderBy: { position: "asc" } }, topic: { select: { audience: true } } },
  });
  return items.map(({ id, title, purpose, audience, topicId, topic, leads }) => ({
    key: `programme:${id}`,
    group: "programme",
    under: "heading",
    nested: false,
    note: "placed here by the work programme",
    item: {
      ...NO_LINKS,
      kind: "ordinary",
      title: audience === "public" ? title : "An item of the work programme",
      purpose: audience === "public" ? purpose : "",
      reporting: "to_follow",
      leadMemberId: leads.find(({ role }) => role === "member")?.personId ?? null,
      officerId: leads.find(({ role }) => role === "officer")?.personId ?? null,
      topicId: topic?.audience === "public" ? topicId : null,
      programmeItemId: id,
    },
  }));
}
