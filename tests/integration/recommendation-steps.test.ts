import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import type { ClauseStatus, Prisma } from "@/generated/prisma/client";
import { db, inTransaction, publicDb } from "@/server/db";
import { clauseActs } from "@/server/recommendations/acts";
import { recordRecommendation } from "@/server/recommendations/commands";
import { getOfficeClause, getOfficeRecommendation, listDecisionsToRecord } from "@/server/recommendations/office";
import { clauseSteps } from "@/server/recommendations/steps";
import { answersFrom, type Typed } from "@/server/workflow/answers";
import type { Taken } from "@/server/workflow/steps";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { createPerson, createPost, TODAY } from "../support/people";
import { beginWithCouncil, council, who } from "../support/programme-commands";
import { createResolution } from "../support/resolutions";

beginWithCouncil();

let support: Person;
let director: Person;

beforeEach(async () => {
  const holding = async (name: string, kind: "executive_support" | "director"): Promise<Person> => {
    const personId = await createPerson(name);
    await createPost(personId, kind, name);
    const posts = [{ kind, areaId: null, portfolioIds: [], bodyIds: [] }];
    return { kind: "person", personId, name, day: TODAY, seats: [], posts };
  };
  support = await holding("support", "executive_support");
  director = await holding("director", "director");
});

const day = (name: string, date: string): Record<string, string> => {
  const [year = "", month = "", dayOf = ""] = date.split("-");
  return { [`${name}-day`]: dayOf, [`${name}-month`]: month, [`${name}-year`]: year };
};

const clauseRow = (id: string) =>
  db.recommendationClause.findUniqueOrThrow({
    where: { id },
    include: {
      notice: true,
      notes: true,
      responses: { include: { undertakings: true }, orderBy: { recordedAt: "asc" } },
    },
  });

async function take(person: Person, id: string, name: string, taken: Partial<Taken> = {}): Promise<void> {
  const { version } = await clauseRow(id);
  await inTransaction((tx) => clauseSteps.take(tx, person, { id, version, name, typed: {}, ...taken }));
}

async function act(person: Person, id: string, name: string, typed: Typed, version?: number): Promise<void> {
  const now = version ?? (await clauseRow(id)).version;
  await inTransaction((tx) => clauseActs.record(tx, person, { id, version: now, name, answers: answersFrom(typed) }));
}

/** A decision of the committee in June that recommends. */
const decided = async (over: Parameters<typeof createResolution>[0]["meeting"] = {}) =>
  (
    await createResolution({
      bodyId: council.bodies.committee,
      meeting: { date: "2016-06-15", ...over },
      decision: { kind: "recommendation", verb: "Recommended", text: "to the Cabinet, two things." },
    })
  ).decisionId;

const recommend = (person: Person, decisionId: string, typed: Typed): Promise<string> =>
  inTransaction((tx) => recordRecommendation(tx, person, decisionId, answersFrom(typed)));

const TWO_CLAUSES = {
  title: "Bus passes",
  because: "Young people are left at home.",
  text1: "That the Cabinet extend the pass to 18-year-olds.",
  to1: "executive",
  text2: "That the Cabinet publish what it costs.",
  to2: "executive",
};

/** Both clauses of it, the first first. */
async function agreed(typed: Typed = TWO_CLAUSES): Promise<[string, string]> {
  const id = await recommend(who.clerk, await decided(), typed);
  const clauses = await db.recommendationClause.findMany({
    where: { recommendationId: id },
    orderBy: { number: "asc" },
  });
  return [clauses[0]?.id ?? "", clauses[1]?.id ?? ""];
}

/** One found in a status as an import would have it, answered where a kind is given. */
async function found(
  status: ClauseStatus,
  {
    kind,
    ...facts
  }: Partial<Prisma.RecommendationClauseUncheckedCreateInput> & {
    kind?: "accepted" | "rejected" | "not_for_us" | "unclear";
  } = {},
): Promise<string> {
  const [id] = await agreed();
  await db.recommendationClause.update({ where: { id }, data: { status, ...facts } });
  if (kind)
    await db.response.create({
      data: {
        clauseId: id,
        bodyId: council.bodies.committee,
        status: "recorded",
        audience: "public",
        kind,
        wording: "That it be so.",
        decidedBy: "executive",
        decidedOn: "2016-07-01",
        reference: "minute 8",
      },
    });
  return id;
}

const laterDecision = async (over: Parameters<typeof createResolution>[0]["meeting"] = {}) =>
  (
    await createResolution({
      bodyId: council.bodies.committee,
      item: { kind: "matters_raised" },
      meeting: { date: "2016-09-20", ...over },
    })
  ).decisionId;

