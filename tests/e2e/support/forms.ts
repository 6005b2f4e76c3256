import type { Locator } from "@playwright/test";
import type { Who } from "./people";
import { type Answer, addressOf, ask } from "./site";

/** A form as a browser without JavaScript would send it: where to, and every field in its order. */
export type Sendable = { path: string; fields: [string, string][] };

/** Reads a form off a page, with what its fields hold now. */
export async function readForm(form: Locator): Promise<Sendable> {
  const { action, fields } = await form.evaluate((element) => {
    const read = element as HTMLFormElement;
    return {
      action: read.getAttribute("action") || location.href,
      fields: [...new FormData(read)].map(([name, value]) => [name, String(value)] as [string, string]),
    };
  });
  const { pathname, search } = new URL(action, addressOf("/"));
  return { path: pathname + search, fields };
}

/** The same form with other things typed into some of its fields. */
export const typedInto = ({ path, fields }: Sendable, typed: Readonly<Record<string, string>>): Sendable => ({
  path,
  fields: fields.map(([name, value]) => [name, typed[name] ?? value]),
});

/** Sends a form as somebody's browser does without JavaScript. */
export async function send({ path, fields }: Sendable, who: Who | null): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return await ask(path, { who, method: "POST", body, headers: { origin: addressOf("") } });
}
