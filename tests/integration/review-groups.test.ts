import { describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { db, inTransaction, publicDb } from "@/server/db";
import { editGroup, extendGroup, proposeGroup, seatMembers } from "@/server/review-groups/commands";
import type { GroupValues } from "@/server/review-groups/form";
import { getGroup, listGroups, listParents } from "@/server/review-groups/queries";
import { reviewGroupSteps } from "@/server/review-groups/steps";
import type { Taken } from "@/server/workflow/steps";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { TODAY } from "../support/people";
import { beginWithCouncil, council, who } from "../support/programme-commands";
import { createResolution } from "../support/resolutions";

beginWithCouncil();

const values = (over: Partial<GroupValues> = {}): GroupValues => ({
  name: "Winter roads",
  format: "task_and_finish_group",
  legalStatus: "informal",
  termsOfReference: "Who grits what, and who pays.",
  topicIds: [],
  memberIds: [who.member.personId, who.councillor.personId],
  balanced: null,
  endsOn: "2017-03-31",
  ...over,
});

async function propose(over: Partial<GroupValues> = {}, person = who.clerk): Promise<string> {
  const slug = await inTransaction((tx) =>
    proposeGroup(tx, person, { parentId: council.bodies.committee, values: values(over) }),
  );
  return (await db.reviewGroup.findFirstOrThrow({ where: { body: { slug } } })).id;
}

const group = (id: string) =>
  db.reviewGroup.findUniqueOrThrow({
    where: { id },
    include: { authority: true, extensions: true, body: { include: { seats: { orderBy: { from: "asc" } } } } },
  });

async function take(person: Person, id: string, name: string, taken: Partial<Taken> = {}): Promise<void> {
  const { version } = await group(id);
  await inTransaction((tx) => reviewGroupSteps.take(tx, person, { id, version, name, typed: {}, ...taken }));
}

const underProgramme = async (bodyId = council.bodies.committee) =>
  (await createResolution({ bodyId, item: { kind: "work_programme" } })).decisionId;

/** With a reason for the rules that nobody has set aside, and the resolution of its parent. */
const byParent = async (): Promise<Partial<Taken>> => ({
  grounds: { decisionId: await underProgramme() },
  reason: "As the committee wished.",
});

async function established(over: Partial<GroupValues> = {}): Promise<string> {
  const id = await propose(over);
  await take(who.clerk, id, "establish", await byParent());
  return id;
}

/** Everything a command could leave behind. */
const traces = async () => ({
  groups: await db.reviewGroup.findMany({ orderBy: { id: "asc" } }),
  bodies: await db.body.findMany({ orderBy: { id: "asc" } }),
  seats: await db.seat.count(),
  authorities: await db.authority.count(),
  extensions: await db.reviewGroupExtension.count(),
  audit: await db.auditEntry.count(),
});

describe("proposing a group", () => {
  it("is done and recorded; whom it names hold no seat yet, and the public sees none of it", async () => {
    const { id: topicId } = await db.topic.create({
      data: {
        slug: "gritting",
        title: "Gritting",
        source: "officer",
        status: "triaged",
        suggestedOn: TODAY,
        bodyId: council.bodies.committee,
        audience: "public",
      },
    });
    const id = await propose({ topicIds: [topicId] });
    expect(await group(id)).toMatchObject({
      status: "proposed",
      audience: "inside",
      endsOn: "2017-03-31",
      body: { slug: "winter-roads", kind: "review_group", parentId: council.bodies.committee, from: null, seats: [] },
    });
    expect(await db.topic.findUniqueOrThrow({ where: { id: topicId } })).toMatchObject({ groupId: id });
    expect(await publicDb.reviewGroup.count()).toBe(0);
    expect(await listGroups(PUBLIC_SCOPE)).toEqual([]);
    expect(await trail(id)).toEqual(["propose by clerk"]);
    const page = await getGroup(who.member, "winter-roads");
    expect(page.members.map(({ name }) => name)).toEqual(["councillor", "member"]);
    expect(page.editing).toBeNull();
  });

  it("gives two of one name addresses of their own", async () => {
    const ids = await Promise.all([propose(), propose()]);
    const slugs = await Promise.all(ids.map(async (id) => (await group(id)).body.slug));
    expect(slugs.toSorted()).toEqual(["winter-roads", "winter-roads-2"]);
  });

  it("asks for a name, a format and a legal status, and takes only who may sit in it", async () => {
    const before = await traces();
    expect(await failureOf(propose({ name: "", format: null, legalStatus: null, endsOn: TODAY }))).toMatchObject({
      kind: "invalid",
      fields: {
        name: expect.anything(),
        format: expect.anything(),
        legalStatus: expect.anything(),
        endsOn: expect.anything(),
      },
    });
    expect(await failureOf(propose({ memberIds: [who.officer.personId] }))).toMatchObject({
      fields: { memberIds: expect.anything() },
    });
    expect(await failureOf(propose({ topicIds: [council.programmeId] }))).toMatchObject({
      fields: { topicIds: expect.anything() },
    });
    expect(await traces()).toEqual(before);
  });

  it("is for those who serve the committee, to a committee that sets up groups", async () => {
    const before = await traces();
    for (const role of ["member", "chair", "cabinet", "officer", "otherClerk", "scrutinyOfficer"] as const)
      expect([role, await codesOf(propose({}, who[role]))]).toEqual([role, ["not-permitted"]]);
    const toCabinet = inTransaction((tx) =>
      proposeGroup(tx, who.clerk, { parentId: council.bodies.cabinet, values: values() }),
    );
    expect(await failureOf(toCabinet)).toEqual({ kind: "not-found" });
    expect(await traces()).toEqual(before);
    expect((await listParents(who.clerk)).map(({ name }) => name)).toEqual(["Our committee"]);
    expect(await listParents(who.member)).toEqual([]);
  });

  it("is changed until the committee sets it up; an older version is stale, and for others it is not there", async () => {
    const id = await propose();
    const edit = (person: Person, version: number) =>
      inTransaction((tx) => editGroup(tx, person, { id, version, values: values({ name: "Winter" }) }));
    await edit(who.clerk, 1);
    expect(await group(id)).toMatchObject({ version: 2, body: { name: "Winter", slug: "winter-roads" } });
    expect(await trail(id)).toEqual(["propose by clerk", "edit by clerk"]);
    expect(await failureOf(edit(who.clerk, 1))).toMatchObject({ kind: "stale" });
    expect(await codesOf(edit(who.member, 2))).toEqual(["not-permitted"]);
    expect(await failureOf(edit(who.nobody, 2))).toEqual({ kind: "not-found" });
    await take(who.clerk, id, "establish", await byParent());
    expect(await codesOf(edit(who.clerk, 3))).toEqual(["wrong-status"]);
  });
});

describe("setting it up", () => {
  it("rests on a resolution of its parent, and gives its members their seats from that day", async () => {
    const id = await propose();
    const decisionId = await underProgramme();
    await take(who.clerk, id, "establish", { grounds: { decisionId }, reason: "As the committee wished." });
    expect(await group(id)).toMatchObject({
      status: "established",
      audience: "public",
      authority: { kind: "resolution", decisionId },
      body: { from: TODAY, seats: [{ role: "member", from: TODAY }, { role: "member" }] },
    });
    expect(await publicDb.reviewGroup.count()).toBe(1);
    expect(await trail(id)).toEqual(["propose by clerk", "establish by clerk"]);
  });

  it("is refused without terms and members, without an authority, on another's resolution, of no held meeting", async () => {
    const id = await propose({ termsOfReference: " ", memberIds: [] });
    const before = await traces();
    expect(await codesOf(take(who.clerk, id, "establish"))).toEqual([
      "against-rule",
      "no-authority",
      "no-terms-of-reference",
      "no-members",
    ]);
    const decisionId = await underProgramme();
    expect(await codesOf(take(who.clerk, id, "establish", { grounds: { decisionId } }))).toEqual([
      "against-rule",
      "no-terms-of-reference",
      "no-members",
    ]);
    const whole = await propose();
    const others = await underProgramme(council.bodies.other);
    expect(await codesOf(take(who.clerk, whole, "establish", { grounds: { decisionId: others } }))).toEqual([
      "against-rule",
      "not-before-the-meeting",
      "not-the-parents",
    ]);
    const { decisionId: unheld } = await createResolution({
      bodyId: council.bodies.committee,
      item: { kind: "work_programme" },
      meeting: { status: "published", quorate: null },
    });
    expect(await codesOf(take(who.clerk, whole, "establish", { grounds: { decisionId: unheld } }))).toEqual([
      "against-rule",
      "meeting-not-held",
      "meeting-not-quorate",
    ]);
    expect((await traces()).seats).toBe(before.seats);
  });

  it("as a sub-committee has nobody of the executive in it, by law", async () => {
    const id = await propose({ legalStatus: "sub_committee", balanced: true, memberIds: [who.cabinet.personId] });
    expect(await codesOf(take(who.clerk, id, "establish", await byParent()))).toEqual([
      "against-rule",
      "executive-on-sub-committee",
    ]);
  });

  it("beyond the parent's rules is done with a reason, which is kept", async () => {
    await db.body.update({
      where: { id: council.bodies.committee },
      data: { rules: { groups: { maxConcurrent: 0, maxMonths: 1 } } },
    });
    const id = await propose({ legalStatus: "sub_committee" });
    const grounds = { decisionId: await underProgramme() };
    const found = ["not-politically-balanced", "too-many-groups", "too-long"];
    expect(await codesOf(take(who.clerk, id, "establish", { grounds }))).toEqual(["needs-reason", ...found]);
    await take(who.clerk, id, "establish", { grounds, reason: "All of them agreed." });
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: "review group.establish" } });
    expect([entry.reason, (entry.warnings as { code: string }[]).map(({ code }) => code)]).toEqual([
      "All of them agreed.",
      found,
    ]);
  });
});

