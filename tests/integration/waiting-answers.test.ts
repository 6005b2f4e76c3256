import { beforeEach, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import type { ClauseStatus } from "@/generated/prisma/client";
import { getCalendar, getClock } from "@/server/clock/queries";
import { db } from "@/server/db";
import { listWaiting } from "@/server/waiting/queries";
import { beginWithCouncil, council, who } from "../support/programme-commands";
import { createResolution } from "../support/resolutions";

beginWithCouncil();

let clauseId: string;
let recommendationId: string;

beforeEach(async () => {
  const bodyId = council.bodies.committee;
  const { decisionId, meetingId } = await createResolution({ bodyId, meeting: { date: "2016-06-15" } });
  const { minuteId } = await db.decision.findUniqueOrThrow({ where: { id: decisionId } });
  const made = await db.recommendation.create({
    data: {
      bodyId,
      meetingId,
      minuteId,
      decisionId,
      title: "Bus passes",
      agreedOn: "2016-06-15",
      clauses: {
        create: {
          number: 1,
          text: "Extend them.",
          recipientKind: "executive",
          recipientId: council.bodies.cabinet,
          bodyId,
        },
      },
    },
    include: { clauses: true },
  });
  recommendationId = made.id;
  clauseId = made.clauses[0]?.id ?? "";
});

const setStatus = (status: ClauseStatus) =>
  db.recommendationClause.update({ where: { id: clauseId }, data: { status } });

async function waitsFor(person: Person) {
  const [clock, calendar] = await Promise.all([getClock(), getCalendar()]);
  const found = await listWaiting({ person, scope: readScope(person), today: clock.date, clock, calendar });
  return found.filter(({ subject }) => subject.kind === "recommendation" || subject.kind === "follow-up");
}

const titles = async (person: Person) => (await waitsFor(person)).map(({ title }) => title).toSorted();

const answer = (data: {
  status: "draft" | "recorded";
  kind: "accepted" | "rejected";
  keepers?: string[];
  dueOn?: string;
}) =>
  db.response.create({
    data: {
      clauseId,
      bodyId: council.bodies.committee,
      status: data.status,
      audience: data.status === "recorded" ? "public" : "keepers",
      kind: data.kind,
      wording: "So be it.",
      decidedBy: "executive",
      keepers: data.keepers ?? [],
      ...(data.dueOn && {
        undertakings: { create: { text: "Do it.", ownerId: who.officer.personId, dueOn: data.dueOn } },
      }),
    },
  });

it("an answer waits for the executive and for who chases it, at the clause itself", async () => {
  expect(await titles(who.cabinet)).toEqual(["1 clause to be answered"]);
  for (const person of [who.clerk, who.scrutinyOfficer])
    expect(await titles(person)).toEqual(["1 clause to be answered", "No notice was served for 1 clause"]);
  expect((await waitsFor(who.cabinet))[0]?.subject).toEqual({
    kind: "recommendation",
    id: recommendationId,
    clause: 1,
  });
  for (const person of [who.member, who.officer, who.nobody]) expect(await titles(person)).toEqual([]);
});

it("a draft waits for the member of the executive to whom it was put, and for no other", async () => {
  await answer({ status: "draft", kind: "accepted", keepers: [who.cabinet.personId] });
  expect(await titles(who.cabinet)).toContain("A draft answer to clause 1 waits for you");
  expect(await titles(who.scrutinyOfficer)).not.toContain("A draft answer to clause 1 waits for you");
});

it("a reason that is missing is chased until it is given", async () => {
  await setStatus("responded");
  const { id } = await answer({ status: "recorded", kind: "rejected" });
  expect(await titles(who.cabinet)).toContain("1 clause is answered without a reason");
  await db.response.update({ where: { id }, data: { reason: "There is no money." } });
  expect(await titles(who.cabinet)).toEqual([]);
});

it("what is past the day promised, and what is to be closed, waits for who records it", async () => {
  await setStatus("implementing");
  await answer({ status: "recorded", kind: "accepted", dueOn: "2016-10-02" });
  expect(await titles(who.clerk)).toContain("1 clause is past the day promised");
  expect(await titles(who.otherClerk)).not.toContain("1 clause is past the day promised");
  await setStatus("achieved");
  expect(await titles(who.clerk)).toContain("1 clause for the committee to close");
});

it("a follow-up on hold comes back on its day", async () => {
  const asked = await db.authority.create({ data: { kind: "import", statement: "The minutes" } });
  const { id } = await db.followUp.create({
    data: {
      authorityId: asked.id,
      bodyId: council.bodies.committee,
      text: "Circulate the figures.",
      raisedOn: "2016-06-16",
      dueOn: "2016-07-01",
      status: "on_hold",
      reviewOn: "2016-10-04",
      audience: "public",
    },
  });
  expect(await titles(who.clerk)).not.toContain("Circulate the figures");
  await db.followUp.update({ where: { id }, data: { reviewOn: "2016-10-03" } });
  expect(await titles(who.clerk)).toContain("Circulate the figures");
  expect(await titles(who.otherClerk)).not.toContain("Circulate the figures");
});
