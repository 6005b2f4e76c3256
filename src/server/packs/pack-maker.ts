import { fork } from "node:child_process";
import { resolve } from "node:path";
import type { MadePack } from "@/domain/packs/made-pack";
import type { PackKind } from "@/generated/prisma/client";
import type { PackOrder } from "./contents";
import type { PackAnswer } from "./pack-process";

/** A pack of two thousand pages takes half a minute. */
const PATIENCE_MS = 150_000;

/** Tidies up early instead of growing: a pack of 500 pages takes two thirds of the memory, and hardly longer. */
const MEMORY = ["--max-old-space-size=1024", "--max-semi-space-size=4", "--heap-growing-percent=30"];
/** The condition is React's name for "on the server", without which server-only code refuses to load. */
const TYPESCRIPT = ["--conditions=react-server", "--import", "tsx"];

/**
 * Has a pack made in a process of its own, so that the server goes on answering meanwhile and its memory goes back whole.
 * @returns what was made, and the most memory that it took, in bytes
 * @throws Error where it cannot be made, or not in time
 */
export function makePackApart(order: PackOrder): Promise<{ made: MadePack; mostMemory: number }> {
  const child = fork(resolve(/* turbopackIgnore: true */ "src/server/packs/pack-process.ts"), [], {
    execArgv: [...MEMORY, ...TYPESCRIPT],
    env: packEnvironment(order.kind, process.env),
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return new Promise((done, fail) => {
    const late = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
    child.once("message", (answer: PackAnswer) => {
      if ("made" in answer) done(answer);
      else fail(new Error(answer.failed));
    });
    child.once("error", fail);
    child.once("exit", (code, signal) => {
      clearTimeout(late);
      fail(new Error(`The process that made the pack ended with ${signal ?? code}.`));
    });
    child.send(order, (error) => error && fail(error));
  });
}

/** Settings that every process of ours needs: where papers are kept, and how it runs. */
const PASSED_ON = /^(NODE_ENV|TZ|PATH|HOME|TMPDIR|MALLOC_ARENA_MAX|SCRUTINEER_DATA|SCRUTINEER_S3_\w+|AWS_\w+)$/;

/**
 * What the process is told. The public pack's has the public login alone: not even a mistake of ours could show it what the public may
 * not read. Where one login serves both sites, it is told to act as the public's role from its first query.
 */
export function packEnvironment(kind: PackKind, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const told = Object.fromEntries(Object.entries(env).filter(([name]) => PASSED_ON.test(name)));
  const office = env.DATABASE_URL;
  const open = env.DATABASE_PUBLIC_URL ?? (office && asThePublic(office));
  return {
    NODE_ENV: env.NODE_ENV,
    MALLOC_ARENA_MAX: "2",
    ...told,
    SCRUTINEER_POOL: "2",
    ...(open && { DATABASE_PUBLIC_URL: open }),
    ...(kind === "restricted" && office && { DATABASE_URL: office }),
  };
}

function asThePublic(office: string): string {
  const address = new URL(office);
  address.searchParams.set(
    "options",
    "-c role=scrutineer_public -c timezone=UTC -c jit=off -c statement_timeout=15000",
  );
  return address.href;
}
