// @ts-check
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import tar from "tar-stream";
import { isSame, migrationsOf, readManifest } from "./backup-manifest.mjs";
import { connect } from "./database.mjs";
import { loosenTables, tightenTables } from "./loosened-tables.mjs";
import { hasRecords, migrate, standing } from "./migrations.mjs";
import { Refusal } from "./refusal.mjs";

/** @import { Client } from "pg" */
/** @import { Counts, Manifest } from "./backup-manifest.mjs" */
/** @import { SignIn } from "./demonstration.mjs" */

/**
 * A backup is a gzipped tar: manifest.json, a file of rows for each table as PostgreSQL's COPY writes them, the papers, and
 * end.json with the counts, which shows that nothing was cut off. Secrets are not in it, and neither is the queue of jobs, so that
 * nothing is mailed twice.
 */

/**
 * Writes all data of one moment, and the papers, into one file.
 *
 * @param {object} options
 * @param {string} options.owner address of the database, as its owner
 * @param {string} options.papers folder
 * @param {string} options.file to write, which must not exist
 * @param {SignIn[]} options.demonstration
 * @returns {Promise<Counts>}
 * @throws {Refusal} where the file cannot be written, or the database is not this program's
 */
export async function writeBackup({ owner, papers, file, demonstration }) {
  if (existsSync(file)) throw new Refusal(`${file} exists already: choose another name, or move it away.`);
  if (!existsSync(dirname(file)))
    throw new Refusal(`The folder ${dirname(file)} does not exist: make it, or choose another.`);
  const draft = `${file}.partial`;
  const spool = mkdtempSync(join(tmpdir(), "scrutineer-backup-"));
  const client = await connect(owner, "DATABASE_OWNER_URL or DATABASE_URL");
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    // Rows hidden by a policy would be missing from the backup: an error is better.
    await client.query(
      "SET LOCAL row_security = off; SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres'",
    );
    const manifest = await readManifest(client, demonstration);
    const pack = tar.pack();
    const written = pipeline(pack, createGzip(), createWriteStream(draft, { mode: 0o600 }));
    /** @type {Counts} */
    const counts = { rows: {}, papers: 0 };
    const filled = (async () => {
      pack.entry({ name: "manifest.json" }, JSON.stringify(manifest, null, 2));
      for (const { name, columns } of manifest.tables) {
        // The size comes first in a tar, and is known last.
        const rows = join(spool, "rows");
        const copy = client.query(
          copyTo(`COPY (SELECT ${list(client, columns)} FROM ${client.escapeIdentifier(name)}) TO STDOUT`),
        );
        await pipeline(copy, createWriteStream(rows));
        counts.rows[name] = copy.rowCount ?? 0;
        await pipeline(createReadStream(rows), pack.entry({ name: `tables/${name}`, size: statSync(rows).size }));
      }
      // After the rows: a paper is stored before its row is, so each one that a row speaks of is here.
      for (const path of filesOf(papers)) {
        if (await packFile(pack, join(papers, path), `papers/${path}`)) counts.papers++;
      }
      pack.entry({ name: "end.json" }, JSON.stringify(counts, null, 2));
      pack.finalize();
    })();
    await Promise.all([filled.catch((error) => pack.destroy(error)), written]);
    await filled;
    renameSync(draft, file);
    return counts;
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    await client.end();
    rmSync(spool, { recursive: true, force: true });
  }
}

/**
 * Fills an empty database and an empty papers folder from a backup: at first as old as the backup is, and then migrated to this
 * program's.
 *
 * @param {object} options
 * @param {string} options.owner address of the database, as its owner
 * @param {string} options.papers folder
 * @param {string} options.file
 * @returns {Promise<Counts & { demonstration: SignIn[] }>}
 * @throws {Refusal} where the place is not empty, or the file is no whole backup, or one of a newer program
 */
