import { beforeEach, describe, expect, it } from "vitest";
import type { Person, PostKind } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { DORSET_2016_DEADLINES } from "@/domain/calendar/deadlines";
import { DORSET_2016 } from "@/domain/scoping/templates";
import { holderOfKey, openSession } from "@/server/auth/sign-in-sessions";
import { getCalendar, getClock } from "@/server/clock/queries";
import { db } from "@/server/db";
import { getNextMeeting } from "@/server/waiting/next-meeting";
import { listWaiting } from "@/server/waiting/queries";
import { emptyDatabase } from "../support/database";
import { createBody, createPerson, createPost, createSeat, setClock, signIn } from "../support/people";

let council: string;
let committee: string;
let other: string;

beforeEach(async () => {
  await emptyDatabase();
  await setClock();
  council = await createBody("council", "County Council");
  committee = await createBody("scrutiny_committee", "People and Communities");
  other = await createBody("scrutiny_committee", "Safeguarding");
  for (const id of [committee, other])
    await db.body.update({
      where: { id },
      data: { scopingTemplate: DORSET_2016, deadlines: [...DORSET_2016_DEADLINES] },
    });
});

/** Somebody signed in, who holds these. */
async function somebody(name: string, held: { posts?: PostKind[]; seats?: string[] } = {}): Promise<Person> {
  const personId = await createPerson(name);
  for (const kind of held.posts ?? []) await createPost(personId, kind, kind);
  for (const bodyId of held.seats ?? []) await createSeat(personId, bodyId);
  return await signIn(personId);
}

async function askerOf(person: Person) {
  const [clock, calendar] = await Promise.all([getClock(), getCalendar()]);
  return { person, scope: readScope(person), today: clock.date, clock, calendar };
}

const titles = async (person: Person) => (await listWaiting(await askerOf(person))).map(({ title }) => title).sort();

const createMeeting = (date: string, status: "planned" | "convened" | "published" | "held", bodyId = committee) =>
  db.meeting.create({
    data: {
      bodyId,
      slug: date,
      date,
      startTime: "10:00",
      place: "County Hall",
      status,
      audience: status === "planned" ? "inside" : "public",
      ...(status === "published" && { publishedAt: new Date("2016-09-30T12:00:00Z") }),
    },
  });

const createProposal = (
  title: string,
  status: "draft" | "ready",
  audience: "chair" | "keepers",
  keepers: string[] = [],
) => db.scopingProposal.create({ data: { title, status, audience, keepers, bodyId: committee } });

describe("scoping proposals wait", () => {
  it("unfinished for who writes them, and for nobody else", async () => {
    const author = await somebody("Sally Wernick", { posts: ["officer"] });
    const colleague = await somebody("Another Officer", { posts: ["officer"] });
    const member = await somebody("Kate Wheller", { seats: [council, committee] });
    const clerk = await somebody("Helen Whitby", { posts: ["democratic_services"] });
    await createProposal("Quality of Care", "draft", "chair", [author.personId]);

    expect(await titles(author)).toEqual(["Finish “Quality of Care”"]);
    for (const person of [colleague, member, clerk]) expect(await titles(person)).toEqual([]);
  });

  it("with what is missing, as the committee's template asks for it", async () => {
    const author = await somebody("Sally Wernick", { posts: ["officer"] });
    await createProposal("Quality of Care", "draft", "chair", [author.personId]);
    const [thing] = await listWaiting(await askerOf(author));
    expect(thing?.why).toMatch(/^\d+ things missing before it can be put forward\. Name a lead member/);
    expect(thing?.subject).toMatchObject({ kind: "proposal" });
  });

  it("put forward, for who serves the committee; and without a lead member, for both", async () => {
    const author = await somebody("Sally Wernick", { posts: ["officer"] });
    const clerk = await somebody("Helen Whitby", { posts: ["democratic_services"] });
    const member = await somebody("Kate Wheller", { seats: [council, committee] });
    await createProposal("Quality of Care", "ready", "chair", [author.personId]);
    expect(await titles(clerk)).toEqual([
      "“Quality of Care” has no lead member",
      "“Quality of Care” waits for an agenda",
    ]);
    expect(await titles(author)).toEqual(["“Quality of Care” has no lead member"]);
    expect(await titles(member)).toEqual([]);
  });

  it("not for democratic services of another committee", async () => {
    const clerk = await somebody("Elsewhere", { posts: ["democratic_services"] });
    const limited: Person = { ...clerk, posts: clerk.posts.map((post) => ({ ...post, bodyIds: [other] })) };
    await createProposal("Quality of Care", "ready", "chair");
    expect(await titles(clerk)).toHaveLength(2);
    expect(await titles(limited)).toEqual([]);
  });
});