describe("a group at work", () => {
  it("takes every step to its end, each recorded", async () => {
    const id = await established();
    const why = { reason: "There is no scoping." };
    const sits = await sitting(who.member, id);
    await take(sits, id, "settleScope", why);
    await take(sits, id, "gather");
    await take(who.scrutinyOfficer, id, "draft");
    await take(sits, id, "checkFacts");
    expect(await codesOf(take(sits, id, "report"))).toEqual(["needs-reason", "no-report"]);
    await take(sits, id, "report", { reason: "It spoke to the committee." });
    await take(who.clerk, id, "referBack", await byParent());
    await take(sits, id, "redraft");
    await take(sits, id, "checkFacts");
    const { id: reportId } = await db.report.create({
      data: { slug: "winter", title: "Winter", bodyId: council.bodies.committee, audience: "inside" },
    });
    await take(sits, id, "report", { typed: { reportId } });
    expect(await group(id)).toMatchObject({ status: "reported", reportId });
    await take(who.clerk, id, "adopt", await byParent());
    await take(who.clerk, id, "dissolve", { grounds: { consulted: "the Chairman" } });
    expect(await group(id)).toMatchObject({
      status: "dissolved",
      body: { until: TODAY, seats: [{ until: TODAY }, { until: TODAY }] },
    });
    expect((await trail(id)).map((line) => line.split(" ")[0])).toEqual([
      "propose",
      "establish",
      "settleScope",
      "gather",
      "draft",
      "checkFacts",
      "report",
      "referBack",
      "redraft",
      "checkFacts",
      "report",
      "adopt",
      "dissolve",
    ]);
    expect((await getGroup(who.clerk, "winter-roads")).history).toHaveLength(13);
  });

  it("is suspended, and taken up where it stopped", async () => {
    const id = await established();
    await take(who.clerk, id, "settleScope", { reason: "None." });
    expect(await codesOf(take(who.clerk, id, "suspend", { reason: "Snow." }))).toEqual([
      "against-rule",
      "nobody-consulted",
    ]);
    await take(who.clerk, id, "suspend", { reason: "Snow.", grounds: { consulted: "the Chairman" } });
    expect(await group(id)).toMatchObject({ status: "suspended", suspendedFrom: "scoped" });
    await take(who.clerk, id, "resume", { grounds: { consulted: "the Chairman" } });
    expect(await group(id)).toMatchObject({ status: "scoped", suspendedFrom: null });
  });

  it("lapses with a reason, also while it is suspended", async () => {
    const id = await established();
    await take(who.clerk, id, "suspend", { reason: "Snow.", grounds: { consulted: "the Chairman" } });
    expect(await codesOf(take(who.clerk, id, "lapse"))).toEqual(["needs-reason"]);
    await take(who.clerk, id, "lapse", { reason: "Nobody came." });
    expect(await group(id)).toMatchObject({ status: "lapsed", suspendedFrom: null, body: { until: TODAY } });
  });

  it.each(["referBack", "adopt"])("%s is its parent's to resolve", async (name) => {
    const id = await established();
    await db.reviewGroup.update({ where: { id }, data: { status: "reported" } });
    expect(await codesOf(take(who.clerk, id, name, { reason: "So." }))).toEqual(["against-rule", "no-authority"]);
    const others = await underProgramme(council.bodies.other);
    expect(await codesOf(take(who.clerk, id, name, { reason: "So.", grounds: { decisionId: others } }))).toEqual([
      "against-rule",
      "not-before-the-meeting",
      "not-the-parents",
    ]);
  });

  it.each(["suspend", "resume", "dissolve"])("%s by an officer follows a consultation", async (name) => {
    const id = await established();
    const status = { suspend: "scoped", resume: "suspended", dissolve: "adopted" } as const;
    const at = status[name as keyof typeof status];
    await db.reviewGroup.update({
      where: { id },
      data: { status: at, suspendedFrom: at === "suspended" ? "scoped" : null },
    });
    expect(await codesOf(take(who.clerk, id, name, { reason: "So." }))).toEqual(["against-rule", "nobody-consulted"]);
  });

  it("is nobody's to decide about but the committee's, and others' work is not for outsiders", async () => {
    const id = await propose();
    const taken = await byParent();
    for (const role of ["member", "chair", "cabinet", "officer", "otherClerk", "scrutinyOfficer"] as const)
      expect([role, await codesOf(take(who[role], id, "establish", taken))]).toEqual([role, ["not-permitted"]]);
    expect(await failureOf(take(who.nobody, id, "establish", taken))).toEqual({ kind: "not-found" });
    await take(who.clerk, id, "establish", taken);
    for (const role of ["chair", "cabinet", "officer", "otherClerk"] as const)
      expect([role, await codesOf(take(who[role], id, "settleScope", { reason: "None." }))]).toEqual([
        role,
        ["not-permitted"],
      ]);
  });

  it("by two at once goes on once", async () => {
    const id = await established();
    const both = await Promise.all(
      [0, 1].map(() => failureOf(take(who.clerk, id, "settleScope", { reason: "None." }))),
    );
    expect(both.map((failed) => failed?.kind).toSorted()).toEqual(["stale", undefined]);
  });
});