export async function restoreBackup({ owner, papers, file }) {
  if (!existsSync(file)) throw new Refusal(`There is no file ${file}: name the backup to restore.`);
  if (filesOf(papers).length > 0)
    throw new Refusal(`${papers} already holds papers: restore into an empty place only.`);
  const incoming = `${papers}.restoring`;
  rmSync(incoming, { recursive: true, force: true });
  mkdirSync(incoming, { recursive: true, mode: 0o700 });
  const client = await connect(owner, "DATABASE_OWNER_URL or DATABASE_URL");
  try {
    await standing(client);
    if (await hasRecords(client)) {
      throw new Refusal(`The database "${client.database}" already holds records: restore into an empty one only.`);
    }
    /** @type {Manifest | undefined} */
    let manifest;
    /** @type {Counts | undefined} */
    let expected;
    /** @type {Counts} */
    const counts = { rows: {}, papers: 0 };
    const extract = tar.extract();
    const unpacked = pipeline(createReadStream(file), createGunzip(), extract);
    const filled = (async () => {
      for await (const entry of extract) {
        const [kind, ...rest] = entry.header.name.split("/");
        if (!manifest) {
          if (kind !== "manifest.json")
            throw new Refusal(`${file} is not a backup of Scrutineer: choose a file that npm run backup has made.`);
          manifest = /** @type {Manifest} */ (JSON.parse(await text(entry)));
          await migrate(owner, migrationsOf(manifest, file));
          await client.query("BEGIN");
          await client.query(
            "SET LOCAL row_security = off; SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres'",
          );
          await loosenTables(client);
        } else if (kind === "tables") {
          const name = rest.join("/");
          const table = manifest.tables.find((one) => one.name === name);
          if (!table)
            throw new Refusal(`${file} holds a table that its manifest does not name: use another copy of it.`);
          const copy = client.query(
            copyFrom(`COPY ${client.escapeIdentifier(name)} (${list(client, table.columns)}) FROM STDIN`),
          );
          await pipeline(entry, copy);
          counts.rows[name] = copy.rowCount ?? 0;
        } else if (kind === "papers") {
          if (rest.includes("..") || rest.includes(""))
            throw new Refusal(`${file} holds a paper outside its folder: do not trust it.`);
          const path = join(incoming, ...rest);
          mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
          await pipeline(entry, createWriteStream(path, { mode: 0o600 }));
          counts.papers++;
        } else {
          if (kind === "end.json") expected = JSON.parse(await text(entry));
          entry.resume();
        }
      }
    })();
    const [reading, filling] = await Promise.allSettled([
      unpacked,
      filled.catch((error) => {
        extract.destroy();
        throw error;
      }),
    ]);
    if (filling.status === "rejected") {
      // A file that cannot be read fails both with one error; any other is the database's or the disk's.
      if (reading.status === "fulfilled" || reading.reason !== filling.reason) throw filling.reason;
      throw new Refusal(`${file} is not a whole backup (${filling.reason.message}): use another copy of it.`);
    }
    if (!manifest || !expected || !isSame(expected, counts)) {
      throw new Refusal(`${file} is not a whole backup: use another copy of it.`);
    }
    for (const { name, last, isCalled } of manifest.sequences) {
      await client.query("SELECT setval($1::regclass, $2, $3)", [client.escapeIdentifier(name), last, isCalled]);
    }
    await tightenTables(client);
    await client.query("COMMIT");
    rmSync(papers, { recursive: true, force: true });
    renameSync(incoming, papers);
    await migrate(owner);
    return { ...counts, demonstration: manifest.demonstration };
  } finally {
    await client.end();
    rmSync(incoming, { recursive: true, force: true });
  }
}

/**
 * @param {import("tar-stream").Pack} pack
 * @param {string} path of the file
 * @param {string} name in the tar
 * @returns {Promise<boolean>} false where it has gone since it was listed, as an upload under way may
 */
async function packFile(pack, path, name) {
  const file = await open(path).catch((/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!file) return false;
  const { size } = await file.stat();
  // Not more than was announced, should the file be growing.
  if (size > 0) await pipeline(file.createReadStream({ end: size - 1 }), pack.entry({ name, size }));
  else pack.entry({ name }, "");
  await file.close();
  return true;
}

/**
 * @param {string} folder
 * @returns {string[]} paths of all files beneath it
 */
function filesOf(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** @type {(client: Client, columns: string[]) => string} */
const list = (client, columns) => columns.map((column) => client.escapeIdentifier(column)).join(", ");
