import { describe, expect, it } from "vitest";
import { type Person, THE_PUBLIC } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { unseal } from "@/server/auth/sealed";
import { getCalendar, getClock } from "@/server/clock/queries";
import { db, inTransaction, publicDb } from "@/server/db";
import { once } from "@/server/forms/once";
import { countSending, SENDINGS } from "@/server/public-forms/sending-throttle";
import { askQuestion, getMeetingToAsk } from "@/server/questions/ask";
import { changeIdentity, editQuestion, moveQuestion } from "@/server/questions/commands";
import { getOfficeQuestion, getQuestionDesk } from "@/server/questions/desk";
import { eraseAskers } from "@/server/questions/erase";
import { listQuestions } from "@/server/questions/queries";
import { questionSteps } from "@/server/questions/steps";
import { questionsWaiting } from "@/server/waiting/questions";
import { answersFrom } from "@/server/workflow/answers";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { setClock } from "../support/people";
import { at, council, who } from "../support/programme-commands";
import {
  ask,
  askedFor,
  BUSES,
  beginWithDeadlines,
  enter,
  messages,
  PRIVATE,
  slug,
  TYPED,
  take,
} from "../support/questions";
import { day } from "../support/typed-day";

beginWithDeadlines();

const nothingIsLeft = async () => {
  const counts = [db.question.count(), db.questionAsker.count(), db.mail.count(), db.auditEntry.count()];
  expect(await Promise.all(counts)).toEqual([0, 0, 0, 0]);
};

describe("asked by the public", () => {
  it("is received and recorded, answered by a message that repeats nothing, and apart from it who asks", async () => {
    const row = await askedFor();
    expect(row).toMatchObject({
      ...{ status: "received", audience: "chair", kind: "public_question", text: BUSES.text, position: 1 },
      ...{ askedBy: "A member of the public", identity: "withheld", receivedAt: new Date("2016-10-03T08:00:00Z") },
    });
    expect(row.reference).toMatch(/^Q-[2-9B-Z]{4}-[2-9B-Z]{4}$/);
    expect(await db.questionAsker.findMany()).toEqual([
      { questionId: row.id, name: "Jane Smith", area: "Bridport", email: "jane@example.org", address: "1 West Street" },
    ]);
    expect(await trail(row.id)).toEqual(["ask by A member of the public"]);
    expect(await messages()).toEqual(["question.received jane@example.org: Your question was received"]);
    expect(JSON.stringify([row, await db.auditEntry.findMany()])).not.toMatch(PRIVATE);
    expect(await publicDb.question.count()).toBe(0);
    await expect(publicDb.questionAsker.count()).rejects.toThrow(/denied/);
  });

  it("is open until its kind closes, to the minute, and then leaves no trace; a statement still is", async () => {
    await setClock("2016-10-06", "10:01");
    const closed =
      "Every question for this meeting had to be here by 10.00 am on Thursday 6 October 2016. Nothing was sent.";
    expect(await failureOf(ask())).toEqual({ kind: "invalid", fields: { kind: [closed] } });
    await nothingIsLeft();
    await ask({ kind: "public_statement" });
    await setClock("2016-10-06", "10:00");
    await ask();
    expect(await db.question.count()).toBe(2);
  });

  it.each([
    ["2016-10-11", "09:59", true],
    ["2016-10-11", "10:01", false],
    ["2016-10-12", "08:00", false],
  ])("on %s at %s the page says whether the meeting is still to come", async (date, time, isAhead) => {
    await setClock(date, time);
    const meeting = await getMeetingToAsk({ body: slug, meeting: "2016-10-11" });
    expect([meeting.isAhead, meeting.kinds.every(({ closed }) => closed)]).toEqual([isAhead, true]);
  });

  it("is for a meeting the public knows of, of a body that takes it, which is still held", async () => {
    await db.meeting.update({ where: { id: at.january }, data: { status: "planned", audience: "inside" } });
    expect(await failureOf(ask({}, "2017-01-11"))).toEqual({ kind: "not-found" });
    expect(await failureOf(ask({}, "1999-01-01"))).toEqual({ kind: "not-found" });
    expect(await failureOf(ask({}, "2017-02-01"))).toMatchObject({ kind: "invalid" });
    expect(await failureOf(ask({ kind: "councillor_question" }))).toMatchObject({ kind: "invalid" });
    await db.body.updateMany({ data: { deadlines: [] } });
    expect(await failureOf(ask())).toEqual({ kind: "not-found" });
    await nothingIsLeft();
  });

  it("is for nobody's job", async () => {
    const job = inTransaction((tx) =>
      askQuestion(tx, { kind: "system", job: "a job" }, { at: { body: slug, meeting: "2016-10-11" }, ...BUSES }),
    );
    expect(await codesOf(job)).toEqual(["not-permitted"]);
  });

  it("sent twice is one, with one reference; several at once each have their turn", async () => {
    const send = () =>
      once(THE_PUBLIC, "question a-key", async (tx) => {
        const reference = await askQuestion(tx, THE_PUBLIC, { at: { body: slug, meeting: "2016-10-11" }, ...BUSES });
        return `/ask?sent=${reference}`;
      });
    expect(new Set(await Promise.all([send(), send(), send()])).size).toBe(1);
    await Promise.all([ask(), ask()]);
    expect((await db.question.findMany()).map(({ position }) => position).toSorted()).toEqual([1, 2, 3]);
  });

  it("is slowed by address, apart from suggestions", async () => {
    for (let count = 0; count < SENDINGS.points; count++) expect(await countSending("question", "192.0.2.1")).toBe(0);
    expect(await countSending("question", "192.0.2.1")).toBeGreaterThan(0);
    expect(await countSending("suggestion", "192.0.2.1")).toBe(0);
  });
});

