import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, it } from "vitest";
import { PaperLine } from "@/app/_record/paper-line";
import type { HeldPost, HeldSeat, Person, PostKind } from "@/domain/access/actor";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import { recordRestrictedViews } from "@/server/access/restricted-views";
import { db, inTransaction } from "@/server/db";
import { schedulePublication } from "@/server/meetings/commands";
import { listMeetings } from "@/server/meetings/lists";
import { getPublicationDesk } from "@/server/meetings/publication-desk";
import { getMeeting } from "@/server/meetings/queries";
import { getMinutes } from "@/server/minutes/queries";
import { getPaperToTakeDown } from "@/server/papers/queries";
import { getReport } from "@/server/reports/queries";
import { emptyDatabase } from "../support/database";
import { failureOf } from "../support/outcomes";
import { createItem, createMeeting, createPaper } from "../support/papers";
import { createBody, createPerson, setClock, TODAY } from "../support/people";

type Council = Awaited<ReturnType<typeof createCouncil>>;
let here: Council["bodies"];
let who: Council["people"];

beforeEach(async () => {
  await emptyDatabase();
  await setClock();
  ({ bodies: here, people: who } = await createCouncil());
});

describe("the list of meetings", () => {
  it("marks the reader's own bodies, tells what is to come from what was, and leaves out what is not open to them", async () => {
    await createMeeting(here.committee);
    await createMeeting(here.other, { date: "2016-09-01", status: "held" });
    await createMeeting(here.other, { date: "2016-12-01", audience: "keepers" });
    const listed = async (person: Person) =>
      (await listMeetings(readScope(person), TODAY)).map(({ date, isOwn, isAhead }) => [date, isOwn, isAhead]);
    expect(await listed(who.member)).toEqual([
      ["2016-10-11", true, true],
      ["2016-09-01", false, false],
    ]);
    expect((await listed(who.clerk)).length).toBe(3);
  });

  it("says that minutes can be read only to whom they are open", async () => {
    const meetingId = await createMeeting(here.committee, { date: "2016-06-16", status: "held" });
    await db.minutes.create({ data: { meetingId, bodyId: here.committee, status: "draft", audience: "chair" } });
    const minutes = async (person: Person) => (await listMeetings(readScope(person), TODAY))[0]?.minutes;
    expect(await minutes(who.chair)).toBe("draft");
    expect(await minutes(who.member)).toBeNull();
  });
});

describe("an agenda with a restricted paper", () => {
  it("has the same numbers for everybody, and the file for those who are entitled to it", async () => {
    const { meeting } = await restrictedPaper();
    const seen = async (person: Person | null) => {
      const { agenda } = await getMeeting(person ? readScope(person) : PUBLIC_SCOPE, meeting, TODAY);
      return [agenda.map(({ number }) => number), agenda[1]?.papers.map(({ title, file }) => [title, file !== null])];
    };
    for (const person of [who.member, who.coOptee, who.clerk, who.properOfficer])
      expect(await seen(person)).toEqual([["1", "2"], [["Appendix 3", true]]]);
    // Paragraph 1 is not among those open to every councillor.
    for (const person of [who.elsewhere, who.cabinet, who.officer, who.administrator, null])
      expect(await seen(person)).toEqual([["1", "2"], [["Appendix 3", false]]]);
  });
});

