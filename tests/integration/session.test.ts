import { beforeEach, describe, expect, it } from "vitest";
import { readScope } from "@/domain/access/read-scope";
import {
  endSession,
  hashOfKey,
  holderOfKey,
  lapsedHolderOfKey,
  openSession,
  SESSION,
} from "@/server/auth/sign-in-sessions";
import { db } from "@/server/db";
import { emptyDatabase } from "../support/database";
import { createAccount, createBody, createPerson, createPost, createSeat, setClock, TODAY } from "../support/people";

let personId: string;
let accountId: string;
let key: string;

beforeEach(async () => {
  await emptyDatabase();
  await setClock();
  personId = await createPerson("Steve Butler");
  accountId = await createAccount(personId, "steve.butler@example.org");
  key = await openSession(accountId);
});

const session = () => db.signInSession.findUniqueOrThrow({ where: { keyHash: hashOfKey(key) } });
const inRealTime = (ms: number) => new Date(Date.now() + ms);

describe("a session", () => {
  it("is its holder's, with what they hold today", async () => {
    const council = await createBody("council", "County Council");
    const committee = await createBody("scrutiny_committee", "People and Communities");
    await createSeat(personId, council);
    await createSeat(personId, committee, "vice_chair");
    await createPost(personId, "officer", "Adviser");
    const holder = await holderOfKey(key);
    expect(holder?.person).toEqual({
      kind: "person",
      personId,
      name: "Steve Butler",
      day: TODAY,
      seats: [
        { bodyId: council, bodyKind: "council", role: "member", portfolioId: null },
        { bodyId: committee, bodyKind: "scrutiny_committee", role: "vice_chair", portfolioId: null },
      ],
      posts: [{ kind: "officer", areaId: null, portfolioIds: [], bodyIds: [] }],
    });
  });

  it("of an unknown key is nobody's", async () => {
    expect(await holderOfKey("nobody's")).toBeNull();
    // What the table holds opens nothing.
    expect(await holderOfKey(hashOfKey(key))).toBeNull();
  });

  it("ends at once when its holder signs out, and stays ended", async () => {
    await endSession(key);
    expect(await holderOfKey(key)).toBeNull();
    const { endedAt } = await session();
    await endSession(key);
    expect((await session()).endedAt).toEqual(endedAt);
  });

  it("ends alone: the same person stays signed in elsewhere", async () => {
    const other = await openSession(accountId);
    await endSession(key);
    expect(await holderOfKey(other)).not.toBeNull();
  });

  it("opens nothing while its account is disabled", async () => {
    await db.account.update({ where: { id: accountId }, data: { disabledAt: new Date() } });
    expect(await holderOfKey(key)).toBeNull();
  });

  it("ends after a working day without use, and after a week in any case", async () => {
    expect(await holderOfKey(key, inRealTime(SESSION.idle - 60_000))).not.toBeNull();
    await db.signInSession.updateMany({ data: { lastSeenAt: new Date() } });
    expect(await holderOfKey(key, inRealTime(SESSION.idle + 60_000))).toBeNull();
    await db.signInSession.updateMany({ data: { lastSeenAt: inRealTime(SESSION.longest) } });
    expect(await holderOfKey(key, inRealTime(SESSION.longest + 60_000))).toBeNull();
  });

  it("is kept alive by use, noted every few minutes and never backwards", async () => {
    const opened = (await session()).lastSeenAt;
    await holderOfKey(key, inRealTime(60_000));
    expect((await session()).lastSeenAt).toEqual(opened);
    await holderOfKey(key, inRealTime(SESSION.noted + 60_000));
    const noted = (await session()).lastSeenAt;
    expect(noted.getTime()).toBeGreaterThan(opened.getTime());
    await holderOfKey(key, opened);
    expect((await session()).lastSeenAt).toEqual(noted);
  });

  it("goes by real time, wherever the business clock stands", async () => {
    await setClock("2036-01-01");
    expect(await holderOfKey(key)).not.toBeNull();
    await setClock("1996-01-01");
    expect(await holderOfKey(key)).not.toBeNull();
  });
});

