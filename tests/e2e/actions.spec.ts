import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { sql } from "./support/database";
import { send } from "./support/forms";
import { actions, formsOn, type OfferedForm, officePages } from "./support/offered-forms";
import { EVERYBODY, type Who } from "./support/people";
import { ask, several } from "./support/site";
import { expect, test } from "./support/test";

/** Actions that stand on no page as one finds it, each with where it is tried instead. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  signInAction: "sign-in.setup.ts: it is for whoever has not signed in",
  settleVersionsAction: "scoping.spec.ts: only where two have written the same part",
  dropTypedAction: "scoping.spec.ts: only where something was typed and not saved",
  cancelPublicationAction: "integration/publication.test.ts: only while a publication is scheduled",
};

/** What an answer says to whoever may not: it is not there, it is for others, or sign in first. */
const REFUSED = /Page not found|is for |no longer open to you|not there/;

test("whoever is not offered a form cannot send it, and every action there is was tried", async ({ as }) => {
  test.setTimeout(1_200_000);
  const offeredTo = new Map<string, Set<Who>>();
  const forms = new Map<string, OfferedForm>();
  await several(EVERYBODY, 3, async (who) => {
    const page = await as(who, { javaScriptEnabled: false });
    for (const path of officePages(who)) {
      for (const form of await formsOn(page, path)) {
        const key = `${form.action} at ${path}`;
        offeredTo.set(key, (offeredTo.get(key) ?? new Set<Who>()).add(who));
        // One page will do for each thing that can be done.
        if (![...forms.values()].some(({ action }) => action === form.action)) forms.set(key, form);
      }
    }
    await page.close();
  });

  const wrong: string[] = [];
  await several(forms, 6, async ([key, form]) => {
    for (const who of [null, ...EVERYBODY]) {
      if (who !== null && (offeredTo.get(key)?.has(who) || (await isOffered(as, who, form)))) continue;
      const said = await sentBy(who, form);
      if (said) wrong.push(`${key}, sent by ${who ?? "the public"}: ${said}`);
    }
  });
  expect(wrong).toEqual([]);

  const tried = new Set([...forms.values()].map(({ action }) => action.split(" ")[0]));
  const untried = [...new Set(actions().values())].filter((name) => !tried.has(name) && !(name in ELSEWHERE));
  expect(untried).toEqual([]);
});

/** Whether somebody who did not come by this page would find the form there as well. */
async function isOffered(
  as: (who: Who, options: { javaScriptEnabled: boolean }) => Promise<Page>,
  who: Who,
  { action, path }: OfferedForm,
): Promise<boolean> {
  if ((await ask(path, { who })).status !== 200) return false;
  const page = await as(who, { javaScriptEnabled: false });
  const found = await formsOn(page, path);
  await page.close();
  return found.some((form) => form.action === action);
}

/** Sends the form as somebody to whom it is not offered; says what was wrong with the answer. */
async function sentBy(who: Who | null, { path, fields }: OfferedForm): Promise<string | null> {
  const onceKey = randomUUID();
  const own = fields.map(([name, value]): [string, string] => [name, name === "onceKey" ? onceKey : value]);
  const { status, headers, text } = await send({ path, fields: own }, who);
  if ((await sql(`SELECT key FROM "OnceKey" WHERE key = $1`, onceKey)).length > 0) return "it was carried out";
  if (status >= 500) return `it broke: ${status}`;
  if (who === null) return headers.get("location")?.startsWith("/sign-in") ? null : `${status}, and no sign-in`;
  return status === 404 || REFUSED.test(text) ? null : `${status}, and nothing says that it is not theirs`;
}
