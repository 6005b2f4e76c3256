import { expect, type Locator, type Page } from "@playwright/test";
import { COMMITTEE } from "../council";
import { one } from "../database";
import { ask } from "../site";
import { resolvedOn, sendAs, takeStep } from "../steps";
import type { Cast } from "./cast";
import { decide, holdMeeting } from "./meeting";
import type { Topic } from "./topic";

/** An officer drafts the scoping and puts it forward, once nothing that must be there is missing; the path of the proposal. */
export async function draft({ sally }: Cast, { title, slug }: Topic): Promise<string> {
  await sally.goto(`/office/topics/${slug}`);
  await sally.getByRole("link", { name: "Start scoping" }).click();
  await sally.getByLabel("Item").fill(title);
  await sendAs("cabinetMember", sally.locator("main form").last());
  await sally.getByRole("button", { name: "Begin the proposal" }).click();
  await expect(sally.getByRole("heading", { level: 1 })).toContainText(title);
  const path = new URL(sally.url()).pathname;
  await sally.getByRole("button", { name: "Put forward" }).click();
  await expect(sally.getByRole("heading", { name: /^Not put forward: 4 things are missing/ })).toBeVisible();
  await complete(sally);
  await sally.getByRole("button", { name: "Put forward" }).click();
  const reason = sally.getByRole("textbox", { name: "Why it goes forward as it is" });
  await reason.fill("The committee adds its own lines of enquiry.");
  await sally.getByRole("button", { name: "Put forward" }).click();
  await expect(sally.getByText("Ready").first()).toBeVisible();
  return path;
}

/** Onto the agenda that is published already. */
export async function putOnAgenda({ helen }: Cast, proposal: string, title: string): Promise<void> {
  await helen.goto(proposal);
  await takeStep(helen, "Put on an agenda", "otherOfficer", async (form) => {
    const choice = form.getByLabel("On which agenda");
    const value = await choice.locator("option", { hasText: "11 October 2016" }).first().getAttribute("value");
    await choice.selectOption(value);
  });
  const { text } = await ask(`/committees/${COMMITTEE}/meetings/2016-10-11`);
  expect(text).toContain(title);
  await helen.goto(`/office/meetings/${COMMITTEE}/2016-10-11`);
}

/** The meeting takes place and approves it. */
export async function approve({ helen }: Cast, proposal: string, title: string): Promise<void> {
  await holdMeeting(helen, "2016-10-11");
  await decide(helen, "2016-10-11", title, { kind: "Resolved", text: "That the scoping proposal be approved." });
  await helen.goto(proposal);
  await takeStep(helen, "Record approval", "chair", resolvedOn("11 October 2016"));
  await expect(helen.getByText("Approved").first()).toBeVisible();
  await takeStep(helen, "Commission the work", "chair");
}

/** The minutes that say so go up in draft. */
export async function publishMinutes({ helen }: Cast): Promise<void> {
  await helen.goto(`/office/meetings/${COMMITTEE}/2016-10-11/minutes/edit`);
  await takeStep(helen, "Mark as checked", "chair", withReason("Nothing was decided on the other items."));
  await takeStep(helen, "Publish the draft minutes", "chair", withReason("The chair has seen it on paper."));
  expect((await ask(`/committees/${COMMITTEE}/meetings/2016-10-11/minutes`)).text).toContain(
    "That the scoping proposal be approved.",
  );
}

/** It gets its place in the programme; the path of the item. */
export async function schedule({ helen }: Cast, title: string): Promise<string> {
  const { id } = await one<{ id: string }>(`SELECT id FROM "ScopingProposal" WHERE title = $1`, title);
  await helen.goto(`/office/programme/${COMMITTEE}/new?proposal=${id}`);
  await helen.getByLabel("Title").fill(title);
  await helen.getByLabel("Kind of work").selectOption({ label: "Review" });
  await sendAs("chair", helen.locator("main form").last());
  await helen.getByRole("button", { name: "Add the item" }).click();
  await expect(helen.getByText("Added to the programme, as proposed")).toBeVisible();
  await helen.getByLabel("Move to").selectOption({ label: "Wed 11 Jan 2017" });
  await helen.getByLabel("Reason, shown in the history").first().fill("It reports to the meeting in January.");
  await helen.getByRole("button", { name: "Move", exact: true }).click();
  await expect(helen.getByRole("region", { name: "Place" })).toContainText("Wednesday 11 January 2017");
  expect((await ask(`/committees/${COMMITTEE}/work-programme`)).text).toContain(title);
  return new URL(helen.url()).pathname;
}

const withReason = (reason: string) => (form: Locator) => form.getByLabel(/^Reason/).fill(reason);

/** The fields of Dorset's form that the draft must have. */
async function complete(page: Page): Promise<void> {
  const open = (part: RegExp) =>
    page.getByRole("region", { name: "Sections" }).getByRole("link", { name: part }).click();
  const save = async () => {
    const version = page
      .locator("form", { has: page.getByRole("button", { name: "Save draft" }) })
      .locator("[name=version]");
    const before = Number(await version.inputValue());
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect(version).toHaveValue(String(before + 1));
  };
  await open(/Suggested Scope/);
  await page.getByRole("textbox", { name: "Suggested Scope" }).fill("What has shut, who went there, what they do now.");
  await save();
  await open(/Lead member and lead officer/);
  await page.getByRole("combobox", { name: "Lead Member" }).selectOption({ label: "Kate Wheller" });
  await save();
  await open(/Methodology/);
  await page.getByRole("textbox", { name: "Methodology" }).fill("A visit, and the figures of three years.");
  await save();
  await open(/Timescale/);
  await page.getByRole("textbox", { name: "Timescale" }).fill("To the meeting in January.");
  await page.getByRole("combobox", { name: "Report to the meeting of" }).selectOption({ label: "11 January 2017" });
  await save();
}