describe("meetings wait", () => {
  it("to be published by the last day with 5 clear days", async () => {
    const clerk = await somebody("Helen Whitby", { posts: ["democratic_services"] });
    await createMeeting("2016-10-11", "convened");
    const things = await listWaiting(await askerOf(clerk));
    expect(things.map(({ title, due }) => [title, due])).toEqual([
      ["Publish the agenda of 11 October", { date: "2016-10-03" }],
    ]);
  });

  it("once published, for papers, questions and statements while there is time, and for what the agenda lacks", async () => {
    const clerk = await somebody("Helen Whitby", { posts: ["democratic_services"] });
    await createMeeting("2016-10-11", "published");
    expect(await titles(clerk)).toEqual([
      "Last day to put up papers with 5 clear days",
      "Put at least one item on the agenda: the public is told what the meeting is about",
      "Questions from councillors close",
      "Questions from the public close",
      "Statements from the public close",
    ]);
    await setClock("2016-10-06", "10:01");
    const later = await somebody("Helen Whitby", { posts: ["democratic_services"] });
    expect((await titles(later)).filter((title) => !title.startsWith("Put at least"))).toEqual([
      "Statements from the public close",
    ]);
  });

  it("to be read by who sits there, and by nobody else; and not once they are past", async () => {
    const member = await somebody("Kate Wheller", { seats: [council, committee] });
    const councillor = await somebody("Andy Canning", { seats: [council] });
    await createMeeting("2016-10-11", "published");
    await createMeeting("2016-06-16", "held");
    expect(await titles(member)).toEqual(["Its agenda and papers are published"]);
    expect(await titles(councillor)).toEqual([]);
  });

  it("are counted down to for who sits there or serves them", async () => {
    const member = await somebody("Kate Wheller", { seats: [council, committee] });
    const clerk = await somebody("Helen Whitby", { posts: ["democratic_services"] });
    const councillor = await somebody("Andy Canning", { seats: [council] });
    await createMeeting("2016-10-11", "published");
    for (const person of [member, clerk]) {
      const next = await getNextMeeting(await askerOf(person));
      expect(next).toMatchObject({
        clear: { count: 6 },
        last: { date: "2016-10-03" },
        published: { date: "2016-09-30" },
      });
    }
    expect(await getNextMeeting(await askerOf(councillor))).toBeNull();
  });
});

describe("what was asked for waits", () => {
  it("of its owners while it is open, and of democratic services once it is late", async () => {
    const owner = await somebody("Paul Leivers", { posts: ["officer"] });
    const clerk = await somebody("Helen Whitby", { posts: ["democratic_services"] });
    const stranger = await somebody("Another Officer", { posts: ["officer"] });
    const asked = await db.authority.create({ data: { kind: "import", statement: "The minutes of 16 June 2016" } });
    const followUp = await db.followUp.create({
      data: {
        authorityId: asked.id,
        bodyId: committee,
        text: "Circulate the figures.",
        raisedOn: "2016-06-16",
        dueOn: "2016-10-20",
        audience: "inside",
        owners: { create: { personId: owner.personId } },
      },
    });
    expect(await titles(owner)).toEqual(["Circulate the figures"]);
    expect(await titles(clerk)).toEqual([]);
    await db.followUp.update({ where: { id: followUp.id }, data: { dueOn: "2016-10-02" } });
    expect(await titles(clerk)).toEqual(["Circulate the figures"]);
    expect(await titles(stranger)).toEqual([]);
    await db.followUp.update({ where: { id: followUp.id }, data: { status: "closed", evidence: "Sent to members" } });
    expect(await titles(owner)).toEqual([]);
  });

  it("and the executive's decisions, of its support officers until they are recorded", async () => {
    const cabinet = await createBody("executive", "Cabinet");
    const support = await somebody("Cabinet Support", { posts: ["executive_support"] });
    const officer = await somebody("Another Officer", { posts: ["officer"] });
    const entry = await db.forwardPlanEntry.create({
      data: { title: "Fair Charges", bodyId: cabinet, dueOn: "2016-09-28", audience: "public" },
    });
    expect(await titles(support)).toEqual(["Record what Cabinet decided on “Fair Charges”"]);
    expect(await titles(officer)).toEqual([]);
    await db.forwardPlanEntry.update({ where: { id: entry.id }, data: { outcome: "Agreed" } });
    expect(await titles(support)).toEqual([]);
  });
});

