import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import { db, inTransaction, publicDb } from "@/server/db";
import { editDecision, removeDecision } from "@/server/minutes/decisions";
import { addMinute, editMinute, moveMinute, removeMinute } from "@/server/minutes/minute-items";
import { getMinutes } from "@/server/minutes/queries";
import { startMinutes } from "@/server/minutes/start";
import { answersFrom, type Typed } from "@/server/workflow/answers";
import { listResolutions } from "@/server/workflow/authority";
import { begin, decide, heldMeeting, takeMinutes, write } from "../support/minutes";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { createMeeting } from "../support/papers";
import { setClock } from "../support/people";
import { beginWithCouncil, here, who } from "../support/scoping";

beginWithCouncil();

let meetingId: string;
let itemIds: string[];
beforeEach(async () => {
  await setClock();
  await db.body.update({
    where: { id: here.committee },
    data: { numbering: { scope: "calendar_year", pattern: "{n}" } },
  });
  ({ meetingId, itemIds } = await heldMeeting(here.committee, "2016-09-28", [
    { title: "Apologies" },
    { title: "Progress", kind: "heading" },
    { title: "Registration" },
    { title: "Gone", withdrawnAt: new Date("2016-09-27T08:00:00Z") },
  ]));
});

const numbers = async (minutesId: string) =>
  (await db.minute.findMany({ where: { minutesId }, orderBy: { position: "asc" } })).map(
    ({ number, headings }) => `${number ?? "–"} ${headings.join(", ")}`,
  );
const read = (person: Person | null, meeting = "2016-09-28") =>
  getMinutes(person ? readScope(person) : PUBLIC_SCOPE, { body: "our-committee", meeting }, "2016-09-28");

describe("beginning the minutes", () => {
  it("makes a minute for each item that stands, numbered on from the last of the year", async () => {
    const june = await heldMeeting(here.committee, "2016-06-16", [{ title: "First" }, { title: "Second" }]);
    await begin(june.meetingId);
    await db.declaration.create({
      data: {
        meetingId,
        agendaItemId: itemIds[2] ?? null,
        personId: who.lead.personId,
        kind: "general",
        effect: "none",
        publicText: "A trustee",
      },
    });
    await db.agendaItem.update({ where: { id: itemIds[0] ?? "" }, data: { kind: "code_of_conduct" } });
    const whole = { meetingId, personId: who.member.personId, kind: "general", effect: "none" } as const;
    await db.declaration.create({ data: { ...whole, publicText: "Of everything" } });
    const { minutesId, minuteIds } = await begin(meetingId);
    expect(await numbers(minutesId)).toEqual(["3 Apologies", "– Progress", "4 Registration"]);
    // What concerns the whole meeting stands where interests are declared.
    expect(await db.declaration.findMany({ orderBy: { publicText: "asc" } })).toMatchObject([
      { minuteId: minuteIds[2] },
      { minuteId: minuteIds[0] },
    ]);
    expect(await db.minutes.findUnique({ where: { id: minutesId } })).toMatchObject({
      status: "draft",
      audience: "chair",
    });
    expect(await trail(minutesId)).toEqual(["start by clerk"]);
  });

  it("is for democratic services, once, and of a meeting that took place", async () => {
    for (const actor of [who.officer, who.chair, who.member, who.scrutinyOfficer])
      expect(await codesOf(begin(meetingId, actor))).toEqual(["not-permitted"]);
    const ahead = await createMeeting(here.committee, { status: "published", publishedAt: new Date() });
    expect(await codesOf(begin(ahead))).toEqual(["wrong-status"]);
    const off = await createMeeting(here.committee, { status: "cancelled", date: "2016-09-01" });
    expect(await codesOf(begin(off))).toEqual(["wrong-status"]);
    const both = await Promise.allSettled([begin(meetingId), begin(meetingId)]);
    expect(both.filter(({ status }) => status === "fulfilled").length).toBe(1);
    expect(await codesOf(begin(meetingId))).toEqual(["wrong-status"]);
    await db.meeting.update({ where: { id: ahead }, data: { audience: "keepers" } });
    const hidden = inTransaction((tx) => startMinutes(tx, who.member, { meetingId: ahead }));
    expect(await failureOf(hidden)).toMatchObject({ kind: "not-found" });
  });
});

