import type { Locator, Page } from "@playwright/test";
import { MINUTES } from "../../prisma/demonstration/minutes-facts";
import { bodyId, COMMITTEE } from "./support/council";
import { one, sql } from "./support/database";
import { readForm, send, typedInto } from "./support/forms";
import { ask } from "./support/site";
import { expect, test } from "./support/test";

const [, ...ITEMS] = MINUTES;
/** Who was there on 16 June, and who had sent apologies; one co-optee is in no list. */
const PRESENT = ["David Walsh", "Steve Butler", "Ronald Coatsworth", "Fred Drane", "William Trite", "Kate Wheller"];
const APOLOGIES = ["Barrie Cooper", "Spencer Flower", "Ros Kayes", "Mary Kahn", "David Jones"];

/**
 * A meeting with the agenda of 16 June 2016, whose own minutes are published: on a day of August on which the committee has none, so
 * that its minutes go on after those of June.
 */
async function aMeetingLikeJunes(): Promise<{ id: string; day: string }> {
  const body = await bodyId();
  const { day } = await one<{ day: string }>(
    `SELECT to_char(d, 'YYYY-MM-DD') AS day FROM generate_series(date '2016-08-01', date '2016-08-31', '1 day') d
     WHERE NOT EXISTS (SELECT FROM "Meeting" WHERE "bodyId" = $1 AND date = to_char(d, 'YYYY-MM-DD')) ORDER BY d LIMIT 1`,
    body,
  );
  const { id } = await one<{ id: string }>(
    `INSERT INTO "Meeting" (id, "bodyId", slug, date, "startTime", place, status, audience, "convenedOn", "publishedAt")
     VALUES (gen_random_uuid(), $1, $2::text, $2::char(10), '10:00', 'County Hall', 'published', 'public', $2::char(10), now()) RETURNING id`,
    body,
    day,
  );
  for (const [index, { headings }] of ITEMS.entries())
    await sql(
      `INSERT INTO "AgendaItem" (id, "meetingId", "bodyId", position, title, audience)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, 'public')`,
      ...[id, body, index + 1, headings[0]],
    );
  return { id, day };
}

const formWith = (page: Page, button: string): Locator =>
  page.locator("form", { has: page.getByRole("button", { name: button }) });

/** Sends a form of a page as a browser without script does, with other things typed into it. */
async function sendFrom(page: Page, button: string, typed: Readonly<Record<string, string>>): Promise<void> {
  const form = typedInto(await readForm(formWith(page, button)), typed);
  expect((await send(form, "democraticServices")).status, button).toBeLessThan(400);
}

