import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { newState, ROOT, removeStates, runScript, type User } from "./scrutineer";

/** PostgreSQL refuses to run as root and for users without a name; Scrutineer runs it for both all the same. */

const isRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65534, gid: 65534 };
const NAMELESS = { uid: 54321, gid: 54321 };

afterAll(removeStates);

/** Whether a user may read the program at all, and make user namespaces. */
const mayRead = ({ uid }: User) =>
  isRoot &&
  [process.execPath, join(ROOT, "scripts", "start.mjs")].every(
    (path) => spawnSync("test", ["-r", path], { uid, cwd: "/" }).status === 0,
  );
const mayUnshare = ({ uid }: User) =>
  spawnSync("unshare", ["--user", "--map-user=65534", "true"], { uid, cwd: "/" }).status === 0;

/** A PATH on which user namespaces are refused, as in many containers. */
function withoutNamespaces(): string {
  const folder = newState();
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, "unshare"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  return `${folder}:${process.env.PATH}`;
}

/** Makes, migrates and stops an embedded database, twice: the second time on what the first has made. */
async function migratesTwice(state: string, env: Record<string, string | undefined> = {}, user: User = {}) {
  const first = await runScript("db-migrate", [], { SCRUTINEER_STATE: state, ...env }, user);
  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(first.stdout).toMatch(/^Applied 0001_init/);
  const second = await runScript("db-migrate", [], { SCRUTINEER_STATE: state, ...env }, user);
  expect(second).toMatchObject({ code: 0, stdout: "The database was up to date already.\n" });
}

describe.runIf(isRoot)("as root", () => {
  test("where user namespaces are refused: as another user", async () => {
    const state = newState();
    const env = { PATH: withoutNamespaces() };
    await migratesTwice(state, env);
    expect(statSync(join(state, "postgres")).uid).not.toBe(0);
  });

  test("where they are refused and nobody else may enter: in a place of its own, until the reset", async () => {
    const closed = newState();
    const state = join(closed, "state");
    mkdirSync(state);
    const env = { PATH: withoutNamespaces() };
    await migratesTwice(state, env);
    expect(existsSync(join(state, "postgres", "PG_VERSION"))).toBe(true);
    expect(await runScript("db-reset", ["--yes"], { SCRUTINEER_STATE: state, ...env })).toMatchObject({
      code: 0,
      stderr: "",
    });
    expect(existsSync(join(state, "postgres"))).toBe(false);
  });
});

describe("as an ordinary user", () => {
  test.runIf(mayRead(NOBODY))("whose data root may start too, without taking it over", async () => {
    const state = newState();
    chownSync(state, NOBODY.uid, NOBODY.gid);
    await migratesTwice(state, { HOME: state }, NOBODY);
    expect((await runScript("db-migrate", [], { SCRUTINEER_STATE: state })).stderr).toBe("");
    expect((await runScript("db-migrate", [], { SCRUTINEER_STATE: state, HOME: state }, NOBODY)).stderr).toBe("");
  });

  test.runIf(mayRead(NOBODY))("who may not write where the data shall be", async () => {
    const { code, stderr } = await runScript("db-migrate", [], { SCRUTINEER_STATE: newState() }, NOBODY);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^This user may not write .* \(EACCES\): start as the user it belongs to, or set SCRUTINEER_STATE to another folder\.\n$/,
    );
  });

  test.runIf(mayRead(NAMELESS) && mayUnshare(NAMELESS))("who has a number and no name", async () => {
    const state = newState();
    chownSync(state, NAMELESS.uid, NAMELESS.gid);
    await migratesTwice(state, { HOME: state }, NAMELESS);
  });
});