describe("restricted text", () => {
  it("of a minute is for those it is open to, and says that it is restricted", async () => {
    const meetingId = await createMeeting(here.committee, { date: "2016-06-16", status: "held" });
    const access = { bodyId: here.committee, audience: "public" } as const;
    const { id: minutesId } = await db.minutes.create({ data: { ...access, meetingId, status: "published_draft" } });
    const minute = await db.minute.create({
      data: { ...access, minutesId, position: 1, number: 1, headings: ["A contract"], publicSummary: "A summary." },
    });
    await db.minuteText.create({
      data: {
        minuteId: minute.id,
        bodyId: here.committee,
        audience: "inside",
        markdown: "What it costs.",
        restriction: "exempt",
        paragraphs: [1],
      },
    });
    const read = async (person: Person | null) => {
      const address = { body: "our-committee", meeting: "2016-06-16" };
      const { items } = await getMinutes(person ? readScope(person) : PUBLIC_SCOPE, address, "2016-06-16");
      return items.map(({ markdown, isRestricted }) => [markdown, isRestricted]);
    };
    expect(await read(who.member)).toEqual([["What it costs.", true]]);
    for (const person of [who.elsewhere, who.administrator, null]) expect(await read(person)).toEqual([[null, false]]);
  });

  it("of a report is for those it is open to, and says that it is restricted", async () => {
    const report = await db.report.create({
      data: {
        slug: "a-contract",
        title: "A contract",
        status: "published",
        bodyId: here.committee,
        audience: "public",
      },
    });
    await db.reportText.create({
      data: {
        reportId: report.id,
        bodyId: here.committee,
        frontSheet: { subject: "What it costs" },
        restriction: "exempt",
        paragraphs: [1],
      },
    });
    const read = async (person: Person | null) => {
      const { text, isRestricted } = await getReport(person ? readScope(person) : PUBLIC_SCOPE, "a-contract");
      return [text !== null, isRestricted];
    };
    expect(await read(who.member)).toEqual([true, true]);
    for (const person of [who.elsewhere, who.administrator, null]) expect(await read(person)).toEqual([false, false]);
  });

  it("of a report without a file is led to from the agenda by whom it is open to, and others read why it is not", async () => {
    const { meeting, paperId } = await restrictedPaper();
    const report = await db.report.create({
      data: {
        slug: "a-contract",
        title: "A contract",
        status: "published",
        bodyId: here.committee,
        audience: "public",
      },
    });
    await db.reportText.create({
      data: { reportId: report.id, bodyId: here.committee, frontSheet: {}, restriction: "exempt", paragraphs: [1] },
    });
    const file = await db.paperFile.findFirstOrThrow({ where: { paperId } });
    await db.paperFile.delete({ where: { id: file.id } });
    await db.paper.update({ where: { id: paperId }, data: { kind: "report", reportId: report.id } });

    const line = async (person: Person | null) => {
      const found = await getMeeting(person ? readScope(person) : PUBLIC_SCOPE, meeting, TODAY);
      const paper = found.agenda[1]?.papers[0];
      if (!paper) throw new Error("The paper is not on the agenda.");
      const { body } = found;
      const asListed = { paper, body, minutesOf: null, publishedAt: null, today: TODAY };
      return renderToStaticMarkup(
        PaperLine(
          person ? { ...asListed, places: { report: (slug) => `/office/${slug}`, minutes: () => "/" } } : asListed,
        ),
      );
    };
    for (const person of [who.member, who.coOptee, who.clerk, who.properOfficer])
      expect(await line(person), person.name).toMatch(/href="\/office\/a-contract".*Not for publication/s);
    for (const person of [who.elsewhere, who.cabinet, who.officer, who.administrator, null]) {
      expect(await line(person), person?.name).toContain("exempt under");
      expect(await line(person), person?.name).not.toContain("a-contract");
    }
  });

  it("that is shown is recorded, one line for each, and nothing where nothing was", async () => {
    const ids = [who.chair.personId, who.clerk.personId];
    await recordRestrictedViews(who.member.personId, "minute", ids);
    await recordRestrictedViews(who.member.personId, "minute", []);
    const views = await db.restrictedView.findMany({ select: { personId: true, subjectKind: true, subjectId: true } });
    expect(views.length).toBe(2);
    expect(views).toEqual(
      expect.arrayContaining(
        ids.map((subjectId) => ({ personId: who.member.personId, subjectKind: "minute", subjectId })),
      ),
    );
  });
});

