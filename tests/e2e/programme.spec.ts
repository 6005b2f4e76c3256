import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { COMMITTEE } from "./support/council";
import { one, sql } from "./support/database";
import { readForm, send } from "./support/forms";
import { choose, press, tabTo, type } from "./support/keyboard";
import type { Who } from "./support/people";
import { ask } from "./support/site";
import { expect, test } from "./support/test";

test.describe.configure({ mode: "parallel" });

const DESK = `/office/programme/${COMMITTEE}`;
const TABLE = `/committees/${COMMITTEE}/work-programme`;

/** Everybody who may look at the desk, or not even that, and may not change anything on it. */
const WRONG_PEOPLE: readonly Who[] = [
  "chair",
  "member",
  "coOptee",
  "councillorElsewhere",
  "officer",
  "director",
  "cabinetMember",
  "cabinetSupport",
  "properOfficer",
  "administrator",
];

/** The public table has followed by the time that the change is answered: the first reading shows it, however slow the machine. */
async function expectInPublic(title: string, shown: boolean): Promise<void> {
  expect((await ask(TABLE)).text.includes(title)).toBe(shown);
}

const countOf = async (title: string): Promise<number> =>
  (await sql(`SELECT id FROM "ProgrammeItem" WHERE title = $1`, title)).length;

const aTitle = (what: string) => `${what} ${randomUUID().slice(0, 8)}`;

for (const who of WRONG_PEOPLE) {
  test(`${who} edits nothing in the work programme`, async ({ as }) => {
    const helen = await as("democraticServices", { javaScriptEnabled: false });
    const title = aTitle("Bus shelters");
    await helen.goto(`${DESK}/new`);
    await helen.getByLabel("Title").fill(title);
    const add = await readForm(helen.locator("main form"));
    const item = await one<{ id: string; version: number }>(
      `SELECT id, version FROM "ProgrammeItem" WHERE title = 'Adoption and fostering'`,
    );
    await helen.goto(`${DESK}/items/${item.id}`);
    const edit = await readForm(helen.locator("form", { has: helen.getByRole("button", { name: "Save the item" }) }));

    // What is not theirs is not there, in the same words as what was never there.
    const never = await ask(`${DESK}/items/${randomUUID()}`, { who });
    for (const path of [`${DESK}/new`, `${DESK}/items/${item.id}`]) {
      const { status, text } = await ask(path, { who });
      expect(status, path).toBe(404);
      expect(text, path).toContain("Page not found");
      expect(text.length - path.length, path).toBeLessThan(never.text.length + 200);
    }
    const desk = await ask(DESK, { who });
    expect(desk.text).not.toContain("Add an item");

    // And the form of somebody else does nothing in their hands.
    await send(add, who);
    await send({ ...edit, fields: edit.fields.map(([name, value]) => [name, name === "title" ? title : value]) }, who);
    expect(await countOf(title)).toBe(0);
    const after = await one(`SELECT version FROM "ProgrammeItem" WHERE id = $1`, item.id);
    expect(after.version).toBe(item.version);
  });
}

test("nobody edits the work programme without signing in", async ({ as }) => {
  const helen = await as("democraticServices", { javaScriptEnabled: false });
  const title = aTitle("Bus shelters");
  await helen.goto(`${DESK}/new`);
  await helen.getByLabel("Title").fill(title);
  const answer = await send(await readForm(helen.locator("main form")), null);
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toMatch(/^\/sign-in/);
  expect(await countOf(title)).toBe(0);
});

