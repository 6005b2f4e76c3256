import type { ReadScope } from "@/domain/access/read-scope";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { programmeItemWorkflow } from "@/domain/programme/programme-item-workflow";
import { AT_WORK } from "@/domain/review-groups/review-group";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import type { Client, Tx } from "@/server/db";
import { invalid } from "@/server/errors";
import { listAgendaPlaces, putOnAgenda } from "@/server/scoping/agenda-place";
import { chosen, listBodies } from "@/server/workflow/choices";
import type { StepOption } from "@/server/workflow/step-field";
import { defineSteps, type StepContext } from "@/server/workflow/steps";
import { findPlannedItem, getSurroundings, leadsAs, type PlannedRow, plannedItem } from "./planned-item";
import { recordVariation } from "./programme-year";

/** Bodies that may take an item over. */
const STANDING = { until: null, kind: { not: "review_group" } } satisfies Prisma.BodyWhereInput;

type Columns = Prisma.ProgrammeItemUncheckedUpdateManyInput;
type Found = Awaited<ReturnType<typeof findItem>>;

async function findItem(client: Client, scope: ReadScope, id: string) {
  const row = await findPlannedItem(client, scope, id);
  const [surroundings, body, agendaItem] = await Promise.all([
    getSurroundings(client, scope, row.bodyId),
    client.body.findUniqueOrThrow({ where: { id: row.bodyId }, select: { slug: true } }),
    client.agendaItem.findFirst({
      where: { programmeItemId: id, ...(row.meeting && { meetingId: row.meeting.id }) },
      select: { id: true },
    }),
  ]);
  return { row, slug: body.slug, agendaItemId: agendaItem?.id ?? null, subject: plannedItem(scope, row, surroundings) };
}

/** What becomes of an item once it has its place: with a group, on an agenda, considered, and what the committee made of it. */
export const programmeItemSteps = defineSteps({
  workflow: programmeItemWorkflow,
  find: findItem,
  save: (tx, { where, data }, brought: Columns) =>
    tx.programmeItem.updateMany({ where, data: { ...brought, ...data } }),
  // By itself, or with the programme that it is in.
  listedUnder: ({ row: { id, bodyId } }: Found) => ({
    OR: [{ programmeItemId: id }, { kind: "work_programme", meeting: { bodyId } }],
  }),
  listedUnderWords: "its own item of an agenda, or one about the work programme",
  asks: {
    giveToGroup: async ({ row }, client, { scope }) => [
      {
        kind: "one",
        name: "groupId",
        label: "The review group that does the work",
        options: await listGroups(client, scope, row.bodyId),
        value: row.groupId,
      },
    ],
    list: async (found, client, { scope, today }) =>
      found.row.meeting
        ? [
            {
              kind: "one",
              name: "agendaItemId",
              label: "Where on the agenda",
              hint: "Where the agenda is published, a new item is a supplement to it: open to the public from now, and its clear days are counted from now.",
              options: await listAgendaPlaces(client, scope, agendaOf(found, today)),
              value: found.agendaItemId,
            },
          ]
        : [],
    transfer: async ({ row }, client) => [
      {
        kind: "one",
        name: "receiverBodyId",
        label: "The body that takes it over",
        options: (await listBodies(client, STANDING)).filter(({ value }) => value !== row.bodyId),
      },
    ],
  },
  brings: {
    giveToGroup: async (tx, { row }, answers, { scope }) => {
      const groupId = await chosen(answers.id("groupId"), "groupId", () => listGroups(tx, scope, row.bodyId));
      return { subject: { groupId }, data: { groupId } };
    },
    list: async (tx, found, answers, { actor, today }) => {
      const { row, subject } = found;
      if (subject.slot?.kind !== "meeting") return {};
      const place = answers.id("agendaItemId");
      if (place === null) throw invalid("agendaItemId", "Choose where on the agenda it comes.");
      const { on } = await putOnAgenda(tx, actor, {
        ...agendaOf(found, today),
        place,
        field: "agendaItemId",
        title: row.title,
        links: { leadMemberId: leadsAs(row, "member")[0]?.personId ?? null, topicId: row.topic?.id ?? null },
      });
      return { after: { agendaOf: on } };
    },
    recordConsidered: (_tx, { subject }) => onItsDay(subject.slot),
    recordDone: (_tx, { subject }) => onItsDay(subject.slot),
    transfer: async (tx, { row }, answers, context) => {
      const bodies = await listBodies(tx, STANDING);
      const receiverId = await chosen(answers.id("receiverBodyId"), "receiverBodyId", async () => bodies);
      const receiver = bodies.find(({ value }) => value === receiverId)?.label ?? "";
      return {
        subject: { receiverBodyId: receiverId },
        data: { receiverId },
        afterwards: () => vary(tx, row, context, `“${row.title}” was handed over: ${receiver}.`),
      };
    },
  },
  elsewhere: {
    schedule: (found) => partOf(found, "place"),
    deferTo: (found) => partOf(found, "place"),
    deferWithoutSlot: (found) => partOf(found, "place"),
    withdraw: (found) => partOf(found, "withdraw"),
  },
});

/** Where an item is moved and withdrawn: on its page, by forms of their own. */
const partOf = ({ slug, row }: Found, part: "place" | "withdraw"): `/office/${string}` =>
  `/office/programme/${slug}/items/${row.id}#${part}`;

const agendaOf = ({ row }: Found, today: PlainDate) => ({
  bodyId: row.bodyId,
  today,
  meetingId: row.meeting?.id,
  programmeItemId: row.id,
});

/** What was considered or done was on the day of its place. */
const onItsDay = (slot: Found["subject"]["slot"]) =>
  slot ? { happenedOn: slot.on, after: { on: formatDate(slot.on) } } : {};

/** What is handed over leaves the programme that the committee adopted. */
async function vary(tx: Tx, row: PlannedRow, { actor, today, reason, authority }: StepContext, words: string) {
  if (authority)
    await recordVariation(tx, { actor, programmeId: row.programme.id, today, reason: reason || words, authority });
}

async function listGroups(client: Client, scope: ReadScope, parentId: string): Promise<StepOption[]> {
  const groups = await client.reviewGroup.findMany({
    where: { AND: [{ parentId, status: { in: [...AT_WORK] } }, readable(scope)] },
    orderBy: { body: { name: "asc" } },
    select: { id: true, body: { select: { name: true } } },
  });
  return groups.map(({ id, body }) => ({ value: id, label: body.name }));
}
