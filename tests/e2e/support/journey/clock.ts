import { expect, type Page } from "@playwright/test";
import { formatFullDate } from "@/domain/calendar/plain-date";
import { sendAs, typeDay } from "../steps";

/** The administrator moves the clock of the demonstration. */
export async function moveClock(page: Page, date: string, time: string): Promise<void> {
  await page.goto("/office/settings/clock");
  await typeDay(page, "Day", date);
  await page.getByLabel("Time").fill(time);
  await sendAs("democraticServices", page.locator("main form").last());
  await page.getByRole("button", { name: "Move the clock" }).click();
  await expect(page.getByRole("heading", { name: "The clock has not moved" })).toHaveCount(0);
  await expect(page.getByText(formatFullDate(date)).first()).toBeVisible();
}
