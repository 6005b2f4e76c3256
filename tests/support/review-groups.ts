import type { Person } from "@/domain/access/actor";
import { db, inTransaction } from "@/server/db";
import { proposeGroup } from "@/server/review-groups/commands";
import type { GroupValues } from "@/server/review-groups/form";
import { reviewGroupSteps } from "@/server/review-groups/steps";
import type { Taken } from "@/server/workflow/steps";
import { council, who } from "./programme-commands";
import { createResolution } from "./resolutions";

/** What the form of a group says of it. */
export const values = (over: Partial<GroupValues> = {}): GroupValues => ({
  name: "Winter roads",
  format: "task_and_finish_group",
  legalStatus: "informal",
  termsOfReference: "Who grits what, and who pays.",
  topicIds: [],
  memberIds: [who.member.personId, who.councillor.personId],
  balanced: null,
  endsOn: "2017-03-31",
  ...over,
});

/** Proposed by democratic services; its key. */
export async function propose(over: Partial<GroupValues> = {}, person = who.clerk): Promise<string> {
  const slug = await inTransaction((tx) =>
    proposeGroup(tx, person, { parentId: council.bodies.committee, values: values(over) }),
  );
  return (await db.reviewGroup.findFirstOrThrow({ where: { body: { slug } } })).id;
}

/** A group as it is kept, with what it rests on, its extensions and its seats. */
export const group = (id: string) =>
  db.reviewGroup.findUniqueOrThrow({
    where: { id },
    include: { authority: true, extensions: true, body: { include: { seats: { orderBy: { from: "asc" } } } } },
  });

/** Takes a step of a group, in the version that stands. */
export async function take(person: Person, id: string, name: string, taken: Partial<Taken> = {}): Promise<void> {
  const { version } = await group(id);
  await inTransaction((tx) => reviewGroupSteps.take(tx, person, { id, version, name, typed: {}, ...taken }));
}

/** A resolution of the body under its work programme. */
export const underProgramme = async (bodyId = council.bodies.committee) =>
  (await createResolution({ bodyId, item: { kind: "work_programme" } })).decisionId;

/** With a reason for the rules that nobody has set aside, and the resolution of its parent. */
export const byParent = async (): Promise<Partial<Taken>> => ({
  grounds: { decisionId: await underProgramme() },
  reason: "As the committee wished.",
});

/** A group that its parent has set up; its key. */
export async function established(over: Partial<GroupValues> = {}): Promise<string> {
  const id = await propose(over);
  await take(who.clerk, id, "establish", await byParent());
  return id;
}

/** Everything a command could leave behind. */
export const traces = async () => ({
  groups: await db.reviewGroup.findMany({ orderBy: { id: "asc" } }),
  bodies: await db.body.findMany({ orderBy: { id: "asc" } }),
  seats: await db.seat.count(),
  authorities: await db.authority.count(),
  extensions: await db.reviewGroupExtension.count(),
  audit: await db.auditEntry.count(),
});
