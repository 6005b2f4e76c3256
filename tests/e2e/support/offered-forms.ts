import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { COMMITTEE } from "./council";
import { isPublic } from "./crawl";
import type { Who } from "./people";
import { reachedBy } from "./reached";
import { samplePages } from "./samples";

/** A form of the office that somebody was offered, filled in so that nothing but who sends it should be in its way. */
export type OfferedForm = {
  /** The action as the code names it, and which step of which machine it takes: "takeStepAction topic.park". */
  action: string;
  path: string;
  fields: [string, string][];
};

/** Every action that the program has, by its key in a form. */
export function actions(): Map<string, string> {
  const { node } = JSON.parse(readFileSync(join(".next", "server", "server-reference-manifest.json"), "utf8")) as {
    node: Record<string, { filename?: string; exportedName?: string }>;
  };
  return new Map(
    Object.entries(node).flatMap(([id, { exportedName }]) => (exportedName ? [[id, exportedName] as const] : [])),
  );
}

/** The forms on one page for whoever has opened it, each once by what it does. */
export async function formsOn(page: Page, path: string): Promise<OfferedForm[]> {
  await page.goto(path);
  const read = await page.evaluate(fillAndRead);
  const named = actions();
  const forms = new Map<string, OfferedForm>();
  for (const fields of read) {
    const action = actionOf(fields, named);
    if (action && !forms.has(action)) forms.set(action, { action, path, fields });
  }
  return [...forms.values()];
}

/** The pages of the office on which somebody is offered forms: of every kind the one with most on it. */
export const officePages = (who: Who): string[] => [
  ...samplePages(reachedBy(who), "most and least").filter((path) => !isPublic(path) && path.startsWith("/office")),
  ...ASKED_FIRST,
];

/** Pages that are reached by a question, which is no link. */
const ASKED_FIRST = [`/office/scoping/new?body=${COMMITTEE}`];

/** What a form does: its action, and of the actions that take several steps, which. */
function actionOf(fields: readonly [string, string][], named: ReadonlyMap<string, string>): string | null {
  const value = (name: string) => fields.find(([field]) => field === name)?.[1];
  const key =
    fields.map(([name]) => /^\$ACTION_ID_(\w+)$/.exec(name)?.[1]).find(Boolean) ??
    fields
      .map(([name, text]) => (/^\$ACTION_\d+:0$/.test(name) ? (JSON.parse(text) as { id: string }).id : ""))
      .find(Boolean);
  const action = key && named.get(key);
  if (!action) return null;
  const step = [value("kind"), value("step") ?? value("name")].filter(Boolean).join(".");
  return step ? `${action} ${step}` : action;
}

/** In the page: gives every empty field something that could stand there, and reads what would be sent. */
function fillAndRead(): [string, string][][] {
  const forms = [...document.querySelectorAll<HTMLFormElement>("main form[method=POST i]")];
  return forms.map((form) => {
    for (const field of form.elements) {
      if (field instanceof HTMLTextAreaElement && !field.value) field.value = "Words for this form.";
      if (field instanceof HTMLSelectElement && !field.value)
        field.value = [...field.options].find(({ value }) => value)?.value ?? "";
      if (!(field instanceof HTMLInputElement) || field.type === "hidden") continue;
      if (field.type === "checkbox" || field.type === "radio") field.checked = true;
      else if (!field.value) field.value = plausible(field.name);
    }
    return [...new FormData(form)].map(([name, value]) => [name, String(value)] as [string, string]);
  });

  function plausible(name: string): string {
    if (name.endsWith("-day")) return "3";
    if (name.endsWith("-month")) return "10";
    if (name.endsWith("-year")) return "2016";
    return name.includes("time") ? "10:00" : "Words";
  }
}
