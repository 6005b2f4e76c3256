import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readScope } from "@/domain/access/read-scope";
import { db, publicDb } from "@/server/db";
import { once } from "@/server/forms/once";
import { addItem } from "@/server/programme/commands";
import { getDesk } from "@/server/programme/desk";
import { listItemHistory } from "@/server/programme/item-history";
import type { ItemValues } from "@/server/programme/item-values";
import { getNewItem } from "@/server/programme/queries";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { TODAY } from "../support/people";
import { createItem } from "../support/programme";
import {
  add,
  at,
  beginWithCouncil,
  council,
  edit,
  row,
  traces,
  VALUES,
  WHY,
  WRONG,
  who,
  withdraw,
} from "../support/programme-commands";

beginWithCouncil();

describe("adding an item", () => {
  it("is done and recorded: proposed, open to people inside and to nobody else", async () => {
    const id = await add(who.clerk, {
      values: {
        ...VALUES,
        leadMember: [who.member.personId],
        leadOfficer: [who.officer.personId],
        outcome: [council.outcomeId],
      },
    });
    expect(await row(id)).toMatchObject({
      status: "proposed",
      audience: "inside",
      title: "Winter resilience",
      linesOfEnquiry: ["Who decides?", "Who pays?"],
      targetEnd: "2017-01-11",
      programmeId: council.programmeId,
      keepers: [who.officer.personId],
      leads: [
        { personId: who.member.personId, role: "member", audience: "inside" },
        { personId: who.officer.personId, role: "officer", audience: "inside" },
      ],
    });
    expect(await publicDb.programmeItem.count()).toBe(0);
    expect(await publicDb.programmeLead.count()).toBe(0);
    const [entry] = await db.auditEntry.findMany();
    expect(entry).toMatchObject({
      action: "programme item.add",
      actorId: who.clerk.personId,
      happenedOn: TODAY,
      bodyId: council.bodies.committee,
      after: { status: "proposed", title: "Winter resilience", leadMember: ["member"], outcome: ["Safe"] },
    });
    const [untaken] = (await getDesk(readScope(who.member), "our-committee", TODAY)).unplaced;
    expect(untaken?.item.id).toBe(id);
  });

  it("begins the programme of the year where there is none, once", async () => {
    await Promise.all(
      [who.scrutinyOfficer, who.otherClerk].map((person) => add(person, { body: "another-committee" })),
    );
    const begun = await db.programme.findMany({ where: { bodyId: council.bodies.other }, include: { items: true } });
    expect(begun).toMatchObject([{ year: "2016/17", status: "draft", items: [{}, {}] }]);
    expect(await db.auditEntry.count({ where: { action: "work programme.begin" } })).toBe(1);
  });

  it("leaves no trace where it is refused", async () => {
    const before = await traces();
    for (const wrong of [...WRONG, "nobody"] as const)
      expect(await codesOf(add(who[wrong]))).toEqual(["not-permitted"]);
    expect(await failureOf(add(who.clerk, { body: "no-such-body" }))).toEqual({ kind: "not-found" });
    expect(await codesOf(add(who.clerk, { body: "another-committee" }))).toEqual(["not-permitted"]);
    const named = (values: Partial<ItemValues>) => failureOf(add(who.clerk, { values: { ...VALUES, ...values } }));
    expect(await named({ leadMember: [who.cabinet.personId] })).toMatchObject({
      kind: "invalid",
      fields: { leadMember: [/Cabinet/] },
    });
    expect(await named({ leadMember: [who.officer.personId] })).toMatchObject({ kind: "invalid" });
    expect(await named({ leadOfficer: [who.member.personId] })).toMatchObject({ kind: "invalid" });
    expect(await named({ outcome: [randomUUID()] })).toMatchObject({ kind: "invalid", fields: { outcome: [/./] } });
    expect(await traces()).toEqual(before);
  });

  it("takes up a topic of the committee's own long list, and none that is hidden or another's", async () => {
    const topic = (facts: object) =>
      db.topic.create({
        data: {
          slug: randomUUID(),
          title: "Grit",
          source: "member",
          suggestedOn: TODAY,
          status: "triaged",
          bodyId: council.bodies.committee,
          ...facts,
        },
      });
    const own = await topic({ audience: "public" });
    const others = await topic({ audience: "public", bodyId: council.bodies.other });
    const { values, title } = await getNewItem(readScope(who.clerk), { body: "our-committee", topicId: own.id }, TODAY);
    expect([values.title, title]).toEqual(["Grit", "Grit"]);
    const desk = () => getDesk(readScope(who.clerk), "our-committee", TODAY);
    expect((await desk()).untaken.map(({ id }) => id)).toEqual([own.id]);
    const id = await add(who.clerk, { topicId: own.id });
    expect((await row(id)).topicId).toBe(own.id);
    expect((await desk()).untaken).toEqual([]);
    expect(await failureOf(add(who.clerk, { topicId: others.id }))).toEqual({ kind: "not-found" });
    expect(
      await failureOf(getNewItem(readScope(who.clerk), { body: "our-committee", topicId: others.id }, TODAY)),
    ).toEqual({ kind: "not-found" });
  });

  it("makes one record, however often its form is sent", async () => {
    const key = randomUUID();
    const addresses = await Promise.all(
      Array.from({ length: 20 }, () =>
        once(
          who.clerk,
          key,
          async (tx) => `/${await addItem(tx, who.clerk, { body: "our-committee", values: VALUES })}`,
        ),
      ),
    );
    expect(new Set(addresses).size).toBe(1);
    expect(await db.programmeItem.count()).toBe(1);
    expect(await db.auditEntry.count()).toBe(1);
  });
});

