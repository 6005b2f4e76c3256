import { expect, type Locator, type Page } from "@playwright/test";
import type { MinuteFacts } from "../../../../prisma/demonstration/minutes-facts";

type Decision = NonNullable<MinuteFacts["decisions"]>[number];

/** The form with this button, also while it stands closed behind its word. */
export const formWith = (page: Page, button: string): Locator =>
  page.locator("form", { has: page.getByRole("button", { name: button, includeHidden: true }) });

/** Presses the button of a form, and waits until the page has what came of it: each time a form is made its key is another. */
export async function press(form: Locator, button: string): Promise<void> {
  const key = form.locator("input[name='onceKey']").first();
  const before = await key.inputValue();
  await form.getByRole("button", { name: button, exact: true }).click();
  await expect(key).not.toHaveValue(before);
}

/** Goes to the page of an item, by the list of them. */
export async function openItem(page: Page, heading: string): Promise<void> {
  await page
    .getByRole("navigation", { name: "Items in the order they are taken" })
    .getByRole("link", { name: heading })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(heading);
}

/** Fills in what was decided, and to whom it is recommended. */
export async function fillDecision(page: Page, decision: Partial<Decision> | undefined, to?: string): Promise<void> {
  const form = formWith(page, "Record the decision and what follows");
  await form.getByLabel("What came of it").selectOption(decision?.kind ?? "");
  await form.getByLabel("What was decided").fill(decision?.text ?? "");
  await form.getByLabel("Reason for the decision").fill(decision?.reason ?? "");
  if (to === undefined) return;
  await form.locator("summary", { hasText: "A recommendation: to whom" }).click();
  await form.getByLabel("Recommended to").selectOption(to);
}

/** Records a decision. */
export async function decide(page: Page, decision: Partial<Decision>, to?: string): Promise<void> {
  await fillDecision(page, decision, to);
  await press(formWith(page, "Record the decision and what follows"), "Record the decision and what follows");
}
