import { createHash, randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { PDFDocument } from "@cantoo/pdf-lib";
import { type FilledForm, filled, formTo, formWith } from "../forms";
import type { Page, Visitor } from "../visitor";
import { answerTo, Claims, foundIn } from "./claims";
import { convened } from "./publishing";
import type { Part, World } from "./world";

/** The item that a file was sent to; the file is known by its hash, since no two are alike. */
type Sent = string;

const uploads = new Claims<Sent>("an upload");
const supplements = new Claims<Sent>("a supplement");
const corrections = new Claims<Sent>("a corrected file");

/** Where papers are put up: under an agenda that is not published, and under one that is. */
const places: { draft: string[]; published: string[] } = { draft: [], published: [] };

/** The pages that are open when it begins. */
const ready: { draft: Page | null; published: Page | null } = { draft: null, published: null };

/** How many of those answered were served to whoever put them up. */
let served = 0;

const officer = (world: World, who: string): Promise<Visitor> => world.people.get(world, who, "Democratic services");

/** Puts files up, some of them on a slow connection, and corrects some; as supplements too, of an agenda that is out. */
export const uploading: Part = {
  prepare: async (world) => {
    const visitor = await officer(world, "who uploads");
    for (const kind of ["draft", "published"] as const) {
      const meeting = await convened(world, visitor, `who uploads to what is ${kind}`);
      if (!meeting?.path) throw new Error("There is no meeting to upload to.");
      if (kind === "published") await publish(visitor, meeting.path);
      places[kind] = await itemsOf(visitor, meeting.path);
    }
  },
  sendAgain: async (world) => {
    await uploads.sendAgain(world, await officer(world, "who uploads"));
    const other = await officer(world, "who uploads more");
    await supplements.sendAgain(world, other);
    await corrections.sendAgain(world, other);
  },
  getReady: async (world) => {
    ready.draft = await (await officer(world, "who uploads")).open(world.chance.one(places.draft));
    ready.published = await (await officer(world, "who uploads more")).open(world.chance.one(places.published));
  },
  act: async (world) => {
    await Promise.all([uploadMany(world), supplement(world)]);
  },
  check: async (world) => {
    const found = await lookForFiles(world);
    for (const claims of [uploads, supplements, corrections]) claims.check(world, found);
    await askTheDoor(world);
  },
};

async function uploadMany(world: World): Promise<void> {
  const visitor = await officer(world, "who uploads");
  let page = ready.draft;
  while (page && !world.over.aborted) {
    await upload(world, visitor, uploads, page);
    if (world.over.aborted) return;
    page = await answerTo(world, () => visitor.open(world.chance.one(places.draft)));
    if (world.ledger.isStruck) return;
  }
}

/** Each of them makes the packs again: a few are enough. */
async function supplement(world: World): Promise<void> {
  const visitor = await officer(world, "who uploads more");
  await wait(world.chance.between(0, 800), undefined, { signal: world.over });
  const page = ready.published;
  if (!page) return;
  const action = `${page.path}/correction/upload`;
  if (page.html.includes(action) && world.chance.happens(0.5))
    await correct(world, visitor, formTo(action, page.html), page);
  else await upload(world, visitor, supplements, page);
}

async function upload(world: World, visitor: Visitor, claims: Claims<Sent>, { html, path }: Page): Promise<void> {
  const { name: title, file, sha256 } = await fileOf(world);
  const form = filled(formTo(`${path}/upload`, html), { title, kind: "appendix" });
  const slowly = world.chance.happens(0.4) ? { pieces: 8, milliseconds: world.chance.between(5, 120) } : undefined;
  await claims.send(world, visitor, { ...form, file }, { token: sha256, of: path, isDone: backAt(path), slowly });
}

/** Puts a corrected file in the place of the first of a page. */
async function correct(world: World, visitor: Visitor, form: FilledForm, { path }: Page): Promise<void> {
  const { file, sha256 } = await fileOf(world);
  await corrections.send(world, visitor, { ...form, file }, { token: sha256, of: path, isDone: backAt(path) });
}

/** A file that there is no other of: a table of 1 kB or of several hundred, or a page in PDF, which packs have in them. */
async function fileOf({ chance }: World): Promise<{ name: string; file: File; sha256: string }> {
  const isPdf = chance.happens(0.3);
  const name = `token-${crypto.randomUUID()}.${isPdf ? "pdf" : "csv"}`;
  const bytes = isPdf ? await pageOf(name) : table(chance.happens(0.3) ? chance.between(5_000, 30_000) : 20, name);
  const file = new File([bytes], name, { type: isPdf ? "application/pdf" : "text/csv" });
  return { name, file, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function table(rows: number, name: string): Uint8Array<ArrayBuffer> {
  const lines = Array.from({ length: rows }, (_, row) => `${row},${randomBytes(12).toString("hex")}`);
  return new TextEncoder().encode(`Row,${name}\n${lines.join("\n")}\n`);
}

async function pageOf(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  document.setTitle(name);
  document.addPage().drawText(name, { x: 50, y: 700, size: 12 });
  return new Uint8Array(await document.save());
}

const backAt =
  (item: string) =>
  ({ status, location }: Page): boolean =>
    status === 303 && location === item;

async function publish(visitor: Visitor, path: string): Promise<void> {
  const address = `${path}/publication`;
  const { html } = await visitor.open(address);
  const { status } = await visitor.send(filled(formWith("when", html, address), { when: "now", reason: "As it is." }));
  if (status !== 303) throw new Error(`The agenda to upload to was not published: ${status}.`);
}

async function itemsOf(visitor: Visitor, path: string): Promise<string[]> {
  const { html } = await visitor.open(`${path}/agenda`);
  const items = [...html.matchAll(/href="([^"]+\/agenda\/[0-9a-f-]{36})"/g)].map(([, item = ""]) => item);
  if (items.length === 0) throw new Error(`${path} has no items.`);
  return [...new Set(items)];
}

/** A file is there whole with its row, its paper, one audit entry, and where the agenda is out the dated entry that says so. */
async function lookForFiles({ database }: World) {
  const { rows } = await database.query<{
    token: string;
    files: number;
    audits: number;
    entries: number;
    isOut: boolean;
    state: string;
  }>(`
    WITH file AS (
      SELECT f.sha256, count(*)::int AS files, min(f."paperId"::text)::uuid AS "paperId", min(f.scan::text) AS state
      FROM "PaperFile" f WHERE f."fileName" LIKE 'token-%' GROUP BY 1
    ), audit AS (
      SELECT a.after->>'sha256' AS sha256, count(*)::int AS audits FROM "AuditEntry" a
      WHERE a.action IN ('meeting.addPaper', 'meeting.correctPaper') AND a.after->>'file' LIKE 'token-%' GROUP BY 1
    )
    SELECT coalesce(file.sha256, audit.sha256) AS token, coalesce(files, 0) AS files, coalesce(audits, 0) AS audits, state,
      (SELECT count(*)::int FROM "MeetingEntry" e WHERE e."paperId" = file."paperId") AS entries,
      (SELECT m."publishedAt" IS NOT NULL FROM "Paper" p JOIN "AgendaItem" i ON i.id = p."agendaItemId"
        JOIN "Meeting" m ON m.id = i."meetingId" WHERE p.id = file."paperId") AS "isOut"
    FROM file FULL JOIN audit ON audit.sha256 = file.sha256`);
  return foundIn(
    rows,
    ({ files, audits, entries, isOut }) => files === 1 && audits === 1 && entries === (isOut ? 1 : 0),
  );
}

/** What was answered with done is served, and is what was sent: those that are new, a few each time. */
async function askTheDoor(world: World): Promise<void> {
  const visitor = await officer(world, "who uploads");
  const done = [uploads, supplements, corrections]
    .flatMap(({ all }) => all)
    .filter(({ answer, standing }) => answer === "done" && standing === "there");
  for (const { token } of done.slice(served).slice(-3)) {
    const { rows } = await world.database.query<{ id: string }>(`SELECT id FROM "PaperFile" WHERE sha256 = $1`, [
      token,
    ]);
    if ((await visitor.hashOf(`/papers/${rows[0]?.id}`)) !== token)
      world.ledger.violated("A file that was answered with done is not served as it was sent.");
    world.ledger.count("files fetched and compared");
  }
  served = done.length;
}