describe("the desk", () => {
  const desk = (person: Person) => getQuestionDesk(person, { body: slug, meeting: "2016-10-11" });
  const one = (person: Person, id: string) => getOfficeQuestion(person, { body: slug, meeting: "2016-10-11" }, id);

  it("is for who looks after questions and whoever presides; who asks is for the first alone", async () => {
    const { id } = await askedFor();
    expect((await desk(who.clerk)).questions).toMatchObject([{ id, late: null, askedBy: "A member of the public" }]);
    expect((await one(who.clerk, id)).asker).toMatchObject({ name: "Jane Smith" });
    for (const open of [await desk(who.chair), await one(who.chair, id)])
      expect(JSON.stringify(open)).not.toMatch(PRIVATE);
    for (const person of [who.member, who.otherClerk, who.scrutinyOfficer, who.officer, who.cabinet, who.nobody]) {
      expect(await failureOf(desk(person)), person.name).toEqual({ kind: "not-found" });
      expect(await failureOf(one(person, id)), person.name).toEqual({ kind: "not-found" });
    }
    // By the address of another meeting it is not there either.
    expect(await failureOf(getOfficeQuestion(who.clerk, { body: slug, meeting: "2017-01-11" }, id))).toEqual({
      kind: "not-found",
    });
  });

  it("enters what came by letter in the turn that its receipt gives it, and says how late it came", async () => {
    await askedFor();
    const early = await enter();
    const late = await enter({ ...day("receivedOn", "2016-10-03"), receivedTime: "08:00", kind: "public_statement" });
    expect((await desk(who.clerk)).questions.map(({ id }) => id).slice(0, 2)).toEqual([early, late]);
    await setClock("2016-10-10", "15:00");
    await enter({ ...day("receivedOn", "2016-10-10"), receivedTime: "14:05", kind: "public_statement" });
    const { questions } = await desk(who.clerk);
    expect(questions.map((question) => question.late)).toEqual([null, null, null, "2 hours late"]);
    expect(await trail(early)).toEqual(["enter by clerk"]);
  });

  it("asks for everything that is missing at once, and leaves no trace", async () => {
    const nothing = Object.fromEntries(Object.keys(TYPED).map((name) => [name, ""]));
    expect(await failureOf(enter(nothing))).toMatchObject({
      kind: "invalid",
      fields: expect.objectContaining({
        ...Object.fromEntries(
          ["kind", "text", "receivedOn", "receivedTime", "name"].map((field) => [field, [expect.any(String)]]),
        ),
      }),
    });
    const wrong = { ...day("receivedOn", "2016-10-04"), email: "nobody", identity: "name_and_area" };
    expect(Object.keys(((await failureOf(enter(wrong))) as { fields: object }).fields).toSorted()).toEqual([
      ...["area", "email", "receivedOn"],
    ]);
    for (const actor of [who.chair, who.otherClerk, who.officer])
      expect(await codesOf(enter({}, actor)), actor.name).toEqual(["not-permitted"]);
    await db.meeting.update({ where: { id: at.january }, data: { status: "planned", audience: "inside" } });
    expect(await failureOf(enter({}, who.nobody, at.january))).toEqual({ kind: "not-found" });
    await nothingIsLeft();
  });

  it("moves one a place, once, and stops at either end", async () => {
    const [one, two, three] = [await enter(), await enter(), await enter()];
    const move = async (id: string, direction: "up" | "down", actor = who.clerk, version?: number) => {
      const row = await db.question.findUniqueOrThrow({ where: { id } });
      await inTransaction((tx) => moveQuestion(tx, actor, { id, version: version ?? row.version, direction }));
    };
    const order = async () => (await desk(who.clerk)).questions.map(({ id }) => id);
    await move(three, "up");
    await move(one, "up");
    expect(await order()).toEqual([one, three, two]);
    expect(await codesOf(move(two, "up", who.chair))).toEqual(["not-permitted"]);
    expect(await failureOf(move(two, "up", who.member))).toEqual({ kind: "not-found" });
    expect(await failureOf(move(three, "up", who.clerk, 1))).toMatchObject({ kind: "stale" });
    expect(await order()).toEqual([one, three, two]);
    expect(await trail(three)).toEqual(["enter by clerk", "move by clerk"]);
  });
});

