import { expect } from "@playwright/test";
import { one } from "../database";
import { ask } from "../site";
import { afterConsulting, sendAs, takeStep } from "../steps";
import { sendAsPerson } from "../suggestion";
import type { Cast } from "./cast";

export type Topic = { title: string; slug: string };

/** The public suggests the topic; the slug that it gets, which the public does not see yet. */
export async function suggest({ resident }: Cast, title: string): Promise<string> {
  await resident.goto("/topics/suggest");
  await resident.getByLabel("What should scrutiny look into?").fill(title);
  await resident.getByLabel("What is it about?").fill("Two day centres have shut, and nobody says what comes instead.");
  await sendAsPerson(resident);
  await expect(resident.getByRole("heading", { level: 1 })).toHaveText("Thank you for your suggestion");
  const topic = await one<{ slug: string }>(`SELECT slug FROM "Topic" WHERE title = $1`, title);
  expect((await ask(`/topics/${topic.slug}`)).status).toBe(404);
  return topic.slug;
}

/** Democratic services take it to the committee, where the public sees it. */
export async function triage({ helen }: Cast, { title, slug }: Topic): Promise<void> {
  await helen.goto(`/office/topics/${slug}`);
  await takeStep(helen, "Triage", "member", async (form) => {
    await form
      .getByLabel("The committee whose remit it is")
      .selectOption({ label: "People and Communities Overview and Scrutiny Committee" });
    await form.getByLabel("I have looked through the topics like it").check();
  });
  await expect(helen.getByText("On the long list").first()).toBeVisible();
  expect((await ask(`/topics/${slug}`)).text).toContain(title);
}

/** Two members score it, and democratic services close the scoring. */
export async function score({ helen, kate, david }: Cast, { slug }: Topic): Promise<void> {
  for (const member of [kate, david]) {
    await member.goto(`/office/topics/${slug}`);
    for (const radio of await member
      .locator("form", { hasText: "Score the topic" })
      .getByLabel(/^(2|Yes)$/)
      .all())
      await radio.check();
    await sendAs("councillorElsewhere", member.locator("form", { hasText: "Score the topic" }));
    await member.getByRole("button", { name: "Score the topic" }).click();
    await expect(member.getByRole("heading", { name: "Your marks are kept" })).toBeVisible();
  }
  await helen.goto(`/office/topics/${slug}`);
  await takeStep(helen, "Close scoring", "chair");
}

/** It is shortlisted, after consulting the chair. */
export async function shortlist({ helen }: Cast): Promise<void> {
  await takeStep(helen, "Shortlist", "chair", afterConsulting("David Walsh"));
  await expect(helen.getByText("Shortlisted", { exact: false }).first()).toBeVisible();
}

/** The page of the topic tells the public the whole of it. */
export async function readAll({ resident }: Cast, { title, slug }: Topic): Promise<void> {
  await resident.goto(`/topics/${slug}`);
  for (const words of [
    "Two day centres have shut",
    "Scored: 11 of at most 11",
    "Commissioned",
    "That the scoping proposal be approved.",
    `Report on ${title}`,
    "The last day for an answer is 15 March 2017",
    "Pay for the bus to it",
    "The Cabinet does not pay for the bus.",
    "The operator runs it at its own risk.",
    "The centre is open five days a week.",
    "Everything that was recommended is closed",
  ])
    await expect(resident.locator("main")).toContainText(words);
}
