import { setTimeout as wait } from "node:timers/promises";
import { type FilledForm, filled, formOf, formWith } from "../forms";
import type { Page, Visitor } from "../visitor";
import { answerTo, Claims, foundIn, newToken } from "./claims";
import type { Part, World } from "./world";

const COMMITTEE = "people-and-communities";
const CLOCK = "/office/settings/clock";
const MINUTE_MS = 60_000;

/** A meeting, by the word that its purpose is; its address once that was answered. */
type Arranged = { token: string; path: string | null };

const meetings = new Claims<Arranged>("a meeting");
const published = new Claims<Arranged>("a publication");
const scheduled = new Claims<Arranged>("a schedule");

/** Where the clock was moved to, when that was answered. */
let clockAt = 0;
let days = 0;

const PUBLISHES = "who publishes";
const SCHEDULES = "who schedules";
/** Of each of them the meeting that is published next, and the form for it that is open when it begins. */
const inHand = new Map<string, Arranged>();
const ready = new Map<string, { meeting: Arranged; form: FilledForm }>();

const toOffice = (world: World, who: string): Promise<Visitor> => world.people.get(world, who, "Democratic services");

/** Makes meetings, convenes them and publishes their agendas: one at once, one at a time that the clock is then moved to. */
export const publishing: Part = {
  sendAgain: async (world) => {
    const visitor = await toOffice(world, PUBLISHES);
    await meetings.sendAgain(world, visitor);
    await published.sendAgain(world, visitor);
    await scheduled.sendAgain(world, visitor);
  },
  getReady: async (world) => {
    for (const who of [PUBLISHES, SCHEDULES]) {
      const visitor = await toOffice(world, who);
      const meeting = await convened(world, visitor, who);
      if (!meeting) continue;
      const address = `${meeting.path}/publication`;
      const { html } = await visitor.open(address);
      ready.set(who, { meeting, form: formWith("when", html, address) });
    }
  },
  act: async (world) => {
    await Promise.all([publishOne(world), scheduleOne(world)]);
  },
  check: async (world, isSettled) => {
    meetings.check(world, await lookForMeetings(world));
    published.check(world, await lookForPublications(world, published));
    scheduled.check(world, await lookForSchedules(world, isSettled));
    const { rows } = await world.database.query<{ at: Date }>(`SELECT "standsAt" AS at FROM "BusinessClock"`);
    if (Number(rows[0]?.at ?? 0) < clockAt) world.ledger.violated("The clock stands before where it was moved to.");
  },
};

async function publishOne(world: World): Promise<void> {
  const visitor = await toOffice(world, PUBLISHES);
  await wait(world.chance.between(0, 800), undefined, { signal: world.over });
  const taken = take(PUBLISHES);
  if (taken) {
    const { meeting, form } = taken;
    const isDone = saying("published=1");
    const sent = filled(form, { when: "now", reason: meeting.token });
    await published.send(world, visitor, sent, { token: meeting.token, of: meeting, isDone });
  }
  if (!world.over.aborted) await makeNext(world, visitor, PUBLISHES);
}

async function scheduleOne(world: World): Promise<void> {
  const visitor = await toOffice(world, SCHEDULES);
  const taken = take(SCHEDULES);
  if (!taken) return;
  const { meeting, form } = taken;
  const at = new Date(Math.max(clockAt, await standsAt(world)) + MINUTE_MS);
  const sent = filled(form, { when: "later", ...dayIn("at", at), time: timeIn(at), reason: meeting.token });
  await scheduled.send(world, visitor, sent, { token: meeting.token, of: meeting, isDone: saying("scheduled=1") });
  if (world.over.aborted) return;
  await moveClock(world, at);
  if (!world.over.aborted) await makeNext(world, visitor, SCHEDULES);
}

/** What was got ready, to be sent once. */
function take(who: string) {
  const taken = ready.get(who);
  ready.delete(who);
  if (taken) inHand.delete(who);
  return taken;
}

/** The administrator moves the clock to where what is scheduled falls due. */
export async function moveClock(world: World, to: Date): Promise<void> {
  const administrator = await world.people.get(world, "the administrator", "Administrator");
  await answerTo(world, async () => {
    const page = await administrator.open(CLOCK);
    const form = filled(formWith("date-day", page.html, CLOCK), { ...dayIn("date", to), time: timeIn(to) });
    const answer = await administrator.send(form);
    if (saying("moved=1")(answer)) clockAt = to.getTime();
    else if (!world.ledger.isStruck) world.ledger.violated(`The clock did not move: ${answer.status}.`);
  });
}

/** A convened meeting: the one in hand, or else a new one. */
export async function convened(world: World, visitor: Visitor, who: string): Promise<Arranged | null> {
  const meeting = inHand.get(who)?.path ? inHand.get(who) : await makeNext(world, visitor, who);
  if (!meeting) return null;
  const { path } = meeting;
  if (!path) return null;
  const isConvened = await answerTo(world, async () => {
    const page = await visitor.open(path);
    if (!page.html.includes(">Convene the meeting</button>")) return page.status === 200;
    const { status } = await visitor.send(formOf("Convene the meeting", page.html, path));
    return status === 303;
  });
  return isConvened ? meeting : null;
}

async function makeNext(world: World, visitor: Visitor, who: string): Promise<Arranged> {
  const meeting: Arranged = { token: newToken(), path: null };
  inHand.set(who, meeting);
  await make(world, visitor, meeting);
  return meeting;
}

