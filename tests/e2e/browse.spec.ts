import { COMMITTEE } from "./support/council";
import { press, tabTo } from "./support/keyboard";
import { expect, test } from "./support/test";

const PACK = "Meeting of Tuesday 11 October 2016";

for (const javaScriptEnabled of [true, false]) {
  test(`anybody reads the agenda of 11 October 2016${javaScriptEnabled ? "" : ", without JavaScript"}`, async ({
    as,
  }) => {
    const page = await as(null, { javaScriptEnabled });
    const heading = page.getByRole("heading", { level: 1 });
    await page.goto("/");
    await expect(heading).toHaveText("Scrutiny in Dorset");
    await page.getByRole("navigation").getByRole("link", { name: "Committees" }).first().click();
    await page
      .getByRole("link", { name: /^People and Communities/ })
      .first()
      .click();
    await expect(heading).toHaveText("People and Communities Overview and Scrutiny Committee");
    await page.getByRole("link", { name: PACK }).click();
    await expect(heading).toHaveText(PACK);
    await expect(page.getByText("6 clear days before the meeting")).toBeVisible();

    // Appendix 3 has its place, the paragraph it is exempt under, and that no reason was given; it leads nowhere.
    const appendix = page.getByText("Appendix 3: Draft Outline Business Case");
    await expect(appendix).toBeVisible();
    await expect(page.getByText("Not for publication: exempt under paragraph 3.")).toBeVisible();
    await expect(page.getByText("No public-interest reason is recorded.")).toBeVisible();
    await expect(page.getByText("No item on this agenda excludes the public")).toBeVisible();
    await expect(page.getByRole("link", { name: "Appendix 3: Draft Outline Business Case" })).toHaveCount(0);

    await page.getByRole("link", { name: "The Community Offer for Living and Learning", exact: true }).click();
    await expect(heading).toHaveText("The Community Offer for Living and Learning");
    const paragraph = page.locator("main a[href^='#']").first();
    const anchor = (await paragraph.getAttribute("href")) ?? "";
    await expect(page.locator(`[id="${anchor.slice(1)}"]`)).toHaveCount(1);

    await page.getByRole("link", { name: /^Topic: Community Offer/ }).click();
    await expect(heading).toHaveText("Community Offer for Living and Learning");
    await expect(page.getByText("All 4 clauses accepted; 2 changed in substance")).toBeVisible();
    await page.getByRole("link", { name: "Minute 10" }).first().click();
    await expect(page).toHaveURL(/meetings\/2016-06-16\/minutes#minute-10$/);
    await expect(heading).toContainText("16 June 2016");

    await page.goto(`/committees/${COMMITTEE}`);
    await page.getByRole("link", { name: "Work programme 2016/17" }).click();
    await expect(heading).toHaveText("Work programme 2016/17");
    await expect(page.getByText("Its report promises the final one for 11 January 2017")).toBeVisible();
    await page.goto(`/committees/${COMMITTEE}`);
    await page.getByRole("link", { name: "Recommendations and answers" }).click();
    await expect(heading).toContainText("Recommendations");
    await expect(page.getByRole("table").getByText("Changed in substance").first()).toBeVisible();
  });
}

test("the papers of an agenda open for anybody, all but the exempt one", async ({ as, request }) => {
  const page = await as(null);
  await page.goto(`/committees/${COMMITTEE}/meetings/2016-10-11`);
  const papers = await page
    .locator("a[href^='/papers/']")
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href") ?? ""))]);
  expect(papers.length).toBeGreaterThan(8);
  for (const paper of papers) {
    const whole = await request.get(paper);
    expect(whole.status()).toBe(200);
    expect(whole.headers()["content-type"]).toBe("application/pdf");
    const part = await request.get(paper, { headers: { Range: "bytes=0-4" } });
    expect(part.status()).toBe(206);
    expect(await part.text()).toBe("%PDF-");
  }
});

test("anybody takes the minutes away as PDF and as Word, in large print too", async ({ as, request }) => {
  const page = await as(null, { javaScriptEnabled: false });
  await page.goto(`/committees/${COMMITTEE}/meetings/2016-06-16/minutes`);
  for (const [name, type] of [
    ["PDF", /pdf/],
    ["Word", /wordprocessingml/],
    ["PDF, large print", /pdf/],
    ["Word, large print", /wordprocessingml/],
  ] as const) {
    const link = page.getByRole("link", { name: `${name} (minutes of 16 June 2016)`, exact: true });
    const href = (await link.getAttribute("href")) ?? "";
    const file = await request.get(href);
    expect([href, file.status()]).toEqual([href, 200]);
    expect(file.headers()["content-type"]).toMatch(type);
    const again = await request.get(href, { headers: { "If-None-Match": file.headers().etag ?? "" } });
    expect([href, again.status()]).toEqual([href, 304]);
  }
});

test("anybody reads the agenda by keyboard alone", async ({ as }) => {
  const page = await as(null);
  const heading = page.getByRole("heading", { level: 1 });
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveText(/^Skip to/);
  await page.keyboard.press("Enter");
  await press(page, page.getByRole("link", { name: "People and Communities Overview and Scrutiny Committee" }).first());
  await expect(heading).toHaveText(PACK);
  await press(page, page.getByRole("link", { name: "The Community Offer for Living and Learning", exact: true }));
  await expect(heading).toHaveText("The Community Offer for Living and Learning");
  await press(page, page.getByRole("link", { name: /^Topic: Community Offer/ }));
  await expect(heading).toHaveText("Community Offer for Living and Learning");
  await tabTo(page, page.getByRole("link", { name: "Minute 10" }).first());
});

test("whoever is not signed in is asked to, and comes back to where they were going", async ({ as }) => {
  const page = await as(null);
  for (const path of ["/office/scoping", `/office/programme/${COMMITTEE}`, "/office/meetings"]) {
    await page.goto(path);
    await expect(page).toHaveURL(`/sign-in?from=${encodeURIComponent(path)}`);
  }
});

test("a page that is not there says so, in the council's own page", async ({ as }) => {
  const page = await as(null, { javaScriptEnabled: false });
  for (const path of ["/committees/none", "/topics/none", "/none", `/committees/${COMMITTEE}/meetings/2016-10-12`]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
    await expect(page.getByText("Dorset County Council").first()).toBeVisible();
  }
});
