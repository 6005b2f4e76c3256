import { randomInt, randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { type FilledForm, filled, formWith } from "../soak/forms";
import { COMMITTEE } from "./support/council";
import { one, sql } from "./support/database";
import { EVERYBODY } from "./support/people";
import { type Answer, addressOf, ask } from "./support/site";

/** Long after any other test's day, and so open for questions whatever they do. */
const MEETING = `/committees/${COMMITTEE}/meetings/2017-10-11`;
const FORM = `${MEETING}/ask`;
const DESK = `/office/meetings/${COMMITTEE}/2017-10-11/questions`;

/** Nobody else has sent anything from this address. */
const from = { "x-forwarded-for": `203.0.113.${randomInt(1, 250)}, 198.51.100.${randomInt(1, 250)}` };

/** As a browser without JavaScript sends it. */
async function sent({ action, fields }: FilledForm): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return await ask(action, { method: "POST", body, headers: { origin: addressOf(""), ...from } });
}

test("the public asks a question: once, in time, as a person; its name and address are for democratic services", async () => {
  const [page, other] = [await ask(FORM), await ask(FORM)];
  const form = formWith("identity", page.text, FORM);
  expect(page.headers.get("cache-control")).toMatch(/no-store/);
  expect(page.headers.get("content-security-policy")).toMatch(/script-src 'self' 'nonce-[^']+'/);
  expect(formWith("identity", other.text, FORM).fields).not.toEqual(form.fields);
  expect((await ask(MEETING)).text).toContain(`href="${FORM}"`);

  const word = `zebra${randomUUID().slice(0, 8)}`;
  const typed = { kind: "public_question", text: `When is the ${word} fed?`, identity: "withheld", area: "" };
  const said = filled(form, { ...typed, name: `Jane ${word}`, email: `${word}@example.org` });
  const found = () =>
    sql<{ id: string; reference: string }>(`SELECT id, reference FROM "Question" WHERE text LIKE $1`, `%${word}%`);
  try {
    // What is missing is asked for with everything kept; a robot is asked for it once more.
    const missing = await sent(filled(said, { name: "" }));
    expect(missing.text).toContain("Write your name. You can keep it from being published.");
    expect(missing.text).toContain(`When is the ${word} fed?`);
    for (const robot of [filled(said, { website: "https://example.org" }), filled(said, { token: "1.a.b" })])
      expect((await sent(robot)).text).toContain("Send it once more.");
    expect(await found()).toEqual([]);

    await expect(async () => expect((await sent(said)).status).toBe(303)).toPass();
    const [question] = await found();
    const again = await Promise.all([sent(said), sent(said)]);
    const thanks = `${FORM}?sent=${question?.reference}`;
    expect(again.map(({ headers }) => headers.get("location"))).toEqual([thanks, thanks]);
    expect(await found()).toHaveLength(1);
    const thanked = await ask(thanks);
    expect(thanked.text).toContain(`Your reference is ${question?.reference}`);
    expect([thanked.text.includes(word), (await ask(MEETING)).text.includes(word)]).toEqual([false, false]);

    // Whoever presides reads what is asked, and not by whom; to others none of it is there.
    const address = `${DESK}/${question?.id}`;
    for (const who of EVERYBODY) {
      const { status, text } = await ask(address, { who });
      const reads = ["democraticServices", "chair", "viceChair"].includes(who);
      expect([who, status, text.includes(`When is the ${word} fed?`)]).toEqual([who, reads ? 200 : 404, reads]);
      expect([who, text.includes(`Jane ${word}`)]).toEqual([who, who === "democraticServices"]);
    }
    const { count } = await one<{ count: number }>(
      `SELECT count(*)::int AS count FROM "AuditEntry" a WHERE to_jsonb(a)::text LIKE $1`,
      `%${word}%`,
    );
    expect(count).toBe(0);
  } finally {
    const keys = (await found()).map(({ id }) => id);
    await sql(`DELETE FROM "Question" WHERE id = ANY($1::uuid[])`, keys);
    await sql(`DELETE FROM "Mail" WHERE "to" = $1`, `${word}@example.org`);
  }
});

test("a meeting that is over takes nothing, says so, and says what one can do", async () => {
  const past = `/committees/${COMMITTEE}/meetings/2016-06-16/ask`;
  const { status, text } = await ask(past);
  expect(status).toBe(200);
  expect(text).toContain("This meeting takes nothing any more");
  expect(text).toContain('href="/topics/suggest"');
  expect(text).not.toContain('name="token"');
});
