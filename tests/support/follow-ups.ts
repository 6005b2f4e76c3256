import type { Person } from "@/domain/access/actor";
import type { FollowUpStatus, Prisma } from "@/generated/prisma/client";
import { db, inTransaction } from "@/server/db";
import { followUpActs } from "@/server/follow-ups/acts";
import { addFollowUp } from "@/server/follow-ups/commands";
import { followUpSteps } from "@/server/follow-ups/steps";
import { answersFrom, type Typed } from "@/server/workflow/answers";
import type { Taken } from "@/server/workflow/steps";
import { council, who } from "./programme-commands";
import { createResolution } from "./resolutions";

/** A follow-up as it is kept, with who answers for it and its notes. */
export const row = (id: string) =>
  db.followUp.findUniqueOrThrow({
    where: { id },
    include: { owners: { orderBy: { position: "asc" } }, notes: true },
  });

/** Takes a step of a follow-up, in the version that stands. */
export async function take(person: Person, id: string, name: string, taken: Partial<Taken> = {}): Promise<void> {
  const { version } = await row(id);
  await inTransaction((tx) => followUpSteps.take(tx, person, { id, version, name, typed: {}, ...taken }));
}

/** Records what is no step: a note, another owner; in the version that stands unless another is said. */
export async function record(person: Person, id: string, name: string, typed: Typed, version?: number): Promise<void> {
  const now = version ?? (await row(id)).version;
  await inTransaction((tx) => followUpActs.record(tx, person, { id, version: now, name, answers: answersFrom(typed) }));
}

/** Enters a follow-up for the committee. */
export const enter = (person: Person, typed: Typed, bodyId = council.bodies.committee): Promise<string> =>
  inTransaction((tx) => addFollowUp(tx, person, bodyId, answersFrom(typed)));

/** A minute of June that may ask for something. */
export async function minuteOfJune(): Promise<string> {
  const { decisionId } = await createResolution({
    bodyId: council.bodies.committee,
    meeting: { date: "2016-06-15" },
  });
  return (await db.decision.findUniqueOrThrow({ where: { id: decisionId } })).minuteId;
}

/** One of June with the officer, found in a status as an import would have it. */
export async function found(status: FollowUpStatus, facts: Partial<Prisma.FollowUpUncheckedCreateInput> = {}) {
  const { id } = await db.followUp.create({
    data: {
      bodyId: council.bodies.committee,
      minuteId: await minuteOfJune(),
      text: "Send members the figures for each district.",
      status,
      audience: "public",
      raisedOn: "2016-06-15",
      dueOn: "2016-12-01",
      keepers: [who.officer.personId],
      owners: { create: { personId: who.officer.personId } },
      ...facts,
    },
  });
  return id;
}

/** Carried under the matters arising of a later meeting of the committee. */
export const laterDecision = async () =>
  (await createResolution({ bodyId: council.bodies.committee, item: { kind: "matters_raised" } })).decisionId;