describe("writing the minutes", () => {
  const edit = (minutesId: string, minuteId: string | undefined, version: number, typed: Typed, actor = who.clerk) =>
    inTransaction((tx) => editMinute(tx, actor, { minutesId, minuteId, version, answers: answersFrom(typed) }));

  it("keeps headings, number and text, and only names in the history what changed", async () => {
    const { minutesId, minuteIds } = await begin(meetingId);
    await edit(minutesId, minuteIds[2], 1, {
      headings: "Registration services\nBirths",
      numbering: "with_previous",
      markdown: "The committee heard.",
    });
    expect(await numbers(minutesId)).toEqual(["1 Apologies", "– Progress", "1 Registration services, Births"]);
    expect(await db.minuteText.findUnique({ where: { minuteId: minuteIds[2] ?? "" } })).toMatchObject({
      markdown: "The committee heard.",
    });
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: "set of minutes.editMinute" } });
    expect(entry.after).toEqual({ minute: minuteIds[2], fields: ["headings", "numbering", "markdown"] });
  });

  it("adds a welcome, moves it to the front without a number, and takes it out", async () => {
    const { minutesId } = await begin(meetingId);
    const answers = answersFrom({ headings: "Welcome", numbering: "unnumbered" });
    const id = await inTransaction((tx) => addMinute(tx, who.clerk, { minutesId, answers }));
    for (const version of [1, 2, 3])
      await inTransaction((tx) => moveMinute(tx, who.clerk, { minutesId, minuteId: id, version, direction: "up" }));
    expect((await numbers(minutesId)).length).toBe(4);
    expect((await numbers(minutesId))[0]).toMatch(/Welcome$/);
    const { version } = await db.minute.findUniqueOrThrow({ where: { id } });
    await inTransaction((tx) => removeMinute(tx, who.clerk, { minutesId, minuteId: id, version }));
    expect((await numbers(minutesId)).length).toBe(3);
  });

  it("shows who was second what stands there; two who write two minutes do not meet", async () => {
    const { minutesId, minuteIds } = await begin(meetingId);
    const typed = { headings: "A", markdown: "Theirs." };
    await Promise.all([edit(minutesId, minuteIds[0], 1, typed), edit(minutesId, minuteIds[2], 1, typed)]);
    expect(await failureOf(edit(minutesId, minuteIds[0], 1, { headings: "A", markdown: "Mine." }))).toMatchObject({
      kind: "stale",
      current: { version: 2, values: { markdown: "Theirs." } },
    });
  });

  it("wants a heading, and a paragraph for what is exempt", async () => {
    const { minutesId, minuteIds } = await begin(meetingId);
    expect(await failureOf(edit(minutesId, minuteIds[0], 1, { headings: " " }))).toMatchObject({
      fields: { headings: [expect.any(String)] },
    });
    expect(await failureOf(edit(minutesId, minuteIds[0], 1, { headings: "A", restriction: "exempt" }))).toMatchObject({
      fields: { paragraphs: [expect.any(String)] },
    });
  });

  it("is refused to everybody else, not found where hidden, and over once they are published", async () => {
    const { minutesId, minuteIds } = await begin(meetingId);
    const typed = { headings: "A" };
    expect(await codesOf(edit(minutesId, minuteIds[0], 1, typed, who.chair))).toEqual(["not-permitted"]);
    expect(await codesOf(edit(minutesId, minuteIds[0], 1, typed, who.member))).toEqual(["not-found"]);
    expect(await codesOf(edit(minutesId, minuteIds[0], 1, typed, who.officer))).toEqual(["not-found"]);
    await db.minutes.update({ where: { id: minutesId }, data: { status: "published_draft", audience: "public" } });
    expect(await codesOf(edit(minutesId, minuteIds[0], 1, typed))).toEqual(["wrong-status"]);
    expect(await codesOf(decide(minutesId, minuteIds[0], { kind: "noted" }))).toEqual(["wrong-status"]);
    expect(await trail(minutesId)).toEqual(["start by clerk"]);
  });
});

