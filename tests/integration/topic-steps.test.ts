import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import type { TopicStatus } from "@/domain/topics/topic";
import { topicWorkflow } from "@/domain/topics/topic-workflow";
import type { Prisma } from "@/generated/prisma/client";
import { db, inTransaction } from "@/server/db";
import { getTopic } from "@/server/topics/queries";
import { topicSteps } from "@/server/topics/steps";
import { getThreadFacts } from "@/server/topics/thread-facts";
import type { Grounds } from "@/server/workflow/authority";
import { emptyDatabase } from "../support/database";
import { failureOf, trail } from "../support/outcomes";
import { type Council, createCouncil } from "../support/programme";
import { createResolution } from "../support/resolutions";

let council: Council;

beforeEach(async () => {
  await emptyDatabase();
  council = await createCouncil();
});

const CONSULTED = { consulted: "the chair" };
const CALL = { source: "call_for_action" } as const;

async function createTopic(status: TopicStatus = "triaged", over: Partial<Prisma.TopicUncheckedCreateInput> = {}) {
  const placed = status === "suggested" ? {} : { bodyId: council.bodies.committee, duplicatesSeenOn: "2016-09-20" };
  const { id } = await db.topic.create({
    data: {
      ...{ slug: randomUUID(), title: "Winter", source: "member" as const, suggestedOn: "2016-09-01" },
      ...{ status, audience: topicWorkflow.statuses[status].audience, ...placed, ...over },
    },
  });
  return id;
}

type How = { typed?: Record<string, string>; grounds?: Grounds; reason?: string; version?: number };

const take = (name: string, id: string, how: How = {}, actor: Person = council.people.clerk) =>
  inTransaction((tx) => topicSteps.take(tx, actor, { id, version: 1, name, typed: {}, ...how }));

/** The codes of everything that is in the way. */
async function inTheWay(name: string, id: string, how: How = {}): Promise<string[]> {
  const failure = await failureOf(take(name, id, { reason: "Because.", ...how }));
  if (failure?.kind !== "refused") throw new Error(`not refused but ${failure?.kind}`);
  expect(await trail(id)).toEqual([]);
  expect(await db.topicStep.count()).toBe(0);
  expect(await db.authority.count()).toBe(0);
  return failure.refusal.findings.filter(({ severity }) => severity === "hard").map(({ code }) => code);
}

const standsAt = async (id: string) => (await db.topic.findUniqueOrThrow({ where: { id } })).status;

describe("each hard rule refuses by name and leaves no trace", () => {
  it("triage: the committee, the source, the topics like it", async () => {
    const id = await createTopic("suggested");
    expect(await inTheWay("triage", id)).toEqual(["no-body", "no-source", "duplicates-not-seen"]);
  });

  it("close scoring: somebody has scored", async () => {
    expect(await inTheWay("score", await createTopic())).toEqual(["no-scores"]);
  });

  it("shortlist: scored first where the committee scores, unless somebody is entitled to bring it", async () => {
    await db.body.update({ where: { id: council.bodies.committee }, data: { rules: { scoringMethod: "topicc" } } });
    expect(await inTheWay("shortlist", await createTopic(), { grounds: CONSULTED })).toEqual(["not-scored"]);
    const motion = await createTopic("triaged", { source: "pre_decision" });
    await take("shortlist", motion, { grounds: CONSULTED });
    expect(await standsAt(motion)).toBe("shortlisted");
  });

  it.each(["park", "reject"] as const)("%s: a reason, and somebody consulted", async (name) => {
    const id = await createTopic();
    expect(await inTheWay(name, id, { reason: "" })).toEqual(["nobody-consulted", "no-reason"]);
    expect(await failureOf(take(name, id, { grounds: CONSULTED }))).toMatchObject({
      refusal: { code: "needs-reason" },
    });
    expect(await standsAt(id)).toBe("triaged");
  });

  it("transfer: the other body, which is another one", async () => {
    const id = await createTopic();
    expect(await inTheWay("transfer", id, { grounds: CONSULTED })).toEqual(["no-receiver"]);
    const typed = { receiverBodyId: council.bodies.committee };
    expect(await inTheWay("transfer", id, { grounds: CONSULTED, typed })).toEqual(["no-receiver"]);
  });

  it("merge: the other topic, which is another one and there", async () => {
    const id = await createTopic();
    expect(await inTheWay("merge", id, { grounds: CONSULTED })).toEqual(["no-other-topic"]);
    for (const mergedIntoId of [id, randomUUID()])
      expect(await failureOf(take("merge", id, { grounds: CONSULTED, typed: { mergedIntoId } }))).toMatchObject({
        kind: "invalid",
      });
  });

  it.each(["park", "reject", "transfer", "merge"] as const)("%s: a motion is answered by resolution", async (name) => {
    const id = await createTopic("triaged", { source: "motion" });
    expect(await inTheWay(name, id, { grounds: CONSULTED })).toContain("motion-needs-resolution");
  });

  it.each(["park", "reject"] as const)(
    "%s: a call for action is tested, discussed and answered first",
    async (name) => {
      const id = await createTopic("triaged", CALL);
      const how = (typed: Record<string, string>) => ({ grounds: CONSULTED, typed });
      expect(await inTheWay(name, id, how({}))).toEqual(["validity-not-tested"]);
      expect(await inTheWay(name, id, how({ callForAction: "valid" }))).toEqual(["not-discussed", "no-letter"]);
      const day = (field: string) => ({ [`${field}-day`]: "5", [`${field}-month`]: "9", [`${field}-year`]: "2016" });
      const typed = { callForAction: "valid", ...day("discussedOn"), ...day("reasonsSentOn") };
      await take(name, id, { ...how(typed), reason: "Because." });
      expect(await db.topic.findUnique({ where: { id } })).toMatchObject({ callReasonsSentOn: "2016-09-05" });
    },
  );

  it("remove: a call for action is none of what is removed untested", async () => {
    expect(await inTheWay("remove", await createTopic("suggested", CALL))).toEqual(["validity-not-tested"]);
  });

  it.each(topicWorkflowNames())("%s is for democratic services of the committee", async (name) => {
    const [from] = topicWorkflow.transitions[name].from;
    const id = await createTopic(from === "scored" || from === "triaged" ? "triaged" : "suggested", {
      bodyId: council.bodies.committee,
    });
    const { clerk, ...others } = council.people;
    for (const person of Object.values(others)) {
      const failure = await failureOf(take(name, id, { reason: "Because.", grounds: CONSULTED }, person));
      if (failure?.kind === "not-found") expect(person.name).toBe("nobody");
      else expect(failure, person.name).toMatchObject({ kind: "refused", refusal: { code: "not-permitted" } });
    }
    expect(await trail(id)).toEqual([]);
    expect(clerk.name).toBe("clerk");
  });
});

