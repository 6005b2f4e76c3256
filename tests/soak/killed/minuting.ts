import { filled, formOf, formWith } from "../forms";
import type { Page, Visitor } from "../visitor";
import { answerTo, Claims, foundIn, newToken } from "./claims";
import { moveClock } from "./publishing";
import type { Part, World } from "./world";

/** The meeting that is taken down, and when: it has begun. */
const TABLE = "/office/meetings/people-and-communities/2016-10-11/at-the-table";
const NOON = new Date("2016-10-11T11:00:00Z");

const outcomes = new Claims<string>("an outcome");
const texts = new Claims<string>("a text");
let minutes: string[] = [];
/** The minute that is open when it begins. */
let ready: Page | null = null;

const clerk = (world: World): Promise<Visitor> => world.people.get(world, "the clerk", "Democratic services");

/** Takes a meeting down at the table: decisions with what follows from each in one step, and what was said. */
export const minuting: Part = {
  prepare: async (world) => {
    await moveClock(world, NOON);
    const visitor = await clerk(world);
    const seats = formOf("Record who is here", (await visitor.open(TABLE)).html, TABLE);
    const present = seats.fields
      .filter(([name]) => name.startsWith("seat-"))
      .map(([name]) => [name, "present"] as const);
    await mustBeDone(visitor, filled(seats, Object.fromEntries(present)));
    for (const button of ["Record as held", "Begin the minutes"]) {
      const form = formOf(button, (await visitor.open(TABLE)).html, TABLE);
      await mustBeDone(visitor, filled(form, button === "Record as held" ? { reason: "As it was." } : {}));
    }
    const { html } = await visitor.open(TABLE);
    minutes = [
      ...new Set([...html.matchAll(/href="([^"]+\/at-the-table\/[0-9a-f-]{36})"/g)].map(([, path = ""]) => path)),
    ];
    if (minutes.length === 0) throw new Error("The minutes that were begun have no items.");
  },
  sendAgain: async (world) => {
    const visitor = await clerk(world);
    await outcomes.sendAgain(world, visitor);
    await texts.sendAgain(world, visitor);
  },
  getReady: async (world) => {
    ready = await (await clerk(world)).open(world.chance.one(minutes));
  },
  act: async (world) => {
    const visitor = await clerk(world);
    let page: Page | null = ready;
    while (page && !world.over.aborted) {
      await (world.chance.happens(0.7) ? decide(world, visitor, page) : write(world, visitor, page));
      if (world.over.aborted) return;
      page = await answerTo(world, () => visitor.open(world.chance.one(minutes)));
      if (world.ledger.isStruck) return;
    }
  },
  check: async (world) => {
    outcomes.check(world, await lookForOutcomes(world));
    texts.check(world, await lookForTexts(world));
  },
};

async function mustBeDone(visitor: Visitor, form: Parameters<Visitor["send"]>[0]): Promise<void> {
  const { status, html } = await visitor.send(form);
  if (status !== 303)
    throw new Error(`${form.action} was answered with ${status}: ${html.slice(html.indexOf("<main"), 4000)}`);
}

const isDone = ({ status }: Page): boolean => status === 303;

/** A recommendation with its clause, and a follow-up with whoever answers for it: one form, one step. */
async function decide(world: World, visitor: Visitor, { html, path }: Page): Promise<void> {
  const token = newToken();
  const form = formOf("Record the decision and what follows", html, path);
  const people = /name="ownerIds"[^>]*>([\s\S]*?)<\/select>/.exec(html)?.[1] ?? "";
  const owners = [...people.matchAll(/value="([0-9a-f-]{36})"/g)].map(([, id = ""]) => id);
  const values = {
    kind: "recommendation",
    text: token,
    reason: "It was carried.",
    to: "executive",
    title: "What was carried",
    ownerIds: world.chance.one(owners),
    inSpite: "As it was carried.",
  };
  await outcomes.send(world, visitor, filled(form, values), { token, of: path, isDone });
}

/** What was said grows by a line, so that each can be found. What was cut off stands in the form still: it is not sent with it. */
async function write(world: World, visitor: Visitor, { html, path }: Page): Promise<void> {
  const saved = await answerTo(world, () =>
    world.database.query<{ markdown: string }>(`SELECT markdown FROM "MinuteText" WHERE "minuteId" = $1`, [
      path.split("/").at(-1),
    ]),
  );
  if (!saved) return;
  const token = newToken();
  const markdown = `${saved.rows[0]?.markdown ?? ""}\n\n${token}`;
  await texts.send(world, visitor, filled(formWith("markdown", html, path), { markdown }), { token, of: path, isDone });
}

/** Decision, recommendation, clause and follow-up, each once and with its audit entry; of what is absent none of them. */
async function lookForOutcomes({ database }: World) {
  const { rows } = await database.query<{
    token: string;
    decisions: number;
    recommendations: number;
    clauses: number;
    followUps: number;
    owners: number;
    audits: number;
  }>(`
    WITH token AS (
      SELECT text FROM "Decision" WHERE text LIKE 'Token %'
      UNION SELECT text FROM "RecommendationClause" WHERE text LIKE 'Token %'
      UNION SELECT text FROM "FollowUp" WHERE text LIKE 'Token %'
    )
    SELECT t.text AS token,
      (SELECT count(*)::int FROM "Decision" d WHERE d.text = t.text) AS decisions,
      (SELECT count(*)::int FROM "Decision" d JOIN "Recommendation" r ON r."decisionId" = d.id WHERE d.text = t.text)
        AS recommendations,
      (SELECT count(*)::int FROM "RecommendationClause" c WHERE c.text = t.text) AS clauses,
      (SELECT count(*)::int FROM "FollowUp" f WHERE f.text = t.text) AS "followUps",
      (SELECT count(*)::int FROM "FollowUp" f JOIN "FollowUpOwner" o ON o."followUpId" = f.id WHERE f.text = t.text) AS owners,
      (SELECT count(*)::int FROM "AuditEntry" a WHERE
        (a.action = 'set of minutes.addDecision' AND a.after->>'decision' = (SELECT d.id::text FROM "Decision" d WHERE d.text = t.text))
        OR (a.action = 'recommendation clause.agree'
          AND a."subjectId" = (SELECT c.id FROM "RecommendationClause" c WHERE c.text = t.text))
        OR (a.action = 'follow-up.enter' AND a."subjectId" = (SELECT f.id FROM "FollowUp" f WHERE f.text = t.text))) AS audits
    FROM token t`);
  return foundIn(
    rows,
    ({ decisions, recommendations, clauses, followUps, owners, audits }) =>
      [decisions, recommendations, clauses, followUps, owners].every((count) => count === 1) && audits === 3,
  );
}

async function lookForTexts({ database }: World) {
  const { rows } = await database.query<{ markdown: string; saves: number }>(`
    SELECT t.markdown, (SELECT count(*)::int FROM "AuditEntry" a
      WHERE a.action = 'set of minutes.editMinute' AND a.after->>'minute' = t."minuteId"::text) AS saves
    FROM "MinuteText" t WHERE t.markdown LIKE '%Token %'`);
  const lines = rows.flatMap(({ markdown, saves }) => {
    const tokens = markdown.match(/Token [0-9a-f-]{36}/g) ?? [];
    return tokens.map((token) => ({ token, saves, tokens: tokens.length }));
  });
  return foundIn(lines, ({ saves, tokens }) => saves === tokens);
}
