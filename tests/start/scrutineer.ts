import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../../scripts/port.mjs";
import { hasEndedWithin, identify } from "../../scripts/processes.mjs";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What the commands say and how they end, run as a person runs them, on a folder and a port of the test's own. */
export type Ended = { code: number | null; stdout: string; stderr: string };

export type User = { uid?: number; gid?: number };

export type Environment = Record<string, string | undefined>;

export type Running = {
  address: string;
  state: string;
  /** What it has printed until now. */
  said: () => string;
  /** Asks it to stop and waits until it has. */
  stop: (signal?: NodeJS.Signals) => Promise<Ended>;
  /** Ends it without notice: it alone, or with the site and the database that it has started. */
  kill: (what: "alone" | "with everything") => Promise<void>;
  /** Ends its database alone, without notice, and waits until it has ended by itself. */
  killDatabase: () => Promise<Ended>;
};

/** A new folder for everything kept, removed by `removeStates`. */
export function newState(): string {
  const state = mkdtempSync(join(tmpdir(), "scrutineer-start-test-"));
  states.push(state);
  return state;
}

const states: string[] = [];

/** For afterAll. */
export function removeStates(): void {
  for (const state of states) rmSync(state, { recursive: true, force: true });
}

/** Runs a command of scripts/ to its end, as another user where one is named. */
export async function runScript(script: string, args: string[], env: Environment, user: User = {}): Promise<Ended> {
  return ended(launch([`scripts/${script}.mjs`, ...args], env, user));
}

/** Starts Scrutineer and waits until it says its address. */
export async function startScrutineer(state: string, env: Environment = {}, args: string[] = []): Promise<Running> {
  const { running, isUp, end } = await beginStart(state, env, args);
  if (!(await isUp)) {
    const { stdout, stderr } = await end;
    throw new Error(`Scrutineer did not start:\n${stdout}\n${stderr}`);
  }
  return running;
}

/** Starts Scrutineer and kills it with everything as soon as it has said something. */
export async function startAndKillAt(state: string, words: string): Promise<void> {
  const { running, end, process } = await beginStart(state, {}, []);
  await new Promise<void>((resolve) => {
    process.stdout?.on("data", () => running.said().includes(words) && resolve());
    end.then(() => resolve());
  });
  await running.kill("with everything");
}

async function beginStart(state: string, env: Environment, args: string[]) {
  const port = Number(env.PORT ?? (await freePort()));
  const process = launch(["scripts/start.mjs", ...args], { ...env, PORT: String(port), SCRUTINEER_STATE: state });
  const end = ended(process);
  let printed = "";
  const isUp = new Promise<boolean>((resolve) => {
    process.stdout?.on("data", (text) => {
      printed += text;
      if (printed.includes("Stop it with Ctrl-C")) resolve(true);
    });
    end.then(() => resolve(false));
  });
  const running: Running = {
    address: `http://127.0.0.1:${port}`,
    state,
    said: () => printed,
    stop(signal = "SIGTERM") {
      process.kill(signal);
      return end;
    },
    killDatabase() {
      for (const pid of databaseServer(state)) globalThis.process.kill(pid, "SIGKILL");
      return end;
    },
    async kill(what) {
      const others = what === "with everything" ? livingOthers(state) : [];
      process.kill("SIGKILL");
      for (const { pid } of others) globalThis.process.kill(pid, "SIGKILL");
      await end;
      for (const other of others) await hasEndedWithin(other, 10_000);
    },
  };
  return { running, isUp, end, process };
}

/** The site, whatever else was started, and the database server. */
export function livingOthers(state: string) {
  const lock = join(state, "running.json");
  const children: { pid: number }[] = existsSync(lock) ? JSON.parse(readFileSync(lock, "utf8")).children : [];
  return [...children.map(({ pid }) => pid), ...databaseServer(state)].flatMap((pid) => identify(pid) ?? []);
}

function databaseServer(state: string): number[] {
  const postmaster = join(state, "postgres", "postmaster.pid");
  return existsSync(postmaster) ? [Number(readFileSync(postmaster, "utf8").split("\n")[0])] : [];
}

function launch(command: string[], env: Environment, user: User = {}): ChildProcess {
  const clean: NodeJS.ProcessEnv = { ...process.env };
  for (const name of Object.keys(clean))
    if (/^(DATABASE_|SCRUTINEER_|NEXTAUTH_|NODE_ENV|VITEST|PORT)/.test(name)) delete clean[name];
  return spawn(process.execPath, command, {
    cwd: ROOT,
    env: { ...clean, ...env },
    ...user,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function ended(child: ChildProcess): Promise<Ended> {
  const said = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (text) => {
    said.stdout += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    said.stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve({ code, ...said }));
  });
}
