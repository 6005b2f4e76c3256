import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { formWith } from "../forms";
import { Visitor } from "../visitor";
import { answerTo } from "./claims";
import type { Part, World } from "./world";

/** The meeting with an exempt paper, whose packs are two: for everybody, and for whoever may read all of it. */
const MEETING = "/office/meetings/people-and-communities/2016-10-11";

/** How often its packs were ordered, with an answer and without. */
const orders = { done: 0, cut: 0 };

/** Those that were read through already, by id. */
const read = new Set<string>();

type Made = {
  id: string;
  kind: "public" | "restricted";
  sha256: string;
  size: number;
  pages: number;
  closed: boolean;
};

/** Packs are made whenever an agenda is published or changes, and when ordered. None is there by half, and all are in the end. */
export const packs: Part = {
  act: async (world) => {
    if (!world.chance.happens(0.3)) return;
    const visitor = await world.people.get(world, "who orders packs", "Democratic services");
    const page = await answerTo(world, () => visitor.open(MEETING));
    if (!page || world.ledger.isStruck) return;
    const answer = await answerTo(world, () => visitor.send(formWith("begins", page.html, MEETING)));
    if (answer?.status === 303) orders.done++;
    else if (world.ledger.isStruck) orders.cut++;
    else world.ledger.violated(`An order of packs was answered with ${answer?.status}.`);
  },
  check: async (world, isSettled) => {
    const { database, ledger } = world;
    const { rows } = await database.query<Made>(
      `SELECT id, kind, sha256, size, pages, "closedAt" IS NOT NULL AS closed FROM "Pack" WHERE state = 'made'`,
    );
    for (const pack of rows.filter(({ id }) => isSettled || !read.has(id))) await readThrough(world, pack);
    for (const { id } of rows) read.add(id);

    const { rows: halves } = await database.query<{ meeting: string }>(`
      SELECT "meetingId" AS meeting FROM "Pack" GROUP BY "meetingId", number HAVING count(DISTINCT state) > 1
      UNION SELECT "meetingId" FROM "Pack" WHERE state <> 'made' AND (sha256 IS NOT NULL OR audience = 'public')
      UNION SELECT "meetingId" FROM "Pack" WHERE state = 'made' AND (sha256 IS NULL OR size IS NULL OR pages IS NULL)`);
    for (const { meeting } of halves) ledger.violated(`A pack of ${meeting} is there by half.`);

    const { rows: ordered } = await database.query<{ times: number }>(
      `SELECT count(*)::int AS times FROM "AuditEntry" WHERE action = 'meeting.makePacksAgain'`,
    );
    const times = ordered[0]?.times ?? 0;
    if (times < orders.done || times > orders.done + orders.cut)
      ledger.violated(
        `Packs were ordered ${orders.done} times, ${orders.cut} more without an answer: ${times} are recorded.`,
      );

    if (!isSettled) return;
    ledger.count("orders of packs, answered with done", orders.done);
    ledger.count("packs made", rows.length);
    ledger.count("packs made, restricted", rows.filter(({ kind }) => kind === "restricted").length);
    const { rows: missing } = await database.query<{ meeting: string }>(`
      SELECT m.id AS meeting FROM "Meeting" m WHERE (m.purpose LIKE 'Token %' OR EXISTS (SELECT FROM "Pack" a WHERE a."meetingId" = m.id))
        AND m."publishedAt" IS NOT NULL AND NOT EXISTS (
        SELECT FROM "Pack" k WHERE k."meetingId" = m.id AND k.kind = 'public' AND k.state = 'made' AND k."publicationNumber" =
          (SELECT max(p.number) FROM "Publication" p WHERE p."meetingId" = m.id))`);
    for (const { meeting } of missing) ledger.violated(`The pack of ${meeting} was not made again.`);
  },
};

/** Its bytes are there with the hash that is recorded, they are a PDF of as many pages, and anybody is served the public one. */
async function readThrough(world: World, { id, kind, sha256, size, pages, closed }: Made): Promise<void> {
  const { ledger, papers, address, cut } = world;
  try {
    const bytes = readFileSync(join(papers, sha256.slice(0, 2), sha256));
    if (createHash("sha256").update(bytes).digest("hex") !== sha256 || bytes.length !== size)
      ledger.violated("The bytes of a pack are not those that are recorded.");
    const count = (await PDFDocument.load(bytes)).getPageCount();
    if (count !== pages) ledger.violated(`A pack has ${count} pages, and ${pages} are recorded.`);
  } catch (error) {
    ledger.violated(`A pack cannot be read: ${error}`);
  }
  if (kind !== "public" || closed) return;
  if ((await new Visitor(address, ledger, cut).hashOf(`/packs/${id}`)) !== sha256)
    ledger.violated("Anybody is served something else than the public pack.");
}
