import type { Page } from "@playwright/test";
import { standingAlone } from "@/domain/recommendations/clause-words";
import { LIBRARY_CLAUSES, OFFER_CLAUSES } from "../../prisma/demonstration/minutes-facts";
import { LIBRARY_ANSWERS, OFFER_ANSWERS } from "../../prisma/demonstration/recommendations";
import { one } from "./support/database";
import { answerOfCabinet, ITEMS, type June, theCommitteeOfJune, WELCOME } from "./support/june/committee";
import { listWhoElseCame, recordWhoIsHere } from "./support/june/room";
import { decide, fillDecision, formWith, openItem, press } from "./support/june/table";
import { ask } from "./support/site";
import { openStep } from "./support/steps";
import { expect, test } from "./support/test";

const LIBRARY = "Minute 9 - Mobile Library Service";
const OFFER = "Minute 10 - Community Offer for Living and Learning";
const GROUP_OF = ["Fred Drane", "Steve Butler", "David Walsh", "Kate Wheller"];
const TASK = "That a member working group be set up to engage in the development of the Community Offer.";
const DONE =
  "Meetings held on 15 July, 19 August and 19 September 2016. There is a report on the agenda for this meeting.";

/** The meeting of 16 June 2016 as it is on the public record, typed up from notes in the pages of meeting mode. */
test("the minutes of 16 June 2016 are taken down at the table, and the progress report of 11 October writes itself", async ({
  as,
}) => {
  const june = await theCommitteeOfJune();
  const meeting = `/office/meetings/${june.slug}/2016-06-16`;
  const table = `${meeting}/at-the-table`;
  for (const who of ["chair", "member", "officer", "administrator"] as const)
    expect((await ask(table, { who })).status, who).toBe(404);

  const helen = await as("democraticServices");
  await test.step("who was here, and when it sat", async () => {
    await helen.goto(table);
    await recordWhoIsHere(helen);
    await helen.locator("summary", { hasText: "Record as held" }).click();
    await helen.getByRole("button", { name: "Record as held" }).click();
    await expect(helen.locator("summary", { hasText: "Record as held" })).toHaveCount(0);
    await helen.getByRole("button", { name: "Begin the minutes" }).click();
    await expect(helen.getByRole("link", { name: "Mobile Library Service" })).toBeVisible();
  });

  await test.step("a welcome that is on no agenda stands first, without a number", async () => {
    await helen.goto(`${meeting}/minutes/edit`);
    const add = formWith(helen, "Add the minute");
    await add.getByLabel("Headings").fill(WELCOME?.headings[0] ?? "");
    await add.getByLabel("Its number").selectOption("unnumbered");
    await add.getByLabel("Text", { exact: true }).fill(WELCOME?.text ?? "");
    await press(add, "Add the minute");
    await helen.goto(table);
    await openItem(helen, WELCOME?.headings[0] ?? "");
    const taken = formWith(helen, "Say how it was taken");
    await taken.getByLabel("Taken after").selectOption("first");
    await press(taken, "Say how it was taken");
  });

  for (const { number = 0, headings, text, decisions = [] } of ITEMS)
    await test.step(`minute ${number}: ${headings.join(", ")}`, async () => {
      await helen.getByRole("link", { name: "Next item" }).click();
      await expect(helen.getByRole("heading", { level: 1 })).toHaveText(`${number} ${headings[0]}`);
      await expect(helen.getByText("Quorate for this item: 6 count, 3 are needed.")).toBeVisible();
      if (number === 9) await cutTheNetwork(helen, text);
      const said = formWith(helen, "Save the text");
      await said.getByLabel("Text", { exact: true }).fill(text);
      if (headings.length > 1) {
        await said.locator("summary").click();
        await said.getByLabel("Headings").fill(headings.join("\n"));
      }
      await press(said, "Save the text");
      if (number === 9) await recommendTheLibrary(helen);
      else if (number === 10) await offer(helen, june);
      else if (decisions.length > 0) await decide(helen, { kind: "noted" });
    });

  await test.step("who else came, and for which minutes", () => listWhoElseCame(helen, meeting));
  await test.step("the same evening all inside have the decision sheet", () => sendTheSheet(helen, meeting));
  await test.step("the chair is asked, and the draft is the public's", async () => {
    for (const [label, tag] of [
      ["Mark as checked", "Checked"],
      ["Publish the draft minutes", "Published draft"],
    ] as const) {
      await helen.goto(`${meeting}/minutes/edit`);
      const step = await openStep(helen, label);
      await step.getByLabel(/^Reason/).fill("The chair is away.");
      await step.getByRole("button", { name: label }).click();
      await expect(helen.getByText(tag, { exact: true }).first()).toBeVisible();
    }
  });

  const anybody = await as(null, { javaScriptEnabled: false });
  const inPublic = `/committees/${june.slug}`;
  await test.step("minutes 1 to 11, after a welcome without a number", async () => {
    await anybody.goto(`${inPublic}/meetings/2016-06-16/minutes`);
    for (const { number = 0, headings } of ITEMS)
      await expect(anybody.locator(`#minute-${number}`)).toContainText(headings.join(" and "));
    await expect(anybody.locator("article[id^='minute-']")).toHaveCount(11);
    await expect(anybody.locator("main")).toContainText(WELCOME?.headings[0] ?? "");
  });

  await test.step("seven clauses are on the tracker, all of them the Cabinet's to answer", async () => {
    await anybody.goto(`${inPublic}/recommendations`);
    const tracked = anybody.getByRole("region", { name: "Tracker" });
    for (const clause of [...LIBRARY_CLAUSES, ...OFFER_CLAUSES])
      await expect(tracked).toContainText(standingAlone(clause));
    await expect(tracked.getByRole("row").filter({ hasText: "Cabinet" })).toHaveCount(7);
  });

  await test.step("the working group is a body, and its four members sit in it", async () => {
    const { slug } = await one<{ slug: string }>(
      `SELECT b.slug FROM "ReviewGroup" g JOIN "Body" b ON b.id = g."bodyId" WHERE g."parentId" = $1`,
      june.committee,
    );
    await anybody.goto(`/bodies/${slug}`);
    await expect(anybody.getByRole("heading", { level: 1 })).toHaveText(groupOf(june));
    for (const name of GROUP_OF) await expect(anybody.getByRole("link", { name }).first()).toBeVisible();
  });

  await test.step("the next meeting is told what was asked, of whom, and what came of it", async () => {
    const asked = [
      ...LIBRARY_CLAUSES.map((clause) => [LIBRARY, clause]),
      ...OFFER_CLAUSES.map((clause) => [OFFER, clause]),
    ];
    const before = await progressOf(anybody, june);
    expect(before.map(([, subject, what]) => [subject, what])).toEqual([
      ...asked.map(([subject, clause]) => [subject, expect.stringContaining(clause ?? "")]),
      [OFFER, TASK],
    ]);
    expect(before.filter(([, , , , came]) => came === "No answer is recorded")).toHaveLength(7);

    await answerOfCabinet(june);
    await reportDone(await as("officer"), june);
    const answers = [...LIBRARY_ANSWERS, ...OFFER_ANSWERS];
    const who = [...LIBRARY_ANSWERS.map(() => LIBRARY_BY), ...OFFER_ANSWERS.map(() => OFFER_BY)];
    const after = await progressOf(anybody, june);
    expect(after).toEqual([
      ...asked.map(([subject, clause], index) => [
        "16 June 2016",
        subject,
        expect.stringContaining(clause ?? ""),
        who[index],
        expect.stringContaining(answers[index]?.wording ?? ""),
      ]),
      [
        "16 June 2016",
        OFFER,
        TASK,
        "Paul Leivers, Steve Butler, Fred Drane, David Walsh, Kate Wheller",
        expect.stringContaining(DONE),
      ],
    ]);
    expect(after.filter(([, , , , came]) => came?.includes("Cabinet resolved on Wednesday 29 June 2016"))).toHaveLength(
      7,
    );
    expect(after.filter(([, , , , came]) => came?.includes("Changed in substance"))).toHaveLength(2);
  });
});

