import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction, publicDb } from "@/server/db";
import { amendMinutes } from "@/server/minutes/amendments";
import { minutesSteps } from "@/server/minutes/steps";
import { answersFrom, type Typed } from "@/server/workflow/answers";
import { begin, decide, heldMeeting, takeMinutes, write } from "../support/minutes";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { setClock } from "../support/people";
import { beginWithCouncil, here, who } from "../support/scoping";

beginWithCouncil();

let minutesId: string;
let minuteId: string;
beforeEach(async () => {
  await setClock();
  const { meetingId } = await heldMeeting(here.committee, "2016-06-16", [{ title: "Registration" }]);
  const begun = await begin(meetingId);
  minutesId = begun.minutesId;
  minuteId = begun.minuteIds[0] ?? "";
  await write(minutesId, minuteId, { headings: "Registration", markdown: "The committee met in the mroning." });
});

const status = async () => (await db.minutes.findUniqueOrThrow({ where: { id: minutesId } })).status;
const found = (to: "checked" | "published_draft" | "confirmed") =>
  db.minutes.update({
    where: { id: minutesId },
    data: { status: to, audience: to === "checked" ? "members" : "public", chairClearedOn: "2016-06-20" },
  });

/** A decision of a meeting under an item that takes these minutes, unless it is said otherwise. */
async function confirming(
  over: { date?: string; bodyId?: string; takes?: boolean; held?: boolean; quorate?: boolean } = {},
) {
  const { meetingId } = await db.minutes.findUniqueOrThrow({ where: { id: minutesId } });
  const later = await heldMeeting(over.bodyId ?? here.committee, over.date ?? "2016-09-28", [
    { title: "Minutes", kind: "minutes", minutesOfId: over.takes === false ? null : meetingId },
  ]);
  const begun = await begin(later.meetingId);
  const decisionId = await decide(begun.minutesId, begun.minuteIds[0], { kind: "resolution", text: "Confirmed." });
  await db.meeting.update({
    where: { id: later.meetingId },
    data: { status: over.held === false ? "published" : "held", quorate: over.quorate ?? true },
  });
  return { meetingId: later.meetingId, decisionId };
}
const amend = async (typed: Typed, version?: number) => {
  const read = version ?? (await db.minutes.findUniqueOrThrow({ where: { id: minutesId } })).version;
  return inTransaction((tx) => amendMinutes(tx, who.clerk, { minutesId, version: read, answers: answersFrom(typed) }));
};
const slip = () => ({ minuteId, before: "mroning", after: "morning", clerical: "clerical" });

