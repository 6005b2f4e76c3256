import { randomInt, randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { one, sql } from "./support/database";
import { readForm, send, typedInto } from "./support/forms";
import { EVERYBODY } from "./support/people";
import { ask } from "./support/site";
import { sendAsPerson } from "./support/suggestion";
import { expect, test } from "./support/test";

test.describe.configure({ mode: "parallel" });

const FORM = "/topics/suggest";
const WRONG_PEOPLE = EVERYBODY.filter((who) => who !== "democraticServices");

const aTitle = (what: string) => `${what} ${randomUUID().slice(0, 8)}`;
const found = (title: string) =>
  sql<{ id: string; slug: string; status: string; version: number }>(`SELECT * FROM "Topic" WHERE title = $1`, title);

/** Somebody of the public whose connection nobody else has suggested from. */
const fromElsewhere = (javaScriptEnabled = true) => ({
  javaScriptEnabled,
  extraHTTPHeaders: { "x-forwarded-for": `203.0.113.${randomInt(1, 250)}, 198.51.100.${randomInt(1, 250)}` },
});

for (const javaScriptEnabled of [true, false]) {
  test(`the public suggests a topic, and reads it once it is triaged${javaScriptEnabled ? "" : ", without JavaScript"}`, async ({
    as,
  }) => {
    const page = await as(null, fromElsewhere(javaScriptEnabled));
    const title = aTitle("Evening buses");
    await page.goto("/");
    await page.getByRole("contentinfo").getByRole("link", { name: "Suggest a topic" }).click();
    await page.getByLabel("What is it about?").fill("None leave after seven.");
    await page.getByLabel("I want to hear what becomes of it").check();
    await page.getByRole("button", { name: "Send the suggestion" }).click();
    await expect(page.getByRole("heading", { name: "Not sent yet" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Say in a few words what scrutiny should look into." })).toBeVisible();
    await expect(page.getByLabel("What is it about?")).toHaveValue("None leave after seven.");
    await expect(page.getByLabel("I want to hear what becomes of it")).toBeChecked();

    await page.getByLabel("What should scrutiny look into?").fill(title);
    await page.getByLabel("E-mail address").fill("resident@example.org");
    await sendAsPerson(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you for your suggestion");
    await expect(page.locator("body")).not.toContainText("resident@example.org");
    const [topic] = await found(title);
    expect(topic).toMatchObject({ status: "suggested" });
    const address = `/topics/${topic?.slug}`;
    expect((await ask(address)).status).toBe(404);
    expect((await ask("/topics")).text).not.toContain(title);

    const helen = await as("democraticServices", { javaScriptEnabled });
    await helen.goto("/office/topics");
    await helen
      .getByRole("region", { name: "For you to place with a committee" })
      .getByRole("link", { name: title })
      .click();
    await expect(helen.getByRole("region", { name: "Who suggested it" })).toContainText("resident@example.org");
    await helen.getByText("Triage", { exact: true }).first().click();
    const triage = helen.locator("details", { has: helen.getByRole("button", { name: "Triage" }) });
    await triage.getByRole("button", { name: "Triage" }).click();
    await expect(triage.getByRole("heading", { name: "Not done" })).toBeVisible();
    await triage
      .getByLabel("The committee whose remit it is")
      .selectOption({ label: "People and Communities Overview and Scrutiny Committee" });
    await triage.getByLabel("I have looked through the topics like it").check();
    await triage.getByRole("button", { name: "Triage" }).click();
    await expect(helen.getByRole("link", { name: "As the public sees it" })).toBeVisible();

    // The first reading shows it, and nothing of who suggested it.
    const { status, text } = await ask(address);
    expect(status).toBe(200);
    expect(text).toContain(title);
    expect(text).toContain("Given to People and Communities");
    expect(text).not.toContain("resident@example.org");
    expect((await ask("/topics")).text).toContain(title);
  });
}

test("nobody but democratic services triages, or reads who suggested it", async ({ as }) => {
  const title = aTitle("Street lights");
  const page = await as(null, fromElsewhere(false));
  await page.goto(FORM);
  await page.getByLabel("What should scrutiny look into?").fill(title);
  await page.getByLabel("What is it about?").fill("Off at midnight.");
  await page.getByLabel("E-mail address").fill("resident@example.org");
  await sendAsPerson(page);
  const topic = await one<{ id: string; slug: string }>(`SELECT id, slug FROM "Topic" WHERE title = $1`, title);
  const office = `/office/topics/${topic.slug}`;

  const helen = await as("democraticServices", { javaScriptEnabled: false });
  await helen.goto(office);
  const { id: body } = await one<{ id: string }>(`SELECT id FROM "Body" WHERE slug = 'people-and-communities'`);
  const panel = helen.locator("form", { has: helen.locator('input[name="step"][value="triage"]') });
  const form = typedInto(await readForm(panel), { bodyId: body });
  const triage = { ...form, fields: [...form.fields, ["duplicatesSeenOn", "yes"] as [string, string]] };
  for (const who of WRONG_PEOPLE) {
    const { text } = await ask(office, { who });
    expect(text, who).not.toContain("resident@example.org");
    expect(text, who).not.toContain("Who suggested it");
    await send(triage, who);
    expect(await found(title), who).toMatchObject([{ status: "suggested", version: 1 }]);
  }
  expect((await send(triage, null)).headers.get("location")).toMatch(/^\/sign-in/);
  expect((await ask(office, { who: "administrator" })).status).toBe(404);
  await send(triage, "democraticServices");
  expect(await found(title)).toMatchObject([{ status: "triaged" }]);
});

test("a robot is asked for it once more, and sending twice makes one topic", async ({ as }) => {
  const page = await as(null, fromElsewhere(false));
  await page.goto(FORM);
  const title = aTitle("Cheap pills");
  const said = { title, description: "Buy now." };
  const blank = await readForm(page.locator("main form"));
  const form = typedInto(blank, said);

  // At once, with the field filled in that people leave empty, with a token of its own making, and without one.
  const tries = [form, typedInto(form, { website: "https://example.org" }), typedInto(form, { token: "1.a.b" })];
  for (const one of tries) expect((await send(one, null)).text).toContain("Send it once more.");
  expect(await found(title)).toEqual([]);

  await expect(async () => expect((await send(form, null)).status).toBe(303)).toPass();
  const again = await Promise.all([send(form, null), send(form, null)]);
  expect(again.map(({ headers }) => headers.get("location"))).toEqual(["/topics/suggest/sent", "/topics/suggest/sent"]);
  expect((await found(title)).length).toBe(1);
});

test("the form is made anew for each request, under the strict policy, and reads no session", async () => {
  const [one, other, signedIn] = await Promise.all([ask(FORM), ask(FORM), ask(FORM, { who: "member" })]);
  const tokenIn = (text: string) => /name="token" value="([^"]+)"/.exec(text)?.[1];
  expect(new Set([one, other, signedIn].map(({ text }) => tokenIn(text))).size).toBe(3);
  expect(one.headers.get("cache-control")).toMatch(/no-store/);
  const policy = one.headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/);
  expect(policy).not.toContain("unsafe");
  expect(signedIn.text).not.toContain("Sign out");
  expect(one.headers.get("set-cookie")).toBeNull();
});

test("a member scores a topic without seeing what others gave", async ({ as }) => {
  const title = aTitle("Libraries");
  const chair = await as("chair", { javaScriptEnabled: false });
  await chair.goto(`/office/topics/new`);
  await chair.getByLabel("What should scrutiny look into?").fill(title);
  await chair.getByRole("button", { name: "Look for topics like it" }).click();
  await expect(chair.getByRole("region", { name: "Topics like it" })).toContainText("Mobile library service");
  await chair.getByRole("button", { name: "Suggest the topic" }).click();
  await expect(chair.getByRole("heading", { level: 1 })).toContainText(title);
  const { slug } = (await found(title))[0] ?? { slug: "" };
  await sql(
    `UPDATE "Topic" SET status = 'triaged', audience = 'public', "duplicatesSeenOn" = '2016-10-03', "statusOn" = '2016-10-03',
      "bodyId" = (SELECT id FROM "Body" WHERE slug = 'people-and-communities') WHERE slug = $1`,
    slug,
  );

  const scoreAs = async (page: Page, timely: string) => {
    await page.goto(`/office/topics/${slug}`);
    const scores = page.getByRole("region", { name: "Scores" });
    for (const name of ["Organisational priority", "Public interest", "Influence", "Cost"])
      await scores.getByRole("group", { name }).getByLabel("1", { exact: true }).check();
    await scores.getByRole("group", { name: "Timely" }).getByLabel(timely, { exact: true }).check();
    await scores.getByRole("group", { name: "Cabinet paper" }).getByLabel("Yes").check();
    return scores;
  };
  const first = await scoreAs(chair, "2");
  await first.getByRole("button", { name: "Score the topic" }).click();
  await expect(chair.getByText("Your marks are kept")).toBeVisible();

  const member = await as("member");
  const own = await scoreAs(member, "0");
  await expect(own).toContainText("1 person has scored");
  await expect(own.getByRole("table")).toHaveCount(0);
  await own.getByRole("button", { name: "Score the topic" }).click();
  await expect(own.getByRole("table")).toContainText("1, from 0 to 2");
  expect((await ask(`/office/topics/${slug}`, { who: "officer" })).text).not.toContain("from 0 to 2");
});
