import type { ReadScope } from "@/domain/access/read-scope";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { AT_WORK } from "@/domain/review-groups/review-group";
import { reviewGroupWorkflow } from "@/domain/review-groups/review-group-workflow";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import type { Client, Tx } from "@/server/db";
import type { ListedUnder } from "@/server/workflow/authority";
import { chosen } from "@/server/workflow/choices";
import type { StepOption } from "@/server/workflow/step-field";
import { defineSteps } from "@/server/workflow/steps";
import { findGroup, type GroupRow } from "./subject";

type Columns = Prisma.ReviewGroupUncheckedUpdateManyInput;
type Found = Awaited<ReturnType<typeof findGroup>>;

/** Items under which its parent decides of a group: those of its work, of its topics, and of the programme as a whole. */
export const groupListedUnder = ({
  id,
  parentId,
  agendaItemId,
}: Pick<GroupRow, "id" | "parentId" | "agendaItemId">): ListedUnder => ({
  meeting: { bodyId: parentId },
  OR: [
    // One that a meeting thought of was before it under the item at which it did.
    ...(agendaItemId === null ? [] : [{ id: agendaItemId }]),
    { kind: "work_programme" },
    { programmeItem: { groupId: id } },
    { topic: { groupId: id } },
    { proposals: { some: { topics: { some: { topic: { groupId: id } } } } } },
    { papers: { some: { report: { reviewGroups: { some: { id } } } } } },
  ],
});

/** From a proposal to the day that its parent dissolves it (LGA 1972 s102). */
export const reviewGroupSteps = defineSteps({
  workflow: reviewGroupWorkflow,
  find: findGroup,
  save: (tx, { where, data }, brought: Columns) => tx.reviewGroup.updateMany({ where, data: { ...brought, ...data } }),
  listedUnder: ({ row }: Found) => groupListedUnder(row),
  always: ({ authorityId }) => (authorityId ? { authorityId } : {}),
  asks: {
    report: async ({ row }, client, { scope }) => [
      {
        kind: "one",
        name: "reportId",
        label: "The report it made",
        hint: "Where it reported in another way, leave this and say how as the reason.",
        none: "None written",
        options: await listReports(client, scope, row),
        value: row.reportId,
      },
    ],
  },
  brings: {
    establish: (tx, { row, members }, _answers, { on }) => ({
      afterwards: async () => {
        await tx.body.update({ where: { id: row.bodyId }, data: { from: on, version: { increment: 1 } } });
        await tx.seat.createMany({
          data: members.map(({ personId }) => ({ personId, bodyId: row.bodyId, role: "member" as const, from: on })),
        });
      },
    }),
    report: async (tx, { row, subject }, answers, { scope }) => {
      const reportId = await chosen(answers.id("reportId"), "reportId", () => listReports(tx, scope, row));
      return { subject: { ...subject, reportId }, data: { reportId } };
    },
    suspend: (_tx, { subject }) => ({ data: { suspendedFrom: AT_WORK.find((at) => at === subject.status) ?? null } }),
    resume: () => ({ data: { suspendedFrom: null } }),
    dissolve: (tx, { row }, _answers, { on }) => ({ afterwards: () => end(tx, row, on) }),
    lapse: (tx, { row }, _answers, { today }) => ({
      data: { suspendedFrom: null },
      afterwards: () => end(tx, row, today),
    }),
  },
});

/** A group that is over sits no longer. */
async function end(tx: Tx, { bodyId }: GroupRow, on: PlainDate): Promise<void> {
  await tx.body.update({ where: { id: bodyId }, data: { until: on, version: { increment: 1 } } });
  await tx.seat.updateMany({ where: { bodyId, until: null }, data: { until: on, version: { increment: 1 } } });
}

/** Reports of the group or of its parent. */
async function listReports(client: Client, scope: ReadScope, { bodyId, parentId }: GroupRow): Promise<StepOption[]> {
  const reports = await client.report.findMany({
    where: { AND: [{ bodyId: { in: [bodyId, parentId] }, status: { not: "withdrawn" } }, readable(scope)] },
    orderBy: { id: "desc" },
    take: 100,
    select: { id: true, title: true, meeting: { select: { date: true } } },
  });
  return reports.map(({ id, title, meeting }) => ({
    value: id,
    label: meeting ? `${title}, ${formatDate(meeting.date)}` : title,
  }));
}
