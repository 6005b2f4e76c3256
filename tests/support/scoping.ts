import { randomUUID } from "node:crypto";
import { beforeEach } from "vitest";
import type { HeldPost, HeldSeat, Person, PostKind, SeatRole } from "@/domain/access/actor";
import type { ScopingStatus } from "@/domain/scoping/scoping-proposal";
import { scopingWorkflow } from "@/domain/scoping/scoping-workflow";
import { DORSET_2016 } from "@/domain/scoping/templates";
import type { Prisma } from "@/generated/prisma/client";
import { db, inTransaction } from "@/server/db";
import { putForward, saveProposal, startProposal } from "@/server/scoping/commands";
import type { ProposalChanges } from "@/server/scoping/form";
import { scopingSteps } from "@/server/scoping/steps";
import type { Taken } from "@/server/workflow/steps";
import { emptyDatabase } from "./database";
import { createBody, createPerson, createPost, createSeat, setClock, TODAY } from "./people";

export type Council = Awaited<ReturnType<typeof createCouncil>>;

/** The bodies and the people of the test that runs. */
export let here: Council["bodies"];
export let who: Council["people"];

/** Every test of the file begins with a council that has no proposal yet. */
export function beginWithCouncil(): void {
  beforeEach(async () => {
    await emptyDatabase();
    ({ bodies: here, people: who } = await createCouncil());
  });
}

/** Two committees on 3 October 2016 that take proposals, and one person of each kind. */
async function createCouncil() {
  await setClock();
  const bodies = {
    council: await createBody("council", "The council"),
    cabinet: await createBody("executive", "The cabinet"),
    committee: await createBody("scrutiny_committee", "Our committee"),
    other: await createBody("scrutiny_committee", "Another committee"),
  };
  await db.body.updateMany({
    where: { kind: "scrutiny_committee" },
    data: { scopingTemplate: JSON.parse(JSON.stringify(DORSET_2016)) },
  });

  const seat = (bodyId: string, role: SeatRole = "member", bodyKind: HeldSeat["bodyKind"] = "scrutiny_committee") =>
    ({ bodyId, bodyKind, role, portfolioId: null }) satisfies HeldSeat;
  const post = (kind: PostKind): HeldPost => ({ kind, areaId: null, portfolioIds: [], bodyIds: [] });
  const person = async (name: string, seats: HeldSeat[], posts: HeldPost[] = []): Promise<Person> => {
    const personId = await createPerson(name);
    for (const held of seats) await createSeat(personId, held.bodyId, held.role);
    for (const held of posts) await createPost(personId, held.kind, held.kind);
    return { kind: "person", personId, name, day: TODAY, seats, posts };
  };
  const councillor = seat(bodies.council, "member", "council");
  const people = {
    officer: await person("officer", [], [post("officer")]),
    otherOfficer: await person("otherOfficer", [], [post("officer")]),
    clerk: await person("clerk", [], [post("democratic_services")]),
    scrutinyOfficer: await person("scrutinyOfficer", [], [post("scrutiny_officer")]),
    properOfficer: await person("properOfficer", [], [post("proper_officer")]),
    administrator: await person("administrator", [], [post("administrator")]),
    cabinetSupport: await person("cabinetSupport", [], [post("executive_support")]),
    chair: await person("chair", [councillor, seat(bodies.committee, "chair")]),
    lead: await person("lead", [councillor, seat(bodies.committee)]),
    member: await person("member", [councillor, seat(bodies.committee)]),
    coOptee: await person("coOptee", [seat(bodies.committee, "education_co_optee")]),
    elsewhere: await person("elsewhere", [councillor, seat(bodies.other)]),
    otherChair: await person("otherChair", [councillor, seat(bodies.other, "chair")]),
    cabinet: await person("cabinet", [councillor, seat(bodies.cabinet, "member", "executive")]),
  };
  return { bodies, people };
}

export const start = (person: Person, over: Partial<Parameters<typeof startProposal>[2]> = {}) =>
  inTransaction((tx) => startProposal(tx, person, { bodyId: here.committee, item: "Winter", topicIds: [], ...over }));

export const save = (person: Person, id: string, version: number, changes: ProposalChanges) =>
  inTransaction((tx) => saveProposal(tx, person, { id, version, changes }));

export const forward = (person: Person, id: string, version: number, reason = "The committee asked for it.") =>
  inTransaction((tx) => putForward(tx, person, { id, version, reason }));

/** A step as its form sends it, in the version that stands. */
export async function take(person: Person, id: string, name: string, taken: Partial<Taken> = {}): Promise<void> {
  const { version } = await db.scopingProposal.findUniqueOrThrow({ where: { id }, select: { version: true } });
  await inTransaction((tx) =>
    scopingSteps.take(tx, person, { id, version, name, reason: "Because.", typed: {}, ...taken }),
  );
}

export const withdraw = (person: Person, id: string) => take(person, id, "withdraw");

/** A draft of the officer's with all that Dorset's template requires, and nothing that it only asks for. */
export async function completeDraft(changes: ProposalChanges = {}): Promise<string> {
  const id = await start(who.officer);
  await save(who.officer, id, 1, {
    leadMember: who.lead.personId,
    suggestedScope: "Gritting.",
    methodology: "An inquiry day.",
    timescale: "By spring.",
    ...changes,
  });
  return id;
}

/** Found so, as an import would have it: the moves that lead there need a meeting. */
export const setStatus = (id: string, status: ScopingStatus) =>
  db.scopingProposal.update({ where: { id }, data: { status, audience: scopingWorkflow.statuses[status].audience } });

export async function createTopic(
  title: string,
  over: { bodyId?: string; status?: "suggested" | "triaged"; parts?: string[] } = {},
) {
  const { bodyId = here.committee, status = "triaged", parts = [] } = over;
  const { id } = await db.topic.create({
    data: {
      slug: randomUUID(),
      title,
      source: "officer",
      status,
      suggestedOn: TODAY,
      bodyId,
      parts,
      audience: status === "suggested" ? "inside" : "public",
    },
  });
  return id;
}

export async function createMeeting(date: string, over: Partial<Prisma.MeetingUncheckedCreateInput> = {}) {
  const { id } = await db.meeting.create({
    data: { bodyId: here.committee, slug: date, date, status: "convened", audience: "public", ...over },
  });
  return id;
}
