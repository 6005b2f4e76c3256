import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { Visitor } from "../visitor";
import type { Part, World } from "./world";

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

/** Packs are made by themselves, whenever an agenda is published or changes. None is there by half, and all are in the end. */
export const packs: Part = {
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

    if (!isSettled) return;
    ledger.count("packs made", rows.length);
    const { rows: missing } = await database.query<{ meeting: string }>(`
      SELECT m.id AS meeting FROM "Meeting" m WHERE m."publishedAt" IS NOT NULL AND m.purpose LIKE 'Token %' AND NOT EXISTS (
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
