import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { COMMITTEE } from "./support/council";
import { one, sql } from "./support/database";
import { readForm, send, typedInto } from "./support/forms";
import { signInOf, type Who } from "./support/people";
import { openStep } from "./support/steps";
import { expect, test } from "./support/test";

test.describe.configure({ mode: "parallel" });

const DESK = `/office/programme/${COMMITTEE}`;

type Item = { id: string; version: number; title: string; purpose: string };

const itemCalled = (title: string): Promise<Item> =>
  one<Item>(`SELECT id, version, title, purpose FROM "ProgrammeItem" WHERE title = $1`, title);

const itemWithId = (id: string): Promise<Item> =>
  one<Item>(`SELECT id, version, title, purpose FROM "ProgrammeItem" WHERE id = $1`, id);

/** An item of this test's own. */
async function addItem(page: Page): Promise<Item> {
  const title = `Street lighting ${randomUUID().slice(0, 8)}`;
  await page.goto(`${DESK}/new`);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Purpose").fill("As it was at first.");
  await page.getByRole("button", { name: "Add the item" }).click();
  await expect(page.getByText("Added to the programme, as proposed")).toBeVisible();
  return await itemCalled(title);
}

const formThatSaves = (page: Page) =>
  page.locator("form", { has: page.getByRole("button", { name: "Save the item" }) });

for (const javaScriptEnabled of [true, false]) {
  test(`two edit one item at once: the second sees both versions and loses nothing${javaScriptEnabled ? "" : ", without JavaScript"}`, async ({
    as,
  }) => {
    const first = await as("democraticServices", { javaScriptEnabled });
    const second = await as("scrutinyOfficer", { javaScriptEnabled });
    const item = await addItem(first);
    await first.goto(`${DESK}/items/${item.id}`);
    await second.goto(`${DESK}/items/${item.id}`);

    await first.getByLabel("Purpose").fill("What Helen wrote.");
    await first.getByRole("button", { name: "Save the item" }).click();
    await expect(first.getByRole("status").getByText("Saved", { exact: true })).toBeVisible();

    await second.getByLabel("Purpose").fill("What the scrutiny officer wrote.");
    await second.getByLabel("Key lines of enquiry").fill("Which lamps go off, and when?");
    await second.getByRole("button", { name: "Save the item" }).click();
    await expect(second.getByRole("heading", { name: "Somebody saved this item before you" })).toBeVisible();
    const versions = second.getByRole("table", { name: /^Two versions of/ });
    for (const words of [
      "What Helen wrote.",
      "What the scrutiny officer wrote.",
      "Which lamps go off, and when?",
      "Helen Whitby",
    ]) {
      await expect(versions).toContainText(words);
    }
    expect((await itemWithId(item.id)).purpose).toBe("What Helen wrote.");

    // Where both wrote, nothing is chosen for anybody.
    await second.getByRole("button", { name: "Save what I chose" }).click();
    await expect(second.getByText("Choose one of the two for “Purpose”.").first()).toBeVisible();
    await versions.getByLabel("What Helen wrote.").check();
    await second.getByRole("button", { name: "Save what I chose" }).click();
    await expect(second.getByRole("status").getByText("Saved", { exact: true })).toBeVisible();
    await expect(second.getByLabel("Purpose")).toHaveValue("What Helen wrote.");
    await expect(second.getByLabel("Key lines of enquiry")).toHaveValue("Which lamps go off, and when?");
    // What was typed and not chosen is in the history.
    await second.getByRole("region", { name: "History of the item" }).getByText("Before and after").first().click();
    await expect(second.getByText("What the scrutiny officer wrote.")).toBeVisible();
  });
}