describe("a session that has lapsed", () => {
  const afterwards = () => inRealTime(SESSION.idle + 60_000);

  it("opens nothing, and says only for whom to keep what was being typed", async () => {
    expect(await holderOfKey(key, afterwards())).toBeNull();
    expect(await lapsedHolderOfKey(key)).toBe(personId);
    expect(await lapsedHolderOfKey("nobody's")).toBeNull();
  });

  it("says not even that once it was ended, or the account disabled", async () => {
    await db.account.update({ where: { id: accountId }, data: { disabledAt: new Date() } });
    expect(await lapsedHolderOfKey(key)).toBeNull();
    await db.account.update({ where: { id: accountId }, data: { disabledAt: null } });
    await endSession(key);
    expect(await lapsedHolderOfKey(key)).toBeNull();
  });
});

describe("seats and posts", () => {
  const seatsHeld = async () => (await holderOfKey(key))?.person.seats.length;
  const postsHeld = async () => (await holderOfKey(key))?.person.posts.length;

  it("end at the next request after they are ended", async () => {
    const committee = await createBody("scrutiny_committee", "People and Communities");
    const seat = await createSeat(personId, committee);
    const post = await createPost(personId, "democratic_services", "Democratic Services Officer");
    expect([await seatsHeld(), await postsHeld()]).toEqual([1, 1]);
    expect(readScope((await holderOfKey(key))?.person ?? { kind: "public" }).allDrafts).toBe(true);

    await db.seat.update({ where: { id: seat }, data: { until: "2016-10-02" } });
    await db.post.update({ where: { id: post }, data: { until: "2016-10-02" } });
    expect([await seatsHeld(), await postsHeld()]).toEqual([0, 0]);
    expect(readScope((await holderOfKey(key))?.person ?? { kind: "public" }).inside).toBe(false);
  });

  it("are held from their first day to their last, both included, by the business clock", async () => {
    const committee = await createBody("scrutiny_committee", "People and Communities");
    await createSeat(personId, committee, "member", { from: "2016-05-12", until: "2017-05-03" });
    await createPost(personId, "officer", "Adviser", { from: "2016-05-12", until: "2017-05-03" });
    for (const [day, held] of [
      ["2016-05-11", 0],
      ["2016-05-12", 1],
      ["2017-05-03", 1],
      ["2017-05-04", 0],
    ] as const) {
      await setClock(day);
      expect([await seatsHeld(), await postsHeld()], day).toEqual([held, held]);
    }
  });

  it("change hands at midnight in London, not in Greenwich", async () => {
    const committee = await createBody("scrutiny_committee", "People and Communities");
    await createSeat(personId, committee, "member", { from: "2016-06-16" });
    await setClock("2016-06-15", "23:59");
    expect(await seatsHeld()).toBe(0);
    await setClock("2016-06-16", "00:00");
    expect(await seatsHeld()).toBe(1);
  });

  it("end with their body", async () => {
    const group = await createBody("review_group", "Registration Services");
    await createSeat(personId, group);
    await db.body.update({ where: { id: group }, data: { until: "2016-10-02" } });
    expect(await seatsHeld()).toBe(0);
  });

  it("bring the areas, portfolios and bodies they are limited to", async () => {
    const committee = await createBody("scrutiny_committee", "People and Communities");
    const area = await db.area.create({ data: { slug: "adults", name: "Adult Services" } });
    const portfolio = await db.portfolio.create({ data: { slug: "health", name: "Health", from: "2013-05-10" } });
    await createPost(personId, "director", "Director for Adult Services");
    await db.post.updateMany({ data: { areaId: area.id } });
    await db.post.create({
      data: {
        personId,
        kind: "executive_support",
        title: "Cabinet Support Officer",
        from: "2014-01-01",
        portfolios: { connect: { id: portfolio.id } },
        bodies: { connect: { id: committee } },
      },
    });
    expect((await holderOfKey(key))?.person.posts).toEqual([
      { kind: "director", areaId: area.id, portfolioIds: [], bodyIds: [] },
      { kind: "executive_support", areaId: null, portfolioIds: [portfolio.id], bodyIds: [committee] },
    ]);
  });
});
