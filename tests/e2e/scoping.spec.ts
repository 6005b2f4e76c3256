import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { sql } from "./support/database";
import { readForm, send } from "./support/forms";
import { choose, press, type } from "./support/keyboard";
import type { Who } from "./support/people";
import { ask } from "./support/site";
import { expect, test } from "./support/test";

test.describe.configure({ mode: "parallel" });

const NEW = "/office/scoping/new?body=people-and-communities";

/** Who begins no proposal to the committee. */
const MAY_NOT_BEGIN: readonly Who[] = [
  "member",
  "coOptee",
  "councillorElsewhere",
  "cabinetMember",
  "cabinetSupport",
  "administrator",
];

/** Who reads a draft of Paul Leivers: its body's chair and vice-chair, democratic services, the statutory scrutiny officer. */
const READ_DRAFT: readonly Who[] = ["officer", "chair", "viceChair", "democraticServices", "scrutinyOfficer"];
/** And once it is put forward. */
const READ_FORWARD: readonly Who[] = [...READ_DRAFT, "member", "coOptee"];
const NEVER: readonly (Who | null)[] = [
  null,
  "councillorElsewhere",
  "otherOfficer",
  "director",
  "cabinetMember",
  "cabinetSupport",
  "properOfficer",
  "administrator",
];

async function expectReaders(path: string, title: string, readers: readonly Who[], others: readonly (Who | null)[]) {
  for (const who of readers) {
    const { status, text } = await ask(path, { who });
    expect(status, who).toBe(200);
    expect(text, who).toContain(title);
    expect((await ask("/office/scoping", { who })).text, who).toContain(title);
  }
  for (const who of others) {
    const { status, text } = await ask(path, { who });
    expect(status, who ?? "the public").toBe(who === null ? 307 : 404);
    expect(text, who ?? "the public").not.toContain(title);
    expect((await ask("/office/scoping", { who })).text, who ?? "the public").not.toContain(title);
  }
}

const aTitle = () => `Community transport ${randomUUID().slice(0, 8)}`;
const countOf = async (title: string) => (await sql(`SELECT id FROM "ScopingProposal" WHERE title = $1`, title)).length;

/** Opens a part of the form. */
async function open(page: Page, part: RegExp): Promise<void> {
  await page.getByRole("region", { name: "Sections" }).getByRole("link", { name: part }).click();
  await expect(page.getByRole("heading", { level: 2, name: part })).toBeVisible();
}

/** Saves the part that is open; the form then holds the version after the one it held. */
async function saveDraft(page: Page, click = () => page.getByRole("button", { name: "Save draft" }).click()) {
  const version = page
    .locator("form", { has: page.getByRole("button", { name: "Save draft" }) })
    .locator("[name=version]");
  const before = Number(await version.inputValue());
  await click();
  await expect(version).toHaveValue(String(before + 1));
}

