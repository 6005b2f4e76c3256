import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { numberAgenda } from "@/domain/meetings/agenda";
import { placeholderFor } from "@/domain/papers/paper";
import { endsBeforePromise } from "@/domain/programme/item-warnings";
import { endsBetweenMeetings, executiveDecidesFirst, isImplementedFirst } from "@/domain/programme/planned-work";
import { type FrontSheet, type FrontSheetTemplate, frontSheetFindings } from "@/domain/reports/front-sheet";
import { leftOut } from "@/domain/scoping/scoping-proposal";
import { newcomers, orphans } from "@/domain/topics/loose-ends";
import { db, publicDb } from "@/server/db";
import { getProgramme, listTopicsFromMeetings } from "@/server/programme/published-programme";
import { contentFrom } from "@/server/scoping/content";
import { demonstration } from "../support/demonstration";

/**
 * What the agenda pack of 11 October 2016 says must come out of the database again as it went in. Numbered as
 * there.
 */

const TODAY = "2016-10-03";

const { load, clear } = demonstration();
beforeAll(load, 120_000);
afterAll(clear);

const committee = () => db.body.findUniqueOrThrow({ where: { slug: "people-and-communities" } });
const meetingOn = (date: string, body = "people-and-communities") =>
  db.meeting.findFirstOrThrow({ where: { date, body: { slug: body } } });
const topic = (slug: string) =>
  db.topic.findUniqueOrThrow({
    where: { slug },
    include: {
      receiver: true,
      mergedFrom: true,
      proposals: true,
      programmeItems: true,
      agendaItems: true,
      reports: true,
      minutes: true,
      recommendations: true,
      followUps: true,
      forwardPlan: { include: { entry: { include: { meeting: true } } } },
    },
  });

describe("the programme", () => {
  const items = (where: object = {}) =>
    db.programmeItem.findMany({
      where,
      orderBy: { position: "asc" },
      include: { topic: true, outcomes: true, meeting: true },
    });

  test("7: six on the long list, one of them handed over and asked for nothing, one with partners", async () => {
    const listed = await items({ slotKind: "none" });
    expect(listed.map(({ topic }) => topic?.status)).toEqual([
      "in_scoping",
      "transferred",
      "triaged",
      "triaged",
      "in_scoping",
      "parked",
    ]);
    const handedOver = await topic("demographic-pressures");
    expect([handedOver.receiver?.slug, handedOver.statusOn]).toEqual(["budget-strategy-group", "2016-09-01"]);
  });

  test("8: no item says which outcome of the corporate plan it serves", async () => {
    expect((await items()).flatMap(({ outcomes }) => outcomes)).toEqual([]);
  });

  test("9: the registration review slips, into a meeting with nothing placed", async () => {
    const [registration] = await items({ title: "Registration services" });
    const january = await meetingOn("2017-01-11");
    expect(registration?.promisedToId).toBe(january.id);
    expect(await items({ meetingId: january.id })).toEqual([]);
    const found = endsBeforePromise(
      { endsOn: registration?.targetEnd ?? null, reportPromisedFor: january.date },
      TODAY,
    );
    expect(found[0]?.sentence).toContain("promises the final one for 11 January 2017");
  });
});

test("10: Cabinet has already considered Fair Charges, and what it decided is not recorded", async () => {
  const { forwardPlan } = await topic("fair-charges-for-care-and-support");
  const executiveDecisions = forwardPlan.map(({ entry }) => ({
    title: entry.title,
    on: entry.meeting?.date ?? "",
    outcome: entry.outcome,
  }));
  expect(executiveDecidesFirst({ executiveDecisions, reportsOn: null }, TODAY)[0]?.sentence).toMatch(
    /^Cabinet has already considered this on 28 September; its decision is not recorded/,
  );
});

test("11: one proposal has no lead member and ends between meetings, the other no lines of enquiry and no meeting to report to; neither an approval", async () => {
  const [fairCharges, care] = await db.scopingProposal.findMany({ orderBy: { title: "asc" } });
  const meetingDays = (
    await db.meeting.findMany({ where: { bodyId: (await committee()).id }, orderBy: { date: "asc" } })
  ).map(({ date }) => date);
  expect([care?.leadMemberId, care?.authorityId, fairCharges?.authorityId]).toEqual([null, null, null]);
  expect(fairCharges?.leadMemberId).not.toBeNull();
  const versions = await db.scopingVersion.findMany({ include: { proposal: true } });
  expect(versions.map(({ content, proposal }) => contentFrom(content).title === proposal.title)).toEqual([true, true]);
  expect([fairCharges?.reportToId, Object.keys(fairCharges?.answers ?? {}).includes("linesOfEnquiry")]).toEqual([
    null,
    false,
  ]);
  const between = endsBetweenMeetings({ endsOn: care?.endsOn ?? null, reportsOn: null, meetingDays }, TODAY);
  expect(between[0]?.sentence).toContain("28 February 2017 is between meetings. The next is 20 March");
  const early = isImplementedFirst(
    { implementedOn: fairCharges?.inForceOn ?? null, reportsOn: null, endsOn: null },
    TODAY,
  );
  expect(early[0]?.code).toBe("implementation-without-report");
});

