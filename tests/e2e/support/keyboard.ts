import type { Locator, Page } from "@playwright/test";
import { expect } from "./test";

/** Moves the focus with the Tab key to where it is wanted, as somebody without a mouse does. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toHaveCount(1);
  for (let pressed = 0; pressed < 250; pressed++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      // Whoever tabs sees where they are.
      await expect(wanted).toBeInViewport();
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`The Tab key never gets to ${wanted}.`);
}

/** Gets to a link or a button by Tab, and opens or presses it with Enter. */
export async function press(page: Page, wanted: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}

/** Gets to a field by Tab and types, over what stands there. */
export async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

/** Gets to a list of choices by Tab and types what the choice begins with, as a select is used without a mouse. */
export async function choose(page: Page, field: Locator, label: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(label);
  await expect(field.locator("option:checked")).toHaveText(label);
}