describe("changed at the desk", () => {
  const edit = (id: string, typed: Record<string, string>, { actor = who.clerk, version = 1 } = {}) =>
    inTransaction((tx) => editQuestion(tx, actor, { id, version, answers: answersFrom({ ...TYPED, ...typed }) }));

  it("is recorded by its fields and not by what stood in them; in public it is a dated correction", async () => {
    const id = await enter();
    await edit(id, { text: "Where does it go?", name: "Another reader", email: "another@example.org" });
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: "question.edit" } });
    expect(entry.after).toEqual({ fields: ["text", "asker"] });
    expect(await db.question.findUniqueOrThrow({ where: { id } })).toMatchObject({
      askedBy: "Another reader",
      version: 2,
    });
    await take("accept", id);
    await edit(id, { name: "Another reader", email: "another@example.org" }, { version: 3 });
    expect(await publicDb.meetingEntry.findMany({ where: { kind: "erratum" } })).toMatchObject([
      { text: "A question from the public was corrected." },
    ]);
  });

  it("is refused to others, to whoever read an older version, and once it is over", async () => {
    const id = await enter();
    expect(await codesOf(edit(id, { text: "No." }, { actor: who.chair }))).toEqual(["not-permitted"]);
    expect(await failureOf(edit(id, { text: "No." }, { actor: who.member }))).toEqual({ kind: "not-found" });
    await edit(id, { text: "Yes." });
    expect(await failureOf(edit(id, { text: "No." }))).toMatchObject({
      kind: "stale",
      current: { version: 2, values: { text: "Yes." } },
    });
    await take("withdraw", id);
    expect(await codesOf(edit(id, { text: "No." }, { version: 3 }))).toEqual(["wrong-status"]);
    expect(await trail(id)).toEqual(["enter by clerk", "edit by clerk", "withdraw by clerk"]);
  });

  it("what is published of whoever asks can be kept back at any time, also when all is over", async () => {
    const { id } = await askedFor({ identity: "name_and_area" });
    await take("accept", id);
    expect(await listQuestions(readScope(THE_PUBLIC), at.october)).toMatchObject([{ askedBy: "Jane Smith, Bridport" }]);
    await setClock("2016-10-12", "09:00");
    await take("recordAnswer", id, { typed: { answeredBy: "The Chairman", answer: "At seven." } });
    const change = (identity: string, version: number, actor = who.clerk) =>
      inTransaction((tx) => changeIdentity(tx, actor, { id, version, answers: answersFrom({ identity }) }));
    expect(await codesOf(change("withheld", 3, who.chair))).toEqual(["not-permitted"]);
    expect(await failureOf(change("withheld", 1))).toMatchObject({ kind: "stale" });
    await change("withheld", 3);
    const open = [await publicDb.question.findMany(), await publicDb.meetingEntry.findMany()];
    expect(JSON.stringify(open)).not.toMatch(PRIVATE);
    await setClock("2017-12-01", "09:00");
    await eraseAskers();
    expect(await failureOf(change("name", 4))).toMatchObject({ kind: "invalid" });
  });
});