it("nothing waits for the administrator, who reads nothing of this", async () => {
  const administrator = await somebody("System Administrator", { posts: ["administrator"] });
  await createMeeting("2016-10-11", "published");
  await createProposal("Quality of Care", "ready", "chair");
  expect(await titles(administrator)).toEqual([]);
});

describe("minutes and reports", () => {
  it("wait with whoever takes the next step, and with nobody else", async () => {
    const clerk = await somebody("Clerk", { posts: ["democratic_services"] });
    const chair = await somebody("Chair");
    await createSeat(chair.personId, committee, "chair");
    const [held, past] = [await createMeeting("2016-09-28", "held"), await createMeeting("2016-09-20", "published")];
    await createMeeting("2016-03-01", "held");
    expect(await titles(clerk)).toEqual([
      "Begin the minutes of 28 September 2016",
      "Record the meeting of 20 September 2016 as held",
    ]);
    await db.meeting.update({ where: { id: past.id }, data: { status: "cancelled" } });
    const minutes = await db.minutes.create({ data: { meetingId: held.id, bodyId: committee } });
    expect(await titles(clerk)).toEqual(["Write and check the minutes of 28 September 2016"]);
    const { personId } = chair;
    const holder = await holderOfKey(
      await openSession((await db.account.findUniqueOrThrow({ where: { personId } })).id),
    );
    expect(await titles(holder?.person as Person)).toEqual(["Look at the draft minutes of 28 September 2016"]);
    expect(await titles(await somebody("Member", { seats: [committee] }))).toEqual([]);
    for (const [status, title] of [
      ["checked", ["Publish the draft minutes of 28 September 2016"]],
      ["published_draft", []],
    ] as const) {
      await db.minutes.update({ where: { id: minutes.id }, data: { status, audience: "public" } });
      expect(await titles(clerk)).toEqual(title);
    }
  });

  it("are written by their authors, cleared, and signed by the proper officer", async () => {
    const author = await somebody("Author", { posts: ["officer"] });
    const clerk = await somebody("Clerk", { posts: ["democratic_services"] });
    const proper = await somebody("Proper", { posts: ["proper_officer"] });
    const { id } = await db.report.create({
      data: {
        slug: "paths",
        title: "Paths",
        bodyId: committee,
        keepers: [author.personId, proper.personId],
        authors: { create: { personId: author.personId, titleAsPrinted: "Officer" } },
        text: { create: { bodyId: committee, frontSheet: {}, restriction: "exempt", paragraphs: [3] } },
      },
    });
    const all = async () => [await titles(author), await titles(proper), await titles(clerk)];
    const sign = "Sign the restriction of “Paths”";
    expect(await all()).toEqual([["Write “Paths”"], [sign], []]);
    await db.report.update({ where: { id }, data: { status: "in_clearance" } });
    expect(await all()).toEqual([[], [sign], ["Sign off “Paths”"]]);
    await db.report.update({ where: { id }, data: { status: "signed_off", restrictionSignedById: proper.personId } });
    expect(await all()).toEqual([[], [], ["Clear “Paths”"]]);
  });
});