test("12: topics and proposals are many to many; what is left out, a newcomer and an orphan are seen", async () => {
  expect(await db.topic.count({ where: { origin: { number: 8 } } })).toBe(15);
  const { items } = await getProgramme(PUBLIC_SCOPE, "people-and-communities", TODAY);
  const waiting = items.filter(({ slotMeetingId }) => slotMeetingId === null);
  const care = waiting.find(({ topic }) => topic?.slug === "care-review")?.proposal;
  expect(care?.absorbs.map(({ title }) => title).sort()).toEqual([
    "Care Review",
    "Cost of care",
    "The quality of care provided",
  ]);
  expect(care && leftOut(care)).toEqual([{ part: "Support for carers", topic: "Care Review" }]);

  const listed = waiting.flatMap(({ topic }) =>
    topic ? [{ ...topic, comesFromMeeting: topic.originId !== null || topic._count.mergedFrom > 0 }] : [],
  );
  expect(newcomers(listed).map(({ slug }) => slug)).toEqual(["fair-charges-for-care-and-support"]);
  const suggested = await listTopicsFromMeetings(PUBLIC_SCOPE, "people-and-communities");
  expect(orphans(suggested).map(({ slug }) => slug)).toEqual(["budget-cuts"]);
});

test("13: the bid's dates are kept, and the first falls before the meeting", async () => {
  const { date } = await meetingOn("2016-10-11");
  const dates = await db.outsideDate.findMany({ orderBy: { on: "asc" } });
  expect(dates.map(({ on }) => [on, on < date])).toEqual([
    ["2016-10-07", true],
    ["2016-12-16", false],
  ]);
});

test("14: paragraphs keep their printed numbers under anchors of their own, and blank is not “None”", async () => {
  const twice = await db.reportParagraph.findMany({
    where: { number: "2.13", report: { report: { slug: "community-offer-for-living-and-learning" } } },
    orderBy: { position: "asc" },
  });
  expect(twice.map(({ anchor }) => anchor)).toEqual(["2-13", "2-13-b"]);
  const template = (await committee()).frontSheet as unknown as FrontSheetTemplate;
  const blank = async (slug: string) => {
    const { frontSheet } = await db.reportText.findFirstOrThrow({ where: { report: { slug } } });
    return frontSheetFindings(template, frontSheet as FrontSheet).map(({ field }) => field);
  };
  expect(await blank("response-to-hate-crime")).toEqual(["other_implications", "appendices", "background_papers"]);
  expect(await blank("registration-services")).toEqual([]);
});

test("15: the exempt appendix is listed with its paragraph and no reason, its file is nobody's among the public, and the gaps were stated", async () => {
  const paper = await publicDb.paper.findFirstOrThrow({
    where: { restriction: "exempt" },
    include: { files: true, agendaItem: true },
  });
  expect([paper.title, paper.paragraphs, paper.files]).toEqual(["Appendix 3: Draft Outline Business Case", [3], []]);
  expect(placeholderFor({ ...paper, confidentialGround: null })).toMatchObject({
    heading: "Not for publication: exempt under paragraph 3",
    reason: "No public-interest reason is recorded.",
  });
  expect(await db.paperFile.count({ where: { paperId: paper.id, restriction: "exempt" } })).toBe(1);
  const { gaps } = await db.publication.findFirstOrThrow();
  expect((gaps as { code: string }[]).map(({ code }) => code)).toEqual([
    "no-public-interest-reason",
    "no-exclusion-item",
  ]);
});

test("16: the tracker, the programme and the reports are one record", async () => {
  const { programmeItems, agendaItems, reports, minutes, recommendations, followUps } = await topic(
    "community-offer-for-living-and-learning",
  );
  expect(
    [programmeItems, agendaItems, reports, minutes, recommendations, followUps].map((rows) => rows.length),
  ).toEqual([1, 1, 2, 1, 1, 1]);
});

test("18: the agenda's items, numbered by their order, have the pages that the pack of 2016 prints", async () => {
  const agenda = await db.agendaItem.findMany({ where: { meetingId: (await meetingOn("2016-10-11")).id } });
  const pages = numberAgenda(agenda).flatMap(({ item, number }) =>
    item.pageFrom ? [`${number} ${item.pageFrom}-${item.pageTo}`] : [],
  );
  expect(pages).toEqual(["3 5-12", "4 13-18", "6(a) 19-26", "7(a) 27-40", "7(b) 41-88", "7(c) 89-92", "8 93-102"]);
});