for (const javaScriptEnabled of [true, false]) {
  test(`democratic services edits the work programme${javaScriptEnabled ? "" : ", without JavaScript"}`, async ({
    as,
  }) => {
    const page = await as("democraticServices", { javaScriptEnabled });
    const first = aTitle("Winter roads");
    const title = aTitle("Winter roads and paths");

    await page.goto(DESK);
    await page.getByRole("link", { name: "Add an item" }).click();
    await page.getByRole("button", { name: "Add the item" }).click();
    await expect(page.getByRole("heading", { name: "Not added" })).toBeVisible();
    await page.getByLabel("Title").fill(first);
    await page.getByLabel("Purpose").fill("How salt and grit are shared out.");
    await page.getByLabel("Kind of work").selectOption({ label: "Briefing" });
    await page.getByRole("button", { name: "Add the item" }).click();
    await expect(page.getByText("Added to the programme, as proposed")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(first);
    await expectInPublic(first, false);

    await page.getByLabel("Title").fill(title);
    await page.getByLabel("Key lines of enquiry").fill("What does it cost?\nWho decides where?");
    await page.getByRole("button", { name: "Save the item" }).click();
    await expect(page.getByRole("status").getByText("Saved")).toBeVisible();

    await moveTo(page, "Wed 11 Jan 2017");
    await expect(page.getByText("Give a reason. It is recorded with this step.").first()).toBeVisible();
    await page.getByLabel("Reason, shown in the history").first().fill("The chairman asked for it before the spring.");
    await page.getByRole("button", { name: "Move", exact: true }).click();
    const place = page.getByRole("region", { name: "Place" });
    await expect(place).toContainText("Wednesday 11 January 2017");
    await expectInPublic(title, true);

    // To a later day is a deferral: it wants a reason and somebody's authority, and keeps what was typed until it has them.
    await moveTo(page, "Mon 20 Mar 2017");
    await expect(page.getByRole("heading", { name: "Not moved" })).toBeVisible();
    await expect(page.getByLabel("Move to").locator("option:checked")).toHaveText("Mon 20 Mar 2017");
    await page.getByLabel("Reason, shown in the history").first().fill("The figures for the winter come in March.");
    await page.getByLabel("Consulted").first().fill("David Walsh");
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await expect(place).toContainText("Monday 20 March 2017");
    const table = (await ask(TABLE)).text;
    expect(table.indexOf(title)).toBeGreaterThan(table.indexOf("Monday 20 March 2017"));

    const history = page.getByRole("region", { name: "History of the item" });
    await expect(history).toContainText("The figures for the winter come in March.");
    await expect(history).toContainText("a deferral");
    await expect(history).toContainText("after consulting David Walsh");

    await page.getByText("Withdraw this item").click();
    const withdrawing = page.locator("details", { hasText: "Withdraw this item" });
    await withdrawing.getByRole("button", { name: "Withdraw the item" }).click();
    await expect(page.getByRole("heading", { name: "Not withdrawn" })).toBeVisible();
    await withdrawing.getByLabel("Reason, shown in the history").fill("The county's contractor reports instead.");
    await withdrawing.getByLabel("Consulted").fill("David Walsh");
    await withdrawing.getByRole("button", { name: "Withdraw the item" }).click();
    await expect(page.getByRole("status").getByText("Withdrawn")).toBeVisible();
    await expect(page.getByRole("button", { name: "Save the item" })).toHaveCount(0);
    // Nothing is deleted: the public table says that it is off, in the place it had.
    const row = (await ask(TABLE)).text.split("<tr").find((each) => each.includes(title));
    expect(row).toContain("Withdrawn");

    await page.goto(DESK);
    await expect(page.getByText(title).first()).toBeVisible();
  });
}

async function moveTo(page: Page, place: string): Promise<void> {
  await page.getByLabel("Move to").selectOption({ label: place });
  await page.getByRole("button", { name: "Move", exact: true }).click();
}

test("democratic services edits the work programme by keyboard alone", async ({ as }) => {
  const page = await as("democraticServices");
  const title = aTitle("Ferries");
  await page.goto(DESK);
  await press(page, page.getByRole("link", { name: "Add an item" }));
  await type(page, page.getByLabel("Title"), title);
  await choose(page, page.getByLabel("Kind of work"), "Briefing");
  await press(page, page.getByRole("button", { name: "Add the item" }));
  await expect(page.getByText("Added to the programme, as proposed")).toBeVisible();

  await choose(page, page.getByLabel("Move to"), "Mon 20 Mar 2017");
  await type(page, page.getByLabel("Reason, shown in the history").first(), "Asked for at the last meeting.");
  await press(page, page.getByRole("button", { name: "Move", exact: true }));
  await expect(page.getByRole("status").getByText("Moved")).toBeVisible();
  await expectInPublic(title, true);

  // On the desk the card has a Move of its own, behind a word, for whoever does not drag.
  await press(page, page.getByRole("link", { name: "People and Communities, the desk" }));
  const card = page
    .locator("article, li")
    .filter({ has: page.getByRole("heading", { name: title }) })
    .last();
  await press(page, card.locator("summary").filter({ hasText: "Move" }));
  await choose(page, card.getByLabel("Move to"), "Wed 11 Jan 2017");
  await type(page, card.getByLabel("Reason, shown in the history"), "There is room in January.");
  await tabTo(page, card.getByRole("button", { name: "Move" }));
  await page.keyboard.press("Space");
  await expect(page.getByText(`“${title}” moved to`)).toBeVisible();
});