for (const who of MAY_NOT_BEGIN) {
  test(`${who} begins no scoping proposal`, async ({ as }) => {
    const paul = await as("officer", { javaScriptEnabled: false });
    const title = aTitle();
    await paul.goto(NEW);
    await paul.getByLabel("Item").fill(title);
    const begin = await readForm(paul.locator("main form"));

    const { status, text } = await ask(NEW, { who });
    expect(status).toBe(404);
    expect(text).toContain("Page not found");
    expect((await ask("/office/scoping", { who })).text).not.toContain("Begin a proposal");
    await send(begin, who);
    expect(await countOf(title)).toBe(0);
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`an officer submits a scoping proposal${javaScriptEnabled ? "" : ", without JavaScript"}`, async ({ as }) => {
    test.setTimeout(600_000);
    const page = await as("officer", { javaScriptEnabled });
    const title = aTitle();
    await page.goto("/office/scoping");
    await page.getByRole("link", { name: "Begin a proposal" }).click();
    await page.getByLabel("People and Communities Overview and Scrutiny Committee").check();
    await page.getByRole("button", { name: "Choose the committee" }).click();
    await page.getByLabel("Item").fill(title);
    await page.getByRole("button", { name: "Begin the proposal" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
    const path = new URL(page.url()).pathname;
    await expectReaders(path, title, READ_DRAFT, [...NEVER, "member", "coOptee"]);

    // What is missing is said from the first minute, and all of it, by name, when it is put forward all the same.
    await expect(page.getByRole("region", { name: "Before it can be put forward" })).toContainText(
      "Name a lead member.",
    );
    await page.getByRole("button", { name: "Put forward" }).click();
    const refused = page.getByRole("heading", { name: /^Not put forward: 4 things are missing/ });
    await expect(refused).toBeVisible();
    for (const missing of [
      "Name a lead member.",
      "Say what is in scope.",
      "Say how the work will be done.",
      "Say when it begins and when it ends.",
    ]) {
      await expect(page.getByRole("link", { name: missing }).first()).toBeVisible();
    }
    expect((await sql(`SELECT status FROM "ScopingProposal" WHERE title = $1`, title))[0]?.status).toBe("draft");

    // A draft is kept with its gaps.
    await open(page, /Suggested Scope/);
    await page
      .getByRole("textbox", { name: "Suggested Scope" })
      .fill("Dial-a-ride, community buses, volunteer drivers.");
    await saveDraft(page);
    await page.goto(path);
    await open(page, /Suggested Scope/);
    await expect(page.getByRole("textbox", { name: "Suggested Scope" })).toHaveValue(
      "Dial-a-ride, community buses, volunteer drivers.",
    );

    await open(page, /Lead member and lead officer/);
    await page.getByRole("combobox", { name: "Lead Member" }).selectOption({ label: "Kate Wheller" });
    await saveDraft(page);
    await open(page, /Methodology/);
    await page.getByRole("textbox", { name: "Methodology" }).fill("A visit to two schemes, and figures from both.");
    await saveDraft(page);
    await open(page, /Timescale/);
    await page.getByRole("textbox", { name: "Timescale" }).fill("By the end of March.");
    const ends = page.getByRole("group", { name: "The work ends on" });
    await ends.getByLabel("Day").fill("31");
    await ends.getByLabel("Month").fill("2");
    await ends.getByLabel("Year").fill("2017");
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect(page.getByRole("heading", { name: "Not saved", exact: true })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Timescale" })).toHaveValue("By the end of March.");
    await ends.getByLabel("Month").fill("3");
    await page.getByRole("combobox", { name: "Report to the meeting of" }).selectOption({ label: "20 March 2017" });
    await saveDraft(page);

    await page.getByRole("button", { name: "Put forward" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Check before it is put forward");
    await expect(page.getByText("A visit to two schemes, and figures from both.")).toBeVisible();
    await page
      .getByRole("textbox", { name: "Why it goes forward as it is" })
      .fill("The lines of enquiry are for the committee to add.");
    await page.getByRole("button", { name: "Put forward" }).click();
    await expect(page).toHaveURL(new RegExp(`${path}(#.*)?$`));
    await expect(page.getByText("Ready").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Save draft" })).toHaveCount(0);
    await expectReaders(path, title, READ_FORWARD, NEVER);
  });
}

test("an officer submits a scoping proposal by keyboard alone", async ({ as }) => {
  test.setTimeout(600_000);
  const page = await as("officer");
  const title = aTitle();
  await page.goto("/office/scoping");
  await press(page, page.getByRole("link", { name: "Begin a proposal" }));
  await press(page, page.getByRole("radio").first(), "Space");
  // Further down the list, however many committees other tests have put on it.
  const ours = page.getByLabel("People and Communities Overview and Scrutiny Committee");
  for (let moved = 0; moved < 10 && !(await ours.isChecked()); moved++) await page.keyboard.press("ArrowDown");
  await expect(ours).toBeChecked();
  await press(page, page.getByRole("button", { name: "Choose the committee" }));
  await type(page, page.getByLabel("Item"), title);
  await press(page, page.getByRole("button", { name: "Begin the proposal" }));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);

  const sections = page.getByRole("region", { name: "Sections" });
  const part = async (name: RegExp, fill: () => Promise<void>) => {
    await press(page, sections.getByRole("link", { name }));
    await expect(page.getByRole("heading", { level: 2, name })).toBeVisible();
    await fill();
    await saveDraft(page, () => press(page, page.getByRole("button", { name: "Save draft" })));
  };
  await part(/Lead member and lead officer/, () =>
    choose(page, page.getByRole("combobox", { name: "Lead Member" }), "Kate Wheller"),
  );
  await part(/Suggested Scope/, () =>
    type(page, page.getByRole("textbox", { name: "Suggested Scope" }), "Community buses."),
  );
  await part(/Methodology/, () => type(page, page.getByRole("textbox", { name: "Methodology" }), "A visit."));
  await part(/Timescale/, () =>
    type(page, page.getByRole("textbox", { name: "Timescale" }), "Done by the end of March 2017."),
  );
  await press(page, page.getByRole("button", { name: "Put forward" }));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Check before it is put forward");
  await type(
    page,
    page.getByRole("textbox", { name: "Why it goes forward as it is" }),
    "The rest is for the committee.",
  );
  await press(page, page.getByRole("button", { name: "Put forward" }));
  await expect(page.getByText("Ready").first()).toBeVisible();
});

test("what is typed and not saved is kept for its writer alone", async ({ as }) => {
  const page = await as("officer");
  const title = aTitle();
  const words = `Only for me ${randomUUID()}`;
  await page.goto(NEW);
  await page.getByLabel("Item").fill(title);
  await page.getByRole("button", { name: "Begin the proposal" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  const path = new URL(page.url()).pathname;
  await open(page, /Methodology/);
  await page.getByRole("textbox", { name: "Methodology" }).fill(words);
  await expect(page.getByText(/^Typing kept at/)).toBeVisible();

  await page.goto(`${path}?section=method`);
  await expect(page.getByRole("textbox", { name: "Methodology" })).toHaveValue(words);
  for (const who of ["chair", "democraticServices"] as const) {
    for (const at of [path, `${path}?section=method`]) expect((await ask(at, { who })).text).not.toContain(words);
  }
});