/** The person with the seat that they have been given. */
async function sitting(person: Person, id: string): Promise<Person> {
  const { bodyId } = await group(id);
  return {
    ...person,
    seats: [...person.seats, { bodyId, bodyKind: "review_group", role: "member", portfolioId: null }],
  };
}

describe("who sits in it", () => {
  const seat = (person: Person, id: string, version: number, memberIds: string[], chairId: string | null) =>
    inTransaction((tx) => seatMembers(tx, person, { id, version, memberIds, chairId }));

  it("changes from the day; a seat that ends keeps its days, and the group elects its chair", async () => {
    const id = await established();
    await db.seat.updateMany({ where: { body: { reviewGroup: { id } } }, data: { from: "2016-09-01" } });
    await seat(who.clerk, id, 2, [who.member.personId, who.chair.personId], who.member.personId);
    const { body } = await group(id);
    expect(body.seats.map(({ personId, role, from, until }) => ({ personId, role, from, until }))).toEqual(
      expect.arrayContaining([
        { personId: who.councillor.personId, role: "member", from: "2016-09-01", until: "2016-10-02" },
        { personId: who.member.personId, role: "member", from: "2016-09-01", until: "2016-10-02" },
        { personId: who.member.personId, role: "chair", from: TODAY, until: null },
        { personId: who.chair.personId, role: "member", from: TODAY, until: null },
      ]),
    );
    expect((await getGroup(who.clerk, "winter-roads")).subject.hasChair).toBe(true);
    expect((await trail(id)).at(-1)).toBe("seat by clerk");
  });

  it("is refused to others, without members, with a chair from outside, and for a group that is over", async () => {
    const id = await established();
    const before = await traces();
    expect(await codesOf(seat(who.member, id, 2, [who.member.personId], null))).toEqual(["not-permitted"]);
    expect(await failureOf(seat(who.clerk, id, 2, [], null))).toMatchObject({ kind: "invalid" });
    expect(await failureOf(seat(who.clerk, id, 2, [who.member.personId], who.chair.personId))).toMatchObject({
      fields: { chairId: expect.anything() },
    });
    expect(await failureOf(seat(who.clerk, id, 2, [who.officer.personId], null))).toMatchObject({
      fields: { memberIds: expect.anything() },
    });
    expect(await failureOf(seat(who.clerk, id, 1, [who.member.personId], null))).toMatchObject({ kind: "stale" });
    expect(await traces()).toEqual(before);
    await take(who.clerk, id, "lapse", { reason: "Over." });
    expect(await codesOf(seat(who.clerk, id, 3, [who.member.personId], null))).toEqual(["wrong-status"]);
  });

  it("of a sub-committee is nobody of the executive", async () => {
    const id = await established({ legalStatus: "sub_committee", balanced: true });
    expect(await failureOf(seat(who.clerk, id, 2, [who.cabinet.personId], null))).toMatchObject({
      fields: { memberIds: [expect.stringContaining("LGA 2000 s9FA")] },
    });
  });
});

