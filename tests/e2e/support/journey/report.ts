import { expect } from "@playwright/test";
import { COMMITTEE } from "../council";
import { one } from "../database";
import { ask } from "../site";
import { sendAs, takeStep } from "../steps";
import type { Cast } from "./cast";
import { moveClock } from "./clock";
import { decide, holdMeeting, publish } from "./meeting";

type Report = { path: string; slug: string };

/** The report is commissioned, written by its author, signed off by the director and cleared. */
export async function write({ helen, paul, director, administrator }: Cast, title: string): Promise<Report> {
  await moveClock(administrator, "2016-12-12", "09:00");
  await helen.goto(`/office/reports/new?body=${COMMITTEE}`);
  await helen.getByLabel("Title").fill(`Report on ${title}`);
  const author = helen.getByLabel("Written by");
  await author.selectOption(await author.locator("option", { hasText: "Paul Leivers" }).getAttribute("value"));
  await helen.getByLabel("For the meeting of").selectOption({ label: "11 January 2017" });
  await helen.getByLabel("Topic").selectOption({ label: title });
  await helen.getByLabel("Area").selectOption({ label: "Adult and Community Services" });
  await sendAs("member", helen.locator("main form").last());
  await helen.getByRole("button", { name: "Commission the report" }).click();
  const { slug } = await one<{ slug: string }>(`SELECT slug FROM "Report" WHERE title = $1`, `Report on ${title}`);
  const path = `/office/reports/${slug}`;

  await paul.goto(path);
  await takeStep(paul, "Start the draft", "member");
  const sheet = paul.locator("form", { has: paul.getByRole("button", { name: "Save the front sheet" }) });
  for (const box of await sheet.locator("textarea, input[type=text], input:not([type])").all())
    if (!(await box.inputValue())) await box.fill("What is known of it.");
  for (const choice of await sheet.getByRole("combobox").all()) await choice.selectOption({ index: 1 });
  await sendAs("member", sheet);
  await paul.getByRole("button", { name: "Save the front sheet" }).click();
  await paul
    .getByRole("textbox", { name: "Text", exact: true })
    .fill("Two centres shut in 2015.\n\nNobody has counted who went there.");
  await paul.getByRole("button", { name: "Save the text" }).click();
  await takeStep(paul, "Send for clearance", "member");
  await director.goto(path);
  await takeStep(director, "Sign off the report", "officer", async (form) => {
    await form.getByLabel(/^Reason/).fill("The front sheet says what is known.");
  });
  await helen.goto(path);
  await takeStep(helen, "Clear for publication", "officer");
  return { path, slug };
}

/** It is listed on the agenda of January, goes up with it, and the meeting recommends. */
export async function consider(
  { helen, administrator }: Cast,
  item: string,
  report: Report,
  title: string,
): Promise<void> {
  await moveClock(administrator, "2016-12-20", "09:00");
  await helen.goto(item);
  await takeStep(helen, "Put on the agenda", "chair", async (form) => {
    const choice = form.getByRole("combobox").first();
    const value = await choice.locator("option:not([value=''])").first().getAttribute("value");
    await choice.selectOption(value);
  });
  await helen.goto(`/office/meetings/${COMMITTEE}/2017-01-11/agenda`);
  await helen.getByRole("link", { name: title }).first().click();
  await helen.getByLabel("A report").selectOption({ label: `Report on ${title}` });
  await helen.getByRole("button", { name: "List the report here" }).click();
  await expect(helen.getByRole("link", { name: `Report on ${title}` }).first()).toBeVisible();
  await publish(helen, "2017-01-11");
  if ((await ask(`/reports/${report.slug}`)).status === 404) {
    await helen.goto(report.path);
    await takeStep(helen, "Publish the report", "officer");
  }
  expect((await ask(`/reports/${report.slug}`)).text).toContain("Nobody has counted who went there.");
  await moveClock(administrator, "2017-01-11", "14:00");
  await holdMeeting(helen, "2017-01-11");
  await decide(helen, "2017-01-11", title, {
    kind: "Recommended",
    text: "That the Cabinet keeps one day centre in Bridport, and pays for the bus to it.",
  });
}
