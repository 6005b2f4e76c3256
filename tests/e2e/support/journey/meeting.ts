import { expect, type Page } from "@playwright/test";
import { COMMITTEE } from "../council";
import { sendAs, takeStep } from "../steps";

/** The agenda goes up, once it is said where the meeting is. */
export async function publish(page: Page, date: string): Promise<void> {
  const meeting = `/office/meetings/${COMMITTEE}/${date}`;
  await page.goto(`${meeting}/arrangements`);
  await page.getByLabel("Place").fill("County Hall, Dorchester");
  await sendAs("chair", page.locator("main form").last());
  await page.getByRole("button", { name: "Save when and where" }).click();
  await expect(page).toHaveURL(new RegExp(`${meeting}$`));
  await page.goto(`${meeting}/publication`);
  const reason = page.getByRole("textbox", { name: "Why it goes up as it is" });
  if ((await reason.count()) > 0) await reason.fill("What is still to come is named with its item.");
  const now = page.getByRole("button", { name: "Publish the agenda now" });
  await sendAs("chair", page.locator("form", { has: now }));
  await now.click();
  await expect(page.getByText("Agenda published").first()).toBeVisible();
}

/** Everybody came, and the meeting took place. */
export async function holdMeeting(page: Page, date: string): Promise<void> {
  await page.goto(`/office/meetings/${COMMITTEE}/${date}/attendance`);
  const seats = page.locator("form", { has: page.getByRole("button", { name: "Record the attendance" }) });
  for (const seat of await seats.getByRole("combobox").all()) await seat.selectOption({ label: "Present" });
  await sendAs("chair", seats);
  await page.getByRole("button", { name: "Record the attendance" }).click();
  await expect(page.getByRole("heading", { name: /^Not (done|recorded|saved|added|listed|published)$/ })).toHaveCount(
    0,
  );
  await page.goto(`/office/meetings/${COMMITTEE}/${date}`);
  await takeStep(page, "Record as held", "chair");
  await expect(page.getByText("Held").first()).toBeVisible();
}

/** A decision in the minute of the item with these words in its title. */
export async function decide(
  page: Page,
  date: string,
  item: string,
  decision: { kind: string; text: string },
): Promise<void> {
  await page.goto(`/office/meetings/${COMMITTEE}/${date}/minutes/edit`);
  const begin = page.getByRole("button", { name: "Begin the minutes" });
  if ((await begin.count()) > 0) {
    await sendAs("chair", page.locator("form", { has: begin }));
    await begin.click();
  }
  await page.getByRole("link", { name: item }).first().click();
  const form = page.locator("form", { has: page.getByRole("button", { name: "Record the decision" }) });
  await form.getByLabel("What came of it").selectOption({ label: decision.kind });
  await form.getByLabel("What was decided").fill(decision.text);
  await sendAs("chair", form);
  await form.getByRole("button", { name: "Record the decision" }).click();
  await expect(page.getByText(decision.text).first()).toBeVisible();
}
