import pg from "pg";
import type { Person } from "@/domain/access/actor";
import type { Addresses } from "../../scripts/embedded-database.mjs";
import { number, spread, table } from "./figures";
import { CLERK, id } from "./generated/sql";

/**
 * Edits of programme items by a democratic services officer, as a form carries them out: the form's key claimed, the item read and
 * judged, written with its version, recorded, committed to disk. One writer, and eight on different items.
 * @param database a generated council; the process's own database from here on
 * @returns a section of the figures
 */
export async function measureSaves(
  database: Addresses,
  rounds: number,
  seconds: number,
  signal: AbortSignal,
): Promise<string> {
  process.env.DATABASE_URL = database.office;
  process.env.DATABASE_PUBLIC_URL = database.public;
  const [{ once }, { editItem }, { db, publicDb }] = await Promise.all([
    import("@/server/forms/once"),
    import("@/server/programme/commands"),
    import("@/server/db"),
  ]);
  const owner = new pg.Client({ connectionString: database.owner });
  await owner.connect();
  try {
    const { rows: found } = await owner.query<{ person: string; day: string }>(
      `SELECT ${id("Person", CLERK)} AS person, '2016-10-03' AS day`,
    );
    const clerk: Person = {
      kind: "person",
      personId: found[0]?.person ?? "",
      name: "Officer",
      day: "2016-10-03",
      seats: [],
      posts: [{ kind: "democratic_services", areaId: null, portfolioIds: [], bodyIds: [] }],
    };
    const { rows: items } = await owner.query<{ id: string; version: number }>(
      `SELECT id, version FROM "ProgrammeItem" WHERE status = 'scheduled' ORDER BY md5(id::text) LIMIT 8`,
    );
    const audits = async () => Number((await owner.query(`SELECT count(*) AS count FROM "AuditEntry"`)).rows[0]?.count);

    /** @returns saves a second */
    const save = async (writers: number): Promise<number> => {
      const before = await audits();
      const begun = performance.now();
      let saved = 0;
      await Promise.all(
        items.slice(0, writers).map(async (item) => {
          while (performance.now() - begun < seconds * 1000) {
            signal.throwIfAborted();
            const changes = { purpose: `To see what has changed since version ${item.version}.` };
            await once(clerk, crypto.randomUUID(), async (tx) => {
              await editItem(tx, clerk, { id: item.id, version: item.version, changes });
              return "/office/programme";
            });
            item.version += 1;
            saved += 1;
          }
        }),
      );
      const elapsed = (performance.now() - begun) / 1000;
      if ((await audits()) - before !== saved) throw new Error("There is not one audit entry for each save.");
      return saved / elapsed;
    };

    const perSecond = { one: [] as number[], eight: [] as number[] };
    await save(8); // warms up
    for (let round = 0; round < rounds; round++) {
      perSecond.one.push(await save(1));
      perSecond.eight.push(await save(8));
    }
    return [
      "### Saves with audit\n",
      table(
        ["writers", "saves a second"],
        [
          ["1", spread(perSecond.one)],
          ["8, each on an item of its own", spread(perSecond.eight)],
        ],
      ),
      `\nNo aim was set. ${rounds} rounds of ${seconds} s each; every save counted in the audit trail; \`fsync\` on; ${number(await audits())} audit entries at the end.`,
    ].join("\n");
  } finally {
    await owner.end();
    await Promise.all([db.$disconnect(), publicDb.$disconnect()]);
  }
}
