import { describe, expect, it } from "vitest";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import { db, inTransaction, publicDb } from "@/server/db";
import { publishMeeting } from "@/server/meetings/commands";
import { editMinute } from "@/server/minutes/minute-items";
import { startMinutes } from "@/server/minutes/start";
import { listQuestions } from "@/server/questions/queries";
import { answersFrom } from "@/server/workflow/answers";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { setClock } from "../support/people";
import { at, who } from "../support/programme-commands";
import { askedFor, beginWithDeadlines, enter, messages, PRIVATE, take } from "../support/questions";
import { day } from "../support/typed-day";

beginWithDeadlines();

const standsAt = async (id: string) => {
  const { status, audience } = await db.question.findUniqueOrThrow({ where: { id } });
  return `${status}, ${audience}`;
};
const entries = async () =>
  (await publicDb.meetingEntry.findMany({ orderBy: { at: "asc" } })).map(({ kind, text }) => `${kind}: ${text}`);
const asPublic = () => listQuestions(PUBLIC_SCOPE, at.october);
const LATE = { ...day("receivedOn", "2016-10-03"), kind: "councillor_question" };

describe("accepting", () => {
  it("is done and recorded; where the agenda is out it is public at once, dated, and they are told", async () => {
    const { id } = await askedFor();
    await take("accept", id, { typed: { tell: "yes" } });
    expect(await standsAt(id)).toBe("accepted, public");
    expect(await trail(id)).toEqual(["ask by A member of the public", "accept by clerk"]);
    expect(await asPublic()).toMatchObject([{ askedBy: "A member of the public", text: "When do the buses stop?" }]);
    expect(await entries()).toEqual(["supplement: A question from the public was added."]);
    expect(await messages()).toEqual([
      "question.received jane@example.org: Your question was received",
      "question.accepted jane@example.org: Your question is accepted",
    ]);
    // Of who asks, nothing is anywhere but in the table that the public has no grant on, and in what was written to them.
    const open = JSON.stringify([await publicDb.question.findMany(), await publicDb.meetingEntry.findMany()]);
    expect(open).not.toMatch(PRIVATE);
    expect(JSON.stringify(await db.auditEntry.findMany())).not.toMatch(PRIVATE);
  });

  it("waits inside for an agenda that is not out, and is public with it, however the two fall together", async () => {
    const [one, other] = [await askedFor({}, "2017-01-11"), await askedFor({}, "2017-01-11")];
    const refused = await askedFor({}, "2017-01-11");
    await take("accept", one.id);
    await take("refuse", refused.id, { reason: "It names somebody.", typed: { ground: "individual_case" } });
    expect(await standsAt(one.id)).toBe("accepted, inside");
    expect(await publicDb.question.count()).toBe(0);
    const { version } = await db.meeting.findUniqueOrThrow({ where: { id: at.january } });
    await Promise.all([
      inTransaction((tx) => publishMeeting(tx, who.clerk, { meetingId: at.january, version, reason: "Early." })),
      take("accept", other.id),
    ]);
    expect([await standsAt(one.id), await standsAt(other.id)]).toEqual(["accepted, public", "accepted, public"]);
    expect(await standsAt(refused.id)).toBe("not_accepted, chair");
    expect(await publicDb.question.count()).toBe(2);
  });

  it("of one that came late is for whoever presides, for a reason, and says both", async () => {
    await setClock("2016-10-07", "09:00");
    const id = await enter({ ...LATE, ...day("receivedOn", "2016-10-06"), receivedTime: "10:16" });
    expect(await codesOf(take("accept", id, { reason: "It is urgent." }))).toEqual([
      "against-rule",
      "late-not-allowed",
      "came-late",
    ]);
    const lateAllowedBy = who.chair.personId;
    expect(await codesOf(take("accept", id, { typed: { lateAllowedBy } }))).toEqual(["needs-reason", "came-late"]);
    const member = take("accept", id, { typed: { lateAllowedBy: who.officer.personId }, reason: "Why not." });
    expect(await failureOf(member)).toMatchObject({ kind: "invalid" });
    expect(await trail(id)).toEqual(["enter by clerk"]);
    await take("accept", id, { typed: { lateAllowedBy }, reason: "It is urgent." });
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: "question.accept" } });
    expect(entry).toMatchObject({
      reason: "It is urgent.",
      after: { late: "16 minutes late", lateAllowedBy: "chair" },
    });
  });

  it("is for who looks after the body's questions, in the version that was read, and once", async () => {
    const { id } = await askedFor();
    for (const actor of [who.chair, who.otherClerk])
      expect(await codesOf(take("accept", id, { actor }))).toEqual(["not-permitted"]);
    for (const actor of [who.member, who.councillor, who.officer, who.nobody])
      expect(await failureOf(take("accept", id, { actor }))).toEqual({ kind: "not-found" });
    expect(await failureOf(take("accept", id, { version: 7 }))).toMatchObject({ kind: "stale" });
    const both = await Promise.all([
      failureOf(take("accept", id, { version: 1 })),
      failureOf(take("accept", id, { version: 1 })),
    ]);
    expect(both.filter((failure) => failure === undefined)).toHaveLength(1);
    expect(await trail(id)).toEqual(["ask by A member of the public", "accept by clerk"]);
  });
});

