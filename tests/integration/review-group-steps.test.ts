import { describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { db, publicDb } from "@/server/db";
import { getGroup } from "@/server/review-groups/queries";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { TODAY } from "../support/people";
import { beginWithCouncil, council, who } from "../support/programme-commands";
import { createResolution } from "../support/resolutions";
import { byParent, established, group, propose, take, traces, underProgramme } from "../support/review-groups";

beginWithCouncil();

/** The person with the seat that they have been given. */
async function sitting(person: Person, id: string): Promise<Person> {
  const { bodyId } = await group(id);
  return {
    ...person,
    seats: [...person.seats, { bodyId, bodyKind: "review_group", role: "member", portfolioId: null }],
  };
}

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