async function make(world: World, visitor: Visitor, meeting: Arranged): Promise<void> {
  const address = `/office/meetings/new?body=${COMMITTEE}`;
  const page = await answerTo(world, () => visitor.open(address));
  if (!page || world.ledger.isStruck) return;
  const day = new Date(Date.UTC(2016, 10, 14 + days++));
  const form = filled(formWith("place", page.html, address), {
    ...dayIn("date", day),
    startTime: "10:00",
    place: "Committee Room 1",
    purpose: meeting.token,
  });
  const isDone = (answer: Page) => {
    const path = answer.status === 303 && answer.location?.match(/^(\/office\/meetings\/.*)\/agenda$/)?.[1];
    if (path) meeting.path = path;
    return Boolean(path);
  };
  await meetings.send(world, visitor, form, { token: meeting.token, of: meeting, isDone });
}

const saying =
  (done: string) =>
  ({ status, location }: Page): boolean =>
    status === 303 && (location?.includes(done) ?? false);

async function standsAt({ database }: World): Promise<number> {
  const { rows } = await database.query<{ at: Date }>(`SELECT "standsAt" AS at FROM "BusinessClock"`);
  return Number(rows[0]?.at ?? 0);
}

const dayIn = (name: string, day: Date) => ({
  [`${name}-day`]: String(day.getUTCDate()),
  [`${name}-month`]: String(day.getUTCMonth() + 1),
  [`${name}-year`]: String(day.getUTCFullYear()),
});

/** In London, in October, where it is summer still. */
const timeIn = (at: Date): string => new Date(at.getTime() + 60 * MINUTE_MS).toISOString().slice(11, 16);

/** A meeting comes with the items that its agendas always have. */
async function lookForMeetings({ database }: World) {
  const { rows } = await database.query<{ token: string; meetings: number; items: number; audits: number }>(`
    SELECT m.purpose AS token, count(*)::int AS meetings,
      sum((SELECT count(*) FROM "AgendaItem" i WHERE i."meetingId" = m.id))::int AS items,
      sum((SELECT count(*) FROM "AuditEntry" a WHERE a."subjectId" = m.id AND a.action = 'meeting.create'))::int AS audits
    FROM "Meeting" m WHERE m.purpose LIKE 'Token %' GROUP BY 1`);
  return foundIn(rows, (row) => row.meetings === 1 && row.items > 0 && row.audits === 1);
}

type PublishedRow = {
  token: string;
  status: string;
  audits: number;
  snapshots: number;
  open: number;
  shut: number;
  packs: number;
};

/** What a publication consists of, of every meeting of ours that has any of it. */
async function publications({ database }: World): Promise<PublishedRow[]> {
  const { rows } = await database.query<PublishedRow>(`
    SELECT m.purpose AS token, m.status,
      (SELECT count(*)::int FROM "AuditEntry" a
        WHERE a."subjectId" = m.id AND a.action = 'meeting.publish' AND starts_with(a.reason, m.purpose)) AS audits,
      (SELECT count(*)::int FROM "Publication" p WHERE p."meetingId" = m.id AND p.number = 1) AS snapshots,
      (SELECT count(*)::int FROM "AgendaItem" i WHERE i."meetingId" = m.id AND i.audience = 'public') AS open,
      (SELECT count(*)::int FROM "AgendaItem" i WHERE i."meetingId" = m.id AND i.audience <> 'public') AS shut,
      (SELECT count(*)::int FROM "Pack" k WHERE k."meetingId" = m.id) AS packs
    FROM "Meeting" m WHERE m.purpose LIKE 'Token %'`);
  return rows.filter(
    ({ status, audits, snapshots, open, packs }) => status === "published" || audits + snapshots + open + packs > 0,
  );
}

const isWhole = ({ status, audits, snapshots, open, shut, packs }: PublishedRow): boolean =>
  status === "published" && audits === 1 && snapshots === 1 && open > 0 && shut === 0 && packs > 0;

async function lookForPublications(world: World, claims: Claims<Arranged>) {
  const ours = new Set(claims.all.map(({ token }) => token));
  return foundIn(
    (await publications(world)).filter(({ token }) => ours.has(token)),
    isWhole,
  );
}

/** A schedule is kept once; when it has been carried out, its meeting is published whole, and until then not at all. */
async function lookForSchedules(world: World, isSettled: boolean) {
  const out = new Map((await publications(world)).map((row) => [row.token, row]));
  const { rows } = await world.database.query<{
    token: string;
    schedules: number;
    audits: number;
    state: string;
    due: boolean;
  }>(`
    SELECT s.reason AS token, count(*)::int AS schedules, min(s.state::text) AS state, bool_or(s.at <= c."standsAt") AS due,
      sum((SELECT count(*) FROM "AuditEntry" a WHERE a."subjectId" = s."meetingId"
        AND a.action = 'meeting.schedulePublication' AND a.reason = s.reason))::int AS audits
    FROM "ScheduledPublication" s, "BusinessClock" c WHERE s.reason LIKE 'Token %' GROUP BY 1`);
  for (const { token, state, due } of rows) {
    const row = out.get(token);
    const isOut = state === "done" ? row !== undefined && isWhole(row) : state === "waiting" && row === undefined;
    if (!isOut)
      world.ledger.violated(`A schedule is ${state}, and of its publication there is ${JSON.stringify(row)}.`);
    if (isSettled && due && state !== "done") world.ledger.violated("A scheduled publication did not happen.");
    if (isSettled && state === "done") world.ledger.count("scheduled publications that happened, each once");
  }
  return foundIn(rows, ({ schedules, audits }) => schedules === 1 && audits === 1);
}
