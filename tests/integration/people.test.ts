import { describe, expect, it } from "vitest";
import { holderOfKey, openSession } from "@/server/auth/sign-in-sessions";
import { db } from "@/server/db";
import { addAlias, addPerson, changePerson, mergePeople, removeAlias } from "@/server/people/commands";
import { importPeople, previewImport } from "@/server/people/import";
import {
  actions,
  administrator,
  beginWithPeople,
  cabinet,
  clerk,
  committee,
  mary,
  officer,
} from "../support/keeping-people";
import { createAccount, createPerson, createSeat } from "../support/people";
import { failure, NOT_FOUND } from "../support/settings";

beginWithPeople();

const NAMES = { name: "Mary Kahn", familyName: "Kahn", email: null, phone: null };

describe("a person", () => {
  it("is added, renamed with the old name kept, and spelt otherwise", async () => {
    expect(await failure((tx) => addPerson(tx, clerk, { ...NAMES, email: "m@example.org" }))).toBeUndefined();
    const added = await db.person.findUniqueOrThrow({ where: { slug: "mary-kahn" }, include: { contact: true } });
    expect(added.contact?.email).toBe("m@example.org");
    const change = { ...NAMES, name: "Mary Penfold", familyName: "Penfold", id: added.id, version: 1 };
    expect(await failure((tx) => changePerson(tx, clerk, change))).toBeUndefined();
    expect(await failure((tx) => changePerson(tx, clerk, change))).toMatchObject({
      kind: "stale",
      current: { version: 2 },
    });
    expect(await failure((tx) => addAlias(tx, clerk, { id: added.id, name: "Mary Khan" }))).toBeUndefined();
    expect(await failure((tx) => addAlias(tx, clerk, { id: added.id, name: "Mary Khan" }))).toMatchObject({
      kind: "invalid",
    });
    const aliases = await db.personAlias.findMany({ where: { personId: added.id }, orderBy: { name: "asc" } });
    expect(aliases.map(({ name }) => name)).toEqual(["Mary Kahn", "Mary Khan"]);
    expect(
      await failure((tx) => removeAlias(tx, clerk, { id: added.id, aliasId: aliases[1]?.id ?? "" })),
    ).toBeUndefined();
    expect(await actions()).toEqual(["person.add", "person.change", "person.add alias", "person.remove alias"]);
  });

  it("is nobody's to change who keeps no people", async () => {
    for (const work of [
      (tx: Parameters<typeof addPerson>[0]) => addPerson(tx, officer, NAMES),
      (tx: Parameters<typeof addPerson>[0]) => changePerson(tx, officer, { ...NAMES, id: mary, version: 1 }),
      (tx: Parameters<typeof addPerson>[0]) => addAlias(tx, officer, { id: mary, name: "M" }),
      (tx: Parameters<typeof addPerson>[0]) =>
        mergePeople(tx, clerk, { id: mary, version: 1, otherId: officer.personId }),
    ])
      expect(await failure(work)).toEqual(NOT_FOUND);
    expect(await actions()).toEqual([]);
  });
});

