import { describe, expect, it } from "vitest";
import { canReadContent, readScope } from "@/domain/access/read-scope";
import { holderOfKey, openSession } from "@/server/auth/sign-in-sessions";
import { db, inTransaction } from "@/server/db";
import { saveArea, savePortfolio } from "@/server/people/areas";
import { addPost, endPost, type PostFacts } from "@/server/people/posts";
import { addSeat, endSeat, type SeatFacts } from "@/server/people/seats";
import { listUnseenSelfGrants, seeSelfGrant } from "@/server/people/self-grants";
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
import { createAccount, createPost, createSeat } from "../support/people";
import { failure, NOT_FOUND, signedIn } from "../support/settings";

beginWithPeople();

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
