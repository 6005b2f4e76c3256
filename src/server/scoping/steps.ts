import { scopingWorkflow } from "@/domain/scoping/scoping-workflow";
import type { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/server/db";
import { defineSteps } from "@/server/workflow/steps";
import { listAgendaPlaces, putOnAgenda } from "./agenda-place";
import { contentOf } from "./content";
import type { ScopingRow } from "./row";
import { findProposal } from "./subject";

type Columns = Prisma.ScopingProposalUncheckedUpdateManyInput;
type Found = Awaited<ReturnType<typeof findProposal>>;

/** How a proposal is put before its committee, what the committee made of it, and what became of the work. */
export const scopingSteps = defineSteps({
  workflow: scopingWorkflow,
  find: findProposal,
  save: (tx, { where, data }, brought: Columns) =>
    tx.scopingProposal.updateMany({ where, data: { ...brought, ...data } }),
  listedUnder: ({ row: { id } }: Found) => ({
    OR: [{ proposals: { some: { id } } }, { papers: { some: { proposalId: id } } }],
  }),
  listedUnderWords: "the item of the agenda that has the proposal",
  always: ({ on, authorityId }) => ({ statusOn: on, ...(authorityId && { authorityId }) }),
  asks: {
    list: async ({ row: { bodyId } }, client, { scope, today }) => [
      {
        kind: "one",
        name: "agendaItemId",
        label: "On which agenda",
        hint: "Where the agenda is published, this is a supplement to it: open to the public from now, and its clear days are counted from now.",
        options: await listAgendaPlaces(client, scope, { bodyId, today }),
      },
    ],
    approveAmended: () => [
      {
        kind: "prose",
        name: "amendments",
        label: "What the committee changed",
        hint: "In the words of the minute. It is kept with the next version.",
      },
    ],
  },
  brings: {
    list: async (tx, { row, subject }, answers, { actor, today }) => {
      const place = answers.id("agendaItemId");
      if (place === null) return { subject: { agendaItemId: null } };
      const { itemId, on, isPublished } = await putOnAgenda(tx, actor, {
        bodyId: row.bodyId,
        today,
        place,
        field: "agendaItemId",
        title: row.title,
        links: { leadMemberId: row.leadMemberId, reporting: "paper", topicId: onlyTopic(row) },
        paper: { kind: "scoping_proposal", title: row.title, proposalId: row.id },
      });
      return {
        subject: {
          agendaItemId: itemId,
          // What has been public stays so.
          firstOnAgendaOn: subject.firstOnAgendaOn ?? (isPublished ? today : null),
        },
        data: { agendaItemId: itemId },
        after: { agendaOf: on },
        // What it says now is what is put before the committee.
        ...(subject.status === "revision" && { afterwards: () => keepVersion(tx, row, { byId: actor.personId }) }),
      };
    },
    approveAmended: (tx, { row }, answers, { actor, authorityId }) => {
      const amendments = answers.text("amendments");
      return {
        subject: { amendments },
        after: { amendments },
        afterwards: () => keepVersion(tx, row, { byId: actor.personId, authorityId, amendments }),
      };
    },
  },
  elsewhere: { putForward: ({ row }) => `/office/scoping/${row.id}/check` },
});

/** An item about a proposal that answers one topic is about that topic. */
const onlyTopic = ({ topics }: ScopingRow): string | null => (topics.length === 1 ? (topics[0]?.id ?? null) : null);

type Kept = { byId: string; authorityId?: string | null; amendments?: string };

/** Keeps the proposal whole, as its next version, which nothing changes any more. */
export async function keepVersion(tx: Tx, row: ScopingRow, { byId, authorityId, amendments }: Kept): Promise<void> {
  const last = await tx.scopingVersion.findFirst({ where: { proposalId: row.id }, orderBy: { number: "desc" } });
  await tx.scopingVersion.create({
    data: {
      proposalId: row.id,
      number: (last?.number ?? 0) + 1,
      content: { ...contentOf(row), ...(amendments && { amendments }) },
      byId,
      authorityId: authorityId ?? null,
    },
  });
}
