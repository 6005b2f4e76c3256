import { expect, type Page } from "@playwright/test";
import { ATTENDANCE } from "../../../../prisma/demonstration/attendance-2016-06-16";
import { PEOPLE } from "../../../../prisma/demonstration/people";
import { formWith, press } from "./table";

/** Members present, apologies, and when it began and ended; one co-optee is in no list. */
export async function recordWhoIsHere(page: Page): Promise<void> {
  for (const kind of ["present", "apologies"] as const)
    for (const { person } of ATTENDANCE[kind] ?? [])
      await page.getByLabel(new RegExp(`^${PEOPLE[person]}`)).selectOption(kind);
  await press(formWith(page, "Record who is here"), "Record who is here");
  await expect(page.getByLabel(/^David Walsh/)).toHaveValue("present");
  await expect(page.getByLabel(/^Joy Tubbs/)).toHaveValue("");
  const sat = formWith(page, "Record when it sat");
  await sat.getByLabel("Began").fill("10:00");
  await sat.getByLabel("Ended").fill("12:15");
  await press(sat, "Record when it sat");
}

/** Councillors under the standing order, one for two minutes, and the officers, each with the title the minutes print. */
export async function listWhoElseCame(page: Page, meeting: string): Promise<void> {
  await page.goto(`${meeting}/attendance`);
  const list = formWith(page, "Add to the list");
  for (const kind of ["in_attendance", "officer"] as const)
    for (const { person, title = "", under = "", forMinutes = [] } of ATTENDANCE[kind] ?? []) {
      await list.getByLabel("Who", { exact: true }).selectOption({ label: PEOPLE[person] });
      await list.getByLabel("As", { exact: true }).selectOption(kind);
      await list.getByLabel("Title, as printed").fill(title);
      await list.getByLabel("Attends under").fill(under);
      for (const number of forMinutes) await list.getByRole("checkbox", { name: `Minute ${number},` }).check();
      await press(list, "Add to the list");
    }
}
