import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { PDFDocument } from "@cantoo/pdf-lib";
import pg from "pg";
import type { PackOrder } from "@/server/packs/contents";
import type { Addresses } from "../../scripts/embedded-database.mjs";
import { median, number, spread, table, verdict } from "./figures";
import { mustBeThere, visitor } from "./load";
import { type Site, surroundings } from "./site";

const run = promisify(execFile);

/** Twelve papers of 500 pages together, as unequal as papers are. */
const LENGTHS = [120, 96, 80, 60, 44, 32, 24, 16, 12, 8, 6, 2];
const AIM = { times: 10, megabytes: 300, slower: 2 };

type Options = { rounds: number; seconds: number; signal: AbortSignal };

/**
 * A pack of 500 pages from twelve tagged PDFs, from the order to the stored file: processes, agenda, joining, numbers, bookmarks. Beside it, in the
 * same run, another program joins the same files without tags: qpdf where it is installed, or pdf-lib's own copying. And what
 * somebody waits for a page meanwhile.
 * @param database with the demonstration, whose papers of 11 October 2016 are other papers from here on
 * @returns a section of the figures
 */
export async function measurePacks(
  site: Site,
  database: Addresses,
  folder: string,
  { rounds, seconds, signal }: Options,
): Promise<string> {
  Object.assign(process.env, {
    NODE_ENV: "production",
    DATABASE_URL: database.office,
    DATABASE_PUBLIC_URL: database.public,
    SCRUTINEER_DATA: surroundings(database, folder).SCRUTINEER_DATA,
  });
  const [{ makePackApart }, { elementsOf }] = await Promise.all([
    import("@/server/packs/pack-maker"),
    import("@/server/packs/pdf-structure-walk"),
  ]);
  const { order, files } = await longPapers(database, folder);
  const other = await joiner(files, folder);

  const ours: number[] = [];
  const theirs: number[] = [];
  const memory: number[] = [];
  let made = await makePackApart(order);
  for (let round = 0; round < rounds; round++) {
    signal.throwIfAborted();
    theirs.push(await timed(other.join));
    ours.push(
      await timed(async () => {
        made = await makePackApart(order);
      }),
    );
    memory.push(made.mostMemory / 1024 ** 2);
  }

  const usual = await waits(site, seconds, signal, async () => {});
  const meanwhile = await waits(site, seconds, signal, async () => {
    await makePackApart(order);
  });

  const tags = await Promise.all(
    files.map(async (file) => elementsOf(await PDFDocument.load(readFileSync(file))).length),
  );
  const { openPaper } = await import("@/server/papers/storage");
  const pack = new Uint8Array(await new Response(await openPaper(made.made.sha256)).arrayBuffer());
  const kept = elementsOf(await PDFDocument.load(pack)).length;
  const lost = Math.max(0, tags.reduce((sum, count) => sum + count, 0) - kept);
  const times = median(ours) / median(theirs);
  const slower = meanwhile / usual;
  return [
    "### A pack of 500 pages from twelve tagged PDFs",
    "",
    table(
      ["what", "measured", "aim"],
      [
        ["the whole pack, in processes of its own, ms", spread(ours), ""],
        [`the same files joined by ${other.name}, ms`, spread(theirs), ""],
        ["times as long", number(times, 1), `${AIM.times} or less: ${verdict(times <= AIM.times)}`],
        [
          "most memory of these processes, MB",
          spread(memory),
          `under ${AIM.megabytes}: ${verdict(Math.max(...memory) < AIM.megabytes)}`,
        ],
        ["tags lost", number(lost), `none: ${verdict(lost === 0)}`],
        [
          "99 of 100 pages meanwhile were answered within, ms",
          number(meanwhile, 1),
          `twice the usual ${number(usual, 1)}, or less: ${verdict(slower <= AIM.slower)}`,
        ],
      ],
    ),
    "",
    `${number(made.made.pages)} pages, ${number(made.made.size / 1e6, 1)} MB, ${number(kept)} elements of structure.`,
  ].join("\n");
}

