import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { addBody, type BodyFacts, changeBody, changeBodySetting } from "@/server/bodies/commands";
import { getBodyToSet, listBodiesToSet } from "@/server/bodies/office";
import { type BodySetting, settingFrom } from "@/server/bodies/settings";
import { addCalendarDay, changeCouncil, removeCalendarDay } from "@/server/council/commands";
import { db } from "@/server/db";
import { nested } from "@/server/forms/nested";
import { emptyDatabase } from "../support/database";
import { createBody, createPerson, createSeat, setClock } from "../support/people";
import { failure, NOT_FOUND, signedIn } from "../support/settings";

let administrator: Person;
let clerk: Person;
let elsewhere: Person;
let nobody: Person;
let bodyId: string;

beforeEach(async () => {
  await emptyDatabase();
  await setClock();
  bodyId = await createBody("scrutiny_committee", "People and Communities");
  const other = await createBody("scrutiny_committee", "Safeguarding");
  administrator = await signedIn("System Administrator", "administrator");
  clerk = await signedIn("Helen Whitby", "democratic_services");
  elsewhere = await signedIn("Rebecca Guest", "democratic_services");
  nobody = await signedIn("Paul Leivers", "officer");
  await db.post.update({
    where: { id: (await db.post.findFirstOrThrow({ where: { personId: elsewhere.personId } })).id },
    data: { bodies: { connect: { id: other } } },
  });
  elsewhere = {
    ...elsewhere,
    posts: [{ kind: "democratic_services", areaId: null, portfolioIds: [], bodyIds: [other] }],
  };
});

const FACTS: BodyFacts = {
  kind: "other_committee",
  name: "Audit and Governance Committee",
  shortName: "Audit and Governance",
  parentId: null,
  predecessorId: null,
  from: "2016-05-10",
  until: null,
  remit: "",
  functions: [],
};

const set = (actor: Person, setting: BodySetting, typed: unknown, version = 1) =>
  failure((tx) => changeBodySetting(tx, actor, { id: bodyId, version, setting, typed }));
const now = async (setting: BodySetting) =>
  settingFrom(setting, (await db.body.findUniqueOrThrow({ where: { id: bodyId } }))[setting]);

describe("a body", () => {
  it("is added by the administrator, with usual settings, and recorded", async () => {
    expect(await failure((tx) => addBody(tx, administrator, { ...FACTS, kind: "scrutiny_committee" }))).toBeUndefined();
    const body = await db.body.findUniqueOrThrow({ where: { slug: "audit-and-governance" } });
    expect(settingFrom("scopingTemplate", body.scopingTemplate).fields.length).toBeGreaterThan(5);
    expect(await db.auditEntry.findFirst({ where: { action: "body.add" } })).toMatchObject({
      subjectId: body.id,
      happenedOn: "2016-10-03",
      actorId: administrator.personId,
    });
  });

  it("is not there to be added for anybody else", async () => {
    for (const person of [clerk, nobody]) expect(await failure((tx) => addBody(tx, person, FACTS))).toEqual(NOT_FOUND);
    expect(await db.auditEntry.count()).toBe(0);
  });

  it.each([
    ["kind", { kind: "review_group" as const }],
    ["until", { until: "2016-05-09" }],
    ["from", { from: "2016-02-30" }],
    ["parentId", { parentId: "00000000-0000-7000-8000-00000000dead" }],
  ])("cannot be so: %s", async (field, over) => {
    expect(await failure((tx) => addBody(tx, administrator, { ...FACTS, ...over }))).toMatchObject({
      kind: "invalid",
      fields: { [field]: expect.any(Array) },
    });
  });

  it("is the only council, and answers to nobody below it", async () => {
    const council = await createBody("council", "County Council");
    const child = await createBody("other_committee", "Pensions");
    await db.body.update({ where: { id: child }, data: { parentId: council } });
    expect(await failure((tx) => addBody(tx, administrator, { ...FACTS, kind: "council" }))).toMatchObject({
      kind: "invalid",
      fields: { kind: expect.any(Array) },
    });
    const up = { ...FACTS, kind: "council" as const, parentId: child, id: council, version: 1 };
    expect(await failure((tx) => changeBody(tx, administrator, up))).toMatchObject({
      fields: { parentId: expect.any(Array) },
    });
  });

  it("is changed by the version that was read", async () => {
    const change = { ...FACTS, kind: "scrutiny_committee" as const, id: bodyId, version: 1 };
    expect(await failure((tx) => changeBody(tx, clerk, change))).toEqual(NOT_FOUND);
    expect(await failure((tx) => changeBody(tx, administrator, change))).toBeUndefined();
    expect(await failure((tx) => changeBody(tx, administrator, change))).toMatchObject({
      kind: "stale",
      current: { version: 2, values: { name: FACTS.name } },
    });
    expect(
      await failure((tx) => changeBody(tx, administrator, { ...change, version: 2, kind: "review_group" })),
    ).toMatchObject({
      kind: "refused",
    });
    expect(await db.auditEntry.count()).toBe(1);
  });
});

