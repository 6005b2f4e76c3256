import { describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { db, inTransaction, publicDb } from "@/server/db";
import { editGroup, extendGroup, proposeGroup, seatMembers } from "@/server/review-groups/commands";
import { getGroup, listGroups, listParents } from "@/server/review-groups/queries";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { TODAY } from "../support/people";
import { beginWithCouncil, council, who } from "../support/programme-commands";
import { byParent, established, group, propose, take, traces, underProgramme, values } from "../support/review-groups";

beginWithCouncil();

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