const LIBRARY_BY = "Paul Leivers, Deborah Croney";
const OFFER_BY = "Sara Tough, Deborah Croney, Rebecca Knox";

const groupOf = ({ slug }: June): string => `Community Offer of ${slug}`;

/** The network goes while somebody types: what was typed is still there when it is back. */
async function cutTheNetwork(page: Page, text: string): Promise<void> {
  const said = page.getByLabel("Text", { exact: true });
  await page.context().setOffline(true);
  await said.fill(text);
  await expect(page.getByText("No network.").first()).toBeVisible();
  await page.getByRole("button", { name: "Save the text" }).click();
  await expect(said).toHaveValue(text);
  await page.context().setOffline(false);
  await page.reload();
  await expect(said).toHaveValue(text);
}

/** Three clauses; the rules ask why a recommendation only notes something, and take it with the reason. */
async function recommendTheLibrary(page: Page): Promise<void> {
  const [decision] = ITEMS[8]?.decisions ?? [];
  await fillDecision(page, decision, "executive");
  const deciding = formWith(page, "Record the decision and what follows");
  await deciding.getByRole("button", { name: "Record the decision and what follows" }).click();
  await expect(page.getByRole("alert", { name: "Not recorded" })).toContainText("Give a reason.");
  await expect(page.getByText("noting and asking for information").first()).toBeVisible();
  await page.getByLabel("Why it is recorded all the same").fill("As it was carried.");
  await press(deciding, "Record the decision and what follows");
  await expect(page.locator("p", { hasText: /^Recommended That the Cabinet/ })).toBeVisible();
}