describe("a setting", () => {
  it("is changed by whoever serves the body, and recorded with what was", async () => {
    expect(await set(clerk, "labels", { chair: "Chairman", viceChair: "" })).toBeUndefined();
    expect(await now("labels")).toEqual({ chair: "Chairman" });
    expect(await set(administrator, "labels", { chair: "Convenor" }, 2)).toBeUndefined();
    const entries = await db.auditEntry.findMany({ orderBy: { recordedAt: "asc" } });
    expect(entries.map(({ action }) => action)).toEqual(["body.set labels", "body.set labels"]);
    expect(entries[1]?.before).toEqual({ labels: { chair: "Chairman" } });
  });

  it("does not exist for anybody else, nor for who serves another body", async () => {
    for (const person of [nobody, elsewhere]) expect(await set(person, "labels", {})).toEqual(NOT_FOUND);
    expect((await listBodiesToSet(elsewhere)).map(({ slug }) => slug)).toEqual(["safeguarding"]);
    await expect(getBodyToSet(elsewhere, "people-and-communities")).rejects.toThrow("not-found");
    expect(await db.auditEntry.count()).toBe(0);
  });

  it("changed by several at once is changed by one", async () => {
    const all = await Promise.all([1, 2, 3, 4].map((n) => set(clerk, "labels", { chair: `Chair ${n}` })));
    expect(all.filter((one) => one === undefined)).toHaveLength(1);
    expect(all.filter((one) => one?.kind === "stale")).toHaveLength(3);
  });

  const GOOD: [BodySetting, Record<string, string | string[]>, unknown][] = [
    [
      "quorum",
      { "size-number": "3", "size-numerator": "1", "size-denominator": "4", counts: "members" },
      {
        size: {
          kind: "greater_of",
          sizes: [
            { kind: "number", number: 3 },
            { kind: "fraction", numerator: 1, denominator: 4 },
          ],
        },
        counts: "members",
        countsInterested: false,
      },
    ],
    [
      "numbering",
      { scope: "running", pattern: "{n}/{yy}", startAt: "334" },
      { scope: "running", pattern: "{n}/{yy}", startAt: 334 },
    ],
    [
      "agendaTemplate",
      { "0-title": "Apologies", "0-kind": "apologies", "1-title": " ", "1-kind": "ordinary" },
      [{ kind: "apologies", title: "Apologies" }],
    ],
    [
      "scopingTemplate",
      {
        name: "Proposal",
        "fields-0-field": "timescale", "fields-0-label": "When", "fields-0-need": "asked", "fields-0-place": "2",
        "fields-1-field": "item", "fields-1-label": "What", "fields-1-need": "required", "fields-1-place": "1",
        "fields-2-field": "budget", "fields-2-label": "Budget", "fields-2-need": "", "fields-2-place": "99",
      }, // biome-ignore format: a row a line
      {
        key: "own",
        name: "Proposal",
        version: 1,
        fields: [
          { field: "item", label: "What", need: "required" },
          { field: "timescale", label: "When", need: "asked" },
        ],
      },
    ],
    [
      "frontSheet",
      {
        "0-key": "",
        "0-label": "Wards",
        "0-kind": "choice",
        "0-choices": "All; None",
        "0-need": "required",
        "0-noneIsAnswer": "yes",
      },
      [
        {
          key: "wards",
          kind: "choice",
          label: "Wards",
          need: "required",
          noneIsAnswer: true,
          choices: ["All", "None"],
        },
      ],
    ],
    [
      "deadlines",
      { "0-label": "Public questions", "0-offset": "3", "0-unit": "working_day", "0-time": "9.30" },
      [{ key: "public_questions", label: "Public questions", offset: 3, unit: "working_day", time: "09:30" }],
    ],
  ];
  it.each(GOOD)("%s is read from its form, and the same again from what is stored", async (setting, typed, stored) => {
    expect(await set(clerk, setting, nested({ onceKey: "x".repeat(20), ...typed }))).toBeUndefined();
    expect(await now(setting)).toEqual(stored);
    expect(await set(clerk, setting, await now(setting), 2)).toBeUndefined();
    expect(await now(setting)).toEqual(stored);
  });

  it("rules are read from their form", async () => {
    const typed = {
      capacity: "6", publishBy: "9.30", scoringMethod: "", "followUps-closedBy": "committee", "followUps-staleAfterDays": "60",
      "questions-replyWithinDays": "15", "questions-eraseAfterMonths": "9", "questions-eraseAtLatestMonths": "9",
      "clearance-steps": ["legal", "finance"], "clearance-posts-finance": " Finance Manager ", "clearance-posts-legal": "", "groups-maxMonths": "", "groups-onePerService": "yes",
    }; // biome-ignore format: short
    expect(await set(clerk, "rules", nested(typed))).toBeUndefined();
    expect(await now("rules")).toMatchObject({
      capacity: 6,
      publishBy: "09:30",
      scoringMethod: null,
      clearance: { steps: ["finance", "legal"], fourEyes: false, posts: { finance: "Finance Manager" } },
      questions: { replyWithinDays: 15, eraseAfterMonths: 9, eraseAtLatestMonths: 9 },
      groups: { maxMonths: null, onePerService: true, noExecutive: false },
    });
  });

  it("a deadline may be the office's alone", async () => {
    const typed = {
      "0-label": "Reports",
      "0-offset": "12",
      "0-unit": "working_day",
      "0-time": "12.00",
      "0-for": "office",
    };
    expect(await set(clerk, "deadlines", nested(typed))).toBeUndefined();
    expect(await now("deadlines")).toEqual([
      { key: "reports", label: "Reports", offset: 12, unit: "working_day", time: "12:00", for: "office" },
    ]);
  });

  const WRONG: [BodySetting, Record<string, string>, string][] = [
    ["quorum", { "size-number": "", counts: "members" }, "size-number"],
    ["quorum", { "size-numerator": "5", "size-denominator": "4", counts: "members" }, "size-denominator"],
    ["numbering", { scope: "running", pattern: "{x}" }, "pattern"],
    ["agendaTemplate", { "3-title": "Motions", "3-kind": "magic" }, "3-kind"],
    [
      "scopingTemplate",
      { name: "P", "fields-0-field": "budget", "fields-0-label": "B", "fields-0-need": "asked" },
      "fields-0-need",
    ],
    ["frontSheet", { "0-label": "Wards", "0-kind": "choice", "0-choices": "All", "0-need": "required" }, "0-choices"],
    ["deadlines", { "2-label": "Questions", "2-offset": "-1", "2-unit": "working_day", "2-time": "25:00" }, "2-offset"],
    [
      "rules",
      {
        ...{ "followUps-closedBy": "committee", "followUps-staleAfterDays": "60", "questions-replyWithinDays": "10" },
        ...{ "questions-eraseAfterMonths": "9", "questions-eraseAtLatestMonths": "6" },
      },
      "questions-eraseAtLatestMonths",
    ],
    ["rules", { publishBy: "five", "followUps-closedBy": "committee", "followUps-staleAfterDays": "60" }, "publishBy"],
    ["rules", { capacity: "many", "followUps-closedBy": "committee", "followUps-staleAfterDays": "60" }, "capacity"],
  ];
  it.each(WRONG)("%s of %o is refused at its field", async (setting, typed, field) => {
    expect(await set(clerk, setting, nested(typed))).toMatchObject({
      kind: "invalid",
      fields: { [field]: expect.any(Array) },
    });
    expect(await db.auditEntry.count()).toBe(0);
  });

  it("a quorum above the seats is refused, by LGA 1972 s106", async () => {
    for (const name of ["Ann One", "Bob Two"]) await createSeat(await createPerson(name), bodyId);
    expect(await set(clerk, "quorum", nested({ "size-number": "3", counts: "members" }))).toMatchObject({
      kind: "refused",
      refusal: { findings: [{ code: "quorum-above-membership" }] },
    });
  });
});