test("of eight who save one version at once one wins, and the others are shown what they wrote", async ({ as }) => {
  const page = await as("democraticServices", { javaScriptEnabled: false });
  const item = await addItem(page);
  await page.goto(`${DESK}/items/${item.id}`);
  const form = await readForm(formThatSaves(page));
  const written = Array.from({ length: 8 }, (_, index) => `Writer ${index} was here.`);

  const answers = await Promise.all(
    written.map((purpose) => send(typedInto(form, { purpose, onceKey: randomUUID() }), "democraticServices")),
  );
  const won = answers.flatMap(({ status }, index) => (status === 303 ? [index] : []));
  expect(won).toHaveLength(1);
  const after = await itemWithId(item.id);
  expect(after.version).toBe(item.version + 1);
  expect(after.purpose).toBe(written[won[0] ?? -1]);
  for (const [index, { status, text }] of answers.entries()) {
    if (index === won[0]) continue;
    expect(status).toBe(200);
    expect(text).toContain("Somebody saved this item before you");
    expect(text).toContain(written[index]);
    expect(text).toContain(after.purpose);
  }
  const edits = await sql(
    `SELECT id FROM "AuditEntry" WHERE "subjectId" = $1 AND action = 'programme item.edit'`,
    item.id,
  );
  expect(edits).toHaveLength(1);
});

test("one form sent twenty times makes one record", async ({ as }) => {
  const page = await as("democraticServices", { javaScriptEnabled: false });
  const title = `Car parks ${randomUUID().slice(0, 8)}`;
  await page.goto(`${DESK}/new`);
  await page.getByLabel("Title").fill(title);
  const form = await readForm(page.locator("main form"));

  const answers = await Promise.all(Array.from({ length: 20 }, () => send(form, "democraticServices")));
  const item = await itemCalled(title);
  for (const { status, headers } of answers) {
    expect(status).toBe(303);
    expect(headers.get("location")).toBe(`${DESK}/items/${item.id}?done=added`);
  }
  expect(await sql(`SELECT id FROM "AuditEntry" WHERE "subjectId" = $1`, item.id)).toHaveLength(1);
});

test("one scoping proposal sent twenty times is begun once", async ({ as }) => {
  const page = await as("officer", { javaScriptEnabled: false });
  const title = `Village halls ${randomUUID().slice(0, 8)}`;
  await page.goto(`/office/scoping/new?body=${COMMITTEE}`);
  await page.getByLabel("Item").fill(title);
  const form = await readForm(page.locator("main form"));
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(form, "officer")));
  const { id } = await one<{ id: string }>(`SELECT id FROM "ScopingProposal" WHERE title = $1`, title);
  const led = new Set(answers.map(({ status, headers }) => `${status} ${headers.get("location")}`));
  expect([...led]).toHaveLength(1);
  expect([...led][0]).toContain(`/office/scoping/${id}`);
});

test("two write in one part of a proposal: the second sees both versions and loses nothing", async ({ as }) => {
  const first = await as("officer", { javaScriptEnabled: false });
  const second = await as("democraticServices", { javaScriptEnabled: false });
  await first.goto(`/office/scoping/new?body=${COMMITTEE}`);
  await first.getByLabel("Item").fill(`Libraries ${randomUUID().slice(0, 8)}`);
  await first.getByRole("button", { name: "Begin the proposal" }).click();
  await expect(first).toHaveURL(/\/office\/scoping\/[0-9a-f-]{36}/);
  const path = new URL(first.url()).pathname;
  for (const page of [first, second]) await page.goto(`${path}?section=method`);

  const methodology = (page: Page) => page.getByRole("textbox", { name: "Methodology" });
  await methodology(first).fill("What Paul wrote.");
  await first.getByRole("button", { name: "Save draft" }).click();
  await expect(methodology(first)).toHaveValue("What Paul wrote.");
  await methodology(second).fill("What Helen wrote.");
  await second.getByRole("button", { name: "Save draft" }).click();
  await expect(second.getByRole("heading", { name: "Paul Leivers saved this part first" })).toBeVisible();
  const versions = second.getByRole("table", { name: /^Two versions of/ });
  await expect(versions).toContainText("What Paul wrote.");
  await expect(versions).toContainText("What Helen wrote.");
  await versions.getByLabel("What Helen wrote.").check();
  await second.getByRole("button", { name: "Save what I chose" }).click();
  await expect(methodology(second)).toHaveValue("What Helen wrote.");
});