const ANSWER = { answerKind: "accepted", response: "That the pass be extended.", decidedBy: "executive" };

describe("a recommendation is recorded", () => {
  it("from the decision that agreed it, clause by clause, and the public sees it", async () => {
    const decisionId = await decided();
    expect((await listDecisionsToRecord(who.clerk)).map(({ id }) => id)).toEqual([decisionId]);
    const id = await recommend(who.clerk, decisionId, {
      ...TWO_CLAUSES,
      reference: "SR (16/17) 03",
      text3: "That the NHS trust say how many miss appointments.",
      to3: "health_body",
      name3: "Dorset HealthCare",
    });
    const { clauses, ...recommendation } = await getOfficeRecommendation(who.member, id);
    expect(recommendation).toMatchObject({ title: "Bus passes", reference: "SR (16/17) 03", agreedOn: "2016-06-15" });
    expect(
      clauses.map(({ number, recipientId, recipientName, status }) => [number, recipientId, recipientName, status]),
    ).toEqual([
      [1, council.bodies.cabinet, null, "agreed"],
      [2, council.bodies.cabinet, null, "agreed"],
      [3, null, "Dorset HealthCare", "agreed"],
    ]);
    expect(await publicDb.recommendationClause.count()).toBe(3);
    expect(await trail(clauses[0]?.id ?? "")).toEqual(["agree by clerk"]);
    expect(await db.auditEntry.findFirst({ where: { action: "recommendation clause.agree" } })).toMatchObject({
      authorityId: expect.any(String),
      happenedOn: "2016-06-15",
    });
  });

  it("and no word of it changes afterwards", async () => {
    const [id] = await agreed();
    const { recommendationId } = await clauseRow(id);
    await expect(
      db.recommendation.update({ where: { id: recommendationId }, data: { title: "Else" } }),
    ).rejects.toThrow();
    await expect(db.recommendationClause.update({ where: { id }, data: { text: "Else" } })).rejects.toThrow();
    await expect(
      db.recommendationClause.update({ where: { id }, data: { recipientKind: "partner" } }),
    ).rejects.toThrow();
  });

  it("not without clauses, words or a recipient; and what is weak wants a reason", async () => {
    const decisionId = await decided();
    expect(await codesOf(recommend(who.clerk, decisionId, { title: "Bus passes" }))).toEqual([
      "against-rule",
      "no-clause",
    ]);
    expect(
      await codesOf(
        recommend(who.clerk, decisionId, { title: "Bus passes", text1: "That it be so.", name2: "Somebody" }),
      ),
    ).toEqual(["against-rule", "no-recipient", "no-text", "no-recipient"]);
    const weak = { title: "Bus passes", text1: "That the Cabinet note the report.", to1: "executive" };
    expect(await codesOf(recommend(who.clerk, decisionId, weak))).toEqual(["needs-reason", "weak-clause"]);
    expect(await db.recommendation.count()).toBe(0);
    expect(await db.authority.count()).toBe(0);
    await recommend(who.clerk, decisionId, { ...weak, reason: "The committee’s own words." });
  });

  it("by nobody else, and from no other decision", async () => {
    const decisionId = await decided();
    for (const name of ["member", "chair", "cabinet", "officer", "otherClerk", "scrutinyOfficer"] as const)
      expect(await codesOf(recommend(who[name], decisionId, TWO_CLAUSES)), name).toEqual(["not-permitted"]);
    const resolved = await createResolution({ bodyId: council.bodies.committee });
    expect(await failureOf(recommend(who.clerk, resolved.decisionId, TWO_CLAUSES))).toEqual({ kind: "not-found" });
    expect(await codesOf(recommend(who.clerk, await decided({ quorate: false }), TWO_CLAUSES))).toEqual([
      "against-rule",
      "meeting-not-quorate",
    ]);
    expect(
      await codesOf(
        recommend(
          who.clerk,
          await decided({ status: "published", startTime: "10:00", place: "Hall", publishedAt: new Date() }),
          TWO_CLAUSES,
        ),
      ),
    ).toEqual(["against-rule", "meeting-not-held"]);
    expect(await db.recommendation.count()).toBe(0);
  });

  it("once, also by two at once", async () => {
    const decisionId = await decided();
    const results = await Promise.allSettled([1, 2].map(() => recommend(who.clerk, decisionId, TWO_CLAUSES)));
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await codesOf(recommend(who.clerk, decisionId, TWO_CLAUSES))).toEqual(["wrong-status"]);
    expect(await db.recommendation.count()).toBe(1);
  });

  it("under a reference that no other has", async () => {
    await recommend(who.clerk, await decided(), { ...TWO_CLAUSES, reference: "SR 1" });
    expect(await failureOf(recommend(who.clerk, await decided(), { ...TWO_CLAUSES, reference: "SR 1" }))).toMatchObject(
      {
        fields: { reference: expect.any(Array) },
      },
    );
  });

  it("to contest an answer: a new one, linked to the clause", async () => {
    const id = await found("responded", { kind: "rejected" });
    const open = (await agreed())[1];
    expect(await failureOf(recommend(who.clerk, await decided(), { ...TWO_CLAUSES, contestsId: open }))).toMatchObject({
      fields: { contestsId: expect.any(Array) },
    });
    const contest = await recommend(who.clerk, await decided(), { ...TWO_CLAUSES, title: "Again", contestsId: id });
    const { recommendationId } = await clauseRow(id);
    expect((await getOfficeClause(who.clerk, { id: recommendationId, number: 1 })).contestedBy).toMatchObject([
      { id: contest },
    ]);
  });
});

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