describe("the calendar", () => {
  const day = { date: "2016-12-28", name: "Offices closed", kind: "closure" as const };
  it("takes a day and gives it back, and records both", async () => {
    expect(await failure((tx) => addCalendarDay(tx, clerk, day))).toBeUndefined();
    expect(await failure((tx) => addCalendarDay(tx, clerk, day))).toMatchObject({ kind: "invalid" });
    expect(await failure((tx) => removeCalendarDay(tx, nobody, day))).toEqual(NOT_FOUND);
    expect(await failure((tx) => removeCalendarDay(tx, clerk, day))).toBeUndefined();
    expect(await failure((tx) => removeCalendarDay(tx, clerk, day))).toEqual(NOT_FOUND);
    expect((await db.auditEntry.findMany({ orderBy: { recordedAt: "asc" } })).map(({ action }) => action)).toEqual([
      "calendar.add",
      "calendar.remove",
    ]);
  });
  it("is nobody's who serves no committee, and takes no day that is none", async () => {
    expect(await failure((tx) => addCalendarDay(tx, nobody, day))).toEqual(NOT_FOUND);
    expect(await failure((tx) => addCalendarDay(tx, clerk, { ...day, date: "2016-02-30" }))).toMatchObject({
      kind: "invalid",
    });
    expect(await db.calendarDay.count()).toBe(0);
  });
});