/** Puts long papers in the place of the demonstration's, and orders their pack. */
async function longPapers(database: Addresses, folder: string): Promise<{ order: PackOrder; files: string[] }> {
  const [{ typeset }, { storePaper }] = await Promise.all([
    import("@/server/documents/typst"),
    import("@/server/papers/storage"),
  ]);
  const owner = new pg.Client({ connectionString: database.owner });
  await owner.connect();
  const place = mkdtempSync(join(folder, "long-papers-"));
  try {
    const { rows } = await owner.query<{ id: string; meeting: string }>(
      `SELECT p.id, m.id AS meeting FROM "Paper" p JOIN "Meeting" m ON m.id = p."meetingId"
       WHERE m.slug = '2016-10-11' AND p.restriction = 'public' AND p.audience = 'public' ORDER BY p.id`,
    );
    const files: string[] = [];
    for (const [index, { id }] of rows.entries()) {
      const pages = LENGTHS[index];
      if (pages === undefined) {
        await owner.query(`UPDATE "PaperFile" SET scan = 'refused' WHERE "paperId" = $1`, [id]);
        await owner.query(
          `UPDATE "Paper" SET "reportId" = NULL, "proposalId" = NULL, kind = 'appendix' WHERE id = $1`,
          [id],
        );
        continue;
      }
      const { bytes } = typeset(LONG, { title: `Paper ${index + 1}`, pages: String(pages) });
      const file = join(place, `${index + 1}.pdf`);
      writeFileSync(file, bytes);
      files.push(file);
      const { sha256, size } = await storePaper(bytes);
      await owner.query(`UPDATE "PaperFile" SET sha256 = $2, size = $3 WHERE "paperId" = $1`, [id, sha256, size]);
    }
    const meetingId = rows[0]?.meeting ?? "";
    const order = {
      meetingId,
      kind: "public",
      rightHand: false,
      site: undefined,
      withheld: {},
      takenDown: [],
    } as const;
    return { order, files };
  } finally {
    await owner.end();
  }
}

/** Reports as they are: headings, paragraphs, a list and a table on each page. */
const LONG = `
#set document(title: sys.inputs.title, date: none)
#set text(lang: "en", region: "GB", size: 11pt)
#set page(paper: "a4", margin: 25mm)
= #sys.inputs.title
#let pages = int(sys.inputs.pages)
#for number in range(1, pages + 1) [
  == Section #number
  #lorem(150)

  - #lorem(12)
  - #lorem(9)

  #table(columns: 4, table.header[Year][Asked][Answered][Done],
    ..for row in range(8) { ([#(2008 + row)], [#(row * 7)], [#(row * 5)], [#(row * 3)]) })
  #if number < pages { pagebreak() }
]
`;

/** Another program that joins files, without their tags. */
async function joiner(
  files: readonly string[],
  folder: string,
): Promise<{ name: string; join: () => Promise<unknown> }> {
  const result = join(folder, "joined.pdf");
  const qpdf = process.env.QPDF ?? "qpdf";
  try {
    const { stdout } = await run(qpdf, ["--version"]);
    const version = /version ([\d.]+)/.exec(stdout)?.[1] ?? "of some version";
    return { name: `qpdf ${version}`, join: () => run(qpdf, ["--empty", "--pages", ...files, "--", result]) };
  } catch {
    const program = `
      import { readFileSync, writeFileSync } from "node:fs";
      import { PDFDocument } from "@cantoo/pdf-lib";
      const pack = await PDFDocument.create();
      for (const file of process.argv.slice(1)) {
        const source = await PDFDocument.load(readFileSync(file));
        for (const page of await pack.copyPages(source, source.getPageIndices())) pack.addPage(page);
      }
      writeFileSync(${JSON.stringify(result)}, await pack.save());`;
    const args = ["--input-type=module", "--eval", program, ...files];
    return {
      name: "pdf-lib, whose pages lose their tags (qpdf is not installed)",
      join: () => run(process.execPath, args),
    };
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Four visitors of kept pages and one of a page that is made for each request, while the work is done again and again. @returns the 99th percentile, in ms */
async function waits(site: Site, seconds: number, signal: AbortSignal, work: () => Promise<void>): Promise<number> {
  const taken: number[] = [];
  let isOver = false;
  const visit = async (path: string) => {
    const { ask, leave } = visitor(site.address);
    try {
      while (!isOver) {
        signal.throwIfAborted();
        const answer = await ask({ path });
        mustBeThere(path, answer);
        taken.push(answer.milliseconds);
        // As people ask, who read in between: what is measured is how long they wait, not how much the machine can do.
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    } finally {
      leave();
    }
  };
  const address = "/committees/people-and-communities/meetings/2016-10-11";
  const visits = Promise.all([...["/", address, "/topics", "/recommendations"].map(visit), visit("/topics/suggest")]);
  const end = performance.now() + seconds * 4000;
  do {
    await work();
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (performance.now() < end);
  isOver = true;
  await visits;
  const sorted = taken.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)] ?? 0;
}