for (const javaScriptEnabled of [true, false]) {
  test(`a fault of ours costs nobody what they typed${javaScriptEnabled ? "" : ", without JavaScript"}`, async ({
    as,
  }) => {
    const page = await as("democraticServices", { javaScriptEnabled });
    const word = `Verges${randomUUID().slice(0, 8)}`;
    // A database that fails where nobody expects it to: for this title alone.
    await sql(`
      CREATE FUNCTION fault_${word}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk on fire'; END $$;
      CREATE TRIGGER fault_${word} BEFORE INSERT ON "ProgrammeItem" FOR EACH ROW
        WHEN (NEW.title = '${word}') EXECUTE FUNCTION fault_${word}()`);
    await page.goto(`${DESK}/new`);
    await page.getByLabel("Title").fill(word);
    await page.getByLabel("Purpose").fill("Who cuts them, and when.");
    await page.getByRole("button", { name: "Add the item" }).click();
    await expect(page.getByRole("alert", { name: "Not added" })).toContainText(
      "Something broke on our side, and nothing was changed",
    );
    await expect(page.getByRole("alert", { name: "Not added" })).not.toContainText("disk");
    await expect(page.getByLabel("Title")).toHaveValue(word);
    await expect(page.getByLabel("Purpose")).toHaveValue("Who cuts them, and when.");

    // Mended meanwhile, the same form goes through.
    await sql(`DROP TRIGGER fault_${word} ON "ProgrammeItem"; DROP FUNCTION fault_${word}()`);
    await page.getByRole("button", { name: "Add the item" }).click();
    await expect(page.getByText("Added to the programme, as proposed")).toBeVisible();
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`of two who take one step the second is told, though its form has gone${javaScriptEnabled ? "" : ", without JavaScript"}`, async ({
    as,
  }) => {
    const slug = `allotments-${randomUUID()}`;
    await sql(
      `INSERT INTO "Topic" (id, slug, title, source, "suggestedOn", audience)
       VALUES ($1, $2, 'Allotments', 'public', '2016-10-03', 'inside')`,
      randomUUID(),
      slug,
    );
    const pages = [
      await as("democraticServices", { javaScriptEnabled }),
      await as("democraticServices", { javaScriptEnabled }),
    ];
    for (const page of pages) {
      await page.goto(`/office/topics/${slug}`);
      const step = await openStep(page, "Remove as spam or a complaint");
      await step.getByLabel(/^Reason/).fill("An advertisement.");
    }
    const [first, second] = pages as [Page, Page];
    const remove = { name: "Remove as spam or a complaint", exact: true };
    await first.getByRole("button", remove).click();
    await expect(first.getByText("Removed", { exact: true }).first()).toBeVisible();
    await second.getByRole("button", remove).click();
    const told = second.getByRole("heading", { name: javaScriptEnabled ? "Not done" : "Nothing was changed" });
    await expect(told).toBeVisible();
    await expect(second.getByText(/changed it first/).first()).toBeVisible();
  });
}

for (const [who, committee, javaScriptEnabled] of [
  ["scrutinyOfficer", COMMITTEE, true],
  ["democraticServices", "economic-growth", false],
] as const) {
  test(`what is sent after a sign-in has lapsed is there after the next${javaScriptEnabled ? "" : ", without JavaScript"}`, async ({
    as,
  }) => {
    const page = await as(null, { javaScriptEnabled });
    const title = `Allotments ${randomUUID().slice(0, 8)}`;
    await page.goto(`/sign-in?from=${encodeURIComponent(`/office/programme/${committee}/new`)}`);
    await signIn(page, who);
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("Purpose").fill("Who waits for one, and how long.");
    await sql(
      `UPDATE "SignInSession" SET "expiresAt" = now() - interval '1 minute' WHERE "keyHash" = (
         SELECT s."keyHash" FROM "SignInSession" s JOIN "Account" a ON a.id = s."accountId"
         WHERE a.email = $1 ORDER BY s."createdAt" DESC LIMIT 1)`,
      signInOf(who).email,
    );
    await page.getByRole("button", { name: "Add the item" }).click();
    await expect(page).toHaveURL(/\/sign-in\?from=/);
    await signIn(page, who);
    await expect(page.getByLabel("Title")).toHaveValue(title);
    await expect(page.getByLabel("Purpose")).toHaveValue("Who waits for one, and how long.");
    await page.getByRole("button", { name: "Add the item" }).click();
    await expect(page.getByText("Added to the programme, as proposed")).toBeVisible();
  });
}

async function signIn(page: Page, who: Who): Promise<void> {
  const { email, password } = signInOf(who);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}