/** A working group with what is asked of it, and four clauses. */
async function offer(page: Page, june: June): Promise<void> {
  const [resolution, recommendation] = ITEMS[9]?.decisions ?? [];
  // Somebody is noted as gone by mistake, which costs a vote until it is taken back.
  await page.locator("summary", { hasText: "Somebody came or left" }).click();
  const movement = formWith(page, "Note it");
  await movement.getByLabel("Who", { exact: true }).selectOption({ label: "William Trite" });
  await movement.getByLabel("What they did").selectOption("left");
  await press(movement, "Note it");
  await expect(page.getByText("Quorate for this item: 5 count, 3 are needed.")).toBeVisible();
  await page.getByRole("region", { name: "In the room" }).getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByText("Quorate for this item: 6 count, 3 are needed.")).toBeVisible();

  await fillDecision(page, resolution);
  const deciding = formWith(page, "Record the decision and what follows");
  await deciding.locator("summary", { hasText: "A review group that it sets up" }).click();
  await deciding.getByLabel("Name of the group").fill(groupOf(june));
  for (const name of GROUP_OF) await deciding.getByRole("checkbox", { name, exact: true }).check();
  await deciding.getByLabel("The members answer for what is asked, too").check();
  await deciding.locator("summary", { hasText: "What it asks of somebody" }).click();
  const leivers = deciding.getByLabel("Who answers for it").locator("option", { hasText: "Paul Leivers" });
  await deciding.getByLabel("Who answers for it").selectOption(await leivers.getAttribute("value"));
  await deciding.getByLabel("What is to be done").fill(TASK);
  await deciding.locator("summary", { hasText: "In spite of a warning" }).click();
  await deciding.getByLabel("Why it is recorded all the same").fill("As it was carried.");
  await press(deciding, "Record the decision and what follows");
  await expect(page.getByRole("region", { name: "What is asked of somebody" })).toContainText(
    "Paul Leivers, Steve Butler, Fred Drane, David Walsh, Kate Wheller, next meeting",
  );
  await page.locator("summary", { hasText: "Record another decision" }).click();
  await fillDecision(page, recommendation, "executive");
  await press(deciding, "Record the decision and what follows");
  await expect(page.locator("p", { hasText: /^Recommended That the Cabinet/ })).toBeVisible();
}

/** One click: everybody inside may read it, nobody outside. */
async function sendTheSheet(page: Page, meeting: string): Promise<void> {
  await page.goto(`${meeting}/decision-sheet`);
  await page.getByRole("button", { name: "Send the decision sheet" }).click();
  await expect(page.getByRole("heading", { name: /^As it was sent/ })).toBeVisible();
  expect((await ask(`${meeting}/decision-sheet`, { who: "member" })).text).toContain("Paul Leivers");
  expect((await ask(`${meeting}/decision-sheet/decision-sheet.pdf`, { who: "member" })).status).toBe(200);
  expect((await ask(`${meeting}/decision-sheet`)).status).not.toBe(200);
}

/** Whoever answers for the working group says what became of it. */
async function reportDone(page: Page, { committee }: June): Promise<void> {
  const { id } = await one<{ id: string }>(`SELECT id FROM "FollowUp" WHERE "bodyId" = $1`, committee);
  await page.goto(`/office/follow-ups/${id}`);
  const note = await openStep(page, "Note how it goes");
  await note.getByLabel("What has been done").fill(DONE);
  await note.getByRole("button", { name: "Note how it goes" }).click();
  await expect(page.getByText(DONE).first()).toBeVisible();
  const start = await openStep(page, "Start work");
  await start.getByRole("button", { name: "Start work" }).click();
  await expect(page.getByText("In progress").first()).toBeVisible();
  const claim = await openStep(page, "Report it done");
  await claim.getByLabel("What shows that it is done").fill(DONE);
  await claim.getByRole("button", { name: "Report it done" }).click();
  await expect(page.getByText("Reported done").first()).toBeVisible();
}

/** The rows of the report that the public reads for the next meeting, cell by cell. */
async function progressOf(page: Page, { slug }: June): Promise<string[][]> {
  await page.goto(`/committees/${slug}/meetings/2016-10-11/progress`);
  return await page
    .locator("main tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent)));
}
