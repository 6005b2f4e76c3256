import type { ReadScope } from "@/domain/access/read-scope";
import { isKey } from "@/domain/access/record-key";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { DEFAULT_TEMPLATE } from "@/domain/scoping/templates";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import type { Client } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK } from "@/server/meetings/queries";
import { heldOn } from "@/server/people/held-on";
import { templateFrom } from "./template";

/** What a person's seats of the day make of them. */
export const withSeats = (today: PlainDate) =>
  ({
    id: true,
    slug: true,
    name: true,
    familyName: true,
    seats: {
      where: heldOn(today),
      select: { bodyId: true, role: true, body: { select: { kind: true } } },
    },
  }) as const satisfies Prisma.PersonSelect;

export const FORWARD_PLAN_ENTRY = {
  id: true,
  title: true,
  dueOn: true,
  outcome: true,
  meeting: { select: { date: true } },
} as const satisfies Prisma.ForwardPlanEntrySelect;

const rowOf = (scope: ReadScope, today: PlainDate) =>
  ({
    leadMember: { select: withSeats(today) },
    leadOfficer: { select: { id: true, slug: true, name: true } },
    reportTo: { select: { id: true, date: true } },
    outcomes: { select: { outcome: { select: { id: true, name: true } } }, orderBy: { outcome: { name: "asc" } } },
    body: {
      select: {
        ...BODY_LINK,
        id: true,
        parentId: true,
        labels: true,
        scopingTemplate: true,
        meetings: {
          where: { AND: [{ status: { notIn: ["cancelled", "abandoned", "postponed"] } }, readable(scope)] },
          orderBy: { date: "asc" },
          select: { id: true, slug: true, date: true, status: true, convenedOn: true },
        },
      },
    },
    agendaItem: {
      select: {
        ...ACCESS,
        id: true,
        meeting: { select: { ...ACCESS, slug: true, date: true, publishedAt: true, body: { select: BODY_LINK } } },
      },
    },
    papers: {
      where: { openSince: { not: null } },
      select: { openSince: true },
      orderBy: { openSince: "asc" },
      take: 1,
    },
    topics: {
      orderBy: { topic: { title: "asc" } },
      select: {
        leavesOut: true,
        topic: {
          select: {
            ...ACCESS,
            id: true,
            slug: true,
            title: true,
            parts: true,
            forwardPlan: { select: { entry: { select: FORWARD_PLAN_ENTRY } } },
          },
        },
      },
    },
    programmeItems: {
      where: readable(scope),
      select: { reports: { where: { consideredOn: { not: null } }, select: { consideredOn: true } } },
    },
  }) as const satisfies Prisma.ScopingProposalInclude;

/**
 * One proposal as this person may see it, with all that belongs to it.
 * @throws ExpectedError "not-found"
 */
export async function readRow(client: Client, scope: ReadScope, id: string, today: PlainDate) {
  if (!isKey(id)) throw notFound();
  const found = await client.scopingProposal.findFirst({
    where: { AND: [{ id }, readable(scope)] },
    include: rowOf(scope, today),
  });
  if (!found) throw notFound();
  const topics = found.topics.flatMap(({ leavesOut, topic }) =>
    visible(scope, topic) ? [{ ...topic, leavesOut }] : [],
  );
  return {
    ...found,
    topics,
    outcomes: found.outcomes.map(({ outcome }) => outcome),
    agendaItem: visible(scope, found.agendaItem),
    // A committee whose template was taken away still has the proposals it was sent.
    template: templateFrom(found.body.scopingTemplate) ?? DEFAULT_TEMPLATE,
  };
}

export type ScopingRow = Awaited<ReturnType<typeof readRow>>;