describe("editing an item", () => {
  it("is done and recorded, with what stood there before; who leads it keeps it", async () => {
    const id = await createItem(council, "scheduled", {
      meetingId: at.january,
      targetAsPrinted: "TBC",
      keepers: [who.chair.personId],
    });
    await edit(who.clerk, id, 1, { title: "Snow", leadOfficer: [who.officer.personId], target: "2017-01-11" });
    expect(await row(id)).toMatchObject({
      title: "Snow",
      version: 2,
      status: "scheduled",
      targetEnd: "2017-01-11",
      targetAsPrinted: null,
      keepers: [who.chair.personId, who.officer.personId],
      leads: [{ personId: who.officer.personId, audience: "public" }],
    });
    await edit(who.scrutinyOfficer, id, 2, { leadOfficer: [] });
    expect((await row(id)).keepers).toEqual([who.chair.personId]);
    const [last, first] = await listItemHistory(readScope(who.clerk), id);
    expect(first).toMatchObject({
      verb: "edit",
      by: "clerk",
      happenedOn: TODAY,
      changes: [
        { field: "title", before: "Winter", after: "Snow" },
        { field: "leadOfficer", before: null, after: "officer" },
        { field: "target", before: null, after: "2017-01-11" },
      ],
    });
    expect(last?.changes).toEqual([{ field: "leadOfficer", before: "officer", after: null }]);
  });

  it("writes nothing where nothing has changed", async () => {
    const id = await createItem(council, "provisional");
    await edit(who.clerk, id, 1, { title: "Winter", outcome: [council.outcomeId] });
    expect([(await row(id)).version, await trail(id)]).toEqual([1, []]);
  });

  it("leaves no trace where it is refused, and what is invisible is not found", async () => {
    const id = await createItem(council, "proposed");
    const over = await createItem(council, "withdrawn");
    const before = await traces();
    for (const wrong of WRONG)
      expect(await codesOf(edit(who[wrong], id, 1, { title: "Snow" }))).toEqual(["not-permitted"]);
    expect(await failureOf(edit(who.nobody, id, 1, { title: "Snow" }))).toEqual({ kind: "not-found" });
    expect(await failureOf(edit(who.clerk, randomUUID(), 1, {}))).toEqual({ kind: "not-found" });
    expect(await failureOf(edit(who.clerk, "no-key", 1, {}))).toEqual({ kind: "not-found" });
    expect(await codesOf(edit(who.clerk, over, 1, { title: "Snow" }))).toEqual(["wrong-status"]);
    expect(await failureOf(edit(who.clerk, id, 1, { leadMember: [who.cabinet.personId] }))).toMatchObject({
      kind: "invalid",
    });
    expect(await traces()).toEqual(before);
  });

  it("keeps a lead that today nobody would be offered: guards judge moves, not found states", async () => {
    const id = await createItem(council, "provisional");
    await db.programmeLead.create({
      data: { itemId: id, personId: who.cabinet.personId, role: "member", titleAsPrinted: "Cllr C" },
    });
    await edit(who.clerk, id, 1, { title: "Snow", leadMember: [who.cabinet.personId, who.member.personId] });
    expect((await row(id)).leads.map(({ titleAsPrinted }) => titleAsPrinted)).toEqual(["Cllr C", null]);
  });

  it("shows what somebody else saved first, and loses nothing of either", async () => {
    const id = await createItem(council, "provisional");
    await edit(who.scrutinyOfficer, id, 1, { title: "Snow" });
    const stale = await failureOf(edit(who.clerk, id, 1, { title: "Ice", purpose: "Skating." }));
    expect(stale).toMatchObject({
      kind: "stale",
      current: {
        version: 2,
        values: { title: "Snow", purpose: "", place: "Not yet placed", outcome: [council.outcomeId] },
      },
    });
    expect(stale?.kind === "stale" && stale.current?.changedBy).toMatch(/^scrutinyOfficer, \d/);

    await edit(who.clerk, id, 2, { purpose: "Skating." }, { title: "Ice" });
    expect(await row(id)).toMatchObject({ title: "Snow", purpose: "Skating.", version: 3 });
    await edit(who.clerk, id, 3, {}, { title: "Slush" });
    const [aside, chosen] = await listItemHistory(readScope(who.clerk), id);
    expect([chosen?.verb, chosen?.setAside]).toEqual(["edit", [{ field: "title", typed: "Ice" }]]);
    expect([aside?.verb, aside?.setAside, (await row(id)).version]).toEqual([
      "setAside",
      [{ field: "title", typed: "Slush" }],
      3,
    ]);
  });

  it("lets one of many writers of one version win", async () => {
    const id = await createItem(council, "provisional");
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, n) => failureOf(edit(who.clerk, id, 1, { title: `Title ${n}` }))),
    );
    expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(1);
    const lost = outcomes.filter((outcome) => outcome !== undefined);
    const { title } = await row(id);
    for (const outcome of lost)
      expect(outcome).toMatchObject({ kind: "stale", current: { version: 2, values: { title } } });
    expect(await trail(id)).toHaveLength(1);
  });
});

