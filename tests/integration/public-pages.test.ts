import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { demonstration } from "../support/demonstration";
import { renderPage } from "../support/rendered-page";

/** Outside a server React's cache() remembers nothing; in one it remembers for a rendering. */
const remembered = vi.hoisted(() => ({ calls: new Map<unknown, Map<string, unknown>>() }));
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: (work: (...args: unknown[]) => unknown) => {
    const recall = (...args: unknown[]) => {
      const calls = remembered.calls.get(recall) ?? new Map<string, unknown>();
      remembered.calls.set(recall, calls);
      const key = JSON.stringify(args);
      if (!calls.has(key)) calls.set(key, work(...args));
      return calls.get(key);
    };
    return recall;
  },
}));

const PAGES = "../../src/app/(public)/[lang]";
const COMMITTEE = { bodies: "committees", slug: "people-and-communities" };
const OCTOBER = { ...COMMITTEE, date: "2016-10-11" };
const JUNE = { ...COMMITTEE, date: "2016-06-16" };

const all = {
  home: () => import(`${PAGES}/page`),
  committees: () => import(`${PAGES}/committees/page`),
  body: () => import(`${PAGES}/[bodies]/[slug]/page`),
  meeting: () => import(`${PAGES}/[bodies]/[slug]/meetings/[date]/page`),
  minutes: () => import(`${PAGES}/[bodies]/[slug]/meetings/[date]/minutes/page`),
  programme: () => import(`${PAGES}/[bodies]/[slug]/work-programme/page`),
  asked: () => import(`${PAGES}/[bodies]/[slug]/recommendations/page`),
  askedEarlier: () => import(`${PAGES}/[bodies]/[slug]/recommendations/page/[page]/page`),
  bodyTopics: () => import(`${PAGES}/[bodies]/[slug]/topics/page`),
  bodyTopicsEarlier: () => import(`${PAGES}/[bodies]/[slug]/topics/page/[page]/page`),
  moreCommittees: () => import(`${PAGES}/committees/page/[page]/page`),
  recommendationsEarlier: () => import(`${PAGES}/recommendations/page/[page]/page`),
  overdueLater: () => import(`${PAGES}/recommendations/overdue/page/[page]/page`),
  topicsEarlier: () => import(`${PAGES}/topics/page/[page]/page`),
  recommendations: () => import(`${PAGES}/recommendations/page`),
  overdue: () => import(`${PAGES}/recommendations/overdue/page`),
  programmes: () => import(`${PAGES}/work-programme/page`),
  forwardPlan: () => import(`${PAGES}/forward-plan/page`),
  topics: () => import(`${PAGES}/topics/page`),
  topic: () => import(`${PAGES}/topics/[slug]/page`),
  report: () => import(`${PAGES}/reports/[slug]/page`),
  person: () => import(`${PAGES}/people/[slug]/page`),
  demonstration: () => import(`${PAGES}/demonstration/page`),
  accessibility: () => import(`${PAGES}/accessibility/page`),
};

const council = demonstration();
beforeAll(council.load);
afterAll(council.clear);

async function render(page: keyof typeof all, params: Record<string, string> = {}) {
  remembered.calls.clear();
  return renderPage(await all[page](), params);
}

describe("a public page", () => {
  it.each([
    ["home", {}],
    ["committees", {}],
    ["body", COMMITTEE],
    ["body", { bodies: "bodies", slug: "cabinet" }],
    ["body", { bodies: "bodies", slug: "registration-services-panel" }],
    ["meeting", OCTOBER],
    ["meeting", { bodies: "bodies", slug: "cabinet", date: "2016-09-28" }],
    ["minutes", JUNE],
    ["programme", COMMITTEE],
    ["asked", COMMITTEE],
    ["bodyTopics", COMMITTEE],
    ["recommendations", {}],
    ["overdue", {}],
    ["programmes", {}],
    ["forwardPlan", {}],
    ["topics", {}],
    ["topic", { slug: "community-offer-for-living-and-learning" }],
    ["report", { slug: "community-offer-for-living-and-learning" }],
    ["person", { slug: "david-walsh" }],
    ["demonstration", {}],
    ["accessibility", {}],
  ] as const)("asks the database at most six times, always as the public: %s %j", async (page, params) => {
    const { queries, html } = await render(page, params);
    expect(html).toContain("<h1");
    expect(queries.length, queries.join("\n")).toBeLessThanOrEqual(6);
  });

  it("is told apart by its title", async () => {
    const whose = "Dorset County Council scrutiny";
    expect((await render("meeting", OCTOBER)).title).toEqual({
      absolute: `Meeting of 11 October 2016, People and Communities – ${whose}`,
    });
    expect((await render("minutes", JUNE)).title).toEqual({
      absolute: `Minutes of 16 June 2016, People and Communities – ${whose}`,
    });
  });

  it("shows nothing that is not the public's", async () => {
    const { html } = await render("meeting", OCTOBER);
    expect(html).not.toContain("keepers");
    expect(html).not.toMatch(/[0-9a-f]{64}/);
  });
});

