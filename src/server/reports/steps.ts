import type { ReadScope } from "@/domain/access/read-scope";
import { rolesOf } from "@/domain/access/role";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { ownStep } from "@/domain/reports/clearance-queue";
import { CLEARANCE_STEPS, type ClearanceStep } from "@/domain/reports/report";
import { reportWorkflow } from "@/domain/reports/report-workflow";
import { keysOf } from "@/domain/wording/words-by-value";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { getClock } from "@/server/clock/queries";
import type { Client } from "@/server/db";
import { openListings } from "@/server/meetings/agenda-papers";
import { heldOn } from "@/server/people/held-on";
import { chosen } from "@/server/workflow/choices";
import { defineSteps } from "@/server/workflow/steps";
import { keepClearance } from "./kept-clearance";
import { findReport } from "./subject";
import { latestVersion, markSeen } from "./versions";

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
    sendForClearance: async (tx, { row, subject }) => {
      const { instant: at, date } = await getClock(tx);
      const { steps, posts = {} } = subject.rules;
      const asked = await holdersOf(tx, Object.values(posts), date);
      const askedFor = (step: ClearanceStep) => asked.get(posts[step] ?? "") ?? [];
      // Whoever is asked to clear it reads it.
      const keepers = [...new Set([...row.keepers, ...steps.flatMap(askedFor)])];
      return {
        data: { keepers },
        afterwards: async () => {
          // Every step looks at what is sent now.
          await tx.clearance.deleteMany({ where: { reportId: row.id } });
          await tx.clearance.createMany({
            data: steps.map((step) => ({ reportId: row.id, step, at, askedIds: askedFor(step) })),
          });
        },
      };
    },
    signOff: async (tx, { row, subject }, _answers, { actor }) => {
      const read = async () => markSeen(tx, actor, row.id, await latestVersion(tx, row.id));
      if (!rolesOf(actor, subject).has("director") || !subject.rules.steps.includes("director"))
        return { afterwards: read };
      // A director who signs off has cleared it.
      const { instant } = await getClock(tx);
      const cleared = { step: "director", outcome: "cleared", personId: actor.personId, onBehalfOf: null } as const;
      return {
        subject: { clearances: [...subject.clearances, { ...cleared, evidence: null }] },
        afterwards: async () => {
          await read();
          await tx.clearance.deleteMany({ where: { reportId: row.id, step: "director" } });
          await tx.clearance.create({ data: { ...cleared, reportId: row.id, at: instant } });
        },
      };
    },
    returnToAuthor: (tx, { row, subject }, answers, { actor, reason }) => {
      // Not "step", by which the form of all steps names the one that it takes.
      const step = answers.oneOf("clearanceStep", keysOf(CLEARANCE_STEPS)) ?? ownStep(actor, subject);
      const [onBehalfOf, evidence] = [answers.text("onBehalfOf") || null, answers.text("evidence") || null];
      return {
        ...(step && { after: { step } }),
        afterwards: async () => {
          await markSeen(tx, actor, row.id, await latestVersion(tx, row.id));
          if (step)
            await keepClearance(tx, actor, row, { step, outcome: "returned", onBehalfOf, evidence, comment: reason });
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

/** Who holds the posts of these titles, by title. */
async function holdersOf(client: Client, titles: readonly string[], today: PlainDate): Promise<Map<string, string[]>> {
  const held = await client.post.findMany({
    where: { title: { in: [...titles] }, kind: { not: "administrator" }, ...heldOn(today) },
    select: { title: true, personId: true },
  });
  const holders = new Map<string, string[]>();
  for (const { title, personId } of held) holders.set(title, [...(holders.get(title) ?? []), personId]);
  return holders;
}

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