describe("withdrawing an item", () => {
  it("is done and recorded; the item stays, with the place it had", async () => {
    const id = await createItem(council, "scheduled", { meetingId: at.january });
    await withdraw(who.clerk, id, 1, { reason: "Nobody wants it.", consulted: "the Chairman" });
    expect(await row(id)).toMatchObject({ status: "withdrawn", audience: "public", version: 2, meetingId: at.january });
    const [line] = await listItemHistory(readScope(who.clerk), id);
    expect(line).toMatchObject({
      verb: "withdraw",
      reason: "Nobody wants it.",
      ground: { kind: "officer_decision", statement: "the Chairman" },
    });
    const desk = await getDesk(readScope(who.clerk), "our-committee", TODAY);
    expect([desk.meetings.flatMap(({ cards }) => cards), desk.out.map((item) => item.id)]).toEqual([[], [id]]);
  });

  it("leaves no trace where it is refused, and one of two at once wins", async () => {
    const id = await createItem(council, "provisional");
    const proposed = await createItem(council, "proposed");
    const before = await traces();
    for (const wrong of [...WRONG, "scrutinyOfficer"] as const)
      expect(await codesOf(withdraw(who[wrong], id, 1, WHY))).toEqual(["not-permitted"]);
    expect(await failureOf(withdraw(who.nobody, proposed, 1, WHY))).toEqual({ kind: "not-found" });
    expect(await codesOf(withdraw(who.clerk, id, 1, { consulted: "the Chairman" }))).toEqual(["needs-reason"]);
    expect(await codesOf(withdraw(who.clerk, id, 1, { reason: "No." }))).toEqual(["against-rule", "nobody-consulted"]);
    expect(await failureOf(withdraw(who.clerk, id, 7, WHY))).toMatchObject({ kind: "stale", current: { version: 1 } });
    expect(await traces()).toEqual(before);
    const outcomes = await Promise.all([1, 2].map(() => failureOf(withdraw(who.clerk, id, 1, WHY))));
    expect(outcomes.map((outcome) => outcome?.kind).toSorted()).toEqual(["stale", undefined]);
  });
});
