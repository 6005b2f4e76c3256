import { randomBytes, randomUUID } from "node:crypto";
import { PDFDocument } from "@cantoo/pdf-lib";
import pg from "pg";
import type { Addresses } from "../../scripts/embedded-database.mjs";
import { median, number, spread, table, verdict } from "./figures";
import { clerksCookie } from "./sign-in";
import type { Site } from "./site";

const MEGABYTE = 1024 * 1024;
const SIZE = 50 * MEGABYTE;
/** What a file held whole would take, and its copies on the way more. */
const MOST_MORE = 50;
/** With the process that reads a PDF to its end. */
const MOST_MORE_FOR_PDF = 250;

/**
 * What it takes to put up a file of 50 MB: how long, and how much memory of the site and of the process that looks into a PDF.
 * @param secret that the site seals its cookies with
 * @returns a section of the figures
 */
export async function measureUploads(
  site: Site,
  database: Addresses,
  secret: string,
  { rounds, signal }: { rounds: number; signal: AbortSignal },
): Promise<string> {
  const { meeting, item, address } = await placeIn(database);
  const cookie = await clerksCookie(database, secret);
  const files = [
    { name: "table of 50 MB.csv", what: "a table, which only streams", bytes: Buffer.alloc(SIZE, "ward,1\n") },
    { name: "scan of 50 MB.pdf", what: "a PDF of 100 pages, which is read too", bytes: await longPdf() },
  ];
  const rows: string[][] = [];
  const more: number[] = [];
  for (const { name, what, bytes } of files) {
    const [seconds, before, during]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round <= rounds; round++) {
      signal.throwIfAborted();
      const form = new FormData();
      const fields = { id: meeting, part: item, version: "1", onceKey: randomUUID(), title: name, kind: "other" };
      for (const [field, value] of Object.entries(fields)) form.append(field, value);
      form.append("file", new Blob([bytes]), name);
      const [held, begun] = [site.memory(), Date.now()];
      let highest = held;
      const watch = setInterval(() => {
        highest = Math.max(highest, site.memory());
      }, 25);
      const answer = await fetch(`${site.address}${address}/upload`, {
        method: "POST",
        headers: { cookie, origin: site.address },
        body: form,
        redirect: "manual",
      });
      clearInterval(watch);
      if (answer.status !== 303 || answer.headers.get("location") !== address)
        throw new Error(`${name} was not taken: ${answer.status}, ${answer.headers.get("location")}`);
      if (round === 0) continue; // to warm up
      seconds.push((Date.now() - begun) / 1000);
      before.push(held);
      during.push(highest);
    }
    more.push(median(during.map((highest, index) => highest - (before[index] ?? 0))));
    rows.push([what, spread(seconds, 1), number(median(before)), number(median(during)), number(more.at(-1) ?? 0)]);
  }
  return [
    "### An upload of 50 MB\n",
    table(["file", "seconds", "MB before", "most MB during", "more"], rows),
    `\nAim at most ${MOST_MORE} MB more for what only streams: ${verdict((more[0] ?? 0) <= MOST_MORE)}; at most ${MOST_MORE_FOR_PDF} MB with the process that reads a PDF: ${verdict((more[1] ?? 0) <= MOST_MORE_FOR_PDF)}. Resident memory of the site and of that process, every 25 ms.`,
  ].join("\n");
}

/** An item of an agenda of a meeting to come. */
async function placeIn(database: Addresses) {
  const client = new pg.Client({ connectionString: database.owner });
  await client.connect();
  try {
    const { rows } = await client.query<{ meeting: string; item: string; address: string }>(
      `SELECT m.id AS meeting, i.id AS item, '/office/meetings/' || b.slug || '/' || m.slug || '/agenda/' || i.id AS address
       FROM "AgendaItem" i JOIN "Meeting" m ON m.id = i."meetingId" JOIN "Body" b ON b.id = m."bodyId"
       WHERE m.status IN ('convened', 'published') AND i."withdrawnAt" IS NULL ORDER BY m.date DESC, i.id LIMIT 1`,
    );
    if (!rows[0]) throw new Error("No meeting is to come.");
    return rows[0];
  } finally {
    await client.end();
  }
}

/** Nothing in it packs: as a scanner of paper makes them. */
async function longPdf(): Promise<Buffer<ArrayBuffer>> {
  const document = await PDFDocument.create();
  for (let page = 0; page < 100; page++) {
    document.addPage();
    document.context.register(document.context.stream(randomBytes((SIZE - MEGABYTE) / 100)));
  }
  return Buffer.from(await document.save({ useObjectStreams: false }));
}