describe("the council", () => {
  const FACE = {
    name: "Dorset County Council",
    shortName: "Dorset",
    address: "",
    introduction: "",
    colour: "#7a1f3d",
    labels: {},
    version: 1,
  };
  beforeEach(async () => {
    await db.council.create({ data: { name: "Old", shortName: "Old" } });
  });
  it("is changed by the administrator, with a drawing written anew", async () => {
    const crest = '<svg viewBox="0 0 9 9"><path d="M0 0h9v9z" onclick="x()"/></svg>';
    expect(await failure((tx) => changeCouncil(tx, administrator, { ...FACE, crest }))).toBeUndefined();
    const council = await db.council.findUniqueOrThrow({ where: { id: 1 } });
    expect(council).toMatchObject({ name: FACE.name, version: 2, brand: { brand: "#7a1f3d" } });
    expect(council.crest).toContain('<path d="M0 0h9v9z"/>');
    expect(await failure((tx) => changeCouncil(tx, administrator, { ...FACE, version: 2 }))).toBeUndefined();
    expect((await db.council.findUniqueOrThrow({ where: { id: 1 } })).crest).toBe(council.crest);
    expect(await failure((tx) => changeCouncil(tx, administrator, FACE))).toMatchObject({
      kind: "stale",
      current: { version: 3 },
    });
    expect(await db.auditEntry.count()).toBe(2);
  });
  it("is nobody else's, has no other colour and no script for a crest", async () => {
    expect(await failure((tx) => changeCouncil(tx, clerk, FACE))).toEqual(NOT_FOUND);
    expect(await failure((tx) => changeCouncil(tx, administrator, { ...FACE, colour: "red" }))).toMatchObject({
      kind: "invalid",
    });
    const crest = '<svg viewBox="0 0 9 9"><script>x</script></svg>';
    expect(await failure((tx) => changeCouncil(tx, administrator, { ...FACE, crest }))).toMatchObject({
      kind: "invalid",
      fields: { crest: expect.any(Array) },
    });
    expect(await db.auditEntry.count()).toBe(0);
  });
});
