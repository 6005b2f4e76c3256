import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { unaccountedFor } from "@/domain/attendance/attendance";
import { type NumberingPolicy, nextMinuteNumber } from "@/domain/calendar/minute-numbering";
import { electorate } from "@/domain/meetings/electorate";
import { type QuorumRule, quorumOf } from "@/domain/meetings/quorum";
import { subjectWords } from "@/domain/progress/progress-report";
import { isRecast } from "@/domain/recommendations/response";
import { db, publicDb } from "@/server/db";
import { getProgressReport } from "@/server/progress/queries";
import { demonstration } from "../support/demonstration";

/**
 * What the agenda pack of 11 October 2016 says must come out of the database again as it went in. Numbered as
 * there.
 */

const TODAY = "2016-10-03";

const { load, clear, seed, signInsFile } = demonstration();
beforeAll(load, 120_000);
afterAll(clear);

const committee = () => db.body.findUniqueOrThrow({ where: { slug: "people-and-communities" } });
const meetingOn = (date: string, body = "people-and-communities") =>
  db.meeting.findFirstOrThrow({ where: { date, body: { slug: body } } });
const seats = async () => db.seat.findMany({ where: { bodyId: (await committee()).id }, include: { person: true } });
const names = (rows: readonly { person: { name: string } }[]) => rows.map(({ person }) => person.name);

test("it goes into an empty database only, and says so in one sentence", async () => {
  const { code, output } = await seed();
  expect(code).toBe(1);
  expect(output.trim().split("\n").at(-1)).toBe(
    "Nothing was loaded: the demonstration goes into an empty database only.",
  );
});

test("its sign-ins are for every role, under addresses that nobody has", async () => {
  const signIns = JSON.parse(readFileSync(signInsFile, "utf8")) as { email: string; name: string }[];
  expect(signIns.every(({ email }) => email.endsWith("@example.org"))).toBe(true);
  expect(await db.account.count()).toBe(signIns.length);
  const seatRoles = await db.seat.findMany({ where: { person: { account: { isNot: null } } } });
  expect(new Set(seatRoles.map(({ role }) => role))).toEqual(
    new Set(["chair", "vice_chair", "member", "education_co_optee"]),
  );
  const posts = await db.post.findMany({ where: { person: { account: { isNot: null } }, until: null } });
  expect(new Set(posts.map(({ kind }) => kind))).toEqual(
    new Set([
      "officer",
      "director",
      "democratic_services",
      "scrutiny_officer",
      "proper_officer",
      "executive_support",
      "administrator",
    ]),
  );
});

test("everything is open to whom its machine opens it: the public sees what was published, and nothing else", async () => {
  for (const noun of ["meeting", "topic", "programmeItem", "report", "minutes", "recommendation"] as const)
    expect(await publicDb[noun as "topic"].count()).toBe(await db[noun as "topic"].count());
  expect(await publicDb.paperFile.count()).toBe((await db.paperFile.count()) - 1);
});

test("2: ten councillors, and three co-optees who vote on education only; the quorum follows", async () => {
  const sittings = (await seats()).map(({ personId, role }) => ({ personId, role, substituteForId: null }));
  const size = ((await committee()).quorum as QuorumRule).size;
  const rules = { otherCoOpteesVote: false };
  const quorumFor = (educationFunction: boolean) => {
    const electors = electorate({ educationFunction }, sittings, rules).length;
    return { electors, quorum: quorumOf(size, electors) };
  };
  expect(quorumFor(false)).toEqual({ electors: 10, quorum: 3 });
  expect(quorumFor(true)).toEqual({ electors: 13, quorum: 4 });
});

