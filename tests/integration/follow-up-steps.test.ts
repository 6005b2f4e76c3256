import { describe, expect, it } from "vitest";
import { db, inTransaction } from "@/server/db";
import { followUpSteps } from "@/server/follow-ups/steps";
import { found, laterDecision, row, take } from "../support/follow-ups";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { TODAY } from "../support/people";
import { createItem } from "../support/programme";
import { beginWithCouncil, council, WRONG, who } from "../support/programme-commands";
import { createResolution } from "../support/resolutions";
import { day } from "../support/typed-day";

beginWithCouncil();

describe("work on a follow-up", () => {
  it("is started and reported done by its owner, with evidence", async () => {
    const id = await found("open");
    await take(who.officer, id, "start");
    await take(who.officer, id, "claimDone", { typed: { evidence: "Sent on 1 October." } });
    expect(await row(id)).toMatchObject({ status: "done_claimed", evidence: "Sent on 1 October.", statusOn: TODAY });
    expect(await trail(id)).toEqual(["start by officer", "claimDone by officer"]);
  });

  it("is nobody else’s to report on", async () => {
    const id = await found("open");
    for (const name of ["member", "chair", "councillor", "cabinet", "otherClerk"] as const)
      expect(await codesOf(take(who[name], id, "start")), name).toEqual(["not-permitted"]);
    const another = await found("open", { keepers: [] });
    expect(await codesOf(take(who.officer, another, "start"))).toEqual(["not-permitted"]);
    expect((await row(id)).status).toBe("open");
  });

  it("wants a source, an owner and a day: found without, it does not start", async () => {
    const id = await found("open", { dueOn: null, owners: { create: [] } });
    expect(await codesOf(take(who.clerk, id, "start"))).toEqual(["against-rule", "no-owner", "no-due-date"]);
    expect(await trail(id)).toEqual([]);
  });

  it("is sent back with a reason", async () => {
    const id = await found("done_claimed", { evidence: "Sent." });
    expect(await codesOf(take(who.clerk, id, "sendBack"))).toEqual(["needs-reason"]);
    expect(await codesOf(take(who.scrutinyOfficer, id, "sendBack", { reason: "One is missing." }))).toEqual([
      "not-permitted",
    ]);
    await take(who.clerk, id, "sendBack", { reason: "One district is missing." });
    expect(await row(id)).toMatchObject({ status: "in_progress", statusReason: "One district is missing." });
  });

  it("rests until a day ahead and goes on from where it was", async () => {
    const id = await found("in_progress");
    const reason = "The census comes first.";
    expect(await codesOf(take(who.scrutinyOfficer, id, "putOnHold", { reason }))).toEqual([
      "against-rule",
      "no-review-date",
    ]);
    expect(
      await codesOf(take(who.scrutinyOfficer, id, "putOnHold", { reason, typed: day("reviewOn", TODAY) })),
    ).toEqual(["against-rule", "no-review-date"]);
    await take(who.scrutinyOfficer, id, "putOnHold", { reason, typed: day("reviewOn", "2016-12-01") });
    expect(await row(id)).toMatchObject({ status: "on_hold", heldFrom: "in_progress", reviewOn: "2016-12-01" });
    await take(who.clerk, id, "resume");
    expect(await row(id)).toMatchObject({ status: "in_progress", heldFrom: null, reviewOn: null });
  });
});