describe("the steps of minutes", () => {
  it("are checked, with the day by which the chair answers, and point out what came of nothing", async () => {
    expect(await codesOf(takeMinutes(minutesId, { name: "check" }))).toEqual(["needs-reason", "no-outcome"]);
    await decide(minutesId, minuteId, { kind: "noted" });
    const by = { "chairAnswersBy-day": "20", "chairAnswersBy-month": "10", "chairAnswersBy-year": "2016" };
    await takeMinutes(minutesId, { name: "check", typed: by });
    expect(await db.minutes.findFirst()).toMatchObject({
      status: "checked",
      audience: "members",
      chairAnswersBy: "2016-10-20",
    });
    expect((await trail(minutesId)).at(-1)).toBe("check by clerk");
  });

  it("are published in draft: what they decided is public with them", async () => {
    await decide(minutesId, minuteId, { kind: "noted", text: "The report." });
    await found("checked");
    await db.minutes.update({ where: { id: minutesId }, data: { chairClearedOn: null } });
    expect(await codesOf(takeMinutes(minutesId, { name: "publishDraft" }))).toEqual([
      "needs-reason",
      "chair-has-not-cleared",
    ]);
    const cleared = { "chairClearedOn-day": "1", "chairClearedOn-month": "10", "chairClearedOn-year": "2016" };
    await takeMinutes(minutesId, { name: "publishDraft", typed: cleared });
    expect(await publicDb.minutes.findFirst()).toMatchObject({
      status: "published_draft",
      chairClearedOn: "2016-10-01",
    });
    expect(await publicDb.decision.findMany()).toMatchObject([{ text: "The report." }]);
  });

  it("point out a meeting that is not recorded as held, and a restricted minute without its summary", async () => {
    await found("checked");
    await db.meeting.updateMany({ data: { status: "published" } });
    await write(minutesId, minuteId, { headings: "A", markdown: "b", restriction: "confidential" });
    const codes = await codesOf(takeMinutes(minutesId, { name: "publishDraft" }));
    expect(codes).toEqual([
      "needs-reason",
      "meeting-not-recorded-as-held",
      "chair-has-not-cleared",
      "no-public-summary",
    ]);
  });

  it("are confirmed by the resolution of a later meeting of the committee", async () => {
    await found("published_draft");
    const { decisionId, meetingId } = await confirming();
    const offered = await minutesSteps.offer(who.clerk, minutesId);
    expect(offered.steps.find(({ name }) => name === "confirm")?.grounds?.resolutions.map(({ id }) => id)).toEqual([
      decisionId,
    ]);
    await takeMinutes(minutesId, { name: "confirm", grounds: { decisionId } });
    expect(await publicDb.minutes.findFirst({ where: { id: minutesId } })).toMatchObject({
      status: "confirmed",
      confirmedAtId: meetingId,
    });
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: "set of minutes.confirm" } });
    expect(entry).toMatchObject({ happenedOn: "2016-09-28", authorityId: expect.any(String) });
  });

  it("are not confirmed without one, nor by another body, an earlier, inquorate or unrelated meeting", async () => {
    await found("published_draft");
    const confirm = (grounds: { decisionId?: string }) =>
      codesOf(takeMinutes(minutesId, { name: "confirm", grounds, reason: "x" }));
    expect(await confirm({})).toContain("no-authority");
    expect(await confirm(await confirming({ bodyId: here.other }))).toContain("another-bodys-meeting");
    expect(await confirm(await confirming({ date: "2016-06-01" }))).toContain("confirmed-before-the-meeting");
    for (const over of [{ quorate: false }, { held: false }, { takes: false }]) {
      const [code, ...codes] = await confirm(
        await confirming({ date: `2016-09-${10 + Object.keys(over)[0]!.length}`, ...over }),
      );
      expect([code, codes.length > 0]).toEqual(["against-rule", true]);
    }
    expect(await status()).toBe("published_draft");
  });

  it("are confirmed by the body that succeeded theirs", async () => {
    await found("published_draft");
    await db.body.update({ where: { id: here.other }, data: { predecessorId: here.committee } });
    const { decisionId } = await confirming({ bodyId: here.other });
    await takeMinutes(minutesId, { name: "confirm", grounds: { decisionId } });
    expect(await status()).toBe("confirmed");
  });

  it("are confirmed as amended only with the difference kept", async () => {
    await found("published_draft");
    const { decisionId } = await confirming();
    const confirmAmended = () => takeMinutes(minutesId, { name: "confirmAmended", grounds: { decisionId } });
    expect(await codesOf(confirmAmended())).toEqual(["against-rule", "no-amendment"]);
    await amend(slip());
    expect(await codesOf(confirmAmended())).toEqual(["against-rule", "no-amendment"]);
    await amend({ minuteId, before: "met", after: "came together", clerical: "meeting" });
    expect(await codesOf(takeMinutes(minutesId, { name: "confirm", grounds: { decisionId } }))).toEqual([
      "needs-reason",
      "amendments-recorded",
    ]);
    await confirmAmended();
    expect(await status()).toBe("confirmed_amended");
    expect(
      (await publicDb.minutesAmendment.findMany({ orderBy: { id: "asc" } })).map(({ before, after }) => [
        before,
        after,
      ]),
    ).toEqual([
      ["mroning", "morning"],
      ["met", "came together"],
    ]);
    expect(await publicDb.minuteText.findFirst({ where: { minuteId } })).toMatchObject({
      markdown: "The committee came together in the morning.",
    });
  });

  it("are signed by whoever presided, which is said", async () => {
    const { meetingId } = await confirming();
    await db.minutes.update({
      where: { id: minutesId },
      data: { status: "confirmed", audience: "public", confirmedAtId: meetingId },
    });
    expect(await codesOf(takeMinutes(minutesId, { name: "sign" }))).toEqual(["against-rule", "no-signer"]);
    const outsider = takeMinutes(minutesId, { name: "sign", typed: { signedById: who.elsewhere.personId } });
    expect(await failureOf(outsider)).toMatchObject({ fields: { signedById: [expect.any(String)] } });
    const on = { "signedOn-day": "28", "signedOn-month": "9", "signedOn-year": "2016" };
    await takeMinutes(minutesId, { name: "sign", typed: { signedById: who.chair.personId, ...on } });
    expect(await db.minutes.findUnique({ where: { id: minutesId } })).toMatchObject({
      status: "signed",
      signedById: who.chair.personId,
      signedOn: "2016-09-28",
    });
  });

  it("are refused to everybody else, and not there for whoever does not see them", async () => {
    for (const actor of [who.chair, who.scrutinyOfficer])
      expect(await codesOf(takeMinutes(minutesId, { name: "check", reason: "x", actor }))).toEqual(["not-permitted"]);
    for (const actor of [who.member, who.officer, who.properOfficer, who.administrator])
      expect(await codesOf(takeMinutes(minutesId, { name: "check", reason: "x", actor }))).toEqual(["not-found"]);
    await found("published_draft");
    const { decisionId } = await confirming();
    for (const actor of [who.chair, who.member, who.officer])
      expect(await codesOf(takeMinutes(minutesId, { name: "confirm", grounds: { decisionId }, actor }))).toEqual([
        "not-permitted",
      ]);
    expect(await status()).toBe("published_draft");
  });

  it("of an older version are stale, and of many at once one is taken", async () => {
    const steps = Array.from({ length: 4 }, () =>
      codesOf(takeMinutes(minutesId, { name: "check", reason: "x", version: 1 })),
    );
    expect((await Promise.all(steps)).filter(([code]) => code === undefined).length).toBe(1);
    expect(await codesOf(takeMinutes(minutesId, { name: "publishDraft", version: 1, reason: "x" }))).toEqual(["stale"]);
  });
});

