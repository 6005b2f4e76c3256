import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { canReadContent, readScope } from "@/domain/access/read-scope";
import { holderOfKey, openSession } from "@/server/auth/sign-in-sessions";
import { db, inTransaction } from "@/server/db";
import { saveArea, savePortfolio } from "@/server/people/areas";
import { addAlias, addPerson, changePerson, mergePeople, removeAlias } from "@/server/people/commands";
import { importPeople, previewImport } from "@/server/people/import";
import { addPost, endPost, type PostFacts } from "@/server/people/posts";
import { addSeat, endSeat, type SeatFacts } from "@/server/people/seats";
import { listUnseenSelfGrants, seeSelfGrant } from "@/server/people/self-grants";
import { emptyDatabase } from "../support/database";
import { createAccount, createBody, createPerson, createPost, createSeat, setClock } from "../support/people";
import { failure, NOT_FOUND, signedIn } from "../support/settings";

let administrator: Person;
let clerk: Person;
let officer: Person;
let committee: string;
let cabinet: string;
let mary: string;

beforeEach(async () => {
  await emptyDatabase();
  await setClock();
  committee = await createBody("scrutiny_committee", "People and Communities");
  cabinet = await createBody("executive", "Cabinet");
  administrator = await signedIn("System Administrator", "administrator");
  clerk = await signedIn("Helen Whitby", "democratic_services");
  officer = await signedIn("Paul Leivers", "officer");
  mary = await createPerson("Mary Kahn");
});

const actions = async () =>
  (await db.auditEntry.findMany({ orderBy: { recordedAt: "asc" } })).map(({ action }) => action);
const seat = (over: Partial<SeatFacts> = {}): SeatFacts => ({
  personId: mary,
  bodyId: committee,
  role: "member",
  portfolioId: null,
  represents: null,
  from: "2016-10-03",
  until: null,
  ...over,
});
const post = (over: Partial<PostFacts> = {}): PostFacts => ({
  personId: mary,
  kind: "officer",
  title: "Head of Something",
  areaId: null,
  portfolioIds: [],
  bodyIds: [],
  from: "2016-10-03",
  until: null,
  ...over,
});
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

describe("a seat", () => {
  it("opens from its first day, and closes at the next click after its last", async () => {
    const key = await openSession(await createAccount(mary, "mary@example.org"));
    expect(await failure((tx) => addSeat(tx, clerk, seat()))).toBeUndefined();
    expect((await holderOfKey(key))?.person.seats).toHaveLength(1);
    const { id } = await db.seat.findFirstOrThrow();
    await db.seat.update({ where: { id }, data: { from: "2016-09-01" } });
    expect(await failure((tx) => endSeat(tx, clerk, { id, version: 1, until: "2016-10-02" }))).toBeUndefined();
    expect((await holderOfKey(key))?.person.seats).toHaveLength(0);
    expect(await failure((tx) => endSeat(tx, clerk, { id, version: 1, until: "2016-10-02" }))).toMatchObject({
      kind: "stale",
    });
    expect(await failure((tx) => endSeat(tx, officer, { id, version: 2, until: "2016-10-02" }))).toEqual(NOT_FOUND);
    expect(await actions()).toEqual(["seat.add", "seat.end"]);
  });

  it("is refused twice on a body, without days, and on the executive and scrutiny at once (LGA 2000 s9FA)", async () => {
    expect(await failure((tx) => addSeat(tx, officer, seat()))).toEqual(NOT_FOUND);
    expect(await failure((tx) => addSeat(tx, clerk, seat({ until: "2016-10-01" })))).toMatchObject({ kind: "invalid" });
    expect(await failure((tx) => addSeat(tx, clerk, seat({ from: "soon" })))).toMatchObject({ kind: "invalid" });
    await createSeat(mary, cabinet);
    expect(await failure((tx) => addSeat(tx, clerk, seat()))).toMatchObject({
      kind: "invalid",
      fields: { personId: [expect.stringContaining("s9FA")] },
    });
    expect(await failure((tx) => addSeat(tx, clerk, seat({ role: "support_officer" })))).toBeUndefined();
    expect(await failure((tx) => addSeat(tx, clerk, seat()))).toMatchObject({ kind: "invalid" });
    expect(await actions()).toEqual(["seat.add"]);
  });
});

