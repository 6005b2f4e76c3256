import { describe, expect, it } from "vitest";
import { db } from "@/server/db";
import { getOfficeClause } from "@/server/recommendations/office";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { council, who } from "../support/programme-commands";
import {
  act,
  agreed,
  beginWithRecommendations,
  clauseRow,
  director,
  found,
  laterDecision,
  support,
  TWO_CLAUSES,
  take,
} from "../support/recommendations";
import { createResolution } from "../support/resolutions";
import { day } from "../support/typed-day";

beginWithRecommendations();

describe("a notice", () => {
  it("is served for all clauses to one recipient at once, and starts the clock when it is received", async () => {
    const [first, second] = await agreed();
    const typed = { ...day("notice", "2016-06-20"), alsoServed: second };
    await take(who.scrutinyOfficer, first, "serveNotice", { typed });
    const [one, two] = [await clauseRow(first), await clauseRow(second)];
    expect([one.status, two.status, one.noticeId === two.noticeId]).toEqual(["notice_served", "notice_served", true]);
    for (const id of [first, second])
      expect(await trail(id)).toEqual(["agree by clerk", "serveNotice by scrutinyOfficer"]);
    const office = () => getOfficeClause(support, { id: one.recommendationId, number: 1 });
    expect((await office()).clause.clock).toMatchObject({ runs: false });

    await act(support, first, "receipt", {
      ...day("reportReceived", "2016-06-20"),
      ...day("noticeReceived", "2016-06-21"),
    });
    expect((await office()).clause).toMatchObject({
      clock: { runs: true, startsOn: "2016-06-21", lastDay: "2016-08-20" },
      flag: "response_overdue",
    });
    expect((await trail(first)).at(-1)).toBe("receipt by support");
  });

  it("is refused without its day, before it was agreed, for comments, and to whoever may not", async () => {
    const [id] = await agreed();
    expect(await codesOf(take(who.clerk, id, "serveNotice"))).toEqual(["against-rule", "no-notice"]);
    expect(await failureOf(take(who.clerk, id, "serveNotice", { typed: day("notice", "2016-06-01") }))).toMatchObject({
      kind: "invalid",
    });
    expect(await failureOf(take(who.clerk, id, "serveNotice", { typed: day("notice", "2016-10-04") }))).toMatchObject({
      kind: "invalid",
    });
    for (const person of [who.member, who.chair, who.cabinet, support, who.officer, who.otherClerk])
      expect(
        await codesOf(take(person, id, "serveNotice", { typed: day("notice", "2016-06-20") })),
        person.name,
      ).toEqual(["not-permitted"]);
    const [comment] = await agreed({ ...TWO_CLAUSES, kind: "comments" });
    expect(await codesOf(take(who.clerk, comment, "serveNotice", { typed: day("notice", "2016-06-20") }))).toEqual([
      "against-rule",
      "comments-take-no-notice",
    ]);
    expect(await db.notice.count()).toBe(0);
  });

  it("to whom the law sets no clock wants a reason", async () => {
    const [id] = await agreed({
      title: "Buses",
      text1: "That the company run on Sundays.",
      to1: "partner",
      name1: "The company",
    });
    const typed = day("notice", "2016-06-20");
    expect(await codesOf(take(who.clerk, id, "serveNotice", { typed }))).toEqual([
      "needs-reason",
      "no-clock-for-recipient",
    ]);
    await take(who.clerk, id, "serveNotice", { typed, reason: "They said they would answer." });
  });

  it("may be answered later where more time was asked for; the clock runs on", async () => {
    const [id] = await agreed();
    expect(await codesOf(act(who.member, id, "expect", day("expectedOn", "2016-12-01")))).toEqual(["not-permitted"]);
    await act(support, id, "expect", { ...day("expectedOn", "2016-12-01"), why: "Cabinet meets in November." });
    expect(await clauseRow(id)).toMatchObject({ expectedOn: "2016-12-01", version: 2 });
  });
});

