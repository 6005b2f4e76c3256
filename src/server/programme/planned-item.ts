import type { ReadScope } from "@/domain/access/read-scope";
import { isKey } from "@/domain/access/record-key";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { ExecutiveDecision } from "@/domain/programme/planned-work";
import type { Deferral, ProgrammeItem, Slot } from "@/domain/programme/programme-item";
import type { MeetingStatus, Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import type { Client } from "@/server/db";
import { notFound } from "@/server/errors";
import { PROPOSAL, proposalFacts } from "./proposal-facts";

/** Parts of a record without a body of their own are open to whoever is inside, or to nobody who could ask. */
const OPEN_INSIDE = { audience: { in: ["public" as const, "inside" as const] } };

/** Everything of an item that its warnings look at, and that a card or its page shows. */
export const PLANNED = {
  ...ACCESS,
  id: true,
  version: true,
  bodyId: true,
  title: true,
  purpose: true,
  type: true,
  status: true,
  linesOfEnquiry: true,
  targetEnd: true,
  targetAsPrinted: true,
  slotKind: true,
  slotOn: true,
  position: true,
  deferrals: true,
  groupId: true,
  programme: { select: { id: true, status: true, year: true } },
  body: { select: { parentId: true } },
  meeting: { select: { id: true, slug: true, date: true, status: true } },
  promisedTo: { select: { id: true, date: true } },
  leads: {
    orderBy: { position: "asc" },
    select: { role: true, personId: true, titleAsPrinted: true, person: { select: { name: true } } },
  },
  outcomes: { select: { outcome: { select: { id: true, name: true } } } },
  moves: {
    where: { deferral: true },
    orderBy: { recordedAt: "asc" },
    select: {
      on: true,
      reason: true,
      fromMeeting: { select: { date: true } },
      toMeeting: { select: { date: true } },
    },
  },
  outsideDates: { where: OPEN_INSIDE, orderBy: { on: "asc" }, select: { on: true, what: true } },
  topic: {
    select: {
      ...ACCESS,
      id: true,
      slug: true,
      title: true,
      status: true,
      statusOn: true,
      statusReason: true,
      workedWith: true,
      receiver: { select: { name: true, shortName: true } },
      _count: { select: { scores: true } },
      forwardPlan: {
        where: { entry: OPEN_INSIDE },
        select: { entry: { select: { title: true, dueOn: true, outcome: true, meeting: { select: { date: true } } } } },
      },
      programmeItems: {
        where: { type: "review", status: "closed" },
        select: { id: true, title: true, slotOn: true, meeting: { select: { date: true } } },
      },
    },
  },
  proposal: { select: PROPOSAL },
} as const satisfies Prisma.ProgrammeItemSelect;

export type PlannedRow = Prisma.ProgrammeItemGetPayload<{ select: typeof PLANNED }>;

/** @throws ExpectedError "not-found" for what the scope does not open */
export async function findPlannedItem(client: Client, scope: ReadScope, id: string): Promise<PlannedRow> {
  if (!isKey(id)) throw notFound();
  const row = await client.programmeItem.findFirst({ where: { AND: [{ id }, readable(scope)] }, select: PLANNED });
  if (!row) throw notFound();
  return row;
}

export type BodyMeeting = {
  id: string;
  slug: string;
  date: PlainDate;
  startTime: string | null;
  status: MeetingStatus;
  /** Items with a place there. */
  items: number;
};

/** What an item is planned among: the committee's meetings with their load, and how much it takes. */
export type Surroundings = { meetings: readonly BodyMeeting[]; capacity: number | null };

/** Gone elsewhere: what was there takes no room. */
const GONE = ["withdrawn", "transferred"] as const;

/** Meetings that take place, or did. */
const STANDING = ["planned", "convened", "published", "held"] as const;

/** The meetings of a body that this scope may know of, and how many items each takes. @throws where there is no such body */
export async function getSurroundings(client: Client, scope: ReadScope, bodyId: string): Promise<Surroundings> {
  const [body, meetings] = await Promise.all([
    client.body.findUniqueOrThrow({ where: { id: bodyId }, select: { rules: true } }),
    client.meeting.findMany({
      where: { AND: [{ bodyId, status: { in: [...STANDING] } }, readable(scope)] },
      orderBy: [{ date: "asc" }, { slug: "asc" }],
      select: {
        id: true,
        slug: true,
        date: true,
        startTime: true,
        status: true,
        _count: { select: { programmeItems: { where: { status: { notIn: [...GONE] } } } } },
      },
    }),
  ]);
  return {
    meetings: meetings.map(({ _count, ...meeting }) => ({ ...meeting, items: _count.programmeItems })),
    capacity: capacityIn(body.rules),
  };
}

/** How many items the body takes at a meeting, if its settings set a limit. */
function capacityIn(rules: Prisma.JsonValue): number | null {
  const set = typeof rules === "object" && rules !== null && "capacity" in rules ? rules.capacity : null;
  return typeof set === "number" ? set : null;
}

/** `reportTo` is the meeting that its scoping names for the report. */
export type PlannedItem = ProgrammeItem & { version: number; reportTo: PlainDate | null };

/** The row as the rules look at it. */
export function plannedItem(scope: ReadScope, row: PlannedRow, surroundings: Surroundings): PlannedItem {
  const proposal = visible(scope, row.proposal);
  const topic = visible(scope, row.topic);
  const slot = slotOf(row, surroundings);
  const item: PlannedItem = {
    id: row.id,
    version: row.version,
    status: row.status,
    bodyId: row.bodyId,
    parentBodyId: row.body.parentId,
    areaId: row.areaId,
    portfolioId: row.portfolioId,
    keepers: row.keepers,
    leadMemberIds: leadsAs(row, "member").map(({ personId }) => personId),
    programmeStatus: row.programme.status,
    title: row.title,
    type: row.type,
    leadMembers: leadsAs(row, "member").map(({ person }) => person.name),
    linesOfEnquiry:
      row.linesOfEnquiry.length > 0 ? row.linesOfEnquiry : (proposalFacts(proposal)?.linesOfEnquiry ?? []),
    corporatePlanOutcomes: row.outcomes.map(({ outcome }) => outcome.name),
    endsOn: row.targetEnd ?? proposal?.endsOn ?? null,
    implementedOn: proposal?.inForceOn ?? null,
    reportTo: proposal?.reportTo?.date ?? null,
    reportsOn: null,
    meetingDays: surroundings.meetings.map(({ date }) => date),
    executiveDecisions: (topic?.forwardPlan ?? []).flatMap(({ entry }): ExecutiveDecision[] => {
      const on = entry.meeting?.date ?? entry.dueOn;
      return on === null ? [] : [{ title: entry.title, on, outcome: entry.outcome }];
    }),
    earlierReviews: (topic?.programmeItems ?? []).flatMap(({ id, title, meeting, slotOn }) => {
      const endedOn = meeting?.date ?? slotOn;
      return id === row.id || endedOn === null ? [] : [{ title, endedOn }];
    }),
    slot,
    deferrals: deferralsOf(row),
    scoping: proposal?.status ?? null,
    reportPromisedFor: row.promisedTo?.date ?? null,
    outsideDates: row.outsideDates,
    groupId: row.groupId,
    receiverBodyId: null,
  };
  return placedAt(item, slot);
}

/** The item at this place. The meeting that has it has its report, unless its scoping names another. */
export const placedAt = (item: PlannedItem, slot: Slot | null): PlannedItem => ({
  ...item,
  slot,
  reportsOn: item.reportTo ?? (slot?.kind === "meeting" ? slot.on : null),
});

/** Whoever leads an item as a member, or as an officer, in their order. */
export const leadsAs = (row: Pick<PlannedRow, "leads">, as: "member" | "officer") =>
  row.leads.filter(({ role }) => role === as);

function slotOf({ slotKind, slotOn, meeting }: PlannedRow, { meetings, capacity }: Surroundings): Slot | null {
  if (slotKind === "none") return null;
  if (slotKind === "meeting")
    return (
      meeting && {
        kind: "meeting",
        meetingId: meeting.id,
        on: meeting.date,
        held: meeting.status === "held",
        items: meetings.find(({ id }) => id === meeting.id)?.items ?? 1,
        capacity,
      }
    );
  return slotOn === null ? null : { kind: slotKind, on: slotOn };
}

/** As many as are counted. Of one that was counted before it was recorded here only the number is known. */
function deferralsOf({ deferrals, moves }: PlannedRow): Deferral[] {
  const unknown = { from: null, to: null, decidedOn: "", reason: "" };
  const recorded = moves.map(({ fromMeeting, toMeeting, on, reason }) => ({
    from: fromMeeting?.date ?? null,
    to: toMeeting?.date ?? null,
    decidedOn: on,
    reason,
  }));
  return [...Array<Deferral>(Math.max(0, deferrals - recorded.length)).fill(unknown), ...recorded];
}
