import type { ReadScope } from "@/domain/access/read-scope";
import { rolesOf } from "@/domain/access/role";
import { reportWorkflow } from "@/domain/reports/report-workflow";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { getClock } from "@/server/clock/queries";
import type { Client } from "@/server/db";
import { openListings } from "@/server/meetings/agenda-papers";
import { chosen } from "@/server/workflow/choices";
import { defineSteps } from "@/server/workflow/steps";
import { findReport } from "./subject";

type Columns = Prisma.ReportUncheckedUpdateManyInput;
type Found = Awaited<ReturnType<typeof findReport>>;

/** A report from its commission to the meeting that takes it. */
export const reportSteps = defineSteps({
  workflow: reportWorkflow,
  find: findReport,
  save: (tx, { where, data }, brought: Columns) => tx.report.updateMany({ where, data: { ...brought, ...data } }),
  listedUnder: ({ subject }: Found) => ({ papers: { some: { reportId: subject.id } } }),
  asks: {
    replace: async ({ row }, client, { scope }) => [
      {
        kind: "one",
        name: "replacedById",
        label: "The report that takes its place",
        hint: "Each of the two leads to the other",
        options: await listReplacements(client, scope, row),
      },
    ],
  },
  brings: {
    sendForClearance: (tx, { row, subject }) => ({
      // Every step looks at what is sent now.
      afterwards: async () => {
        await tx.clearance.deleteMany({ where: { reportId: row.id, outcome: { not: "waiting" } } });
        const waiting = await tx.clearance.findMany({ where: { reportId: row.id }, select: { step: true } });
        await tx.clearance.createMany({
          data: subject.rules.steps
            .filter((step) => !waiting.some((each) => each.step === step))
            .map((step) => ({ reportId: row.id, step })),
        });
      },
    }),
    signOff: async (tx, { row, subject }, _answers, { actor }) => {
      if (!rolesOf(actor, subject).has("director") || !subject.rules.steps.includes("director")) return {};
      // A director who signs off has cleared it.
      const { instant } = await getClock(tx);
      const cleared = { step: "director", outcome: "cleared", personId: actor.personId, onBehalfOf: null } as const;
      return {
        subject: { clearances: [...subject.clearances, { ...cleared, evidence: null }] },
        afterwards: async () => {
          await tx.clearance.deleteMany({ where: { reportId: row.id, step: "director" } });
          await tx.clearance.create({ data: { ...cleared, reportId: row.id, at: instant } });
        },
      };
    },
    publish: (tx, { row }, _answers, { today }) => ({
      data: { publishedOn: today },
      afterwards: async () => openListings(tx, row.id, (await getClock(tx)).instant),
    }),
    recordConsidered: (_tx, { subject }) => ({
      data: { consideredOn: subject.consideredOn },
      ...(subject.consideredOn && { happenedOn: subject.consideredOn }),
    }),
    replace: async (tx, { row, subject }, answers, { scope }) => {
      const replacedById = answers.id("replacedById") ?? subject.replacedById;
      if (replacedById !== subject.replacedById)
        await chosen(replacedById, "replacedById", () => listReplacements(tx, scope, row));
      return {
        subject: { replacedById },
        afterwards: async () => {
          if (replacedById) await tx.report.update({ where: { id: replacedById }, data: { replacesId: row.id } });
        },
      };
    },
  },
});

/** Reports of the same body that replace none yet. */
async function listReplacements(client: Client, scope: ReadScope, { id, bodyId }: Found["row"]) {
  const found = await client.report.findMany({
    where: {
      AND: [
        {
          id: { not: id },
          bodyId,
          OR: [{ replacesId: null }, { replacesId: id }],
          status: { notIn: ["withdrawn", "replaced"] },
        },
        readable(scope),
      ],
    },
    orderBy: { title: "asc" },
    take: 200,
    select: { id: true, title: true },
  });
  return found.map(({ id, title }) => ({ value: id, label: title }));
}
