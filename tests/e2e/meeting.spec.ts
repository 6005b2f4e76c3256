import type { Locator, Page } from "@playwright/test";
import { COMMITTEE } from "./support/council";
import { one } from "./support/database";
import { ask } from "./support/site";
import { expect, test } from "./support/test";

/** The form behind its word, opened. */
async function open(page: Page, label: string | RegExp): Promise<Locator> {
  const form = page.locator("details", { has: page.locator("summary", { hasText: label }) }).first();
  if ((await form.getAttribute("open")) === null) await form.locator("summary").first().click();
  return form;
}

/** A day before today on which the committee has no meeting yet, so that the tests can be run again. */
async function aFreeDay(): Promise<string> {
  const { day } = await one<{ day: string }>(
    `SELECT to_char(d, 'YYYY-MM-DD') AS day FROM generate_series(date '2016-09-01', date '2016-09-30', '1 day') d
     WHERE NOT EXISTS (SELECT FROM "Meeting" m JOIN "Body" b ON b.id = m."bodyId"
       WHERE b.slug = $1 AND m.date = to_char(d, 'YYYY-MM-DD')) ORDER BY d LIMIT 1`,
    COMMITTEE,
  );
  return day;
}

test("a meeting is made, published, recorded as held and minuted, without JavaScript", async ({ as }) => {
  test.setTimeout(600_000);
  const day = await aFreeDay();
  const [year = "", month = "", date = ""] = day.split("-");
  for (const who of ["member", "officer", "administrator"] as const)
    expect((await ask("/office/meetings/new", { who })).status, who).toBe(404);

  const helen = await as("democraticServices", { javaScriptEnabled: false });
  await helen.goto(`/office/meetings/new?body=${COMMITTEE}`);
  await helen.getByRole("button", { name: "Make the meeting" }).click();
  await expect(helen.getByRole("alert", { name: "Not made" })).toContainText("Give the day of the meeting.");
  await helen.getByLabel("Day", { exact: true }).fill(date);
  await helen.getByLabel("Month", { exact: true }).fill(month);
  await helen.getByLabel("Year", { exact: true }).fill(year);
  await helen.getByLabel("Time").fill("10:00");
  await helen.getByLabel("Place").fill("Committee Room 2");
  await helen.getByRole("button", { name: "Make the meeting" }).click();

  // The items that its agendas always have, and one more.
  const agenda = `/office/meetings/${COMMITTEE}/${day}/agenda`;
  await expect(helen).toHaveURL(agenda);
  await expect(helen.getByRole("link", { name: "Apologies for Absence" })).toBeVisible();
  await helen.getByLabel("Title").fill("Footpaths");
  await helen.getByRole("button", { name: "Add the item" }).click();
  const onto = (page: Page) => page.locator("li.item").filter({ has: page.getByRole("link", { name: "Footpaths" }) });
  const numberOn = async (page: Page) => Number((await onto(page).locator(".num").textContent())?.replace("Item ", ""));
  const last = await numberOn(helen);
  await onto(helen).getByRole("button", { name: /^Up/ }).click();
  await expect.poll(() => numberOn(helen)).toBe(last - 1);

  // With script also by the arrow keys and by dragging: it keeps the focus, and where it stands is said.
  const scripted = await as("democraticServices");
  await scripted.goto(agenda);
  const up = onto(scripted).getByRole("button", { name: /^Up/ });
  await up.focus();
  await scripted.keyboard.press("ArrowUp");
  await expect(scripted.getByRole("status").filter({ hasText: `“Footpaths” is now item ${last - 2}.` })).toBeAttached();
  await expect(up).toBeFocused();
  const below = scripted.locator("li.item").last().locator(".row");
  const { height = 0 } = (await below.boundingBox()) ?? {};
  await onto(scripted)
    .locator(".num")
    .dragTo(below, { targetPosition: { x: 20, y: height - 4 } });
  await expect.poll(() => numberOn(scripted)).toBe(last);

  const meeting = `/office/meetings/${COMMITTEE}/${day}`;
  const inPublic = `/committees/${COMMITTEE}/meetings/${day}`;
  expect((await ask(inPublic)).status).toBe(404);
  await helen.goto(meeting);
  const convening = await open(helen, /^Convene the meeting/);
  await convening.getByLabel("Reason").fill("Convened on paper in August.");
  await convening.getByRole("button", { name: "Convene the meeting" }).click();
  expect((await ask(inPublic)).text).not.toContain("Footpaths");

  // The publication desk shows the agenda as the public will read it before anybody can.
  await helen.goto(`${meeting}/publication`);
  await expect(helen.getByRole("region", { name: "As the public will read it" })).toContainText("Footpaths");
  expect((await ask(inPublic)).text).not.toContain("Footpaths");
  await helen.getByLabel("Why it goes up as it is").fill("It was published on paper in August.");
  await helen.getByRole("button", { name: "Publish the agenda now" }).click();
  await expect(helen.getByText("Agenda published").first()).toBeVisible();
  expect((await ask(inPublic)).text).toContain("Footpaths");

  // Added after publication: a supplement, dated in public.
  await helen.goto(agenda);
  await helen.getByLabel("Title").fill("Bridleways");
  await helen.getByRole("button", { name: "Add the item as a supplement" }).click();
  expect((await ask(inPublic)).text).toContain("“Bridleways” was added.");

  await helen.goto(`${meeting}/attendance`);
  for (const member of await helen.getByRole("region", { name: "Members" }).getByRole("combobox").all())
    await member.selectOption("present");
  await helen.getByRole("button", { name: "Record the attendance" }).click();
  await helen.goto(meeting);
  const held = await open(helen, /^Record as held/);
  await expect(held.getByLabel("Was there a quorum at the start?")).toHaveValue("yes");
  await held.getByLabel("When it ended").fill("12:30");
  await held.getByRole("button", { name: "Record as held" }).click();
  await expect(helen.getByText("Held").first()).toBeVisible();

  await helen.getByRole("link", { name: "Begin the minutes" }).click();
  await helen.getByRole("button", { name: "Begin the minutes" }).click();
  await helen.getByRole("link", { name: "Footpaths" }).click();
  await helen.getByLabel("Text").fill("The committee heard of the footpaths.");
  await helen.getByRole("button", { name: "Save the minute" }).click();
  const deciding = await open(helen, /^Record a decision/);
  await deciding.getByRole("button", { name: "Record the decision" }).click();
  await expect(helen.getByRole("alert", { name: "Not recorded" })).toContainText("Say what came of it.");
  await deciding.getByLabel("What came of it").selectOption({ label: "Resolved" });
  await deciding.getByLabel("What was decided").fill("That the footpaths be looked into.");
  await deciding.getByRole("button", { name: "Record the decision" }).click();
  await expect(helen.getByText("That the footpaths be looked into.").first()).toBeVisible();

  const minutes = `/office/meetings/${COMMITTEE}/${day}/minutes/edit`;
  await helen.goto(minutes);
  expect((await ask(`${inPublic}/minutes`)).status).toBe(404);
  for (const [label, tag] of [
    ["Mark as checked", "Checked"],
    ["Publish the draft minutes", "Published draft"],
  ] as const) {
    const step = await open(helen, new RegExp(`^${label}`));
    await step.getByLabel(/^Reason/).fill("The chair is away.");
    await step.getByRole("button", { name: label }).click();
    await expect(helen.getByText(tag, { exact: true }).first()).toBeVisible();
  }
  const { text } = await ask(`${inPublic}/minutes`);
  expect(text).toContain("The committee heard of the footpaths.");
  expect(text).toContain("That the footpaths be looked into.");

  // Its pack was made meanwhile, by a process of its own, and the page says so without anybody's doing.
  const pack = () => ask(`${inPublic}/pack.pdf`);
  await expect
    .poll(async () => (await pack()).headers.get("content-type"), { timeout: 60_000 })
    .toBe("application/pdf");
  await expect.poll(async () => (await ask(inPublic)).text, { timeout: 60_000 }).toContain("Agenda pack (PDF, ");
  await helen.goto(meeting);
  await expect(helen.getByRole("region", { name: "Packs" })).toContainText("PDF, ");
});