describe("more time", () => {
  const extend = (
    id: string,
    over: Partial<Parameters<typeof extendGroup>[2]>,
    person: Person = who.clerk,
  ): Promise<void> =>
    inTransaction((tx) =>
      extendGroup(tx, person, { id, version: 2, until: "2017-04-30", decisionId: null, reason: "Snow.", ...over }),
    );

  it("is given by its parent, again and again, each kept", async () => {
    const id = await established();
    const decisionId = await underProgramme();
    await extend(id, { decisionId });
    expect(await group(id)).toMatchObject({ endsOn: "2017-04-30", extensions: [{ until: "2017-04-30" }] });
    await extend(id, { decisionId, version: 3, until: "2017-05-31" });
    expect((await group(id)).extensions).toHaveLength(2);
    const [last] = (await getGroup(who.clerk, "winter-roads")).history;
    expect(last).toMatchObject({ verb: "extend", ground: { kind: "resolution" }, reason: "Snow." });
  });

  it("is refused without its resolution, to an earlier day, to others and in an older version", async () => {
    const id = await established();
    const decisionId = await underProgramme();
    const before = await traces();
    expect(await codesOf(extend(id, {}))).toEqual(["against-rule", "not-extended-by-parent", "too-long"]);
    expect(await codesOf(extend(id, { decisionId: await underProgramme(council.bodies.other) }))).toEqual([
      "against-rule",
      "not-extended-by-parent",
      "not-before-the-meeting",
      "too-long",
    ]);
    expect(await codesOf(extend(id, { decisionId, until: "2017-03-31" }))).toEqual(["against-rule", "not-later"]);
    expect(await codesOf(extend(id, { decisionId, reason: "" }))).toEqual(["needs-reason", "too-long"]);
    expect(await failureOf(extend(id, { decisionId, until: null }))).toMatchObject({ kind: "invalid" });
    expect(await failureOf(extend(id, { decisionId, version: 1 }))).toMatchObject({ kind: "stale" });
    expect(await codesOf(extend(id, { decisionId }, who.scrutinyOfficer))).toEqual(["not-permitted"]);
    expect(await traces()).toEqual(before);
  });
});