describe("3: 16 June 2016", () => {
  const attendance = async () =>
    db.attendance.findMany({
      where: { meetingId: (await meetingOn("2016-06-16")).id },
      include: { person: { include: { seats: { include: { body: true } } } } },
      orderBy: [{ kind: "asc" }, { position: "asc" }],
    });

  test("six councillors and a co-optee present, five apologies, one co-optee in neither list", async () => {
    const all = await attendance();
    const present = all.filter(({ kind }) => kind === "present");
    const isCoOptee = ({ person }: (typeof all)[number]) =>
      person.seats.some(({ role }) => role === "education_co_optee");
    expect(names(present.filter((each) => !isCoOptee(each)))).toHaveLength(6);
    expect(names(present.filter(isCoOptee))).toEqual(["Mike Turnbull"]);
    expect(names(all.filter(({ kind }) => kind === "apologies"))).toHaveLength(5);
    const missing = unaccountedFor(await seats(), all).map(({ personId }) => personId);
    expect(await db.person.findMany({ where: { id: { in: missing } }, select: { name: true } })).toEqual([
      { name: "Joy Tubbs" },
    ]);
  });

  test("three attend under Standing Order 54(1), one with nothing said, one for minutes 9 and 10", async () => {
    const visitors = (await attendance()).filter(({ kind }) => kind === "in_attendance");
    expect(visitors.map(({ person, under, forMinutes }) => [person.name, under, forMinutes])).toEqual([
      ["Deborah Croney", "Standing Order 54(1)", []],
      ["Robert Gould", "Standing Order 54(1)", []],
      ["Jill Haynes", "Standing Order 54(1)", []],
      ["Trevor Jones", null, []],
      ["Paul Kimber", null, [9, 10]],
    ]);
  });

  test("one who sent apologies also sent a statement", async () => {
    const statements = await db.question.findMany({ where: { meetingId: (await meetingOn("2016-06-16")).id } });
    const apologies = names((await attendance()).filter(({ kind }) => kind === "apologies"));
    expect(apologies.filter((name) => statements.some(({ askedBy }) => askedBy.startsWith(name)))).toEqual([
      "Ros Kayes",
    ]);
  });
});

test("4: two spellings are one person, and every paper keeps the title it prints", async () => {
  const aliases = await db.personAlias.findMany({ include: { person: true } });
  expect(aliases.map(({ name, person }) => [name, person.name])).toEqual(
    expect.arrayContaining([
      ["Mary Khan", "Mary Kahn"],
      ["Michael Turnbull", "Mike Turnbull"],
    ]),
  );
  const titles = async (slug: string) => {
    const printed = await db.reportAuthor.findMany({ where: { person: { slug } } });
    const inProgramme = await db.programmeLead.findMany({ where: { person: { slug } } });
    return new Set([...printed, ...inProgramme].map(({ titleAsPrinted }) => titleAsPrinted));
  };
  expect((await titles("patrick-myers")).size).toBe(3);
  expect((await titles("paul-leivers")).size).toBeGreaterThan(2);
  for (const slug of ["patrick-myers", "paul-leivers", "helen-coombes"])
    expect(await db.post.count({ where: { person: { slug }, from: { lte: TODAY }, until: null } })).toBe(1);
});

describe("5: seven clauses, seven answers", () => {
  const clauses = () =>
    db.recommendationClause.findMany({
      include: { responses: true, recommendation: { include: { minute: true, notices: true } } },
      orderBy: [{ recommendation: { reference: "asc" } }, { number: "asc" }],
    });

  test("each is answered by Cabinet on 29 June in other words; two are changed in substance; no notice, no clock", async () => {
    const found = await clauses();
    expect(
      found.map(({ recommendation, number, responses }) => [
        recommendation.minute.number,
        number,
        responses[0]?.decidedOn,
        responses[0]?.changedInSubstance,
      ]),
    ).toEqual([
      [9, 1, "2016-06-29", false],
      [9, 2, "2016-06-29", false],
      [9, 3, "2016-06-29", false],
      [10, 1, "2016-06-29", false],
      [10, 2, "2016-06-29", false],
      [10, 3, "2016-06-29", true],
      [10, 4, "2016-06-29", true],
    ]);
    for (const { text, responses, status, recommendation } of found) {
      expect(responses).toHaveLength(1);
      expect(isRecast(text, responses[0]?.wording ?? "")).toBe(true);
      expect(status).toBe("responded");
      expect(recommendation.notices).toEqual([]);
    }
  });

  test("the minute's wording, the tracker's and Cabinet's are three texts", async () => {
    const tracker = await db.reportParagraph.findMany({
      where: { report: { report: { slug: "progress-on-matters-raised" } } },
    });
    const quoted = tracker.map(({ markdown }) => markdown).join("\n");
    const first = (await clauses())[0];
    expect(quoted).toContain(`they ${first?.text.slice(0, 30)}`);
    expect(quoted).not.toContain(first?.responses[0]?.wording);
    expect((await clauses())[1]?.text).toMatch(/^maintain/);
    expect(quoted).toContain("they approve to maintain");
  });

  test("minute 10 resolved on a working group of four", async () => {
    const group = await db.reviewGroup.findFirstOrThrow({
      where: { body: { slug: "community-offer-working-group" } },
      include: {
        authority: { include: { decision: { include: { minute: true } } } },
        body: { include: { seats: { include: { person: true } } } },
      },
    });
    expect(group.authority?.decision?.minute.number).toBe(10);
    expect(group.authority?.decision?.kind).toBe("resolution");
    expect(names(group.body.seats).sort()).toEqual(["David Walsh", "Fred Drane", "Kate Wheller", "Steve Butler"]);
  });
});