describe("an answer", () => {
  it("is recorded word for word, with what it leaves out", async () => {
    const id = await found("notice_served");
    expect(
      await codesOf(take(support, id, "recordResponse", { typed: { answerKind: "accepted", decidedBy: "executive" } })),
    ).toEqual(["against-rule", "no-response"]);
    expect(await failureOf(take(support, id, "recordResponse", { typed: { response: "Yes." } }))).toMatchObject({
      fields: { answerKind: expect.any(Array) },
    });
    await take(support, id, "recordResponse", {
      typed: { answerKind: "rejected", response: "No.", decidedBy: "executive" },
    });
    const { responses, status } = await clauseRow(id);
    expect([status, responses.length]).toEqual(["responded", 1]);
    expect(responses[0]).toMatchObject({
      status: "recorded",
      audience: "public",
      wording: "No.",
      reason: null,
      respondentIds: [],
      recordedById: support.personId,
    });
    expect(await publicDb.response.count()).toBe(1);
  });

  it("keeps its words; the reason is added afterwards with its day, once", async () => {
    const id = await found("responded", { kind: "rejected" });
    const [answer] = (await clauseRow(id)).responses;
    const typed = { responseReason: "There is no money.", ...day("givenOn", "2016-09-30") };
    expect(await codesOf(act(who.member, id, "complete", typed))).toEqual(["not-permitted"]);
    expect(await failureOf(act(support, id, "complete", { ...typed, ...day("givenOn", "2016-06-30") }))).toMatchObject({
      kind: "invalid",
    });
    expect(await failureOf(act(support, id, "complete", day("givenOn", "2016-09-30")))).toMatchObject({
      kind: "invalid",
    });
    await act(support, id, "complete", typed);
    expect((await clauseRow(id)).responses[0]).toMatchObject({
      wording: "That it be so.",
      reason: "There is no money.",
      reasonGivenOn: "2016-09-30",
    });
    expect((await trail(id)).at(-1)).toBe("complete by support");
    expect(await codesOf(act(support, id, "complete", typed))).toEqual(["wrong-status"]);
    for (const data of [
      { wording: "Else" },
      { reason: "Else" },
      { kind: "accepted" as const },
      { status: "draft" as const, audience: "keepers" as const },
    ])
      await expect(db.response.update({ where: { id: answer?.id ?? "" }, data })).rejects.toThrow();
  });

  it("that accepts is completed with who does what by when", async () => {
    const id = await found("responded", { kind: "accepted" });
    await act(support, id, "complete", { undertaking: "Extend it.", undertakingOwner: who.officer.personId });
    const [made] = (await clauseRow(id)).responses[0]?.undertakings ?? [];
    expect(made).toMatchObject({
      text: "Extend it.",
      ownerId: who.officer.personId,
      dueOn: null,
      givenOn: TODAY,
      audience: "public",
    });
    await act(support, id, "complete", day(`due-${made?.id}`, "2017-01-31"));
    expect((await clauseRow(id)).responses[0]?.undertakings).toMatchObject([
      { ownerId: who.officer.personId, dueOn: "2017-01-31" },
    ]);
  });

  it("is recorded by the executive, its support and democratic services, and nobody else", async () => {
    for (const person of [who.cabinet, support, who.clerk])
      await take(person, await found("agreed"), "recordResponse", { typed: ANSWER });
    const id = await found("agreed");
    for (const person of [who.member, who.chair, who.officer, director, who.scrutinyOfficer, who.otherClerk])
      expect(await codesOf(take(person, id, "recordResponse", { typed: ANSWER })), person.name).toEqual([
        "not-permitted",
      ]);
    expect((await clauseRow(id)).responses).toEqual([]);
  });

  it("that was unclear is followed by a clearer one; both stay", async () => {
    const id = await found("responded", { kind: "unclear" });
    await act(support, id, "further", {
      answerKind: "rejected",
      response: "It meant no.",
      decidedBy: "letter",
      ...day("decidedOn", "2016-08-01"),
    });
    const { recommendationId } = await clauseRow(id);
    const { answers, clause } = await getOfficeClause(who.member, { id: recommendationId, number: 1 });
    expect(answers.map(({ kind }) => kind)).toEqual(["rejected", "unclear"]);
    expect(clause.subject.response).toMatchObject({ kind: "rejected" });
  });

  it("is compared with what was asked by democratic services", async () => {
    const id = await found("responded", { kind: "accepted" });
    expect(await codesOf(act(support, id, "compare", { changedInSubstance: "yes" }))).toEqual(["not-permitted"]);
    await act(who.clerk, id, "compare", { changedInSubstance: "yes" });
    expect((await clauseRow(id)).responses[0]?.changedInSubstance).toBe(true);
  });
});

