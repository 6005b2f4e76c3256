import type { ReadScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { FollowUp, FollowUpRules } from "@/domain/follow-ups/follow-up";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { ACCESS } from "@/server/access/visible";
import type { Client } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK } from "@/server/meetings/queries";

/** A follow-up with what its rules and flags look at. */
export const FOLLOW_UP = {
  body: { select: { ...BODY_LINK, id: true, parentId: true, rules: true } },
  dueMeeting: { select: { ...ACCESS, slug: true, date: true } },
  owners: {
    orderBy: { position: "asc" },
    select: { personId: true, person: { select: { slug: true, name: true } } },
  },
  notes: { orderBy: { on: "desc" }, take: 1, select: { on: true } },
} as const satisfies Prisma.FollowUpInclude;

export type FollowUpRow = Prisma.FollowUpGetPayload<{ include: typeof FOLLOW_UP }>;

/** Days of silence that a body puts up with where its settings name none. */
const STALE_AFTER_DAYS = 90;

/**
 * One follow-up as its rules look at it.
 * @throws ExpectedError "not-found", also where it is hidden from the reader
 */
export async function findFollowUp(client: Client, scope: ReadScope, id: string) {
  const row = await client.followUp.findFirst({ where: { AND: [{ id }, readable(scope)] }, include: FOLLOW_UP });
  if (!row) throw notFound();
  return { row, subject: subjectFrom(row) };
}

export type FoundFollowUp = Awaited<ReturnType<typeof findFollowUp>>;

/** A follow-up as its rules look at it. */
export function subjectFrom(row: FollowUpRow): FollowUp & { id: string; version: number } {
  const { heldFrom } = row;
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    bodyId: row.bodyId,
    parentBodyId: row.body.parentId,
    areaId: row.areaId,
    portfolioId: row.portfolioId,
    keepers: row.keepers,
    minuteId: row.minuteId,
    authorityId: row.authorityId,
    text: row.text,
    ownerIds: row.owners.map(({ personId }) => personId),
    dueOn: row.dueOn,
    dueNextMeeting: row.dueNextMeeting,
    dueMeetingOn: row.dueMeeting?.date ?? null,
    heldFrom: heldFrom === "open" || heldFrom === "in_progress" ? heldFrom : null,
    reviewOn: row.reviewOn,
    evidence: row.evidence,
    lastUpdatedOn: heardOfOn(row),
    supersededById: row.supersededById,
    programmeItemId: row.programmeItemId,
    rules: rulesFrom(row.body.rules),
  };
}

/** The day of its last note or step, or the day it was asked for. */
const heardOfOn = ({ raisedOn, statusOn, notes }: FollowUpRow): PlainDate =>
  [raisedOn, statusOn ?? raisedOn, notes[0]?.on ?? raisedOn].toSorted().at(-1) ?? raisedOn;

/** What a body's settings say of follow-ups; the committee alone closes them where they say nothing. */
export function rulesFrom(settings: unknown): FollowUpRules {
  const { followUps } = (settings ?? {}) as { followUps?: Partial<FollowUpRules> };
  return {
    closedBy: followUps?.closedBy === "officer_after_consulting_chair" ? "officer_after_consulting_chair" : "committee",
    staleAfterDays:
      typeof followUps?.staleAfterDays === "number" && followUps.staleAfterDays > 0
        ? followUps.staleAfterDays
        : STALE_AFTER_DAYS,
  };
}
