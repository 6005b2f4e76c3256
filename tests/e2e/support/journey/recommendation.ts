import { expect, type Locator, type Page } from "@playwright/test";
import { COMMITTEE } from "../council";
import { one } from "../database";
import { ask } from "../site";
import { openStep, resolvedOn, sendAs, takeStep, typeDay } from "../steps";
import type { Cast } from "./cast";
import { moveClock } from "./clock";
import { decide, holdMeeting, publish } from "./meeting";

/** What the meeting recommended is recorded clause by clause; the path of the recommendation. */
export async function recommend({ helen }: Cast, title: string): Promise<string> {
  const { id } = await one<{ id: string }>(
    `SELECT id FROM "Decision" WHERE text LIKE 'That the Cabinet keeps one%' ORDER BY id DESC LIMIT 1`,
  );
  await helen.goto(`/office/recommendations/new?decision=${id}`);
  await helen.getByLabel("What it is about").fill(title);
  await helen.getByLabel("Topic").selectOption({ label: title });
  for (const [number, text] of [
    [1, "Keep one day centre in Bridport."],
    [2, "Pay for the bus to it."],
  ] as const) {
    const clause = helen.getByRole("group", { name: `Clause ${number}` });
    await clause.getByLabel("What is asked").fill(text);
    await clause.getByLabel("It goes to").selectOption({ label: "The executive" });
    await clause.getByLabel("Which body").selectOption({ label: "Cabinet" });
  }
  await sendAs("chair", helen.locator("main form").last());
  await helen.getByRole("button", { name: "Record the recommendation" }).click();
  await expect(helen).toHaveURL(/\/office\/recommendations\/[^/]+$/);
  return new URL(helen.url()).pathname;
}

/** The notice is served, and starts the clock of the law. */
export async function serveNotice({ helen, support, administrator }: Cast, recommendation: string): Promise<void> {
  await moveClock(administrator, "2017-01-16", "09:00");
  await helen.goto(`${recommendation}/1`);
  await takeStep(helen, "Record the notice served", "cabinetSupport");
  await support.goto(`${recommendation}/1`);
  const receipt = await openStep(support, "Record the receipt");
  await typeDay(receipt, "The report was received on", "2017-01-16");
  await typeDay(receipt, "The notice was received on", "2017-01-16");
  await receipt.getByRole("button", { name: "Record the receipt" }).click();
  // Two months that begin with the later of the two days (LGA 2000 s9FE).
  await expect(support.locator("main")).toContainText("The last day is 15 March 2017");
}

/** The Cabinet accepts one and rejects the other, first without a reason. */
export async function answerBoth(
  { helen, support, administrator }: Cast,
  recommendation: string,
  slug: string,
): Promise<void> {
  await helen.goto("/office/meetings/new?body=cabinet");
  await typeDay(helen, "Day", "2017-02-08");
  await sendAs("cabinetSupport", helen.locator("main form").last());
  await helen
    .getByRole("button", { name: /meeting/i })
    .last()
    .click();
  await expect(helen).toHaveURL(/2017-02-08/);
  await moveClock(administrator, "2017-02-10", "09:00");
  await answer(
    support,
    `${recommendation}/1`,
    "Accepted as amended",
    "The Cabinet keeps one centre until 2019.",
    "Money is there until then.",
  );
  await answer(support, `${recommendation}/2`, "Rejected", "The Cabinet does not pay for the bus.");
  expect((await ask(`/topics/${slug}`)).text).toMatch(/no reason|reason is missing|Reason.*missing/i);
  await support.goto(`${recommendation}/2`);
  const late = await openStep(support, "Add what the answer left out");
  await late
    .getByLabel(/reason/i)
    .first()
    .fill("The operator runs it at its own risk.");
  await late.getByRole("button", { name: "Add what the answer left out" }).click();
  await expect(support.getByText("The operator runs it at its own risk.").first()).toBeVisible();
}

/** What was promised is done, and a later meeting closes both. */
export async function close({ helen, administrator }: Cast, recommendation: string, title: string): Promise<void> {
  await helen.goto(`${recommendation}/1`);
  await takeStep(helen, "Start implementing", "councillorElsewhere");
  await moveClock(administrator, "2017-03-10", "09:00");
  await helen.goto(`/office/meetings/${COMMITTEE}/2017-03-20/agenda`);
  const add = helen.locator("form", { has: helen.getByRole("button", { name: /^Add the item/ }) });
  await add.getByLabel("Title").fill("Progress on the day centres in Bridport");
  await add.getByLabel("What it is for").selectOption({ label: "Progress on matters raised" });
  await add.getByText("What it is linked to").click();
  await add.getByLabel("Topic").selectOption({ label: title });
  await add.getByRole("button", { name: /^Add the item/ }).click();
  await expect(helen.getByRole("link", { name: "Progress on the day centres in Bridport" })).toBeVisible();
  await publish(helen, "2017-03-20");
  await moveClock(administrator, "2017-03-20", "14:00");
  await holdMeeting(helen, "2017-03-20");
  await decide(helen, "2017-03-20", "Progress on the day centres in Bridport", {
    kind: "Resolved",
    text: "That clause 1 was achieved and is closed, and that clause 2 is closed.",
  });
  const seen = async (form: Locator) =>
    form.getByLabel("What the committee saw").fill("The centre is open five days a week.");
  await helen.goto(`${recommendation}/1`);
  await takeStep(helen, "Record as achieved", "cabinetSupport", resolvedOn("20 March 2017", seen));
  await takeStep(helen, "Close the clause", "cabinetSupport", resolvedOn("20 March 2017", seen));
  await helen.goto(`${recommendation}/2`);
  await takeStep(helen, "Close what was turned down", "cabinetSupport", resolvedOn("20 March 2017"));
}

/** The answer of the Cabinet to one clause, with a reason or without. */
async function answer(page: Page, clause: string, kind: string, words: string, reason = ""): Promise<void> {
  await page.goto(clause);
  await takeStep(page, "Record the answer", "member", async (form) => {
    await form.getByLabel("What the answer comes to").selectOption({ label: kind });
    await form.getByLabel("The answer, word for word").fill(words);
    await form.getByLabel("The reason that is given").fill(reason);
    await typeDay(form, "Decided on", "2017-02-08");
    await form.getByLabel("Where it can be found").fill("Cabinet, 8 February 2017");
    if (kind !== "Rejected") {
      await form.getByLabel("What will be done").fill("One centre stays open.");
      await typeDay(form, "By when", "2017-03-01");
    }
  });
}
