import type { ReadScope } from "@/domain/access/read-scope";
import { isToBeConfirmed } from "@/domain/meetings/urgency";
import type { Minutes } from "@/domain/minutes/minutes";
import { minutesWorkflow } from "@/domain/minutes/minutes-workflow";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import type { Client } from "@/server/db";
import { invalid, notFound } from "@/server/errors";
import { heldOn } from "@/server/people/held-on";
import { chosen } from "@/server/workflow/choices";
import { defineSteps } from "@/server/workflow/steps";

const MINUTES = {
  meeting: { select: { id: true, date: true, status: true } },
  body: { select: { parentId: true, successor: { select: { id: true } } } },
  confirmedAt: { select: { id: true, date: true, bodyId: true } },
  amendments: true,
  items: { orderBy: { position: "asc" }, include: { text: true, decisions: { include: { namedVotes: true } } } },
} as const satisfies Prisma.MinutesInclude;

type Columns = Prisma.MinutesUncheckedUpdateManyInput;
type Found = Awaited<ReturnType<typeof findMinutes>>;

/** Minutes as their rules look at them. @throws ExpectedError not-found */
async function findMinutes(client: Client, scope: ReadScope, id: string) {
  const row = await client.minutes.findFirst({ where: { AND: [{ id }, readable(scope)] }, include: MINUTES });
  if (!row) throw notFound();
  const { meeting, body, items, amendments, ...minutes } = row;
  const subject: Minutes & { id: string; version: number } = {
    id,
    version: minutes.version,
    status: minutes.status,
    bodyId: minutes.bodyId,
    parentBodyId: body.parentId,
    areaId: minutes.areaId,
    portfolioId: minutes.portfolioId,
    keepers: minutes.keepers,
    meetingId: meeting.id,
    meetingOn: meeting.date,
    meetingHeld: meeting.status === "held",
    successorBodyIds: body.successor ? [body.successor.id] : [],
    chairClearedOn: minutes.chairClearedOn,
    chairAnswersBy: minutes.chairAnswersBy,
    signedById: minutes.signedById,
    amendments: amendments.map(({ minuteId, clerical, before, after }) => ({ minuteId, clerical, before, after })),
    items: items.map(({ text, decisions, ...minute }) => ({
      id: minute.id,
      agendaItemId: minute.agendaItemId,
      position: minute.position,
      number: minute.number,
      headings: minute.headings,
      restriction: text?.restriction ?? "public",
      toConfirm: isToBeConfirmed(text?.markdown ?? ""),
      publicSummary: minute.publicSummary,
      decisions: decisions.map(({ castingVote, ...decision }) => ({
        ...decision,
        castingVote: castingVote === null ? null : castingVote ? "for" : "against",
      })),
    })),
  };
  return { row, subject };
}

/** Minutes from the clerk's draft to the signature (LGA 1972 Sch 12 para 41). */
export const minutesSteps = defineSteps({
  workflow: minutesWorkflow,
  find: findMinutes,
  save: (tx, { where, data }, brought: Columns) => tx.minutes.updateMany({ where, data: { ...brought, ...data } }),
  // They are confirmed under the item of a later agenda that takes them.
  listedUnder: ({ subject }: Found) => ({ minutesOfId: subject.meetingId }),
  listedUnderWords: "the item of a later meeting that confirms them",
  asks: {
    check: () => [
      {
        kind: "date",
        name: "chairAnswersBy",
        label: "The chair is asked to look at them by",
        hint: "After that day they are published without. Leave it empty if the chair has seen them",
      },
    ],
    publishDraft: ({ subject }) => [
      {
        kind: "date",
        name: "chairClearedOn",
        label: "The chair agreed to the draft on",
        hint: "Leave it empty if the chair has not answered",
        value: subject.chairClearedOn,
      },
    ],
    sign: async ({ row }, client) => [
      {
        kind: "one",
        name: "signedById",
        label: "Signed by",
        hint: "Whoever presided at the meeting that confirmed them",
        options: await listSigners(client, row),
        value: null,
      },
      { kind: "date", name: "signedOn", label: "Signed on", value: row.confirmedAt?.date ?? null },
    ],
  },
  brings: {
    check: (_tx, _found, answers) => {
      const chairAnswersBy = answers.date("chairAnswersBy");
      return { data: { chairAnswersBy } };
    },
    publishDraft: (_tx, _found, answers, { today }) => {
      const chairClearedOn = answers.date("chairClearedOn");
      if (chairClearedOn && chairClearedOn > today) throw invalid("chairClearedOn", "Give the day the chair agreed.");
      return { subject: { chairClearedOn }, data: { chairClearedOn } };
    },
    confirm: async (tx, _found, _answers, { authorityId }) => ({
      data: { confirmedAtId: await meetingBehind(tx, authorityId) },
    }),
    confirmAmended: async (tx, _found, _answers, { authorityId }) => ({
      data: { confirmedAtId: await meetingBehind(tx, authorityId) },
    }),
    sign: async (tx, { row }, answers, { today }) => {
      const signedById = await chosen(answers.id("signedById"), "signedById", () => listSigners(tx, row));
      const signedOn = answers.date("signedOn") ?? today;
      if (signedOn > today) throw invalid("signedOn", "Give the day they were signed.");
      return { subject: { signedById }, data: { signedById, signedOn }, happenedOn: signedOn };
    },
  },
});

/** The meeting whose resolution confirms them. */
async function meetingBehind(client: Client, authorityId: string | null): Promise<string | null> {
  if (authorityId === null) return null;
  const decision = await client.decision.findFirst({
    where: { authorities: { some: { id: authorityId } } },
    select: { minute: { select: { minutes: { select: { meetingId: true } } } } },
  });
  return decision?.minute.minutes.meetingId ?? null;
}

/** Members of the body that confirmed them, whoever chairs it first. */
async function listSigners(client: Client, { confirmedAt }: Found["row"]) {
  if (!confirmedAt) return [];
  const seats = await client.seat.findMany({
    where: {
      bodyId: confirmedAt.bodyId,
      role: { in: ["chair", "vice_chair", "member"] },
      ...heldOn(confirmedAt.date),
    },
    orderBy: [{ role: "asc" }, { person: { familyName: "asc" } }],
    select: { person: { select: { id: true, name: true } } },
  });
  return [...new Map(seats.map(({ person }) => [person.id, { value: person.id, label: person.name }])).values()];
}