describe("a list that fits on one page", () => {
  it("leads to no other page", async () => {
    for (const page of ["topics", "recommendations", "overdue", "committees"] as const)
      expect((await render(page)).html).not.toContain("/page/");
  });

  it.each([
    ["moreCommittees", {}],
    ["recommendationsEarlier", {}],
    ["overdueLater", {}],
    ["topicsEarlier", {}],
    ["askedEarlier", COMMITTEE],
    ["bodyTopicsEarlier", COMMITTEE],
  ] as const)("has no second one, nor a first one at a second address: %s", async (list, params) => {
    for (const page of ["1", "2", "02", "-1", "2.0", "1e1", "100000", "two"])
      await expect(render(list, { ...params, page }), page).rejects.toThrow("404");
  });
});

describe("what the pack says comes out again", () => {
  it("counts clear days and shows the working (row 1)", async () => {
    const { text } = await render("meeting", OCTOBER);
    expect(text).toContain("6 clear days: meets the rule of 5 clear days.");
    expect(text).toContain("Monday 10 October: clear day 6");
    expect(text).toContain("10.00 am, Thursday 6 October");
    expect(text).toContain("Noon, Monday 10 October");
  });

  it("says who votes on what (row 2)", async () => {
    const { text } = await render("meeting", OCTOBER);
    expect(text).toContain("they vote on education matters only. No item here is marked as one.");
  });

  it("accounts for everybody who should have been there (row 3)", async () => {
    const { text } = await render("minutes", JUNE);
    expect(text).toMatch(/Not recorded Joy Tubbs \(co-opted\) In no list/);
    expect(text).toContain("Trevor Jones (no authority recorded)");
    expect(text).toContain("for minutes 9 and 10");
  });

  it("marks what was changed in substance, clause by clause (row 5)", async () => {
    const { text, html } = await render("topic", { slug: "community-offer-for-living-and-learning" });
    expect(text).toContain("All 4 clauses accepted; 2 changed in substance");
    expect(html).toContain("<mark>Delegate powers</mark>");
    expect(text).toContain("No notice is on record, so no statutory clock ran.");
  });

  it("asks five steps of what waits, and nothing of what went elsewhere (row 7)", async () => {
    const { text } = await render("programme", COMMITTEE);
    expect(text).toContain("6 topics: 4 wait for steps, 1 handed over, 1 with partners");
    expect(text).toContain("Handed over To Budget Strategy Task and Finish Group, on 1 September 2016.");
  });

  it("says aloud what is not given, and what slips (rows 8 and 9)", async () => {
    const { text } = await render("programme", COMMITTEE);
    expect(text.match(/Not given/g)).toHaveLength(4);
    expect(text).toContain("Its report promises the final one for 11 January 2017");
    expect(text).toContain("“Registration services” promises its final report to this meeting.");
  });

  it("says that the executive was first (row 10)", async () => {
    const { text } = await render("programme", COMMITTEE);
    expect(text).toContain("Cabinet has already considered this on 28 September; what it decided is not recorded.");
  });

  it("loses no topic from sight (row 12)", async () => {
    const { text } = await render("programme", COMMITTEE);
    expect(text).toContain("It leaves out support for carers.");
    expect(text).toMatch(
      /“ ?Budget cuts ?” was suggested on 16 June \( ?minute 8 ?\)\. No record says where it went\./,
    );
    expect(text).toMatch(/“ ?Fair Charges for Care and Support ?” is new here/);
  });

  it("points out a day set by others that falls before the meeting (row 13)", async () => {
    const { text } = await render("topic", { slug: "community-offer-for-living-and-learning" });
    expect(text).toContain("Falls 4 days before the committee meets.");
  });

  it("tells blank from None on a front sheet (row 14)", async () => {
    const { text } = await render("report", { slug: "response-to-hate-crime" });
    expect(text).toMatch(/Appendices Not given Background papers Not given/);
    expect((await render("report", { slug: "registration-services" })).text).toMatch(
      /Appendices None Background papers None/,
    );
  });

  it("keeps the place of a withheld paper, with its paragraph and that no reason is recorded (row 15)", async () => {
    const { text } = await render("meeting", OCTOBER);
    expect(text).toContain("Not for publication: exempt under paragraph 3");
    expect(text).toContain("No public-interest reason is recorded.");
    expect(text).toContain("No item on this agenda excludes the public");
  });
});
