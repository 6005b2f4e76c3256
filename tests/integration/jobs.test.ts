import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { londonDate } from "@/domain/calendar/london-time";
import { addDays } from "@/domain/calendar/plain-date";
import { moveClock } from "@/server/clock/commands";
import { db, inTransaction, publicDb } from "@/server/db";
import { type RunningJobs, startJobs } from "@/server/jobs/boss";
import { enqueue } from "@/server/jobs/enqueue";
import { keepHouse } from "@/server/jobs/housekeeping";
import { schedulePublication } from "@/server/meetings/commands";
import { isOurKey, KEY_HEADER } from "@/server/public-pages/announcement";
import { emptyDatabase } from "../support/database";
import { createItem, createMeeting, createPaper } from "../support/papers";
import { createBody, createPerson, createPost, setClock, signIn } from "../support/people";

let running: RunningJobs | undefined;
let site: Server;
/** How the site answered each time it was told that public pages changed. */
let told: number[];
let answers: number[];
let desk: Person;
let committee: string;
let meeting: string;

const HOUR = 3_600_000;
const today = londonDate(new Date());

beforeAll(async () => {
  process.env.SCRUTINEER_SECRET = "a secret that only this test has, long enough";
  site = createServer((request, response) => {
    const isTold = request.method === "POST" && isOurKey(String(request.headers[KEY_HEADER]));
    const status = isTold ? (answers.shift() ?? 204) : 404;
    told.push(status);
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  process.env.PORT = String((site.address() as AddressInfo).port);
});
afterAll(() => new Promise((resolve) => site.close(resolve)));

beforeEach(async () => {
  await emptyDatabase();
  await db.$executeRaw`DELETE FROM pgboss.job`;
  [told, answers] = [[], []];
  const id = await createPerson("Helen Whitby");
  await createPost(id, "democratic_services", "Democratic Services Officer");
  desk = await signIn(id);
  committee = await createBody("scrutiny_committee", "People and Communities");
  meeting = await createMeeting(committee, { slug: "next", date: addDays(today, 60), convenedOn: today });
  await createItem(committee, meeting);
});
afterEach(stop);

async function start(): Promise<void> {
  running = await startJobs({ polling: 0.5, sweeping: 600 });
}
async function stop(): Promise<void> {
  await running?.stop();
  running = undefined;
}

const schedule = (at = `${addDays(today, 1)}T10:00`) =>
  inTransaction((tx) => schedulePublication(tx, desk, { meetingId: meeting, version: 1, at }));

/** Real time goes on while nobody is running: what was to happen tomorrow was due an hour ago. */
async function timePasses(): Promise<void> {
  const due = new Date(Date.now() - HOUR);
  await db.scheduledPublication.updateMany({ data: { at: due } });
  await db.$executeRaw`UPDATE pgboss.job SET start_after = ${due} WHERE name = 'publish-meeting'`;
}

type JobRow = { state: string; output: unknown; retry_count: number };
const jobs = () =>
  db.$queryRaw<JobRow[]>`SELECT state::text, output, retry_count FROM pgboss.job WHERE name = 'publish-meeting'`;

async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const value = await read();
    if (holds(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return read();
}
const settled = (rows: JobRow[]) => rows.length > 0 && rows.every(({ state }) => /completed|failed/.test(state));
const published = () => publicDb.publication.count();

describe("a job", () => {
  it("belongs to its change: undone with it, there without anybody running, once a key", async () => {
    const give = (fails: boolean) =>
      inTransaction(async (tx) => {
        await enqueue(tx, "publish-meeting", { scheduledId: meeting }, { key: meeting });
        if (fails) throw new Error("something else went wrong");
      });
    await expect(give(true)).rejects.toThrow("something else");
    expect(await jobs()).toEqual([]);
    await Promise.all([give(false), give(false)]);
    await give(false);
    expect(await jobs()).toMatchObject([{ state: "created" }]);
  });

  it("undone with its change is never run", async () => {
    await schedule();
    const doing = inTransaction(async (tx) => {
      await enqueue(tx, "publish-meeting", { scheduledId: meeting });
      throw new Error("undone");
    });
    await expect(doing).rejects.toThrow("undone");
    await start();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await jobs()).toMatchObject([{ state: "created" }]);
    expect(told).toEqual([]);
  });
});

describe("a scheduled publication", () => {
  it("survives that everything was stopped, and happens when it is due", async () => {
    await schedule();
    await start();
    await stop();
    expect(await jobs()).toMatchObject([{ state: "created" }]);
    expect(await published()).toBe(0);
    await timePasses();
    await start();
    expect(await until(jobs, settled)).toMatchObject([{ state: "completed", output: { outcome: "published" } }]);
    expect(await published()).toBe(1);
    expect(await publicDb.meeting.findFirst()).toMatchObject({ status: "published" });
    expect(told).toEqual([204]);
  });

  it("happens after a kill in the middle of it", async () => {
    await schedule();
    await timePasses();
    // As a process leaves it that was killed half a minute ago: taken, with time to finish, and nobody says that it is alive.
    const last = new Date(Date.now() - 30_000);
    await db.$executeRaw`UPDATE pgboss.job SET state = 'active', started_on = now(), heartbeat_on = ${last}
      WHERE name = 'publish-meeting'`;
    await start();
    await running?.boss.supervise("publish-meeting");
    expect(await until(jobs, settled)).toMatchObject([{ state: "completed" }]);
    expect(await published()).toBe(1);
  });

  it("is published once when saying so failed and the job is run again", async () => {
    answers = [500, 500];
    await schedule();
    await timePasses();
    await start();
    expect(await until(jobs, settled)).toMatchObject([
      { state: "completed", retry_count: 2, output: { outcome: "nothing to do" } },
    ]);
    expect(told).toEqual([500, 500, 204]);
    expect(await published()).toBe(1);
    expect(await db.auditEntry.count({ where: { action: "meeting.publish" } })).toBe(1);
  });

  it("that is refused leaves its reason, is not tried again, and publishes nothing", async () => {
    await schedule();
    await createPaper(committee, {
      meetingId: meeting,
      agendaItemId: await createItem(committee, meeting),
      restriction: "confidential",
    });
    await timePasses();
    await start();
    const sentence =
      /^Not done: one thing stands in the way\. Have the proper officer sign the restriction of “Appendix 3”/;
    expect(await until(jobs, settled)).toMatchObject([
      { state: "failed", retry_count: 0, output: { refused: expect.stringMatching(sentence) } },
    ]);
    expect(await db.scheduledPublication.findFirst()).toMatchObject({
      state: "refused",
      refusal: { findings: expect.arrayContaining([expect.objectContaining({ code: "restriction-unsigned" })]) },
    });
    expect(await db.meeting.findFirst()).toMatchObject({ status: "convened", publishedAt: null });
    expect([await published(), await publicDb.agendaItem.count(), told.length]).toEqual([0, 0, 0]);
  });

  it("happens although its job was lost", async () => {
    await schedule();
    await db.$executeRaw`DELETE FROM pgboss.job`;
    await timePasses();
    await start();
    expect(await until(jobs, settled)).toMatchObject([{ state: "completed" }]);
    expect(await published()).toBe(1);
  });

  it("in a demonstration waits for the clock to be moved, not for real time", async () => {
    await setClock();
    await db.meeting.update({ where: { id: meeting }, data: { date: "2016-10-11", convenedOn: "2016-09-01" } });
    await schedule("2016-10-03T17:00");
    await start();
    expect(await jobs()).toEqual([]);
    const id = await createPerson("Administrator");
    await createPost(id, "administrator", "Administrator");
    const administrator = await signIn(id);
    await inTransaction((tx) => moveClock(tx, administrator, { version: 1, standsAt: "2016-10-04T09:00" }));
    expect(await until(jobs, settled)).toMatchObject([{ state: "completed" }]);
    expect(await publicDb.publication.findMany()).toMatchObject([{ publishedAt: new Date("2016-10-03T16:00:00Z") }]);
  });
});

describe("housekeeping", () => {
  it("forgets what has run out, and nothing that somebody typed", async () => {
    const now = new Date();
    const old = new Date(now.getTime() - 31 * 24 * HOUR);
    await db.onceKey.createMany({
      data: [
        { key: "old", actor: "public", leadsTo: "/", createdAt: old },
        { key: "new", actor: "public", leadsTo: "/" },
      ],
    });
    await db.formDraft.create({
      data: { personId: desk.personId, form: "scoping", subjectId: meeting, values: {}, savedAt: old },
    });
    const session = await db.signInSession.findFirstOrThrow();
    await db.signInSession.create({ data: { ...session, keyHash: "run out", expiresAt: new Date(now.getTime() - 1) } });
    expect(await keepHouse(now)).toMatchObject({ done: { onceKeys: 1, signIns: 1 } });
    expect((await db.onceKey.findMany()).map(({ key }) => key)).toEqual(["new"]);
    expect(await db.signInSession.count()).toBe(1);
    expect(await db.formDraft.count()).toBe(1);
  });

  it("is arranged for every night", async () => {
    await start();
    expect(await running?.boss.getSchedules("housekeeping")).toMatchObject([
      { cron: "15 3 * * *", timezone: "Europe/London" },
    ]);
  });
});

describe("the queue's own schema", () => {
  it("is what this pg-boss expects, and its maintenance needs no more than the office's login may", async () => {
    await start();
    const { ok, ...drift } = (await running?.boss.detectSchemaDrift()) ?? { ok: false };
    expect(ok, JSON.stringify(drift)).toBe(true);
    await running?.boss.supervise();
  });

  it("is the office's to use and not to change, and closed to the public's login", async () => {
    await expect(db.$executeRaw`CREATE TABLE pgboss.ours ()`).rejects.toThrow(/permission denied|denied access/i);
    const visitor = new pg.Client({ connectionString: process.env.DATABASE_PUBLIC_URL });
    await visitor.connect();
    try {
      await expect(visitor.query("SELECT count(*) FROM pgboss.job")).rejects.toThrow("permission denied");
      await expect(visitor.query("SELECT pgboss.create_queue('mine', '{}')")).rejects.toThrow("permission denied");
    } finally {
      await visitor.end();
    }
  });
});
