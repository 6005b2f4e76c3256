import type { Actor } from "@/domain/access/actor";
import { municipalYear } from "@/domain/calendar/municipal-year";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { programmeWorkflow } from "@/domain/programme/programme-workflow";
import { recordAudit } from "@/server/audit/record";
import type { Tx } from "@/server/db";
import { advance } from "@/server/workflow/advance";
import type { Recorded } from "@/server/workflow/authority";

/** The committee's programme of the municipal year in which the day falls. Where there is none yet, a draft begins. */
export async function getOrStartProgramme(tx: Tx, actor: Actor, bodyId: string, today: PlainDate): Promise<string> {
  const { label: year } = municipalYear(today, []);
  const status = programmeWorkflow.initial;
  // Two who begin it at once wait here for each other, on the unique key, and get the same one.
  const begun = await tx.programme.createMany({
    data: [{ bodyId, year, status, audience: programmeWorkflow.statuses[status].audience }],
    skipDuplicates: true,
  });
  const { id } = await tx.programme.findUniqueOrThrow({
    where: { bodyId_year: { bodyId, year } },
    select: { id: true },
  });
  if (begun.count > 0)
    await recordAudit(tx, {
      actor,
      action: "work programme.begin",
      subject: { kind: programmeWorkflow.name, id, bodyId },
      happenedOn: today,
      after: { status, year },
    });
  return id;
}

type Varied = {
  actor: Actor;
  programmeId: string;
  today: PlainDate;
  reason: string | undefined;
  authority: Recorded;
};

/**
 * What is decided of an item of an adopted programme varies the programme, on the same authority. A draft holds
 * nobody to anything yet.
 */
export async function recordVariation(tx: Tx, { actor, programmeId, today, reason, authority }: Varied): Promise<void> {
  // Two who vary it at once, by different items, take turns: neither changed what the other read.
  await tx.$queryRaw`SELECT id FROM "Programme" WHERE id = ${programmeId}::uuid FOR UPDATE`;
  const { body, _count, ...programme } = await tx.programme.findUniqueOrThrow({
    where: { id: programmeId },
    include: { body: { select: { parentId: true } }, _count: { select: { items: true } } },
  });
  if (programme.status === "draft") return;
  await advance(tx, {
    workflow: programmeWorkflow,
    name: "vary",
    subject: { ...programme, parentBodyId: body.parentId, municipalYear: programme.year, items: _count.items },
    actor,
    version: programme.version,
    today,
    reason,
    authority,
    save: ({ where, data }) => tx.programme.updateMany({ where, data: { ...data, authorityId: authority.id } }),
  });
}
