import type { ReadScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { numberAgenda } from "@/domain/meetings/agenda";
import { cardWarnings } from "@/domain/programme/card-warnings";
import { preparation, stepsMissing } from "@/domain/topics/preparation";
import type { Finding } from "@/domain/workflow/workflow";
import type { Prisma, TopicStatus } from "@/generated/prisma/client";
import { visible } from "@/server/access/visible";
import { leadsAs, type PlannedItem, type PlannedRow } from "./planned-item";
import { agendaItemOf, type ProposalRow, proposalFacts } from "./proposal-facts";

/** What has a place on an agenda, by its number there. */
export type AgendaPlace = { number: string; date: PlainDate };

export type Card = {
  item: PlannedItem;
  purpose: string;
  agenda: AgendaPlace | null;
  leads: readonly string[];
  ends: { on: PlainDate | null; inForce: boolean };
  proposal: { title: string; agenda: AgendaPlace | null } | null;
  topic: PlannedTopic | null;
  findings: readonly Finding[];
  /** What is still missing of the five steps of a topic on the long list; null where none is asked. */
  steps: readonly string[] | null;
  /** It went elsewhere, or its topic is set aside. */
  gone: boolean;
  promised: { meetingId: string; date: PlainDate } | null;
};

export type PlannedTopic = {
  id: string;
  slug: string;
  title: string;
  status: TopicStatus;
  statusOn: PlainDate | null;
  statusReason: string | null;
  workedWith: string | null;
  receiver: string | null;
};

export const AGENDA = { id: true, parentId: true, place: true, kind: true, programmeItemId: true } as const;

export type AgendaRow = Prisma.AgendaItemGetPayload<{
  select: typeof AGENDA & { meeting: { select: { id: true; date: true; status: true } } };
}>;

/** The place of each agenda item: its number among the items of its meeting. */
export function numberedPlaces(agenda: readonly AgendaRow[]): Map<string, AgendaPlace> {
  const meetings = new Set(agenda.map(({ meeting }) => meeting.id));
  return new Map(
    [...meetings].flatMap((id) =>
      numberAgenda(agenda.filter(({ meeting }) => meeting.id === id)).map(
        ({ item, number }) => [item.id, { number, date: item.meeting.date }] as const,
      ),
    ),
  );
}

/** Where a proposal comes before the committee; null while it is on no agenda that is in sight. */
export const placeOf = (proposal: ProposalRow, numbered: ReadonlyMap<string, AgendaPlace>): AgendaPlace | null =>
  numbered.get(agendaItemOf(proposal) ?? "") ?? null;

type Around = {
  scope: ReadScope;
  today: PlainDate;
  numbered: ReadonlyMap<string, AgendaPlace>;
  agenda: readonly AgendaRow[];
};

/** An item as its card on the desk shows it, to whoever has this scope. */
export function cardOf(row: PlannedRow, item: PlannedItem, { scope, today, numbered, agenda }: Around): Card {
  const proposal = visible(scope, row.proposal);
  const topic = visible(scope, row.topic);
  const facts = proposalFacts(proposal);
  const { slot } = item;
  const listed =
    slot?.kind === "meeting" &&
    agenda.find(({ programmeItemId, meeting }) => programmeItemId === row.id && meeting.id === slot.meetingId);
  const named = [...leadsAs(row, "member"), ...leadsAs(row, "officer")].map(({ person }) => person.name);
  const asked = [proposal?.leadMember?.name, proposal?.leadOfficer?.name].flatMap((name) => name ?? []);
  const gone = item.status === "transferred" || (topic !== null && GONE.includes(topic.status) && slot === null);
  return {
    item,
    purpose: row.purpose,
    agenda: listed ? (numbered.get(listed.id) ?? null) : null,
    leads: named.length > 0 ? named : asked,
    ends: { on: item.endsOn ?? item.implementedOn, inForce: item.endsOn === null && item.implementedOn !== null },
    proposal: proposal && { title: proposal.title, agenda: placeOf(proposal, numbered) },
    topic: topic && { ...topic, receiver: topic.receiver?.name ?? null },
    findings: gone ? [] : cardWarnings(item, facts, today),
    steps: gone || slot !== null || facts ? null : stepsOf(topic?.status ?? "triaged", topic?._count.scores ?? 0, null),
    gone,
    promised: row.promisedTo && { meetingId: row.promisedTo.id, date: row.promisedTo.date },
  };
}

/** Topics of these are in sight, and asked for nothing. */
const GONE: readonly TopicStatus[] = ["parked", "rejected", "transferred", "merged", "removed"];

/** Marks have been summed where the topic has got beyond the first look at it. */
export function stepsOf(status: TopicStatus, scores: number, reportsAt: PlainDate | null): string[] | null {
  const scoring = scores > 0 ? { total: null, threshold: null, vetoed: false } : null;
  const steps = GONE.includes(status) ? null : preparation({ status, scorers: scores, scoring }, null, reportsAt);
  return steps && stepsMissing(steps);
}