describe("two records of one human", () => {
  it("become one: seats, records and sign-in move, the other is kept and points here", async () => {
    const khan = await createPerson("Mary Khan");
    await createSeat(khan, committee);
    await createSeat(mary, cabinet, "member");
    await createSeat(khan, cabinet, "member"); // the same seat twice: it stays where it was put down
    const account = await createAccount(khan, "mary@example.org", "a password of hers");
    const topic = await db.topic.create({
      data: { slug: "t", title: "T", source: "public", suggestedOn: "2016-10-03", keepers: [khan], leadMemberId: khan },
    });
    expect(
      await failure((tx) => mergePeople(tx, administrator, { id: mary, version: 1, otherId: khan })),
    ).toBeUndefined();
    expect(await db.seat.findMany({ where: { personId: mary }, select: { bodyId: true } })).toHaveLength(2);
    expect(await db.seat.count({ where: { personId: khan } })).toBe(1);
    expect(await db.account.findUniqueOrThrow({ where: { id: account } })).toMatchObject({
      personId: mary,
      disabledAt: null,
    });
    expect(await db.person.findUniqueOrThrow({ where: { id: khan } })).toMatchObject({
      mergedIntoId: mary,
      name: "Mary Khan",
    });
    expect(await db.personAlias.findFirst({ where: { personId: mary, name: "Mary Khan" } })).not.toBeNull();
    expect(await db.topic.findUniqueOrThrow({ where: { id: topic.id } })).toMatchObject({
      keepers: [mary],
      leadMemberId: mary,
    });
    expect(await actions()).toEqual(["person.merge"]);
    expect(
      await failure((tx) => mergePeople(tx, administrator, { id: mary, version: 2, otherId: khan })),
    ).toMatchObject({ kind: "refused" });
  });

  it("with two accounts keep the one's; the other's ends at once", async () => {
    const khan = await createPerson("Mary Khan");
    await createAccount(mary, "mary@example.org");
    const key = await openSession(await createAccount(khan, "khan@example.org"));
    expect(
      await failure((tx) => mergePeople(tx, administrator, { id: mary, version: 1, otherId: khan })),
    ).toBeUndefined();
    expect(await holderOfKey(key)).toBeNull();
  });

  it("are not the same one, nor the administrator's own, nor of an older version", async () => {
    const khan = await createPerson("Mary Khan");
    const merge = (id: string, otherId: string, version = 1) =>
      failure((tx) => mergePeople(tx, administrator, { id, version, otherId }));
    expect(await merge(mary, mary)).toMatchObject({ kind: "invalid" });
    expect(await merge(mary, administrator.personId)).toMatchObject({ kind: "refused" });
    expect(await merge(mary, khan, 7)).toMatchObject({ kind: "stale" });
    expect(await actions()).toEqual([]);
  });
});

describe("a file of people and seats", () => {
  const HEAD = "Name,E-mail,Body,Role,Represents,From,Until\n";
  it("says by line what it would do, does nothing until confirmed, then all of it", async () => {
    const text = `${HEAD}"Walsh, David",d@example.org,People and Communities,Chairman,Bride Valley,10/5/2016,\nMary Kahn,,Cabinet,,,2016-05-10,2017-05-03\nMary Kahn,,,,,,\n`;
    const preview = await previewImport(clerk, text);
    expect(preview.outcomes).toEqual([
      {
        line: 2,
        name: "Walsh, David",
        does: "adds",
        says: expect.stringContaining("Adds a seat on People and Communities from 2016-05-10."),
      },
      { line: 3, name: "Mary Kahn", does: "adds", says: expect.stringContaining("until 2017-05-03") },
      { line: 4, name: "Mary Kahn", does: "nothing", says: "It is so already." },
    ]);
    expect(await db.seat.count()).toBe(0);
    expect(await actions()).toEqual([]);
    expect(await failure((tx) => importPeople(tx, clerk, { text, digest: preview.digest }))).toBeUndefined();
    expect(await db.seat.count()).toBe(2);
    expect(await actions()).toEqual(["person.add", "seat.add", "seat.add"]);
    const again = await previewImport(clerk, text);
    expect(again.outcomes.map(({ does }) => does)).toEqual(["nothing", "nothing", "nothing"]);
    expect(await failure((tx) => importPeople(tx, clerk, { text, digest: preview.digest }))).toMatchObject({
      kind: "stale",
    });
  });

  it("with one line refused changes nothing", async () => {
    await createPerson("Two Same");
    await createPerson("Two Same");
    const text = `${HEAD}New One,,,,,,\nTwo Same,,,,,,\nMary Kahn,,Nowhere,,,2016-05-10,\nMary Kahn,,Cabinet,king,,2016-05-10,\nMary Kahn,,Cabinet,,,31/2/2016,\nMary Kahn,,Cabinet,,,,\n`;
    const { outcomes, digest } = await previewImport(clerk, text);
    expect(outcomes.map(({ does }) => does)).toEqual(["adds", "refused", "refused", "refused", "refused", "refused"]);
    expect(await failure((tx) => importPeople(tx, clerk, { text, digest }))).toMatchObject({ kind: "refused" });
    expect(await db.person.count({ where: { name: "New One" } })).toBe(0);
  });

  it("that cannot be read says what to put right, and is nobody's who keeps no people", async () => {
    for (const text of ["who\nA", "name,shoe size\nA,3", "name\n", 'name\n"A'])
      await expect(previewImport(clerk, text)).rejects.toMatchObject({ failure: { kind: "invalid" } });
    await expect(previewImport(officer, "name\nA")).rejects.toMatchObject({ failure: { kind: "not-found" } });
  });
});