describe("a decision in the minutes", () => {
  const resolved = { kind: "resolution", text: "That it be looked into." };

  it("is recorded with its votes and names, and others can rest on it before anybody outside reads it", async () => {
    const { minutesId, minuteIds } = await begin(meetingId);
    const id = await decide(minutesId, minuteIds[2], {
      ...resolved,
      votesFor: "3",
      votesAgainst: "1",
      "named-against": who.member.personId,
    });
    expect(await db.decision.findFirst({ include: { namedVotes: true } })).toMatchObject({
      verb: "Resolved",
      votesFor: 3,
      votesAgainst: 1,
      abstentions: null,
      namedVotes: [{ personId: who.member.personId, vote: "against" }],
    });
    const found = await listResolutions(readScope(who.clerk), { id: itemIds[2] ?? "" });
    expect(found.map((each) => [each.id, each.words])).toEqual([[id, "Resolved That it be looked into."]]);
    expect(await publicDb.decision.count()).toBe(0);
  });

  it("is changed and taken out while nothing rests on it", async () => {
    const { minutesId, minuteIds } = await begin(meetingId);
    const decisionId = await decide(minutesId, minuteIds[2], { ...resolved, "named-for": who.lead.personId });
    const change = (version: number, typed: Typed) =>
      inTransaction((tx) =>
        editDecision(tx, who.clerk, { minutesId, decisionId, version, answers: answersFrom(typed) }),
      );
    await change(2, { kind: "deferral", verb: "Deferred", text: "To January." });
    expect(await db.decision.findFirst({ include: { namedVotes: true } })).toMatchObject({
      kind: "deferral",
      text: "To January.",
      namedVotes: [],
    });
    expect(await failureOf(change(2, resolved))).toMatchObject({ kind: "stale" });
    const remove = () => inTransaction((tx) => removeDecision(tx, who.clerk, { minutesId, decisionId, version: 3 }));
    const authority = await db.authority.create({ data: { kind: "resolution", decisionId, bodyId: here.committee } });
    expect(await codesOf(remove())).toEqual(["wrong-status"]);
    await db.authority.delete({ where: { id: authority.id } });
    await remove();
    expect(await db.decision.count()).toBe(0);
  });

  it("says what came of it, in numbers that are numbers, and gives each member one vote", async () => {
    const { minutesId, minuteIds } = await begin(meetingId);
    const wrong: [Typed, string][] = [
      [{}, "kind"],
      [{ kind: "resolution" }, "text"],
      [{ ...resolved, votesFor: "many" }, "votesFor"],
      [{ ...resolved, "named-for": who.lead.personId, "named-against": who.lead.personId }, "named-against"],
      [{ ...resolved, "named-for": who.elsewhere.personId }, "named-for"],
    ];
    for (const [typed, field] of wrong)
      expect(await failureOf(decide(minutesId, minuteIds[2], typed))).toMatchObject({
        fields: { [field]: [expect.any(String)] },
      });
    expect(await codesOf(decide(minutesId, minuteIds[2], resolved, who.chair))).toEqual(["not-permitted"]);
    expect(await db.decision.count()).toBe(0);
  });
});

describe("what the public reads of minutes", () => {
  it("is nothing of a draft, nor of what is checked", async () => {
    const { minutesId, minuteIds } = await begin(meetingId);
    await write(minutesId, minuteIds[0] ?? "", { headings: "Apologies", markdown: "canary" });
    await decide(minutesId, minuteIds[0], { kind: "noted", text: "canary" });
    for (const status of ["draft", "checked"] as const) {
      await db.minutes.update({
        where: { id: minutesId },
        data: { status, audience: status === "draft" ? "chair" : "members" },
      });
      await expect(read(null)).rejects.toThrow("not-found");
      expect([await publicDb.minutes.count(), await publicDb.minute.count(), await publicDb.decision.count()]).toEqual([
        0, 0, 0,
      ]);
    }
    await expect(read(who.officer)).rejects.toThrow("not-found");
    await expect(read(who.elsewhere)).rejects.toThrow("not-found");
    expect((await read(who.member)).items.length).toBe(3);
  });

  it("is of a restricted minute its heading and its summary, and of its decisions what was said to be open", async () => {
    const { minutesId, minuteIds } = await begin(meetingId);
    const minuteId = minuteIds[2] ?? "";
    await decide(minutesId, minuteId, { kind: "resolution", text: "canary of before" });
    await write(minutesId, minuteId, {
      headings: "Registration",
      markdown: "canary of the text",
      restriction: "exempt",
      paragraphs: ["3"],
      publicSummary: "The committee considered a tender.",
    });
    await decide(minutesId, minuteId, { kind: "resolution", text: "canary of after" });
    await decide(minutesId, minuteId, { kind: "resolution", text: "That the tender go ahead.", open: "yes" });
    await decide(minutesId, minuteIds[0], { kind: "noted" });
    await takeMinutes(minutesId, { name: "check", reason: "x" });
    await takeMinutes(minutesId, { name: "publishDraft", reason: "The chair is away." });

    const inPublic = await read(null);
    expect(JSON.stringify(inPublic)).not.toContain("canary");
    expect(inPublic.items[2]).toMatchObject({
      publicSummary: "The committee considered a tender.",
      markdown: null,
      decisions: [{ text: "That the tender go ahead." }],
    });
    expect(JSON.stringify(await publicDb.minuteText.findMany())).not.toContain("canary");
    expect(JSON.stringify(await publicDb.decision.findMany())).not.toContain("canary");
    expect(JSON.stringify(await db.auditEntry.findMany())).not.toContain("canary");
    expect((await read(who.member)).items[2]?.markdown).toBe("canary of the text");
    expect((await read(who.administrator)).items[2]?.markdown).toBeNull();
  });
});