test("6: minutes run from 1 to 11 after a welcome without a number, minute 3 under two headings, and on through the year", async () => {
  const meeting = await meetingOn("2016-06-16");
  const minutes = await db.minute.findMany({
    where: { minutes: { meetingId: meeting.id } },
    orderBy: { position: "asc" },
  });
  expect(minutes.map(({ number }) => number)).toEqual([null, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(minutes[3]?.headings).toEqual(["Public Participation", "Petitions"]);
  const policy = (await committee()).numbering as NumberingPolicy;
  const given = minutes.flatMap(({ number }) =>
    number ? [{ meetingId: meeting.id, meetingOn: meeting.date, number }] : [],
  );
  const next = (date: string) => nextMinuteNumber(policy, { meetingId: date, meetingOn: date }, given);
  expect([next("2016-10-11"), next("2017-01-11")]).toEqual([12, 1]);
});

describe("row 5: progress on matters raised, written from the record, for 11 October 2016", () => {
  const progress = () => getProgressReport(PUBLIC_SCOPE, { body: "people-and-communities", meeting: "2016-10-11" });

  test("has the pack's three rows, with who is responsible", async () => {
    const { rows, keptAt } = await progress();
    expect(rows.map((row) => [row.meetingOn, subjectWords(row), row.kind, row.responsible.join(" / ")])).toEqual([
      ["2016-06-16", "Minute 9 - Mobile Library Service", "recommendation", "Paul Leivers / Deborah Croney"],
      [
        "2016-06-16",
        "Minute 10 - Community Offer for Living and Learning",
        "recommendation",
        "Sara Tough / Deborah Croney / Rebecca Knox",
      ],
      [
        "2016-06-16",
        "Minute 10 - Community Offer for Living and Learning",
        "follow-up",
        "Paul Leivers / Fred Drane / Steve Butler / David Walsh / Kate Wheller",
      ],
    ]);
    expect(keptAt).toEqual(new Date("2016-09-30T15:20:00Z"));
  });

  test("shows beside each of the seven clauses what Cabinet resolved on 29 June, in its words", async () => {
    const { rows } = await progress();
    const clauses = rows.flatMap((row) => (row.kind === "recommendation" ? row.clauses : []));
    expect(clauses.map(({ answer }) => [answer?.by, answer?.on, answer?.changedInSubstance])).toEqual([
      ...Array(5).fill(["Cabinet", "2016-06-29", false]),
      ...Array(2).fill(["Cabinet", "2016-06-29", true]),
    ]);
    expect(clauses[0]?.text).toBe(
      "note the consultation responses about the proposed changes to the mobile library service;",
    );
    expect(clauses[0]?.answer?.wording).toBe(
      "That the consultation responses about the proposed changes to the mobile library service be noted.",
    );
    expect(clauses[4]?.answer?.wording).toBe("That progress in the pilot areas be approved.");
    expect(rows.flatMap((row) => (row.kind === "recommendation" ? row.opening : []))).toEqual([
      "That the Cabinet be recommended to:",
      "That the Cabinet be recommended to:",
    ]);
  });

  test("says what became of the working group, as the pack does", async () => {
    const { rows } = await progress();
    expect(rows.at(-1)).toMatchObject({
      asked: "That a member working group be set up to engage in the development of the Community Offer.",
      standsAt: "Reported done",
      notes: [
        {
          text: "Meetings held on 15 July, 19 August and 19 September 2016. There is a report on the agenda for this meeting.",
        },
      ],
    });
  });
});
