import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { bodyId, COMMITTEE } from "./support/council";
import { one, sql } from "./support/database";
import { readForm, send } from "./support/forms";
import { ask } from "./support/site";
import { expect, test } from "./support/test";

const TRACKER = `/committees/${COMMITTEE}/recommendations`;

/** A decision of June that recommends, in its published minutes, as the minutes' own page would have it. */
async function decided(): Promise<string> {
  const { id } = await one<{ id: string }>(
    `INSERT INTO "Decision" (id, "minuteId", position, kind, verb, text, "bodyId")
     SELECT gen_random_uuid(), m.id, (SELECT count(*) + 20 FROM "Decision" d WHERE d."minuteId" = m.id), 'recommendation', 'Recommended', 'to the Cabinet.', m."bodyId"
     FROM "Minute" m JOIN "Minutes" s ON s.id = m."minutesId" JOIN "Meeting" g ON g.id = s."meetingId"
     WHERE g."bodyId" = $1 AND g.date = '2016-06-16' AND m.number = 9 RETURNING id`,
    await bodyId(),
  );
  return id;
}

/** The form behind its word, opened. */
async function open(page: Page, label: string): Promise<Locator> {
  const form = page.locator("details", { has: page.locator("summary", { hasText: new RegExp(`^${label}$`) }) });
  if ((await form.getAttribute("open")) === null) await form.locator("summary").first().click();
  return form;
}

async function typeDay(form: Locator, legend: string, [day, month, year]: readonly [string, string, string]) {
  const group = form.getByRole("group", { name: legend });
  await group.getByLabel("Day").fill(day);
  await group.getByLabel("Month").fill(month);
  await group.getByLabel("Year").fill(year);
}

const TODAY = ["3", "10", "2016"] as const;