describe("who asks, once the term is over", () => {
  const erasedOn = async (date: string) => {
    await setClock(date, "03:00");
    return await eraseAskers();
  };

  it("is erased six months after the meeting; where a reply is owed once it is sent, a year at most", async () => {
    const [done, owed] = [await askedFor(), await askedFor()];
    await take("accept", owed.id);
    await setClock("2016-10-12", "09:00");
    const promise = { replyPromisedBy: "The Head of Transport", ...day("replyDueOn", "2016-10-25") };
    await take("promiseReply", owed.id, { typed: promise });
    expect(await erasedOn("2017-04-11")).toBe(0);
    expect(await erasedOn("2017-04-12")).toBe(1);
    expect(await db.questionAsker.findMany()).toMatchObject([{ questionId: owed.id }]);
    expect(await erasedOn("2017-10-11")).toBe(0);
    expect(await erasedOn("2017-10-12")).toBe(1);
    expect(await db.question.count({ where: { id: { in: [done.id, owed.id] } } })).toBe(2);
  });

  it("is erased when the body's own term is over, and whoever asked was told so", async () => {
    await db.body.update({
      where: { id: council.bodies.committee },
      data: { rules: { questions: { replyWithinDays: 5, eraseAfterMonths: 1, eraseAtLatestMonths: 3 } } },
    });
    expect((await getMeetingToAsk({ body: slug, meeting: "2016-10-11" })).rules.eraseAfterMonths).toBe(1);
    const { id } = await askedFor();
    expect(unseal("mail", (await db.mail.findFirstOrThrow()).text)).toContain(
      "Your address is kept for 1 month after the meeting",
    );
    await take("accept", id);
    await setClock("2016-10-12", "09:00");
    const { steps } = await questionSteps.offer(who.clerk, id);
    const due = steps.find(({ name }) => name === "promiseReply")?.fields.find(({ name }) => name === "replyDueOn");
    expect(due).toMatchObject({ value: "2016-10-18", hint: expect.stringContaining("5 working days") });
    await take("promiseReply", id, {
      typed: { replyPromisedBy: "The Head of Transport", ...day("replyDueOn", "2016-10-18") },
    });
    expect([await erasedOn("2017-01-11"), await erasedOn("2017-01-12")]).toEqual([0, 1]);
  });

  it("takes with it the messages that went to them, a year later", async () => {
    await askedFor();
    await eraseAskers();
    expect(await db.mail.count()).toBe(1);
    await eraseAskers(new Date(Date.now() + 400 * 86_400_000));
    expect(await db.mail.count()).toBe(0);
  });
});

describe("what waits", () => {
  const waiting = async (person: Person) => {
    const [clock, calendar] = await Promise.all([getClock(), getCalendar()]);
    const things = await questionsWaiting({ person, scope: readScope(person), today: clock.date, clock, calendar });
    return things.map(({ title, due }) => `${title}, ${due?.date}`);
  };

  it("is what nobody has decided, by meeting, and the replies that are owed, for who looks after them", async () => {
    await askedFor();
    const { id } = await askedFor();
    expect(await waiting(who.clerk)).toEqual(["2 questions and statements wait to be accepted or not, 2016-10-11"]);
    await take("accept", id);
    await setClock("2016-10-12", "09:00");
    const promise = { replyPromisedBy: "The Head of Transport", ...day("replyDueOn", "2016-10-25") };
    await take("promiseReply", id, { typed: promise });
    expect(await waiting(who.clerk)).toEqual([
      "1 question or statement waits to be accepted or not, 2016-10-11",
      "A written reply is owed to a question, 2016-10-25",
    ]);
    for (const person of [who.chair, who.member, who.otherClerk, who.scrutinyOfficer])
      expect(await waiting(person), person.name).toEqual([]);
  });
});
