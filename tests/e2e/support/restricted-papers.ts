import { createHash, randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Restrictable } from "@/domain/access/read-scope";
import type { Row } from "./database";
import { sql } from "./database";
import { accessOf, type OpensTo, type Planting } from "./planting";

type Surroundings = {
  bodyId: string;
  meetingId: string;
  agendaItemId: string;
  keeperId: string;
  withheldFromId: string;
};

const NOBODY: OpensTo = { kind: "nobody" };

/** Papers of every kind that is not for everybody, under an item of a public agenda. */
export async function plantPapers(planting: Planting, around: Surroundings): Promise<void> {
  const { bodyId, meetingId, agendaItemId, keeperId, withheldFromId } = around;
  const place = { bodyId, meetingId, agendaItemId, kind: "appendix" };
  const listed = { ...place, audience: "public", title: "An appendix", keepers: [keeperId] };
  const exempt = (paragraphs: number[]) => ({ ...listed, restriction: "exempt", paragraphs });

  for (const values of [
    exempt([1]),
    exempt([3]),
    { ...listed, restriction: "confidential", confidentialGround: "By order of a court" },
    { ...listed, heldBack: true },
  ]) {
    await plantFile(planting, await planting.scaffold("Paper", values));
  }

  const withheld = await planting.scaffold("Paper", exempt([1, 2]));
  await planting.plant("Withholding", { paperId: withheld.id, personId: withheldFromId, from: "2016-09-07" }, () => ({
    kind: "desk",
  }));
  await plantFile(planting, withheld);

  // Neither listed in public nor restricted: papers of a draft.
  const inside = await planting.plant("Paper", { ...place, audience: "inside" });
  await plantFile(planting, inside);

  // A file that nobody has scanned yet leaves by no door.
  const unscanned = await planting.scaffold("Paper", listed);
  await plantFile(planting, unscanned, { scan: "waiting" }, NOBODY);

  // Put up first, with its title in public, and taken down then.
  const down = await planting.plant("Paper", { ...listed, title: planting.word(), audience: "public" }, () => NOBODY);
  const file = await plantFile(planting, down);
  await sql(`UPDATE "Paper" SET "takenDownAt" = '2016-09-20T09:00Z', version = version + 1 WHERE id = $1`, down.id);
  await closeAgain(planting, "Paper", down, { title: String(down.title) });
  await closeAgain(planting, "PaperFile", file);
}

/** A file whose name, text and metadata are canaries. */
export async function plantFile(planting: Planting, paper: Row, values: Row = {}, opensTo?: OpensTo): Promise<Row> {
  const [text, title, author, name, shows] = [1, 2, 3, 4, 5].map(() => planting.word()) as [
    ...[string, string, string, string, string],
  ];
  const bytes = pdf({ text, title, author });
  const stored = { size: bytes.length, sha256: await store(bytes), mediaType: "application/pdf", pages: 1 };
  const file = await planting.scaffold("PaperFile", {
    paperId: paper.id,
    bodyId: paper.bodyId,
    scan: "clean",
    fileName: `${name}.pdf`,
    alternativeText: shows,
    ...stored,
    ...values,
  });
  const access = accessOf("PaperFile", file) as Restrictable;
  const who = opensTo ?? { kind: "content", content: access };
  planting.rows.push({ table: "PaperFile", id: String(file.id) });
  for (const [column, word] of Object.entries({ text, title, author })) {
    planting.note("PaperFile", `bytes: ${column}`, file, word, who);
  }
  planting.note("PaperFile", "fileName", file, name, who);
  planting.note("PaperFile", "alternativeText", file, shows, who);
  return file;
}

/** A restricted pack of a meeting, whose text and whose list of faults are canaries. */
export async function plantPack(planting: Planting, meeting: { bodyId: unknown; meetingId: unknown }): Promise<Row> {
  const [text, title, author, faulty] = [planting.word(), planting.word(), planting.word(), planting.word()];
  const bytes = pdf({ text, title, author });
  const made = { state: "made", madeAt: "2016-09-08T09:00Z", size: bytes.length, sha256: await store(bytes), pages: 1 };
  const problems = JSON.stringify([{ title: faulty, number: "1", what: "untagged" }]);
  const pack = await planting.scaffold("Pack", {
    ...{ ...meeting, ...made, problems, kind: "restricted", number: 90, publicationNumber: 1 },
    ...{ audience: "inside", restriction: "exempt", paragraphs: [3] },
  });
  planting.rows.push({ table: "Pack", id: String(pack.id) });
  const who: OpensTo = { kind: "content", content: accessOf("Pack", pack) as Restrictable };
  for (const [column, word] of Object.entries({ text, title, author })) {
    planting.note("Pack", `bytes: ${column}`, pack, word, who);
  }
  planting.note("Pack", "problems", pack, faulty, { kind: "desk" });
  return pack;
}

/** After a change to a record, its canaries are for whom it is open to now. */
async function closeAgain(planting: Planting, table: string, row: Row, words: Record<string, string> = {}) {
  const [now] = await sql(`SELECT * FROM "${table}" WHERE id = $1`, row.id);
  if (!now) throw new Error(`The ${table} is gone.`);
  const access = accessOf(table, now);
  const opensTo: OpensTo =
    table === "PaperFile" ? { kind: "content", content: access as Restrictable } : { kind: "record", record: access };
  for (const canary of planting.canaries) {
    if (canary.table === table && canary.row === row.id) canary.opensTo = opensTo;
  }
  for (const [column, word] of Object.entries(words)) planting.note(table, column, row, word, opensTo);
}

/** Keeps the bytes where the program keeps papers: under their SHA-256. */
async function store(bytes: Buffer): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const papers = process.env.SCRUTINEER_DATA ?? join(process.env.SCRUTINEER_STATE ?? "", "papers");
  const folder = join(papers, sha256.slice(0, 2));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, sha256), bytes);
  return sha256;
}

/** A PDF of one page, not compressed, so that a search of its bytes finds what it says. */
function pdf({ text, title, author }: { text: string; title: string; author: string }): Buffer {
  const content = `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< /Title (${title}) /Author (${author}) /Keywords (${randomUUID()}) >>`,
  ];
  let file = "%PDF-1.7\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const start = file.length;
  file += `xref\n0 7\n0000000000 65535 f \n${table}trailer\n<< /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}