describe("the publication desk", () => {
  it("is for democratic services, with what publishing would find", async () => {
    const id = await createMeeting(here.committee, { place: null });
    for (const person of [who.member, who.chair, who.officer, who.properOfficer, who.administrator])
      expect(await getPublicationDesk(person, { id })).toBeNull();
    const desk = await getPublicationDesk(who.clerk, { id });
    expect(desk?.publish?.blockedBy.map(({ code }) => code)).toEqual(["no-place", "no-agenda"]);
    expect(desk).toMatchObject({ version: 1, waiting: null, refused: null });
  });

  it("says what waits for its time, and who asked for it", async () => {
    const id = await createMeeting(here.committee);
    await createItem(here.committee, id);
    const at = "2016-10-03T17:00";
    await inTransaction((tx) =>
      schedulePublication(tx, who.clerk, { meetingId: id, version: 1, at, reason: "Because." }),
    );
    expect(await getPublicationDesk(who.clerk, { id })).toMatchObject({ version: 2, waiting: { askedBy: "clerk" } });
  });
});

describe("a paper to take down", () => {
  it("is found with its meeting by whom it is open to, and is not there for others", async () => {
    const { paperId } = await restrictedPaper();
    expect(await getPaperToTakeDown(readScope(who.properOfficer), paperId)).toMatchObject({
      title: "Appendix 3",
      takenDownAt: null,
      meeting: { slug: "2016-10-11", body: { slug: "our-committee" } },
    });
    await db.paper.update({ where: { id: paperId }, data: { audience: "keepers" } });
    for (const id of [paperId, "nothing"])
      expect(await failureOf(getPaperToTakeDown(readScope(who.officer), id))).toEqual({ kind: "not-found" });
  });
});

async function restrictedPaper() {
  const meetingId = await createMeeting(here.committee);
  await createItem(here.committee, meetingId, { audience: "public", position: 1, title: "Minutes" });
  const agendaItemId = await createItem(here.committee, meetingId, { audience: "public", position: 2 });
  const paperId = await createPaper(here.committee, {
    meetingId,
    agendaItemId,
    audience: "public",
    restriction: "exempt",
    paragraphs: [1],
    restrictionSignedById: who.properOfficer.personId,
  });
  await db.paperFile.create({
    data: {
      paperId,
      bodyId: here.committee,
      fileName: "appendix 3.pdf",
      mediaType: "application/pdf",
      size: 1,
      sha256: "0".repeat(64),
      scan: "clean",
    },
  });
  return { paperId, meeting: { body: "our-committee", meeting: "2016-10-11" } };
}

async function createCouncil() {
  const bodies = {
    council: await createBody("council", "The council"),
    cabinet: await createBody("executive", "The cabinet"),
    committee: await createBody("scrutiny_committee", "Our committee"),
    other: await createBody("scrutiny_committee", "Another committee"),
  };
  const seat = (bodyId: string, over: Partial<HeldSeat> = {}): HeldSeat => ({
    bodyId,
    bodyKind: "scrutiny_committee",
    role: "member",
    portfolioId: null,
    ...over,
  });
  const post = (kind: PostKind): HeldPost => ({ kind, areaId: null, portfolioIds: [], bodyIds: [] });
  const person = async (name: string, seats: HeldSeat[], posts: HeldPost[] = []): Promise<Person> => ({
    kind: "person",
    personId: await createPerson(name),
    name,
    day: TODAY,
    seats,
    posts,
  });
  const councillor = seat(bodies.council, { bodyKind: "council" });
  const people = {
    officer: await person("officer", [], [post("officer")]),
    clerk: await person("clerk", [], [post("democratic_services")]),
    properOfficer: await person("properOfficer", [], [post("proper_officer")]),
    administrator: await person("administrator", [], [post("administrator")]),
    chair: await person("chair", [councillor, seat(bodies.committee, { role: "chair" })]),
    member: await person("member", [councillor, seat(bodies.committee)]),
    coOptee: await person("coOptee", [seat(bodies.committee, { role: "education_co_optee" })]),
    elsewhere: await person("elsewhere", [councillor, seat(bodies.other)]),
    cabinet: await person("cabinet", [councillor, seat(bodies.cabinet, { bodyKind: "executive" })]),
  };
  return { bodies, people };
}
