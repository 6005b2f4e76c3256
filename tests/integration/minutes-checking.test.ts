import { beforeEach, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { getCalendar, getClock } from "@/server/clock/queries";
import { db, inTransaction, publicDb } from "@/server/db";
import { askToCheck, getChecking, getMinutesToCheck, remarkOnMinute } from "@/server/minutes/checking";
import { listWaiting } from "@/server/waiting/queries";
import { answersFrom, type Typed } from "@/server/workflow/answers";
import { begin, heldMeeting, takeMinutes, write } from "../support/minutes";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { setClock } from "../support/people";
import { beginWithCouncil, here, who } from "../support/scoping";

process.env.SCRUTINEER_SECRET ??= "a secret of the tests, which nobody else has";

beginWithCouncil();

let minutesId: string;
let minuteIds: string[];
beforeEach(async () => {
  await setClock();
  const { meetingId } = await heldMeeting(here.committee, "2016-09-28", [{ title: "Libraries" }, { title: "Land" }]);
  ({ minutesId, minuteIds } = await begin(meetingId));
  await write(minutesId, minuteIds[0] ?? "", { headings: "Libraries", markdown: "The vans were spoken of." });
  await db.personContact.create({ data: { personId: who.officer.personId, email: "officer@example.org" } });
});

const ask = (typed: Typed, actor: Person = who.clerk, minuteId = minuteIds[0]) =>
  inTransaction((tx) => askToCheck(tx, actor, { minutesId, minuteId, answers: answersFrom(typed) }));
const remark = (actor: Person, words: string, minuteId = minuteIds[0]) =>
  inTransaction((tx) => remarkOnMinute(tx, actor, { minutesId, minuteId, answers: answersFrom({ remark: words }) }));
const read = async (person: Person) =>
  (await getMinutesToCheck(person, { body: "our-committee", meeting: "2016-09-28" })).items.map(({ id }) => id);

async function waits(person: Person): Promise<string[]> {
  const [clock, calendar] = await Promise.all([getClock(), getCalendar()]);
  const found = await listWaiting({ person, scope: readScope(person), today: clock.date, clock, calendar });
  return found.map(({ title }) => title).filter((title) => title.startsWith("Check a draft"));
}

it("opens one minute to whoever is asked to check it, tells them, and takes their remark", async () => {
  expect(await codesOf(read(who.officer))).toEqual(["not-found"]);
  await ask({ checker1: who.officer.personId });
  await ask({ checker1: who.officer.personId });
  expect(await read(who.officer)).toEqual([minuteIds[0]]);
  expect(await db.mail.findMany({ select: { to: true } })).toEqual([{ to: "officer@example.org" }]);
  expect(await waits(who.officer)).toEqual(["Check a draft minute of 28 September 2016"]);
  await remark(who.officer, "There are four vans.");
  expect(await waits(who.officer)).toEqual([]);
  const { checks } = await getChecking(who.clerk, minuteIds[0] ?? "");
  expect(checks).toMatchObject([{ remark: "There are four vans.", person: { name: "officer" } }]);
  expect(checks[0]?.saidAt).not.toBeNull();
  expect(await codesOf(remark(who.officer, "And two more.", minuteIds[1]))).toEqual(["not-found"]);
  expect(await trail(minutesId)).toEqual(expect.arrayContaining(["askToCheck by clerk", "remark by officer"]));
  await expect(publicDb.minuteCheck.count()).rejects.toThrow();
});

it("is open to the chair at once, to members once it is checked, and to nobody once it is published", async () => {
  expect(await read(who.chair)).toHaveLength(2);
  expect(await codesOf(read(who.member))).toEqual(["not-found"]);
  await takeMinutes(minutesId, { name: "check", reason: "Nothing was decided." });
  expect(await read(who.member)).toHaveLength(2);
  await remark(who.member, "It was I who said so.");
  expect(await codesOf(remark(who.elsewhere, "Me too."))).toEqual(["not-found"]);
  await ask({ checker1: who.officer.personId });
  await takeMinutes(minutesId, { name: "publishDraft", reason: "The chair is away." });
  for (const person of [who.chair, who.officer, who.member]) expect(await codesOf(read(person))).toEqual(["not-found"]);
  expect(await codesOf(remark(who.officer, "Too late."))).toEqual(["not-found"]);
});

it("is asked by democratic services, of people who may read it", async () => {
  expect(await codesOf(ask({ checker1: who.officer.personId }, who.chair))).toEqual(["not-permitted"]);
  expect(await codesOf(ask({ checker1: who.officer.personId }, who.member))).toEqual(["not-found"]);
  expect(await failureOf(ask({}))).toMatchObject({ fields: { checker1: [expect.any(String)] } });
  await db.minuteText.updateMany({ data: { withheldFrom: [who.officer.personId] } });
  expect(await failureOf(ask({ checker1: who.officer.personId }))).toMatchObject({ kind: "invalid" });
  expect(await failureOf(remark(who.chair, " "))).toMatchObject({ fields: { remark: [expect.any(String)] } });
  expect(await db.minuteCheck.count()).toBe(0);
});