for (const javaScriptEnabled of [true, false]) {
  test(`an answer is recorded clause by clause, first without its reason${javaScriptEnabled ? "" : ", without JavaScript"}`, async ({
    as,
  }) => {
    test.setTimeout(600_000);
    const mark = randomUUID().slice(0, 8);
    const [first, second] = [`Extend the bus pass to all of ${mark}`, `Publish what the pass costs in ${mark}`];
    const decisionId = await decided();

    // Nobody but who serves the committee records what it recommended.
    for (const who of ["member", "cabinetSupport", "officer"] as const)
      expect((await ask(`/office/recommendations/new?decision=${decisionId}`, { who })).status, who).toBe(404);

    const helen = await as("democraticServices", { javaScriptEnabled });
    await helen.goto(`/office/recommendations/new?decision=${decisionId}`);
    await helen.getByLabel("What it is about").fill(`Bus passes ${mark}`);
    await helen.getByLabel("Reference", { exact: true }).fill(`SR ${mark}`);
    await helen.getByRole("button", { name: "One clause more" }).click();
    await expect(helen.getByRole("group", { name: "Clause 4" })).toBeVisible();
    await expect(helen.getByLabel("What it is about")).toHaveValue(`Bus passes ${mark}`);
    for (const [number, text] of [first, second].entries())
      await helen
        .getByRole("group", { name: `Clause ${number + 1}` })
        .getByLabel("What is asked")
        .fill(text);
    await helen.getByRole("button", { name: "Record the recommendation" }).click();
    await expect(helen.getByRole("heading", { name: "Not recorded" })).toBeVisible();
    await expect(helen.getByRole("alert", { name: "Not recorded" })).toContainText("Say to whom clause 2 goes.");
    for (const number of [1, 2])
      await helen
        .getByRole("group", { name: `Clause ${number}` })
        .getByLabel("It goes to")
        .selectOption({ label: "The executive" });
    await helen.getByRole("button", { name: "Record the recommendation" }).click();
    await expect(helen.getByRole("heading", { level: 1, name: `Bus passes ${mark}` })).toBeVisible();

    // One notice asks for answers to both clauses.
    const path = new URL(helen.url()).pathname;
    await helen.goto(`${path}/1`);
    const notice = await open(helen, "Record the notice served");
    await expect(notice.getByLabel(new RegExp(`2\\. ${second}`))).toBeChecked();
    await notice.getByRole("button", { name: "Record the notice served" }).click();
    await expect(helen.getByText("Served on 3 October 2016.")).toBeVisible();
    expect(await statuses(mark)).toEqual(["notice_served", "notice_served"]);

    // A member reads the clause, and answers for nobody.
    const support = await as("cabinetSupport", { javaScriptEnabled });
    await support.goto(`${path}/1`);
    const stolen = await readForm((await open(support, "Record the answer")).locator("form"));
    const kate = await ask(`${path}/1`, { who: "member" });
    expect(kate.status).toBe(200);
    expect(kate.text).not.toContain("Record the answer");
    await send(stolen, "member");
    expect(await statuses(mark)).toEqual(["notice_served", "notice_served"]);

    const receipt = await open(support, "Record the receipt");
    await typeDay(receipt, "The report was received on", TODAY);
    await typeDay(receipt, "The notice was received on", TODAY);
    await receipt.getByRole("button", { name: "Record the receipt" }).click();
    await expect(support.getByText("2 Dec 2016").first()).toBeVisible();

    const accepted = await open(support, "Record the answer");
    await accepted.getByLabel("What the answer comes to").selectOption({ label: "Accepted as amended" });
    await accepted.getByLabel("The answer, word for word").fill(`That the pass be extended in the towns of ${mark}.`);
    await accepted.getByLabel("The reason that is given").fill("The villages have no buses.");
    await accepted.getByLabel("What is to be done is no longer what was asked for").check();
    await typeDay(accepted, "Decided on", TODAY);
    await accepted.getByLabel("What will be done").fill("Extend it from April.");
    await accepted.getByLabel("Who will do it").selectOption({ index: 3 });
    await typeDay(accepted, "By when", ["1", "4", "2017"]);
    await accepted.getByRole("button", { name: "Record the answer" }).click();
    await expect(support.getByRole("heading", { name: "The answer" })).toBeVisible();
    expect(await statuses(mark)).toEqual(["responded", "notice_served"]);

    await support.goto(`${path}/2`);
    const rejected = await open(support, "Record the answer");
    await rejected.getByLabel("What the answer comes to").selectOption({ label: "Rejected" });
    await typeDay(rejected, "Decided on", TODAY);
    await rejected.getByRole("button", { name: "Record the answer" }).click();
    await expect(support.getByRole("heading", { name: "Not done" })).toBeVisible();
    await expect(support.getByRole("alert", { name: "Not done" })).toContainText(
      "Record the answer first, in the words it was given in.",
    );
    const again = await open(support, "Record the answer");
    await expect(again.getByLabel("What the answer comes to")).toHaveValue("rejected");
    await again.getByLabel("The answer, word for word").fill(`That nothing be published in ${mark}.`);
    await again.getByRole("button", { name: "Record the answer" }).click();
    await expect(support.getByText("No reason is given.")).toBeVisible();
    expect(await statuses(mark)).toEqual(["responded", "responded"]);

    // The public reads what was answered, and that the reason is missing.
    const reader = await as(null, { javaScriptEnabled: false });
    await reader.goto(TRACKER);
    const row = (text: string) => reader.locator("tr", { hasText: text });
    await expect(row(first)).toContainText("Changed in substance");
    await expect(row(first)).toContainText("Reason: The villages have no buses.");
    await expect(row(second)).toContainText("Rejected");
    await expect(row(second)).toContainText("No reason is given.");

    const left = await open(support, "Add what the answer left out");
    await left.getByLabel("The reason, word for word").fill("There is no money.");
    await left.getByRole("button", { name: "Add what the answer left out" }).click();
    await expect(support.getByText("Reason, given on 3 October 2016")).toBeVisible();
    await expect(support.getByText("No reason is given.")).toHaveCount(0);
    await reader.goto(TRACKER);
    await expect(row(second)).toContainText("Reason, given on 3 October 2016: There is no money.");
    await expect(row(second)).not.toContainText("No reason is given.");

    // Whoever answered says nothing of whether it was made good.
    await expect(support.getByText("Close what was turned down")).toHaveCount(0);
    await helen.goto(`${path}/2`);
    await expect(helen.locator("summary", { hasText: "Close what was turned down" })).toBeVisible();
  });
}

const statuses = async (mark: string): Promise<string[]> =>
  (
    await sql<{ status: string }>(
      `SELECT c.status FROM "RecommendationClause" c JOIN "Recommendation" r ON r.id = c."recommendationId"
       WHERE r.reference = $1 ORDER BY c.number`,
      `SR ${mark}`,
    )
  ).map(({ status }) => status);
