import { randomUUID } from "node:crypto";
import { expect, type Locator, type Page } from "@playwright/test";
import { sql } from "./database";
import { readForm, send } from "./forms";
import type { Who } from "./people";
import { ask } from "./site";

type Fill = (form: Locator) => Promise<void>;

/** The form of a step, behind its word. */
export async function openStep(page: Page, label: string): Promise<Locator> {
  const step = page.locator("details").filter({ has: page.locator("summary").getByText(label, { exact: true }) });
  if ((await step.getAttribute("open")) === null) await step.locator("summary").click();
  return step;
}

/**
 * Takes a step on the page of its record: first as somebody who may not, who is not offered it and whose copy of the form does
 * nothing, then as the person whose page it is.
 * @param wrong who may not
 */
export async function takeStep(
  page: Page,
  label: string,
  wrong: Who | null,
  fill: Fill = async () => {},
): Promise<void> {
  const step = await openStep(page, label);
  await fill(step);
  await sendAs(wrong, step.locator("form"));
  expect((await ask(new URL(page.url()).pathname, { who: wrong })).text).not.toContain(`>${label}</summary>`);
  await step.getByRole("button", { name: label, exact: true }).click();
  await expect(page.getByRole("heading", { name: /^Not (done|recorded|saved|added|listed|published)$/ })).toHaveCount(
    0,
  );
}

/** Somebody else sends the form as it is filled in, and nothing comes of it. */
export async function sendAs(wrong: Who | null, form: Locator): Promise<void> {
  const { path, fields } = await readForm(form);
  const onceKey = randomUUID();
  const answer = await send(
    { path, fields: fields.map(([name, value]) => [name, name === "onceKey" ? onceKey : value]) },
    wrong,
  );
  expect(answer.status).toBeLessThan(500);
  expect(await sql(`SELECT key FROM "OnceKey" WHERE key = $1`, onceKey), `${wrong} carried it out`).toEqual([]);
}

/** An officer's decision between meetings, after consulting the chair. */
export const afterConsulting =
  (name: string, reason = ""): Fill =>
  async (form) => {
    await form.getByLabel("An officer’s decision, after consulting").fill(name);
    if (reason) await form.getByLabel(/^Reason/).fill(reason);
  };

/** A resolution in the minutes of the meeting of that day. */
export const resolvedOn =
  (day: string, more: Fill = async () => {}): Fill =>
  async (form) => {
    const choice = form.getByLabel("Decision of a meeting");
    const option = choice.locator("option", { hasText: day }).first();
    await choice.selectOption(await option.getAttribute("value"));
    await more(form);
  };

/** Types a day into the three boxes of a date. */
export async function typeDay(form: Locator | Page, legend: string, date: string): Promise<void> {
  const [year = "", month = "", day = ""] = date.split("-");
  const group = form.getByRole("group", { name: legend });
  await group.getByLabel("Day").fill(String(Number(day)));
  await group.getByLabel("Month").fill(String(Number(month)));
  await group.getByLabel("Year").fill(year);
}
