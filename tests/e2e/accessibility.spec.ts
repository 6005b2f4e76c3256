import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { routeOf } from "./support/crawl";
import { EVERYBODY, type Who } from "./support/people";
import { reachedBy } from "./support/reached";
import { sampleOfAll, samplePages } from "./support/samples";
import { expect, test } from "./support/test";

test.describe.configure({ mode: "parallel" });

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDE = [{ width: 1280, height: 900 }];
const SIZES = [...WIDE, { width: 390, height: 844 }];

for (const who of [null, ...EVERYBODY] as (Who | null)[]) {
  test(`pages of ${who ?? "the public"} can be used by everybody`, async ({ as }) => {
    test.setTimeout(900_000);
    const page = await as(who);
    const said: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") said.push(`${page.url()}: ${message.text()} ${message.location().url}`);
    });
    page.on("pageerror", (error) => said.push(`${page.url()}: ${error.message}`));

    const paths = sampleOfAll([null, ...EVERYBODY]).get(who) ?? [];
    const wrong: string[] = [];
    // An empty page has on a phone what a full one has.
    for (const { path, isFullest } of paths) wrong.push(...(await problemsOf(page, path, isFullest ? SIZES : WIDE)));
    expect(wrong).toEqual([]);
    expect(said).toEqual([]);
  });
}

test("every kind of page that anybody can reach is looked at", () => {
  const looked = new Set([...sampleOfAll([null, ...EVERYBODY]).values()].flat().map(({ path }) => routeOf(path)));
  const reached = [null, ...EVERYBODY].flatMap((who) => samplePages(reachedBy(who))).map(routeOf);
  expect(looked.size).toBeGreaterThan(50);
  expect(reached.filter((kind) => !looked.has(kind))).toEqual([]);
});

test("a page that is not there can be used by everybody", async ({ as }) => {
  const wrong: string[] = [];
  for (const [who, path] of [
    [null, "/committees/none"],
    ["member", "/office/none"],
  ] as const) {
    wrong.push(...(await problemsOf(await as(who), path)));
  }
  expect(wrong).toEqual([]);
});

test("what is wrong is found", async ({ as }) => {
  const page = await as(null);
  await page.setContent(`<html lang="en-GB"><title>One – two</title><main><h1>One</h1><img src="data:,">
    <p style="color: #999">Pale words</p></main></html>`);
  const found = await violationsOn(page);
  expect(found.map((violation) => violation.split(":")[0])).toEqual(
    expect.arrayContaining(["color-contrast", "image-alt"]),
  );
});

/** Everything that is wrong with a page, at each of these sizes; and whether it fits 320 px, which is 400 % zoom of 1280. */
async function problemsOf(page: Page, path: string, sizes = SIZES): Promise<string[]> {
  const wrong: string[] = [];
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(path);
  const { headings, language, title } = await page.evaluate(() => ({
    headings: document.querySelectorAll("h1").length,
    language: document.documentElement.lang,
    title: document.title,
  }));
  if (headings !== 1) wrong.push(`${path}: ${headings} level 1 headings`);
  if (language !== "en-GB") wrong.push(`${path}: its language is "${language}"`);
  if (!/ – /.test(title) && path !== "/" && path !== "/office") wrong.push(`${path}: its title is "${title}"`);

  for (const size of sizes) {
    await page.setViewportSize(size);
    wrong.push(...(await violationsOn(page)).map((violation) => `${path} at ${size.width}: ${violation}`));
  }
  await page.setViewportSize({ width: 320, height: 640 });
  if (await isTooWide(page)) wrong.push(`${path}: wider than 320 px: ${await widest(page)}`);
  await page.evaluate(spaceOut);
  if (await isTooWide(page)) wrong.push(`${path}: wider than 320 px with spaced text: ${await widest(page)}`);
  return wrong;
}

/** What axe finds. No page has frames, for which it would open a tab each time; and what is right need not be listed. */
async function violationsOn(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(RULES)
    .setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

const isTooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** The first things that stand out on the right. */
const widest = (page: Page) =>
  page.evaluate(() =>
    [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 120))
      .join(" | "),
  );

/** The spacing a reader may set (WCAG 1.4.12), by a sheet of the page's own, which the content policy allows. */
function spaceOut(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