describe("a follow-up is closed", () => {
  it("by the committee, on evidence, and what it rests on stands with it", async () => {
    const id = await found("done_claimed");
    const decisionId = await laterDecision();
    const offered = await followUpSteps.offer(who.clerk, id);
    expect(offered.steps.find(({ name }) => name === "close")?.grounds?.resolutions.map((one) => one.id)).toEqual([
      decisionId,
    ]);
    expect(await codesOf(take(who.clerk, id, "close", { grounds: { decisionId } }))).toEqual([
      "against-rule",
      "no-evidence",
    ]);
    await take(who.clerk, id, "close", { grounds: { decisionId }, typed: { evidence: "The report of 3 October." } });
    const closed = await row(id);
    expect(closed).toMatchObject({ status: "closed", evidence: "The report of 3 October.", statusOn: "2016-10-03" });
    expect(await db.authority.findUniqueOrThrow({ where: { id: closed.endAuthorityId ?? "" } })).toMatchObject({
      decisionId,
    });
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: "follow-up.close" } });
    expect(entry).toMatchObject({
      authorityId: closed.endAuthorityId,
      actorName: "clerk",
      before: { status: "done_claimed" },
    });
  });

  it("by an officer only where the settings let one, after consulting the chair", async () => {
    const typed = { evidence: "Seen." };
    const id = await found("done_claimed");
    const grounds = { consulted: "the Chairman" };
    expect(await codesOf(take(who.clerk, id, "close", { typed, grounds }))).toEqual([
      "against-rule",
      "committee-closes",
    ]);
    expect(await db.authority.count({ where: { kind: "officer_decision" } })).toBe(0);
    await db.body.update({
      where: { id: council.bodies.committee },
      data: { rules: { followUps: { closedBy: "officer_after_consulting_chair", staleAfterDays: 30 } } },
    });
    expect(await codesOf(take(who.clerk, id, "close", { typed }))).toEqual(["against-rule", "nobody-consulted"]);
    await take(who.clerk, id, "close", { typed, grounds });
    expect((await row(id)).status).toBe("closed");
  });

  it("on no decision that was not about it, and on none of a meeting that was not quorate", async () => {
    const id = await found("done_claimed");
    const typed = { evidence: "Seen." };
    const elsewhere = await createResolution({ bodyId: council.bodies.committee, item: { kind: "minutes" } });
    expect(
      await codesOf(take(who.clerk, id, "close", { typed, grounds: { decisionId: elsewhere.decisionId } })),
    ).toEqual(["against-rule", "not-before-the-meeting"]);
    const earlier = await createResolution({
      bodyId: council.bodies.committee,
      item: { kind: "matters_raised" },
      meeting: { date: "2016-06-01" },
    });
    expect(await codesOf(take(who.clerk, id, "close", { typed, grounds: { decisionId: earlier.decisionId } }))).toEqual(
      ["against-rule", "not-before-the-meeting"],
    );
    const few = await createResolution({
      bodyId: council.bodies.committee,
      item: { kind: "matters_raised" },
      meeting: { quorate: false },
    });
    expect(await codesOf(take(who.clerk, id, "close", { typed, grounds: { decisionId: few.decisionId } }))).toEqual([
      "against-rule",
      "meeting-not-quorate",
    ]);
    expect((await row(id)).status).toBe("done_claimed");
  });

  it.each(["handOver", "cancel"])("or ended by “%s”, with a reason, on a decision", async (name) => {
    const id = await found("open");
    const decisionId = await laterDecision();
    expect(await codesOf(take(who.clerk, id, name, { reason: "Done elsewhere." }))).toEqual([
      "against-rule",
      "committee-closes",
    ]);
    expect(await codesOf(take(who.clerk, id, name, { grounds: { decisionId } }))).toEqual(["needs-reason"]);
    for (const wrong of WRONG)
      expect(await codesOf(take(who[wrong], id, name, { reason: "No.", grounds: { decisionId } })), wrong).toEqual([
        "not-permitted",
      ]);
    await take(who.clerk, id, name, { reason: "The service does it now.", grounds: { decisionId } });
    expect(await row(id)).toMatchObject({
      status: name === "cancel" ? "cancelled" : "business_as_usual",
      statusReason: "The service does it now.",
      endAuthorityId: expect.any(String),
    });
  });
});

describe("a follow-up gives way", () => {
  it("to another of its body; several may give way to one", async () => {
    const successor = await found("open", { text: "All figures at once." });
    const stranger = await found("open", { bodyId: council.bodies.other });
    const [first, second] = [await found("open"), await found("on_hold", { reviewOn: "2016-12-01" })];
    const taken = (supersededById: string) => ({ reason: "Asked for together.", typed: { supersededById } });
    expect(await failureOf(take(who.clerk, first, "supersede", taken(stranger)))).toMatchObject({ kind: "invalid" });
    await Promise.all([
      take(who.clerk, first, "supersede", taken(successor)),
      take(who.clerk, second, "supersede", taken(successor)),
    ]);
    for (const id of [first, second])
      expect(await row(id)).toMatchObject({ status: "superseded", supersededById: successor });
  });

  it("to an item of the programme that is there, or one that is made for it", async () => {
    const itemId = await createItem(council, "provisional");
    const [first, second] = [await found("open"), await found("open")];
    await take(who.clerk, first, "moveToProgramme", {
      reason: "It is more than that.",
      typed: { programmeItemId: itemId },
    });
    expect(await row(first)).toMatchObject({ status: "moved_to_programme", programmeItemId: itemId });

    await take(who.clerk, second, "moveToProgramme", {
      reason: "A subject of its own.",
      typed: { newItem: "District figures" },
    });
    const { programmeItemId } = await row(second);
    const made = await db.programmeItem.findUniqueOrThrow({ where: { id: programmeItemId ?? "" } });
    expect(made).toMatchObject({
      title: "District figures",
      status: "proposed",
      audience: "inside",
      purpose: "Send members the figures for each district.",
    });
    expect(await trail(made.id)).toEqual(["add by clerk"]);
  });

  it("makes no item where the step is refused", async () => {
    const id = await found("open");
    const before = await db.programmeItem.count();
    expect(await codesOf(take(who.clerk, id, "moveToProgramme", { typed: { newItem: "Figures" } }))).toEqual([
      "needs-reason",
    ]);
    expect(
      await codesOf(take(who.officer, id, "moveToProgramme", { reason: "So.", typed: { newItem: "Figures" } })),
    ).toEqual(["not-permitted"]);
    expect(
      await failureOf(
        take(who.clerk, id, "moveToProgramme", {
          reason: "So.",
          typed: { newItem: "Figures", programmeItemId: await createItem(council, "provisional") },
        }),
      ),
    ).toMatchObject({ kind: "invalid" });
    expect(await db.programmeItem.count()).toBe(before + 1);
  });
});

it("a step is taken once by two at once, and refused to whoever read an older version", async () => {
  const id = await found("open");
  const start = () =>
    inTransaction((tx) => followUpSteps.take(tx, who.officer, { id, version: 1, name: "start", typed: {} }));
  const results = await Promise.allSettled([start(), start()]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await failureOf(start())).toMatchObject({
    kind: "stale",
    current: { version: 2, values: { status: "In progress" } },
  });
  expect(await trail(id)).toEqual(["start by officer"]);
});