describe("a correction of minutes that are published", () => {
  it("is not made of what is a draft, not published, restricted, or does not stand there", async () => {
    expect(await codesOf(amend(slip()))).toEqual(["wrong-status"]);
    await found("published_draft");
    expect(await failureOf(amend({ ...slip(), before: "evening" }))).toMatchObject({
      fields: { before: [expect.any(String)] },
    });
    expect(await failureOf(amend({ ...slip(), before: "m" }))).toMatchObject({
      fields: { before: [expect.any(String)] },
    });
    expect(await failureOf(amend({ ...slip(), clerical: "" }))).toMatchObject({
      fields: { clerical: [expect.any(String)] },
    });
    await amend(slip());
    expect(await failureOf(amend({ ...slip(), before: "met", after: "sat" }, 1))).toMatchObject({ kind: "stale" });
    await db.minuteText.updateMany({ data: { restriction: "confidential" } });
    expect(await failureOf(amend({ ...slip(), before: "met", after: "sat" }))).toMatchObject({
      fields: { minuteId: [expect.any(String)] },
    });
    expect(await db.minutesAmendment.count()).toBe(1);
  });

  it("is only of slips once they are confirmed", async () => {
    const { meetingId } = await confirming();
    await db.minutes.update({
      where: { id: minutesId },
      data: { status: "confirmed", audience: "public", confirmedAtId: meetingId },
    });
    expect(await failureOf(amend({ ...slip(), clerical: "meeting" }))).toMatchObject({
      fields: { clerical: [expect.any(String)] },
    });
    await amend(slip());
    expect((await trail(minutesId)).at(-1)).toBe("amend by clerk");
  });
});
