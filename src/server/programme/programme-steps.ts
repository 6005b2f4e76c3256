import type { ReadScope } from "@/domain/access/read-scope";
import { programmeWorkflow } from "@/domain/programme/programme-workflow";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import type { Client } from "@/server/db";
import { notFound } from "@/server/errors";
import { defineSteps } from "@/server/workflow/steps";

type Columns = Prisma.ProgrammeUncheckedUpdateManyInput;
type Found = Awaited<ReturnType<typeof findProgramme>>;

async function findProgramme(client: Client, scope: ReadScope, id: string) {
  const row = await client.programme.findFirst({
    where: { AND: [{ id }, readable(scope)] },
    include: { body: { select: { parentId: true } }, _count: { select: { items: true } } },
  });
  if (!row) throw notFound();
  const { body, _count, ...programme } = row;
  return {
    parentId: body.parentId,
    subject: { ...programme, parentBodyId: body.parentId, municipalYear: programme.year, items: _count.items },
  };
}

/** How a committee adopts its programme, and varies it: what is decided of an item varies it by itself. */
export const programmeSteps = defineSteps({
  workflow: programmeWorkflow,
  find: findProgramme,
  save: (tx, { where, data }, brought: Columns) => tx.programme.updateMany({ where, data: { ...brought, ...data } }),
  // Under the item of that name, at a meeting of the committee or of the one it answers to.
  listedUnder: ({ subject, parentId }: Found) => ({
    kind: "work_programme",
    meeting: { bodyId: { in: [subject.bodyId, ...(parentId ? [parentId] : [])] } },
  }),
  listedUnderWords: "an item about the work programme",
  always: ({ authorityId }) => (authorityId ? { authorityId } : {}),
});