test("the minutes of 16 June 2016 are taken down at the table, and what follows from them writes itself", async ({
  as,
}) => {
  const { id: meetingId, day } = await aMeetingLikeJunes();
  const meeting = `/office/meetings/${COMMITTEE}/${day}`;
  const table = `${meeting}/at-the-table`;
  for (const who of ["chair", "member", "officer", "administrator"] as const)
    expect((await ask(table, { who })).status, who).toBe(404);

  const helen = await as("democraticServices", { javaScriptEnabled: false });
  await helen.goto(table);
  for (const name of PRESENT) await helen.getByLabel(new RegExp(`^${name}`)).selectOption("present");
  await helen.getByLabel(/^Mike Turnbull/).selectOption("present");
  for (const name of APOLOGIES) await helen.getByLabel(new RegExp(`^${name}`)).selectOption("apologies");
  await helen.getByRole("button", { name: "Record who is here" }).click();
  await expect(helen.getByLabel(/^David Walsh/)).toHaveValue("present");
  await helen.locator("summary", { hasText: "Record as held" }).click();
  await helen.getByRole("button", { name: "Record as held" }).click();
  await helen.getByRole("button", { name: "Begin the minutes" }).click();
  await expect(helen.getByRole("link", { name: "Mobile Library Service" })).toBeVisible();

  // A welcome is on no agenda and has no number.
  await helen.goto(`${meeting}/minutes/edit`);
  const [welcome] = MINUTES;
  await sendFrom(helen, "Add the minute", {
    headings: welcome?.headings[0] ?? "",
    numbering: "unnumbered",
    markdown: welcome?.text ?? "",
  });

  // What was noted, or nothing came of, as forms: a browser is not the point of it.
  const minutes = await sql<{ id: string; number: number; heading: string }>(
    `SELECT m.id, m.number, m.headings[1] AS heading FROM "Minute" m JOIN "Minutes" s ON s.id = m."minutesId"
     WHERE s."meetingId" = $1 AND m.number IS NOT NULL ORDER BY m.position`,
    meetingId,
  );
  const first = minutes[0]?.number ?? 0;
  expect(minutes.map(({ number }) => number)).toEqual(ITEMS.map((_, index) => first + index));
  const pageOf = (number: number) => `${table}/${minutes[number - 1]?.id}`;
  for (const { number = 0, headings, text, decisions = [] } of ITEMS) {
    if (number === 9 || number === 10) continue;
    await helen.goto(pageOf(number));
    await sendFrom(helen, "Save the text", { markdown: text, headings: headings.join("\n") });
    if (decisions.length > 0) await sendFrom(helen, "Record the decision and what follows", { kind: "noted" });
  }

  const [library, offer] = ITEMS.filter(({ number }) => number === 9 || number === 10);
  const page = await as("democraticServices");
  await test.step("minute 9: what is typed outlives the network, and the recommendation is recorded with the decision", async () => {
    await page.goto(pageOf(9));
    await expect(page.getByText("Quorate for this item: 6 count, 3 are needed.")).toBeVisible();
    const said = page.getByLabel("Text", { exact: true });
    await page.context().setOffline(true);
    await said.fill(library?.text ?? "");
    await expect(page.getByText("No network.").first()).toBeVisible();
    await page.getByRole("button", { name: "Save the text" }).click();
    await expect(said).toHaveValue(library?.text ?? "");
    await page.context().setOffline(false);
    await page.goto(pageOf(9));
    await expect(said).toHaveValue(library?.text ?? "");
    await page.getByRole("button", { name: "Save the text" }).click();
    await expect
      .poll(() => sql(`SELECT FROM "MinuteText" WHERE "minuteId" = $1 AND markdown <> ''`, minutes[8]?.id))
      .toHaveLength(1);

    await decide(page, library?.decisions?.[0]);
    await expect(page.getByRole("alert", { name: "Not recorded" })).toContainText("Give a reason.");
    await expect(page.getByText("noting and asking for information").first()).toBeVisible();
    await page.getByLabel("Why it is recorded all the same").fill("As it was carried.");
    await page.getByRole("button", { name: "Record the decision and what follows" }).click();
    await expect(page.locator("p", { hasText: /^Recommended That the Cabinet/ })).toBeVisible();
  });

  await test.step("minute 10: a working group of four, what is asked of it, and four clauses", async () => {
    await page.goto(pageOf(10));
    await page.locator("summary", { hasText: "Somebody came or left" }).click();
    const movement = formWith(page, "Note it");
    await movement.getByLabel("Who", { exact: true }).selectOption({ label: "William Trite" });
    await movement.getByLabel("What they did").selectOption("left");
    await movement.getByLabel("When", { exact: true }).fill("11:30");
    await movement.getByRole("button", { name: "Note it" }).click();
    await expect(page.getByText("Quorate for this item: 5 count, 3 are needed.")).toBeVisible();

    await fillDecision(page, offer?.decisions?.[0]);
    await page.locator("summary", { hasText: "A review group that it sets up" }).click();
    await page.getByLabel("Name of the group").fill(`Community Offer, ${day}`);
    for (const name of ["Fred Drane", "Steve Butler", "David Walsh", "Kate Wheller"])
      await page.getByRole("checkbox", { name, exact: true }).check();
    await page.locator("summary", { hasText: "What it asks of somebody" }).click();
    const deciding = formWith(page, "Record the decision and what follows");
    const leivers = deciding.getByLabel("Who answers for it").locator("option", { hasText: "Paul Leivers" });
    await deciding.getByLabel("Who answers for it").selectOption(await leivers.getAttribute("value"));
    await page.locator("summary", { hasText: "In spite of a warning" }).click();
    await page.getByLabel("Why it is recorded all the same").fill("As it was carried.");
    await page.getByRole("button", { name: "Record the decision and what follows" }).click();
    await expect(page.getByRole("region", { name: "What is asked of somebody" })).toContainText("Paul Leivers");
    await page.locator("summary", { hasText: "Record another decision" }).click();
    await decide(page, offer?.decisions?.[1]);
    await expect(page.locator("p", { hasText: /^Recommended That the Cabinet/ })).toBeVisible();
  });

  const clauses = await sql(
    `SELECT c.text FROM "RecommendationClause" c JOIN "Recommendation" r ON r.id = c."recommendationId" WHERE r."meetingId" = $1`,
    meetingId,
  );
  expect(clauses).toHaveLength(7);
  const groups = await sql(
    `SELECT s.id FROM "ReviewGroup" g JOIN "AgendaItem" i ON i.id = g."agendaItemId" JOIN "Seat" s ON s."bodyId" = g."bodyId"
     WHERE i."meetingId" = $1 AND g.status = 'established'`,
    meetingId,
  );
  expect(groups).toHaveLength(4);

  const sendTheSheet = async () => {
    // The same evening, one click: everybody inside may read it, nobody outside.
    await helen.goto(`${meeting}/decision-sheet`);
    await helen.getByRole("button", { name: "Send the decision sheet" }).click();
    await expect(helen.getByRole("heading", { name: /^As it was sent/ })).toBeVisible();
    expect((await ask(`${meeting}/decision-sheet`, { who: "member" })).text).toContain("Paul Leivers");
    expect((await ask(`${meeting}/decision-sheet/decision-sheet.pdf`, { who: "member" })).status).toBe(200);
  };
  for (const [label, tag] of [
    ["Mark as checked", "Checked"],
    ["Publish the draft minutes", "Published draft"],
  ] as const) {
    if (label === "Publish the draft minutes") await sendTheSheet();
    await helen.goto(`${meeting}/minutes/edit`);
    const step = helen.locator("details", { has: helen.locator("summary", { hasText: label }) }).first();
    await step.locator("summary").first().click();
    await step.getByLabel(/^Reason/).fill("The chair is away.");
    await step.getByRole("button", { name: label }).click();
    await expect(helen.getByText(tag, { exact: true }).first()).toBeVisible();
  }

  // The paper of the next meeting whose agenda is not published yet; that of 11 October stays as it was published.
  const { text } = await ask(`/committees/${COMMITTEE}/meetings/2017-01-11/progress`);
  for (const [number, words] of [
    [first + 8, "Mobile Library Service"],
    [first + 9, "Community Offer for Living and Learning"],
  ] as const)
    expect(text).toContain(`Minute ${number} - ${words}`);
  expect((await ask(`/committees/${COMMITTEE}/meetings/2016-10-11/progress`)).text).not.toContain(
    `Minute ${first + 8}`,
  );
});

type Decision = NonNullable<(typeof MINUTES)[number]["decisions"]>[number];

async function fillDecision(page: Page, decision: Decision | undefined): Promise<void> {
  const form = formWith(page, "Record the decision and what follows");
  await form.getByLabel("What came of it").selectOption(decision?.kind ?? "");
  await form.getByLabel("What was decided").fill(decision?.text ?? "");
  await form.getByLabel("Reason for the decision").fill(decision?.reason ?? "");
}

/** A recommendation to the Cabinet, whose clauses are read out of its words. */
async function decide(page: Page, decision: Decision | undefined): Promise<void> {
  await fillDecision(page, decision);
  const form = formWith(page, "Record the decision and what follows");
  await form.locator("summary", { hasText: "A recommendation: to whom" }).click();
  await form.getByLabel("Recommended to").selectOption("executive");
  await form.getByRole("button", { name: "Record the decision and what follows" }).click();
}