/** Those that the form of all steps takes; scoping begins on a page of its own. */
function topicWorkflowNames() {
  type Name = keyof typeof topicWorkflow.transitions;
  return (Object.keys(topicWorkflow.transitions) as Name[]).filter((name) => name !== "startScoping");
}

describe("a step of an older version", () => {
  it("is stale, and of many at once one is done", async () => {
    const id = await createTopic();
    const park = () => failureOf(take("park", id, { reason: "Because.", grounds: CONSULTED }));
    const done = await Promise.all(Array.from({ length: 5 }, park));
    expect(done.filter((failure) => failure === undefined).length).toBe(1);
    expect(await db.topicStep.count()).toBe(1);
    expect(await failureOf(take("takeUpAgain", id))).toMatchObject({ kind: "stale", current: { version: 2 } });
  });
});

describe("what somebody may not see", () => {
  it("is taken to be no topic at all", async () => {
    const id = await createTopic("suggested");
    const hidden = await failureOf(take("park", id, {}, council.people.nobody));
    expect(hidden).toEqual(await failureOf(take("park", randomUUID(), {}, council.people.nobody)));
  });

  it("is gone from the public when it is removed, and stays with those who place topics", async () => {
    const id = await createTopic("suggested");
    await take("remove", id, { reason: "A complaint about one case." });
    const row = await db.topic.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ status: "removed", audience: "keepers" });
    expect(await failureOf(getTopic(PUBLIC_SCOPE, row.slug))).toEqual({ kind: "not-found" });
    expect((await getThreadFacts(PUBLIC_SCOPE, id)).steps).toEqual([]);
  });
});

it("the public reads every step with its day, its reason and what it rests on", async () => {
  const id = await createTopic("suggested");
  const { committee } = council.bodies;
  await take("triage", id, { typed: { bodyId: committee, source: "public", duplicatesSeenOn: "yes" } });
  await take("park", id, { version: 2, reason: "After the election.", grounds: CONSULTED });
  await take("takeUpAgain", id, { version: 3 });
  const facts = await getThreadFacts(PUBLIC_SCOPE, id);
  expect(facts.steps.map(({ status, on, reason, ground }) => [status, on, reason, ground?.statement])).toEqual([
    ["triaged", "2016-10-03", null, undefined],
    ["parked", "2016-10-03", "After the election.", "the chair"],
    ["triaged", "2016-10-03", null, undefined],
  ]);
  await expect(db.topicStep.updateMany({ data: { reason: "Another" } })).rejects.toThrow(/append-only/);
});

describe("a resolution", () => {
  const resolved = (over: Partial<Parameters<typeof createResolution>[0]> = {}) =>
    createResolution({ bodyId: council.bodies.committee, ...over });

  it("of a held, quorate meeting that had the topic before it shortlists it, and the public reads the minute", async () => {
    const id = await createTopic();
    const { decisionId } = await resolved({ item: { topicId: id } });
    await take("shortlist", id, { grounds: { decisionId } });
    expect(await standsAt(id)).toBe("shortlisted");
    const { steps } = await getThreadFacts(PUBLIC_SCOPE, id);
    expect(steps).toMatchObject([{ status: "shortlisted", ground: { kind: "resolution", minute: { number: 1 } } }]);
  });

  it.each([
    ["of a meeting that had it not before it", {}, ["not-before-the-meeting"]],
    [
      "of a meeting that was not held",
      { meeting: { status: "published" } },
      ["meeting-not-held", "not-before-the-meeting"],
    ],
    [
      "of a meeting without a quorum",
      { meeting: { quorate: false } },
      ["meeting-not-quorate", "not-before-the-meeting"],
    ],
  ] as const)("%s does not count", async (_what, over, codes) => {
    const { decisionId } = await resolved(over);
    for (const name of ["shortlist", "park", "reject"])
      expect(
        await failureOf(take(name, await createTopic(), { grounds: { decisionId }, reason: "Because." })),
      ).toMatchObject({ refusal: { findings: codes.map((code) => ({ code })) } });
  });
});
