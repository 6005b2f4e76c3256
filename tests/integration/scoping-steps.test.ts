import { describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import { scopingWorkflow } from "@/domain/scoping/scoping-workflow";
import { decide } from "@/domain/workflow/workflow";
import { db, publicDb } from "@/server/db";
import { getProposal, getVersion } from "@/server/scoping/queries";
import { failureOf, trail } from "../support/outcomes";
import { TODAY } from "../support/people";
import {
  beginWithCouncil,
  completeDraft,
  createMeeting,
  createTopic,
  forward,
  here,
  save,
  setStatus,
  start,
  take,
  who,
} from "../support/scoping";

beginWithCouncil();

describe("putting forward", () => {
  it("is done and recorded, with the whole of it kept as a version", async () => {
    const id = await completeDraft();
    const { version, content } = await getProposal(readScope(who.officer), id, TODAY);
    await forward(who.officer, id, version);

    const ready = await getProposal(readScope(who.member), id, TODAY);
    expect(ready).toMatchObject({ status: "ready", audience: "members", versions: [{ number: 1 }] });
    expect((await getVersion(readScope(who.member), id, 1)).content).toEqual(content);
    expect((await trail(id)).at(-1)).toBe("putForward by officer");
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: "scoping proposal.putForward" } });
    expect(entry).toMatchObject({ reason: "The committee asked for it.", before: { status: "draft" } });
    expect((entry.warnings as { code: string }[]).map(({ code }) => code)).toContain("no-lines-of-enquiry");
  });

  it("is refused with everything that is missing, by name, and leaves no trace", async () => {
    const id = await start(who.officer);
    const failure = await failureOf(forward(who.officer, id, 1));
    expect(failure).toMatchObject({ kind: "refused", refusal: { code: "against-rule" } });
    const findings = failure?.kind === "refused" ? failure.refusal.findings : [];
    expect(findings.filter(({ severity }) => severity === "hard").map(({ field }) => field)).toEqual([
      "leadMember",
      "suggestedScope",
      "methodology",
      "timescale",
    ]);
    expect((await getProposal(readScope(who.officer), id, TODAY)).status).toBe("draft");
    expect(await db.scopingVersion.count()).toBe(0);
    expect(await trail(id)).toEqual(["start by officer"]);
  });

  it("asks for a reason where something is worth a look", async () => {
    const id = await completeDraft();
    const { version } = await getProposal(readScope(who.officer), id, TODAY);
    expect(await failureOf(forward(who.officer, id, version, ""))).toMatchObject({
      kind: "refused",
      refusal: { code: "needs-reason" },
    });
  });

  it("names what the pack's two proposals leave out: Cabinet first, between meetings, carers", async () => {
    const topicId = await createTopic("Care Review", { parts: ["Cost of care", "Support for carers"] });
    await db.forwardPlanEntry.create({
      data: { title: "Care", bodyId: here.cabinet, dueOn: "2016-09-28", topics: { create: { topicId } } },
    });
    await createMeeting("2016-10-11");
    await createMeeting("2017-03-20");
    const id = await completeDraft({
      topics: [{ id: topicId, leavesOut: [] }],
      endsOn: "2017-02-28",
      reportToMeeting: null,
      suggestedScope: "The cost of care.",
    });
    const { version } = await getProposal(readScope(who.officer), id, TODAY);
    const failure = await failureOf(forward(who.officer, id, version, ""));
    const sentences = failure?.kind === "refused" ? failure.refusal.findings.map(({ sentence }) => sentence) : [];
    expect(sentences).toEqual(
      expect.arrayContaining([
        "28 February 2017 is between meetings. The next is 20 March. Say which meeting gets the report.",
        "Cabinet has already considered this on 28 September; its decision is not recorded. Record it.",
        "“Support for carers” is left out. The topic “Care Review” has it. Add it, or say that it stays behind.",
      ]),
    );
    await save(who.officer, id, version, { topics: [{ id: topicId, leavesOut: ["Support for carers"] }] });
    const then = await failureOf(forward(who.officer, id, version + 1, ""));
    const codes = then?.kind === "refused" ? then.refusal.findings.map(({ code }) => code) : [];
    expect(codes).not.toContain("topic-left-out");
  });

  it("of an older version is stale, and of many at once one is done", async () => {
    const id = await completeDraft();
    const { version } = await getProposal(readScope(who.officer), id, TODAY);
    expect(await failureOf(forward(who.officer, id, version - 1))).toMatchObject({ kind: "stale" });
    const results = await Promise.all(Array.from({ length: 8 }, () => failureOf(forward(who.officer, id, version))));
    expect(results.filter((failure) => failure === undefined).length).toBe(1);
    expect(await db.scopingVersion.count()).toBe(1);
  });

  it("is never for a member of the executive, nor is recording that it was approved", async () => {
    const id = await completeDraft();
    const { subject } = await getProposal(readScope(who.officer), id, TODAY);
    const both: Person = { ...who.cabinet, posts: who.clerk.posts, seats: [...who.cabinet.seats, ...who.chair.seats] };
    for (const [name, status] of [
      ["putForward", "draft"],
      ["approve", "on_agenda"],
      ["approveAmended", "on_agenda"],
    ] as const) {
      const decision = decide(
        scopingWorkflow,
        name,
        { ...subject, status },
        { actor: both, today: TODAY, reason: "x" },
      );
      expect(decision).toMatchObject({ allowed: false, refusal: { code: "not-permitted" } });
    }
  });
});