describe("not accepting", () => {
  it("names its ground and its reason, tells them both, and stays inside", async () => {
    const { id } = await askedFor({ text: "Something offensive." });
    expect(await codesOf(take("refuse", id, { reason: "It is rude." }))).toEqual(["against-rule", "no-ground"]);
    expect(await codesOf(take("refuse", id, { typed: { ground: "offensive" } }))).toEqual(["needs-reason"]);
    await take("refuse", id, { reason: "It is rude.", typed: { ground: "offensive", tell: "yes" } });
    expect(await standsAt(id)).toBe("not_accepted, chair");
    expect((await messages()).at(-1)).toBe("question.not-accepted jane@example.org: Your question is not accepted");
    expect(await asPublic()).toEqual([]);
    expect(await listQuestions(readScope(who.member), at.october)).toEqual([]);
    expect(await publicDb.question.count()).toBe(0);
    // The database itself keeps it so.
    await expect(db.question.update({ where: { id }, data: { audience: "public" } })).rejects.toThrow(/public_once/);
    await take("accept", id);
    expect(await standsAt(id)).toBe("accepted, public");
  });
});

describe("at the meeting and after it", () => {
  const accepted = async (typed: Record<string, string> = {}) => {
    const id = await enter(typed);
    await take("accept", id);
    return id;
  };

  it("nothing is answered or promised before its day, by nobody, or in no words", async () => {
    const id = await accepted();
    expect(await codesOf(take("recordAnswer", id))).toEqual([
      ...["against-rule", "before-the-meeting", "no-answer", "nobody-answered"],
    ]);
    expect(await codesOf(take("promiseReply", id))).toEqual([
      ...["against-rule", "before-the-meeting", "nobody-promised", "no-reply-day"],
    ]);
    expect(await trail(id)).toEqual(["enter by clerk", "accept by clerk"]);
  });

  it("an answer is public with its words; a statement needs none", async () => {
    const [question, statement] = [await accepted(), await accepted({ kind: "public_statement" })];
    await setClock("2016-10-11", "18:00");
    const answer = { answeredBy: "The Chairman", answer: "At seven.", supplementary: "Why?" };
    await take("recordAnswer", question, { typed: { ...answer, supplementaryAnswer: "No money." } });
    await take("recordAnswer", statement);
    expect([await standsAt(question), await standsAt(statement)]).toEqual(["answered, public", "answered, public"]);
    expect(await asPublic()).toMatchObject([{ ...answer, supplementaryAnswer: "No money." }, { answer: null }]);
  });

  it("a written reply is promised by somebody for a day, sent on, and public", async () => {
    const { id } = await askedFor();
    await take("accept", id);
    await setClock("2016-10-12", "09:00");
    await take("promiseReply", id, {
      typed: { replyPromisedBy: "The Head of Transport", ...day("replyDueOn", "2016-10-25") },
    });
    expect(await codesOf(take("reply", id))).toEqual(["against-rule", "no-reply"]);
    await take("reply", id, { typed: { reply: "At half past ten.", ...day("repliedOn", "2016-10-20"), tell: "yes" } });
    expect(await standsAt(id)).toBe("replied, public");
    expect(await asPublic()).toMatchObject([{ reply: "At half past ten.", repliedOn: "2016-10-20" }]);
    expect((await messages()).at(-1)).toBe("question.replied jane@example.org: The written reply to your question");
  });

  it("one that is withdrawn closes, dated, without whose it was", async () => {
    const { id } = await askedFor({ identity: "name" });
    await take("accept", id);
    await take("withdraw", id);
    expect(await standsAt(id)).toBe("withdrawn, chair");
    expect(await publicDb.question.count()).toBe(0);
    expect(await entries()).toEqual([
      "supplement: A question from the public was added.",
      "withdrawn_item: A question from the public was withdrawn.",
    ]);
  });

  it("minutes begin with it under its item, by the words that may be published", async () => {
    const { id } = await askedFor({ text: "# When do the buses stop?" });
    await take("accept", id);
    const left = await askedFor({ text: "Something else." });
    await setClock("2016-10-12", "09:00");
    await take("recordAnswer", id, { typed: { answeredBy: "The Chairman", answer: "At seven." } });
    const minutesId = await inTransaction((tx) => startMinutes(tx, who.clerk, { meetingId: at.october }));
    const texts = await db.minuteText.findMany({ where: { minute: { minutesId } } });
    expect(texts.map(({ markdown }) => markdown).filter((text) => text !== "")).toEqual([
      "A member of the public asked:\n\n> \\# When do the buses stop?\n\nThe Chairman answered:\n\n> At seven.",
    ]);
    expect(left.status).toBe("received");

    // What is accepted, or answered, once the minutes are begun, is taken in where it is asked for, and once.
    await take("accept", left.id);
    await take("recordAnswer", left.id, { typed: { answeredBy: "The Chairman", answer: "In writing." } });
    const minute = await db.minute.findFirstOrThrow({
      where: { minutesId, text: { markdown: { not: "" } } },
      include: { text: true },
    });
    const save = (typed: Record<string, string>, actor = who.clerk) =>
      inTransaction(async (tx) => {
        const { version } = await tx.minute.findUniqueOrThrow({ where: { id: minute.id } });
        const answers = answersFrom({ headings: "Public participation", ...typed });
        await editMinute(tx, actor, { minutesId, minuteId: minute.id, version, answers });
      });
    const said = async () => (await db.minuteText.findUniqueOrThrow({ where: { minuteId: minute.id } })).markdown;
    const begun = `${minute.text?.markdown}\n\nThey were thanked.`;
    await save({ markdown: begun });
    expect(await said()).toBe(begun);
    expect(await codesOf(save({ markdown: begun, takeIn: "yes" }, who.chair))).toEqual(["not-permitted"]);
    for (const _ of ["once", "twice"]) {
      await save({ markdown: await said(), takeIn: "yes" });
      expect(await said()).toBe(
        `${begun}\n\nA member of the public asked:\n\n> Something else.\n\nThe Chairman answered:\n\n> In writing.`,
      );
    }
  });
});
