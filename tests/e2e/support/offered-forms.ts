import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Who } from "./people";
import { type Answer, addressOf, ask } from "./site";

/** A form that somebody was offered, filled in so that nothing but who sends it should be in its way. */
export type OfferedForm = {
  /** The action as the code names it, and which step of which machine it takes: "_steps takeStepAction topic.park". */
  deed: string;
  path: string;
  fields: [string, string][];
};

/** Every action that the program has, by its key in a form. */
export function actions(): ReadonlyMap<string, string> {
  known ??= new Map(
    Object.entries(manifest().node).map(([id, { filename, exportedName }]) => [
      id,
      `${filename.replace(/^src\/app\//, "").replace(/\/actions\.ts$/, "")} ${exportedName}`.replace("(office)/", ""),
    ]),
  );
  return known;
}
let known: ReadonlyMap<string, string> | undefined;

const manifest = () =>
  JSON.parse(readFileSync(join(".next", "server", "server-reference-manifest.json"), "utf8")) as {
    node: Record<string, { filename: string; exportedName: string }>;
  };

/** Reads forms off pages that came without a browser: in one blank page of a browser, which knows what a form would send. */
export class FormReader {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The forms on a page as whoever asked for it was offered them, each once by what it does. */
  async formsOn(path: string, { text }: Answer): Promise<OfferedForm[]> {
    const html = [...text.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => form).filter(hasAction);
    if (html.length === 0) return [];
    const forms = new Map<string, OfferedForm>();
    for (const fields of await this.#page.evaluate(fillAndRead, html)) {
      const deed = deedOf(fields);
      if (!forms.has(deed)) forms.set(deed, { deed, path, fields });
    }
    return [...forms.values()];
  }
}

const hasAction = (form: string): boolean => form.includes('name="$ACTION_');

/** What a form does: its action, and of the actions that take several steps, which. */
function deedOf(fields: readonly [string, string][]): string {
  const value = (name: string) => fields.find(([field]) => field === name)?.[1];
  const { id } = actionOf(fields);
  // A step of a machine is named beside its noun; what stands alone under that name is one of the form's own fields.
  const taken = [value("kind"), value("kind") && value("step")].filter(Boolean).join(".");
  return [actions().get(id) ?? id, taken].filter(Boolean).join(" ");
}

/** The action that a form names, and what it was given before the form's own fields: what the form said last. */
function actionOf(fields: readonly [string, string][]): { id: string; bound: unknown[] } {
  const of = (part: number) => fields.find(([name]) => new RegExp(`^\\$ACTION_\\d+:${part}$`).test(name))?.[1];
  const [first, second] = [of(0), of(1)];
  if (first) return { ...(JSON.parse(first) as { id: string }), bound: JSON.parse(second ?? "[]") as unknown[] };
  const plain = fields.map(([name]) => /^\$ACTION_ID_(\w+)$/.exec(name)?.[1]).find(Boolean);
  if (!plain) throw new Error(`This form names no action: ${fields.map(([name]) => name)}`);
  return { id: plain, bound: [] };
}

/** What a form says of itself after it was sent. */
export type FormAnswer = {
  status?: string;
  failure?: { kind: string; refusal?: { code: string; sentence: string } };
  fields?: unknown;
  problem?: string | null;
};

/**
 * Sends a form as the program does in a browser with JavaScript: the action by its key, with what the form said last and its
 * fields, each under the number of the argument that it belongs to.
 */
export async function sendAsProgram(
  { path, fields }: OfferedForm,
  who: Who,
): Promise<Answer & { says: FormAnswer | null }> {
  const { id, bound } = actionOf(fields);
  const body = new FormData();
  for (const [name, value] of fields) if (!name.startsWith("$ACTION")) body.append(`_1_${name}`, value);
  body.append("0", JSON.stringify([...bound, "$K1"]));
  const headers = { "next-action": id, accept: "text/x-component", origin: addressOf("") };
  const answer = await ask(path, { who, method: "POST", headers, body });
  const row = /^1:(\{.*\})$/m.exec(answer.text)?.[1];
  return { ...answer, says: row ? (JSON.parse(row) as FormAnswer) : null };
}

/** What a form says in a page that came in answer to it, also where the page no longer has the form. */
export function saidIn({ text }: Answer): FormAnswer | null {
  const kept = /__next_f\.push\(\[2,(\[.*?\])\]\);?<\/script>/s.exec(text)?.[1];
  return kept ? ((JSON.parse(kept) as [FormAnswer])[0] ?? null) : null;
}

/** In the browser: gives every empty field something that could stand there, and reads what would be sent. */
function fillAndRead(html: string[]): [string, string][][] {
  return html.map((one) => {
    const [form] = new DOMParser().parseFromString(one, "text/html").forms;
    if (!form) return [];
    for (const field of form.elements) {
      if (field instanceof HTMLTextAreaElement && !field.value) field.value = prose(form);
      if (field instanceof HTMLSelectElement && !field.value)
        field.value = [...field.options].find(({ value }) => value)?.value ?? "";
      if (!(field instanceof HTMLInputElement) || field.type === "hidden" || field.type === "file") continue;
      if (field.type === "checkbox" || field.type === "radio") field.checked = true;
      else if (!field.value) field.value = plausible(field);
    }
    // Where every button says something else, the first is pressed.
    const [button] = form.querySelector("button:not([name])") ? [] : form.querySelectorAll<HTMLButtonElement>("button");
    const sent = [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === "string");
    return button ? [...sent, [button.name, button.value]] : sent;
  });

  function prose(form: HTMLFormElement): string {
    return form.querySelector("[type=file]") ? "name\nRobin Cook" : "Words for this form.";
  }

  function plausible({ name, type }: HTMLInputElement): string {
    if (name.endsWith("-day")) return "3";
    if (name.endsWith("-month")) return "10";
    if (name.endsWith("-year")) return "2016";
    if (type === "email") return "somebody@example.org";
    if (type === "number") return "1";
    return /time/i.test(name) ? "10:00" : "Words";
  }
}