describe("a post", () => {
  it("is the administrator's to give and to end", async () => {
    expect(await failure((tx) => addPost(tx, clerk, post()))).toEqual(NOT_FOUND);
    expect(await failure((tx) => addPost(tx, administrator, post()))).toBeUndefined();
    const held = await db.post.findFirstOrThrow({ where: { personId: mary } });
    expect(await failure((tx) => endPost(tx, clerk, { id: held.id, version: 1, until: "2016-10-03" }))).toEqual(
      NOT_FOUND,
    );
    expect(
      await failure((tx) => endPost(tx, administrator, { id: held.id, version: 1, until: "2016-10-02" })),
    ).toMatchObject({ kind: "invalid" });
    expect(
      await failure((tx) => endPost(tx, administrator, { id: held.id, version: 1, until: "2016-10-03" })),
    ).toBeUndefined();
    expect(
      await failure((tx) => endPost(tx, administrator, { id: held.id, version: 1, until: "2016-10-03" })),
    ).toMatchObject({ kind: "stale" });
    expect(await actions()).toEqual(["post.add", "post.end"]);
  });

  it("that asks for an area, portfolios or another person says so (LGA 2000 s9FB)", async () => {
    expect(await failure((tx) => addPost(tx, administrator, post({ kind: "director" })))).toMatchObject({
      fields: { areaId: expect.any(Array) },
    });
    expect(await failure((tx) => addPost(tx, administrator, post({ kind: "executive_support" })))).toMatchObject({
      fields: { portfolioIds: expect.any(Array) },
    });
    await createPost(mary, "proper_officer", "Monitoring Officer");
    expect(await failure((tx) => addPost(tx, administrator, post({ kind: "scrutiny_officer" })))).toMatchObject({
      fields: { kind: expect.any(Array) },
    });
  });

  it("of the last administrator is not ended, also by two at once", async () => {
    const own = await db.post.findFirstOrThrow({ where: { kind: "administrator" } });
    const end = (id: string) => failure((tx) => endPost(tx, administrator, { id, version: 1, until: "2016-10-03" }));
    expect(await end(own.id)).toMatchObject({ kind: "refused" });
    await createAccount(mary, "mary@example.org");
    const second = await createPost(mary, "administrator", "Second administrator");
    const ended = await Promise.all([end(own.id), end(second)]);
    expect(ended.filter((one) => one === undefined)).toHaveLength(1);
  });
});

describe("an administrator who gives themselves a seat", () => {
  it("still reads nothing restricted, is recorded, and the proper officer is told", async () => {
    const watcher = await signedIn("Jonathan Mair", "proper_officer");
    expect(
      await failure((tx) => addSeat(tx, administrator, seat({ personId: administrator.personId }))),
    ).toBeUndefined();
    const key = await openSession(
      (await db.account.findUniqueOrThrow({ where: { personId: administrator.personId } })).id,
    );
    const now = (await holderOfKey(key))?.person;
    if (!now) throw new Error("not signed in");
    expect(now.seats).toHaveLength(1);
    const content = {
      audience: "members",
      bodyId: committee,
      areaId: null,
      portfolioId: null,
      keepers: [],
      withheldFrom: [],
    } as const;
    expect(canReadContent(readScope(now), { ...content, restriction: "exempt", paragraphs: [3] })).toBe(false);
    expect(canReadContent(readScope(now), { ...content, restriction: "public", paragraphs: [] })).toBe(true);

    expect(await db.mail.findMany()).toMatchObject([{ to: "jonathan.mair@example.org", cause: "seat.self-granted" }]);
    const [grant] = await listUnseenSelfGrants(watcher);
    expect(grant).toMatchObject({ what: expect.stringContaining("People and Communities") });
    expect(await listUnseenSelfGrants(clerk)).toEqual([]);
    const id = grant?.id ?? "";
    expect(await failure((tx) => seeSelfGrant(tx, administrator, { id }))).toEqual(NOT_FOUND);
    expect(await failure((tx) => seeSelfGrant(tx, watcher, { id }))).toBeUndefined();
    expect(await listUnseenSelfGrants(watcher)).toEqual([]);
    expect(await actions()).toEqual(["seat.add", "self-grant.see"]);
  });

  it("is not told of when a clerk gives a seat, or the administrator gives one to another", async () => {
    await signedIn("Jonathan Mair", "proper_officer");
    await inTransaction((tx) => addSeat(tx, administrator, seat()));
    expect(await db.mail.count()).toBe(0);
  });
});

describe("areas and portfolios", () => {
  it("are the administrator's, with one name each", async () => {
    expect(await failure((tx) => saveArea(tx, clerk, { id: null, name: "Children" }))).toEqual(NOT_FOUND);
    expect(await failure((tx) => saveArea(tx, administrator, { id: null, name: "Children" }))).toBeUndefined();
    expect(await failure((tx) => saveArea(tx, administrator, { id: null, name: "children" }))).toMatchObject({
      kind: "invalid",
    });
    const portfolio = { id: null, name: "Highways", from: "2016-05-10", until: null };
    expect(await failure((tx) => savePortfolio(tx, clerk, portfolio))).toEqual(NOT_FOUND);
    expect(await failure((tx) => savePortfolio(tx, administrator, portfolio))).toBeUndefined();
    const { id } = await db.portfolio.findFirstOrThrow();
    expect(
      await failure((tx) => savePortfolio(tx, administrator, { ...portfolio, id, until: "2016-01-01" })),
    ).toMatchObject({ kind: "invalid" });
    expect(await actions()).toEqual(["area.add", "portfolio.add"]);
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