describe("a draft of an answer", () => {
  it("is its keepers’ alone until it is recorded", async () => {
    const id = await found("notice_served");
    await act(support, id, "draft", { ...ANSWER, response: "Perhaps.", readers: who.cabinet.personId });
    const { recommendationId, responses } = await clauseRow(id);
    expect(responses).toMatchObject([{ status: "draft", audience: "keepers" }]);
    const shownTo = async (person: Person) =>
      JSON.stringify([
        await getOfficeClause(person, { id: recommendationId, number: 1 }),
        await clauseSteps.offer(person, id),
        await clauseActs.offer(person, id),
      ]);
    for (const person of [support, who.cabinet, who.clerk, who.scrutinyOfficer])
      expect(await shownTo(person), person.name).toContain("Perhaps.");
    for (const person of [who.member, who.chair, who.councillor, who.officer, director]) {
      const shown = await shownTo(person);
      expect(shown, person.name).not.toContain("Perhaps.");
      expect(shown, person.name).not.toContain("draft by");
    }
    expect(await publicDb.response.count()).toBe(0);
    expect(await trail(id)).toEqual(["agree by clerk"]);

    await take(who.cabinet, id, "recordResponse", { typed: { ...ANSWER, response: "Yes." } });
    expect((await clauseRow(id)).responses).toMatchObject([
      { status: "recorded", wording: "Yes.", respondentIds: [support.personId, who.cabinet.personId] },
    ]);
  });

  it("is nobody’s to write who does not answer, and not once it was answered", async () => {
    const id = await found("notice_served");
    for (const person of [who.member, who.chair, who.clerk, who.scrutinyOfficer])
      expect(await codesOf(act(person, id, "draft", ANSWER)), person.name).toEqual(["not-permitted"]);
    const answered = await found("responded", { kind: "accepted" });
    expect(await codesOf(act(support, answered, "draft", ANSWER))).toEqual(["wrong-status"]);
    expect(await failureOf(act(support, id, "draft", ANSWER, 7))).toEqual({ kind: "stale" });
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

it("two at once record one answer", async () => {
  const id = await found("notice_served");
  const once = (person: Person) =>
    inTransaction((tx) => clauseSteps.take(tx, person, { id, version: 1, name: "recordResponse", typed: ANSWER }));
  const results = await Promise.allSettled([once(support), once(who.cabinet)]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect((await clauseRow(id)).responses).toHaveLength(1);
  expect(await failureOf(once(support))).toMatchObject({ kind: "stale", current: { values: { status: "Answered" } } });
});

it("what is hidden is not found", async () => {
  const [id] = await agreed();
  const { recommendationId } = await clauseRow(id);
  await db.recommendation.update({ where: { id: recommendationId }, data: { audience: "chair" } });
  expect(await failureOf(getOfficeRecommendation(who.member, recommendationId))).toEqual({ kind: "not-found" });
  expect(await failureOf(getOfficeClause(support, { id: recommendationId, number: 1 }))).toEqual({ kind: "not-found" });
  expect(await codesOf(take(support, id, "recordResponse", { typed: ANSWER }))).toEqual(["not-found"]);
  expect(await codesOf(act(who.cabinet, id, "draft", ANSWER))).toEqual(["not-found"]);
  expect(await failureOf(getOfficeClause(who.clerk, { id: recommendationId, number: 9 }))).toEqual({
    kind: "not-found",
  });
});