describe("carrying it out", () => {
  it("starts, is noted, is found achieved on evidence by the committee, and closed", async () => {
    const id = await found("responded", { kind: "accepted" });
    await take(support, id, "startImplementing");
    await act(support, id, "note", { text: "The first passes are out.", ...day("on", "2016-09-15") });
    const grounds = { decisionId: await laterDecision() };
    expect(await codesOf(take(who.clerk, id, "recordAchieved", { grounds }))).toEqual(["against-rule", "no-evidence"]);
    await take(who.clerk, id, "recordAchieved", { grounds, typed: { evidence: "Figures of September." } });
    expect(await clauseRow(id)).toMatchObject({
      status: "achieved",
      evidence: "Figures of September.",
      statusOn: "2016-09-20",
    });
    await take(who.clerk, id, "close", {
      grounds: { decisionId: await laterDecision({ date: "2016-10-01" }) },
      typed: { evidence: "Figures of September." },
    });
    expect(await clauseRow(id)).toMatchObject({
      status: "closed",
      isOpen: false,
      authorityId: expect.any(String),
      statusOn: "2016-10-01",
    });
    expect(await codesOf(act(support, id, "note", { text: "More." }))).toEqual(["wrong-status"]);
  });

  it.each([
    ["recordNotAchieved", "not_achieved"],
    ["recordOvertaken", "overtaken"],
  ])("ends by “%s” with a reason, on a resolution, and is closed on evidence", async (name, status) => {
    const id = await found("implementing", { kind: "accepted" });
    const grounds = { decisionId: await laterDecision() };
    expect(await codesOf(take(who.clerk, id, name, { reason: "It never came." }))).toEqual([
      "against-rule",
      "no-authority",
    ]);
    expect(await codesOf(take(who.clerk, id, name, { grounds }))).toEqual(["needs-reason"]);
    await take(who.clerk, id, name, { grounds, reason: "It never came." });
    expect(await clauseRow(id)).toMatchObject({ status, statusReason: "It never came." });
    expect(await codesOf(take(who.clerk, id, "close", { grounds }))).toEqual(["against-rule", "no-evidence"]);
    await take(who.clerk, id, "close", { grounds, typed: { evidence: "The letter." } });
  });

  it("of what was not accepted wants a reason; what was turned down is closed without it, nothing else is", async () => {
    const rejected = await found("responded", { kind: "rejected" });
    expect(await codesOf(take(support, rejected, "startImplementing"))).toEqual(["needs-reason", "not-accepted"]);
    const grounds = { decisionId: await laterDecision() };
    await take(who.clerk, rejected, "closeTurnedDown", { grounds });
    expect((await clauseRow(rejected)).status).toBe("closed");
    await take(who.clerk, await found("responded", { kind: "not_for_us" }), "closeTurnedDown", { grounds });
    const accepted = await found("responded", { kind: "accepted" });
    expect(await codesOf(take(who.clerk, accepted, "closeTurnedDown", { grounds }))).toEqual([
      "against-rule",
      "not-turned-down",
    ]);
  });

  it("is never judged by whoever answered, nor by anybody who does not record for the committee", async () => {
    const id = await found("implementing", { kind: "accepted" });
    const [answer] = (await clauseRow(id)).responses;
    const taken = { grounds: { decisionId: await laterDecision() }, typed: { evidence: "Seen." }, reason: "So." };
    for (const person of [
      who.cabinet,
      support,
      director,
      who.officer,
      who.chair,
      who.member,
      who.scrutinyOfficer,
      who.otherClerk,
    ])
      for (const name of ["recordAchieved", "recordNotAchieved", "recordOvertaken"])
        expect(await codesOf(take(person, id, name, taken)), `${person.name} ${name}`).toEqual(["not-permitted"]);
    await db.response.update({ where: { id: answer?.id ?? "" }, data: { respondentIds: [who.clerk.personId] } });
    expect(await codesOf(take(who.clerk, id, "recordAchieved", taken))).toEqual(["against-rule", "own-response"]);
    expect((await clauseRow(id)).status).toBe("implementing");
  });

  it("rests on a later decision about it, of a meeting that was quorate", async () => {
    const id = await found("implementing", { kind: "accepted" });
    const taken = (decisionId: string) => ({ grounds: { decisionId }, typed: { evidence: "Seen." } });
    const { decisionId } = await createResolution({ bodyId: council.bodies.committee, item: { kind: "minutes" } });
    expect(await codesOf(take(who.clerk, id, "recordAchieved", taken(decisionId)))).toEqual([
      "against-rule",
      "not-before-the-meeting",
    ]);
    expect(
      await codesOf(take(who.clerk, id, "recordAchieved", taken(await laterDecision({ quorate: false })))),
    ).toEqual(["against-rule", "meeting-not-quorate"]);
    expect(
      await codesOf(
        take(who.clerk, id, "recordAchieved", { grounds: { consulted: "the Chairman" }, typed: { evidence: "Seen." } }),
      ),
    ).toEqual(["against-rule", "no-authority"]);
  });
});

it("a priority is marked by democratic services", async () => {
  const [id] = await agreed();
  expect(await codesOf(act(who.member, id, "priority", { priority: "yes" }))).toEqual(["not-permitted"]);
  await act(who.clerk, id, "priority", { priority: "yes" });
  expect((await clauseRow(id)).priority).toBe(true);
});
