import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Child } from "../../scripts/children.mjs";
import type { Addresses } from "../../scripts/embedded-database.mjs";
import { freePort } from "../../scripts/port.mjs";
import { deriveKey } from "../../scripts/secrets.mjs";
import { startServer } from "../../scripts/server.mjs";

const secret = randomBytes(32).toString("hex");

/** What a program of ours is told of a database and of the folder for what it keeps, whether it serves the site or fills it. */
export function surroundings(database: Addresses, folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: database.office,
    DATABASE_PUBLIC_URL: database.public,
    NEXTAUTH_SECRET: deriveKey(secret, "sessions").toString("base64"),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: deriveKey(secret, "server actions").toString("base64"),
    SCRUTINEER_SECRET: secret,
    SCRUTINEER_STATE: folder,
    SCRUTINEER_DATA: join(folder, "papers"),
    SCRUTINEER_DEMO_SIGN_INS: join(folder, "demo-sign-ins.json"),
    SCRUTINEER_DEMO: "1",
  };
}

export type Site = {
  address: string;
  /** Resident memory of the site and whatever it has started, in MB. */
  memory: () => number;
  stop: () => Promise<void>;
};

/**
 * Serves the built site from a database on a free port of this machine.
 * @param extra variables of its environment; SCRUTINEER_PAGE_CACHE_MB=0 makes it keep no page and render each one when asked
 */
export async function startSite(
  database: Addresses,
  folder: string,
  signal: AbortSignal,
  extra: Record<string, string> = {},
): Promise<Site> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env = { ...surroundings(database, folder), PORT: String(port), NEXTAUTH_URL: address, ...extra };
  const server: Child = await startServer({ port, host: "127.0.0.1", dev: false, env, signal });
  return { address, memory: () => memoryOf(server.process.pid ?? 0), stop: server.end };
}

/** In MB, of all processes of a group; Linux says it in /proc. */
function memoryOf(group: number): number {
  if (!existsSync("/proc/self/stat")) throw new Error("The memory of a process is read from /proc: measure on Linux.");
  let kilobytes = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      // Counted from the last bracket, since a name may hold spaces: the group is the third field from there.
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      if (Number(fields[2]) !== group) continue;
      kilobytes += Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
    } catch {
      // Gone in the meantime.
    }
  }
  return kilobytes / 1024;
}
