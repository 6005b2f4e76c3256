import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { one, sql } from "./support/database";
import { ask } from "./support/site";
import { expect, test } from "./support/test";

/** A proposal that was put forward, and a meeting of its committee that nothing else is about: its agenda is published. */
async function plantReady() {
  const mark = randomUUID().slice(0, 8);
  const title = `Rural buses ${mark}`;
  const { id: bodyId } = await one<{ id: string }>(`SELECT id FROM "Body" WHERE slug = 'economic-growth'`);
  const meetingId = randomUUID();
  await sql(
    `INSERT INTO "Meeting" (id, "bodyId", slug, date, "startTime", place, status, audience, "convenedOn", "publishedAt")
     VALUES ($1, $2, $3, '2016-10-27', '10:00', 'County Hall', 'published', 'public', '2016-09-01', '2016-09-30T12:00:00Z')`,
    meetingId,
    bodyId,
    `2016-10-27-${mark}`,
  );
  const proposalId = randomUUID();
  await sql(
    `INSERT INTO "ScopingProposal" (id, title, "bodyId", status, audience) VALUES ($1, $2, $3, 'ready', 'members')`,
    proposalId,
    title,
    bodyId,
  );
  return { title, bodyId, meetingId, proposalId };
}

/** The meeting is held, and what it resolved under the item is in its published minutes. */
async function hold({ bodyId, meetingId, proposalId }: Awaited<ReturnType<typeof plantReady>>): Promise<void> {
  const { id: itemId } = await one<{ id: string }>(
    `SELECT "agendaItemId" AS id FROM "ScopingProposal" WHERE id = $1`,
    proposalId,
  );
  const [minutesId, minuteId] = [randomUUID(), randomUUID()];
  await sql(`UPDATE "Meeting" SET status = 'held', quorate = true WHERE id = $1`, meetingId);
  await sql(
    `INSERT INTO "Minutes" (id, "meetingId", "bodyId", status, audience) VALUES ($1, $2, $3, 'published_draft', 'public')`,
    minutesId,
    meetingId,
    bodyId,
  );
  await sql(
    `INSERT INTO "Minute" (id, "minutesId", "bodyId", "agendaItemId", position, number, headings)
     VALUES ($1, $2, $3, $4, 1, 57, '{Rural buses}')`,
    minuteId,
    minutesId,
    bodyId,
    itemId,
  );
  await sql(
    `INSERT INTO "Decision" (id, "minuteId", "bodyId", kind, verb, text)
     VALUES ($1, $2, $3, 'resolution', 'Resolved', 'that the proposal be approved as amended.')`,
    randomUUID(),
    minuteId,
    bodyId,
  );
}

const step = (page: Page, name: string) =>
  page.locator("details").filter({ has: page.locator("summary", { hasText: new RegExp(`^${name}$`) }) });

for (const javaScriptEnabled of [true, false])
  test(`a proposal is put on an agenda and approved amended, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    as,
  }) => {
    const planted = await plantReady();
    const { title, proposalId } = planted;
    const here = `/office/scoping/${proposalId}`;
    expect((await ask(here, { who: "councillorElsewhere" })).status).toBe(404);

    const page = await as("democraticServices", { javaScriptEnabled });
    await page.goto(here);
    await step(page, "Put on an agenda").locator("summary").click();
    await step(page, "Put on an agenda").getByRole("button", { name: "Put on an agenda" }).click();
    await expect(page.getByRole("heading", { name: "Not done" })).toBeVisible();
    await expect(page.getByText("Choose the agenda item it comes under.").first()).toBeVisible();
    await step(page, "Put on an agenda").getByLabel("On which agenda").selectOption(planted.meetingId);
    await step(page, "Put on an agenda").getByLabel("Reason").fill("The committee asked for it.");
    await step(page, "Put on an agenda").getByRole("button", { name: "Put on an agenda" }).click();
    await expect(page.getByText("Before the committee", { exact: true })).toBeVisible();

    const { slug } = await one<{ slug: string }>(`SELECT slug FROM "Meeting" WHERE id = $1`, planted.meetingId);
    const agenda = await ask(`/committees/economic-growth/meetings/${slug}`);
    expect(agenda.text).toContain(title);

    await hold(planted);
    await page.goto(here);
    await step(page, "Record approval with amendments").locator("summary").click();
    const approving = step(page, "Record approval with amendments");
    await approving.getByLabel("What the committee changed").fill("Adds community transport.");
    await approving.getByRole("button").click();
    await expect(page.getByRole("heading", { name: "Not done" })).toBeVisible();
    await expect(approving.getByLabel("What the committee changed")).toHaveValue("Adds community transport.");
    await approving
      .getByLabel("Decision of a meeting")
      .selectOption({ label: "27 October 2016, minute 57: Resolved that the proposal be approved as amended." });
    await approving.getByRole("button").click();
    await expect(page.getByText("Adds community transport.").first()).toBeVisible();
    await expect(page.getByText("Approved, amended, version 1")).toBeVisible();
    await expect(page.getByText(/resolution of 27 October 2016, minute 57/)).toBeVisible();
  });
