import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { clusterFolder } from "../../../scripts/embedded-database.mjs";
import { ROOT } from "../../../scripts/settings.mjs";

/** What is killed, and how; each leaves it to the next start to find out what happened. */
export const WAYS = {
  "the site": (it: RunningSite) => it.kill(it.processes.site),
  "the site and all it had started": (it: RunningSite) => it.kill(-it.processes.site),
  "everything but the database": (it: RunningSite) => it.kill(-it.processes.site, ...it.processes.start),
  // What `pg_ctl stop -m immediate` sends.
  "the database, stopped at once": (it: RunningSite) => it.signal("SIGQUIT", it.processes.database),
  "the database": (it: RunningSite) => it.kill(it.processes.database),
  everything: (it: RunningSite) => it.kill(it.processes.database, -it.processes.site, ...it.processes.start),
} as const;

export type Way = keyof typeof WAYS;

type Place = { state: string; port: number; temporary: string; log: string };
type Processes = { site: number; database: number; start: number[] };

/** How long it may take from the blow until everything is gone, and from the start until it answers. */
const PATIENCE_MS = 60_000;

/** Scrutineer, started as anybody starts it on a folder, with its own database. */
export class RunningSite {
  private constructor(
    readonly place: Place,
    readonly processes: Processes,
    readonly child: ChildProcess,
    readonly seconds: number,
  ) {}

  get address(): string {
    return `http://localhost:${this.place.port}`;
  }

  /** @throws Error where it does not come up, with what it said */
  static async start(place: Place): Promise<RunningSite> {
    const begun = performance.now();
    const { DATABASE_URL, DATABASE_PUBLIC_URL, DATABASE_OWNER_URL, ...env } = process.env;
    const child = spawn(process.execPath, [join("scripts", "start.mjs")], {
      cwd: ROOT,
      env: { ...env, PORT: String(place.port), SCRUTINEER_STATE: place.state, TMPDIR: place.temporary },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        appendFileSync(place.log, text);
      });
    while (!said.includes("Scrutineer is at")) {
      if (child.exitCode !== null || performance.now() - begun > PATIENCE_MS) {
        child.kill("SIGKILL");
        throw new Error(`Scrutineer did not start again (${child.exitCode}): ${said}`);
      }
      await wait(20);
    }
    return new RunningSite(place, processesOf(place.state, child), child, (performance.now() - begun) / 1000);
  }

  kill = (...processes: number[]): void => this.signal("SIGKILL", ...processes);

  signal(signal: NodeJS.Signals, ...processes: number[]): void {
    for (const id of processes) {
      try {
        process.kill(id, signal);
      } catch {
        // Gone in the meantime.
      }
    }
  }

  /** Until nothing of it runs any more but what the next start has to end: a database that nobody stopped. */
  async gone(): Promise<void> {
    const begun = performance.now();
    while (this.child.exitCode === null && this.child.signalCode === null) {
      if (performance.now() - begun > PATIENCE_MS)
        throw new Error("Scrutineer went on after what it needs was killed.");
      await wait(20);
    }
  }

  /** Stops it as anybody does. @throws Error where it does not end well */
  async stop(): Promise<void> {
    this.child.kill("SIGTERM");
    await this.gone();
    if (this.child.exitCode !== 0) throw new Error(`Scrutineer stopped with exit code ${this.child.exitCode}.`);
  }

  /** How many processes of the site's are left, itself and what it had started. */
  left(): number {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name) && groupOf(name) === this.processes.site).length;
  }
}

/** Who is to be killed: as the lock of the folder names them, and PostgreSQL's own file. */
function processesOf(state: string, child: ChildProcess): Processes {
  const holder = JSON.parse(readFileSync(join(state, "running.json"), "utf8"));
  const site = holder.children.at(-1)?.pid;
  const [database] = readFileSync(join(clusterFolder(state), "postmaster.pid"), "utf8").split("\n");
  if (!child.pid || !site || !database) throw new Error("Scrutineer runs, and does not say as which processes.");
  return { site, database: Number(database), start: [...new Set([child.pid, holder.process.pid as number])] };
}

/** Counted from the last bracket, since a name may hold spaces: state is 0, the group is 2. Nothing of who is gone. */
function groupOf(id: string): number | undefined {
  try {
    const fields = readFileSync(`/proc/${id}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return fields[0] === "Z" ? undefined : Number(fields[2]);
  } catch {
    return undefined;
  }
}