describe("steps that need only a reason", () => {
  it("withdraws a draft, recorded with the reason, and refuses without one", async () => {
    const id = await start(who.officer);
    expect(await failureOf(take(who.officer, id, "withdraw", { reason: " " }))).toMatchObject({
      refusal: { code: "needs-reason" },
    });
    await take(who.officer, id, "withdraw", { reason: "Another committee has it." });
    expect((await getProposal(readScope(who.member), id, TODAY)).status).toBe("withdrawn");
    expect(await trail(id)).toEqual(["start by officer", "withdraw by officer"]);
  });

  describe("drafting again what was referred back", () => {
    const OLD = "Gritting.";

    /** A proposal that the committee had on its published agenda, and sent back. */
    async function referredBack(): Promise<string> {
      const id = await completeDraft();
      const { version } = await getProposal(readScope(who.officer), id, TODAY);
      await forward(who.officer, id, version);
      const paper = { kind: "scoping_proposal", title: "Winter", openSince: new Date("2016-09-30T15:20:00Z") } as const;
      await db.paper.create({ data: { ...paper, bodyId: here.committee, proposalId: id, audience: "public" } });
      await setStatus(id, "on_agenda");
      await setStatus(id, "referred_back");
      return id;
    }

    const rewrite = async (id: string) => {
      const { version } = await getProposal(readScope(who.officer), id, TODAY);
      await save(who.officer, id, version, { item: "Another name", suggestedScope: "Nobody has agreed to this yet." });
    };

    it("leaves what was published as it was, to everybody, and shows the new draft to nobody else", async () => {
      const id = await referredBack();
      await take(who.officer, id, "redraft");
      await rewrite(id);

      for (const scope of [PUBLIC_SCOPE, readScope(who.member), readScope(who.elsewhere)]) {
        expect(await failureOf(getProposal(scope, id, TODAY))).toEqual({ kind: "not-found" });
        const published = await getVersion(scope, id, 1);
        expect(published.content.answers.suggestedScope).toBe(OLD);
        expect(JSON.stringify(published)).not.toMatch(/Another name|Nobody has agreed/);
      }
      expect(await publicDb.scopingProposal.count()).toBe(0);
      expect(await publicDb.scopingVersion.count()).toBe(1);
    });

    it("keeps the next version from the public until it is on an agenda itself", async () => {
      const id = await referredBack();
      await take(who.officer, id, "redraft");
      await rewrite(id);
      const { version } = await getProposal(readScope(who.officer), id, TODAY);
      await forward(who.officer, id, version);

      expect((await getVersion(readScope(who.member), id, 2)).number).toBe(2);
      expect(await failureOf(getVersion(PUBLIC_SCOPE, id, 2))).toEqual({ kind: "not-found" });
      expect(await failureOf(getVersion(readScope(who.elsewhere), id, 2))).toEqual({ kind: "not-found" });
      await setStatus(id, "on_agenda");
      expect((await getVersion(PUBLIC_SCOPE, id, 2)).number).toBe(2);
    });

    it("and withdrawing it publishes nothing of the new draft", async () => {
      const id = await referredBack();
      await take(who.officer, id, "redraft");
      await rewrite(id);
      await take(who.officer, id, "withdraw");
      expect((await getProposal(readScope(who.member), id, TODAY)).audience).toBe("members");
      expect(await failureOf(getProposal(PUBLIC_SCOPE, id, TODAY))).toEqual({ kind: "not-found" });
      expect((await getVersion(PUBLIC_SCOPE, id, 1)).number).toBe(1);
    });

    it("what is withdrawn as it was published stays public", async () => {
      const id = await referredBack();
      await setStatus(id, "deferred");
      await take(who.officer, id, "withdraw");
      expect((await getProposal(PUBLIC_SCOPE, id, TODAY)).status).toBe("withdrawn");
    });

    it("a version that was taken down stays down", async () => {
      const id = await referredBack();
      await take(who.officer, id, "redraft");
      await db.paper.updateMany({ where: { proposalId: id }, data: { takenDownAt: new Date() } });
      for (const scope of [PUBLIC_SCOPE, readScope(who.elsewhere)])
        expect(await failureOf(getVersion(scope, id, 1))).toEqual({ kind: "not-found" });
    });
  });
});
