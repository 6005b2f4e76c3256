import { describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { db, inTransaction, publicDb } from "@/server/db";
import { listItemHistory, listVariations } from "@/server/programme/item-history";
import { programmeItemSteps } from "@/server/programme/item-steps";
import { programmeSteps } from "@/server/programme/programme-steps";
import type { Taken } from "@/server/workflow/steps";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { createBody } from "../support/people";
import { createItem } from "../support/programme";
import { at, beginWithCouncil, council, row, traces, WRONG, who } from "../support/programme-commands";
import { createResolution } from "../support/resolutions";

beginWithCouncil();

async function take(person: Person, id: string, name: string, taken: Partial<Taken> = {}): Promise<void> {
  const { version } = await db.programmeItem.findUniqueOrThrow({ where: { id }, select: { version: true } });
  await inTransaction((tx) => programmeItemSteps.take(tx, person, { id, version, name, typed: {}, ...taken }));
}

async function takeWhole(person: Person, name: string, taken: Partial<Taken> = {}): Promise<void> {
  const { id, version } = await db.programme.findFirstOrThrow({ where: { id: council.programmeId } });
  await inTransaction((tx) => programmeSteps.take(tx, person, { id, version, name, typed: {}, ...taken }));
}

const CONSULTED = { grounds: { consulted: "the Chairman" } };

/** Carried under the item of the agenda that this one of the programme was. */
const decisionOn = async (programmeItemId: string) =>
  (await createResolution({ bodyId: council.bodies.committee, item: { programmeItemId } })).decisionId;

async function createGroup(parentId = council.bodies.committee): Promise<string> {
  const bodyId = await createBody("review_group", `Group ${Math.random()}`);
  const { id } = await db.reviewGroup.create({
    data: { bodyId, parentId, status: "gathering", audience: "public", format: "working_group" },
  });
  return id;
}

describe("an item", () => {
  it("is taken into the programme", async () => {
    const id = await createItem(council, "proposed");
    await take(who.scrutinyOfficer, id, "takeIn");
    expect(await row(id)).toMatchObject({ status: "provisional", audience: "public" });
    expect(await trail(id)).toEqual(["takeIn by scrutinyOfficer"]);
  });

  it("is given to a review group of its committee, and to none that is another's", async () => {
    const id = await createItem(council, "scheduled", { meetingId: at.january });
    const groupId = await createGroup();
    const others = await createGroup(council.bodies.other);
    expect(await codesOf(take(who.clerk, id, "giveToGroup"))).toEqual(["against-rule", "no-group"]);
    expect(await failureOf(take(who.clerk, id, "giveToGroup", { typed: { groupId: others } }))).toMatchObject({
      kind: "invalid",
    });
    await take(who.clerk, id, "giveToGroup", { typed: { groupId } });
    expect(await row(id)).toMatchObject({ status: "with_group", groupId });
    expect(await trail(id)).toEqual(["giveToGroup by clerk"]);
  });

  it("comes on the agenda of its meeting as a new item; on a published one as a supplement", async () => {
    const id = await createItem(council, "scheduled", { meetingId: at.october });
    await take(who.clerk, id, "list", { typed: { agendaItemId: at.october } });
    expect(await row(id)).toMatchObject({ status: "on_agenda" });
    const item = await publicDb.agendaItem.findFirstOrThrow({ where: { programmeItemId: id } });
    expect(item).toMatchObject({ meetingId: at.october, title: "Winter" });
    expect(item.openSince).not.toBeNull();
    expect(await publicDb.meetingEntry.findFirstOrThrow()).toMatchObject({ kind: "supplement", agendaItemId: item.id });
    expect(await trail(at.october)).toEqual(["addItem by clerk"]);
  });

  it("is the item that is there already, without a supplement, where that has none of the programme", async () => {
    const of = { meetingId: at.october, bodyId: council.bodies.committee, audience: "public" } as const;
    const free = await db.agendaItem.create({ data: { ...of, position: 1, title: "Winter" } });
    const other = await createItem(council, "on_agenda", { meetingId: at.october });
    const taken = await db.agendaItem.create({ data: { ...of, position: 2, title: "Other", programmeItemId: other } });
    const id = await createItem(council, "with_group", { meetingId: at.october });
    expect(await failureOf(take(who.clerk, id, "list", { typed: { agendaItemId: taken.id } }))).toMatchObject({
      kind: "invalid",
    });
    await take(who.clerk, id, "list", { typed: { agendaItemId: free.id } });
    expect(await db.agendaItem.findUniqueOrThrow({ where: { id: free.id } })).toMatchObject({ programmeItemId: id });
    expect(await db.meetingEntry.count()).toBe(0);
  });

  it("comes on no agenda but that of its own meeting, and on none without one", async () => {
    const elsewhere = await createItem(council, "scheduled", { slotKind: "visit", slotOn: "2016-11-04" });
    expect(await codesOf(take(who.clerk, elsewhere, "list"))).toEqual(["against-rule", "no-meeting"]);
    const id = await createItem(council, "scheduled", { meetingId: at.january });
    const before = await traces();
    for (const agendaItemId of [at.october, at.elsewhere, ""])
      expect(await failureOf(take(who.clerk, id, "list", { typed: { agendaItemId } }))).toMatchObject({
        kind: "invalid",
      });
    expect(await traces()).toEqual(before);
    const { steps } = await programmeItemSteps.offer(who.clerk, id);
    expect(steps.find(({ name }) => name === "list")?.fields[0]).toMatchObject({
      options: [{ value: at.january, label: "11 January 2017: a new item" }],
    });
  });

  it("is recorded as considered, on the day of its meeting, once that was held", async () => {
    const early = await createItem(council, "on_agenda", { meetingId: at.october });
    expect(await codesOf(take(who.clerk, early, "recordConsidered"))).toEqual(["against-rule", "meeting-not-held"]);
    const id = await createItem(council, "on_agenda", { meetingId: at.june });
    await take(who.clerk, id, "recordConsidered");
    expect(await row(id)).toMatchObject({ status: "considered" });
    const [line] = await listItemHistory(readScope(who.clerk), id);
    expect(line).toMatchObject({ verb: "recordConsidered", happenedOn: "2016-06-16" });
  });

  it("that is a visit is recorded as done, from its day on", async () => {
    const early = await createItem(council, "scheduled", { slotKind: "visit", slotOn: "2016-11-04" });
    expect(await codesOf(take(who.clerk, early, "recordDone"))).toEqual(["against-rule", "not-yet-done"]);
    const id = await createItem(council, "scheduled", { slotKind: "visit", slotOn: "2016-09-30" });
    await take(who.scrutinyOfficer, id, "recordDone");
    expect(await row(id)).toMatchObject({ status: "considered" });
  });

  it.each([
    ["carryOn", "considered", "continued"],
    ["monitor", "considered", "monitoring"],
    ["close", "considered", "closed"],
    ["close", "monitoring", "closed"],
  ] as const)(
    "%s of one that is %s rests on a resolution under it, or an officer's decision",
    async (name, from, to) => {
      const id = await createItem(council, from, { meetingId: at.june });
      expect(await codesOf(take(who.clerk, id, name))).toEqual(["against-rule", "nobody-consulted"]);
      const wrong = await decisionOn(await createItem(council, "considered", { meetingId: at.june }));
      expect(await codesOf(take(who.clerk, id, name, { grounds: { decisionId: wrong } }))).toEqual([
        "against-rule",
        "not-before-the-meeting",
      ]);
      const decisionId = await decisionOn(id);
      await take(who.clerk, id, name, { grounds: { decisionId } });
      expect(await row(id)).toMatchObject({ status: to });
      const again = await createItem(council, from, { meetingId: at.june });
      await take(who.clerk, again, name, CONSULTED);
      expect(await row(again)).toMatchObject({ status: to });
      expect(await listVariations(readScope(who.clerk), council.bodies.committee, "2016-06-16")).toHaveLength(1);
    },
  );

  it("is handed over to another body, which varies an adopted programme", async () => {
    const { id: authorityId } = await db.authority.create({ data: { kind: "import", statement: "The pack" } });
    await db.programme.update({ where: { id: council.programmeId }, data: { status: "adopted", authorityId } });
    const id = await createItem(council, "provisional");
    expect(await codesOf(take(who.clerk, id, "transfer", CONSULTED))).toEqual(["against-rule", "no-receiver"]);
    const own = { typed: { receiverBodyId: council.bodies.committee }, ...CONSULTED };
    expect(await codesOf(take(who.clerk, id, "transfer", own))).toEqual(["against-rule", "no-receiver"]);
    await take(who.clerk, id, "transfer", { typed: { receiverBodyId: council.bodies.other }, ...CONSULTED });
    expect(await row(id)).toMatchObject({ status: "transferred", receiverId: council.bodies.other });
    expect(await db.programme.findUniqueOrThrow({ where: { id: council.programmeId } })).toMatchObject({
      status: "varied",
    });
    expect(await trail(council.programmeId)).toEqual(["vary by clerk"]);
  });

  it("goes on by nobody else's hand, and leaves no trace", async () => {
    const ids = {
      giveToGroup: await createItem(council, "scheduled", { meetingId: at.october }),
      list: await createItem(council, "scheduled", { meetingId: at.october }),
      recordConsidered: await createItem(council, "on_agenda", { meetingId: at.june }),
      close: await createItem(council, "considered", { meetingId: at.june }),
      transfer: await createItem(council, "scheduled", { meetingId: at.october }),
    };
    const typed = { groupId: await createGroup(), agendaItemId: at.october, receiverBodyId: council.bodies.other };
    const before = await traces();
    for (const role of WRONG)
      for (const [name, id] of Object.entries(ids))
        expect([role, name, await codesOf(take(who[role], id, name, { typed, ...CONSULTED }))]).toEqual([
          role,
          name,
          ["not-permitted"],
        ]);
    expect(await traces()).toEqual(before);
  });

  it("that is only proposed is not there for whoever is not inside; an older version is stale; of two one is done", async () => {
    const hidden = await createItem(council, "proposed");
    expect(await failureOf(take(who.nobody, hidden, "takeIn"))).toEqual({ kind: "not-found" });
    expect(await failureOf(take(who.clerk, hidden, "takeIn", { version: 0 }))).toMatchObject({
      kind: "stale",
      current: { version: 1 },
    });
    const id = await createItem(council, "scheduled", { meetingId: at.october });
    const both = await Promise.all(
      [0, 1].map(() => failureOf(take(who.clerk, id, "list", { typed: { agendaItemId: at.october } }))),
    );
    expect(both.map((failed) => failed?.kind).toSorted()).toEqual(["stale", undefined]);
    expect(await db.agendaItem.count()).toBe(1);
  });

  it("is moved and withdrawn by forms of their own", async () => {
    const id = await createItem(council, "scheduled", { meetingId: at.october });
    for (const name of ["deferTo", "deferWithoutSlot", "withdraw", "schedule"])
      expect(await failureOf(take(who.clerk, id, name, CONSULTED))).toEqual({ kind: "not-found" });
  });
});

describe("the programme as a whole", () => {
  const underIt = async (bodyId = council.bodies.committee) =>
    (await createResolution({ bodyId, item: { kind: "work_programme" } })).decisionId;

  it("is adopted by a resolution of its committee, under the item of that name", async () => {
    await createItem(council, "scheduled", { meetingId: at.october });
    expect(await codesOf(takeWhole(who.clerk, "adopt", CONSULTED))).toEqual(["against-rule", "no-authority"]);
    const { decisionId: beside } = await createResolution({ bodyId: council.bodies.committee });
    expect(await codesOf(takeWhole(who.clerk, "adopt", { grounds: { decisionId: beside } }))).toEqual([
      "against-rule",
      "not-before-the-meeting",
    ]);
    const others = await underIt(council.bodies.other);
    expect(await codesOf(takeWhole(who.clerk, "adopt", { grounds: { decisionId: others } }))).toEqual([
      "against-rule",
      "not-before-the-meeting",
      "another-body",
    ]);
    const decisionId = await underIt();
    await takeWhole(who.clerk, "adopt", { grounds: { decisionId } });
    expect(
      await db.programme.findUniqueOrThrow({ where: { id: council.programmeId }, include: { authority: true } }),
    ).toMatchObject({ status: "adopted", authority: { decisionId } });
    expect(await trail(council.programmeId)).toEqual(["adopt by clerk"]);
  });

  it("empty, it is adopted with a reason", async () => {
    const decisionId = await underIt();
    expect(await codesOf(takeWhole(who.clerk, "adopt", { grounds: { decisionId } }))).toEqual([
      "needs-reason",
      "empty-programme",
    ]);
  });

  it("is varied again and again, each time with a reason and on an authority, by democratic services", async () => {
    await createItem(council, "scheduled", { meetingId: at.october });
    await takeWhole(who.clerk, "adopt", { grounds: { decisionId: await underIt() } });
    expect(await codesOf(takeWhole(who.clerk, "vary", CONSULTED))).toEqual(["needs-reason"]);
    expect(await codesOf(takeWhole(who.clerk, "vary", { reason: "A new law." }))).toEqual([
      "against-rule",
      "nobody-consulted",
    ]);
    for (const role of [...WRONG, "scrutinyOfficer"] as const)
      expect(await codesOf(takeWhole(who[role], "vary", { reason: "A new law.", ...CONSULTED }))).toEqual([
        "not-permitted",
      ]);
    await takeWhole(who.clerk, "vary", { reason: "A new law.", ...CONSULTED });
    await takeWhole(who.clerk, "vary", { reason: "Another.", grounds: { decisionId: await underIt() } });
    expect(await db.programme.findUniqueOrThrow({ where: { id: council.programmeId } })).toMatchObject({
      status: "varied",
      version: 4,
    });
  });
});
