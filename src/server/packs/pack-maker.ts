import type { MadePack } from "@/domain/packs/made-pack";
import type { PackKind } from "@/generated/prisma/client";
import { startApart } from "./apart";
import type { PackContents, PackOrder } from "./contents";

/** A pack of two thousand pages takes a quarter of a minute. */
const PATIENCE_MS = 150_000;

/**
 * Has a pack made apart, so that the server goes on answering meanwhile and its memory goes back whole: one process reads what goes into
 * it, and when that has ended another joins the PDFs.
 * @returns what was made, and the most memory that either took, in bytes
 * @throws Error where it cannot be made, or not in time
 */
export async function makePackApart(order: PackOrder): Promise<{ made: MadePack; mostMemory: number }> {
  const read = await askApart<PackOrder, PackContents>(
    "reading-process",
    readingEnvironment(order.kind, process.env),
    order,
  );
  const joined = await askApart<PackContents, MadePack>(
    "joining-process",
    joiningEnvironment(process.env),
    read.answered,
  );
  return { made: joined.answered, mostMemory: Math.max(read.mostMemory, joined.mostMemory) };
}

async function askApart<Asked extends object, Answered>(program: string, env: NodeJS.ProcessEnv, asked: Asked) {
  const apart = startApart<Asked, Answered>(program, env);
  try {
    return await apart.ask(asked, PATIENCE_MS);
  } finally {
    apart.end();
  }
}

/** Settings that every process of ours needs to run. */
const RUNNING = /^(NODE_ENV|TZ|PATH|HOME|TMPDIR)$/;
/** Where papers are kept. */
const PAPERS = /^(SCRUTINEER_DATA|SCRUTINEER_S3_\w+|AWS_\w+)$/;

/**
 * What the process that reads is told. The public pack's has the public login alone: not even a mistake of ours could show it what the
 * public may not read. Where one login serves both sites, it is told to act as the public's role from its first query.
 */
export function readingEnvironment(kind: PackKind, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const office = env.DATABASE_URL;
  const open = env.DATABASE_PUBLIC_URL ?? (office && asThePublic(office));
  return {
    ...common(env),
    SCRUTINEER_POOL: "2",
    ...(open && { DATABASE_PUBLIC_URL: open }),
    ...(kind === "restricted" && office && { DATABASE_URL: office }),
  };
}

/** What the process that joins is told: no database, for it needs none. */
export const joiningEnvironment = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...common(env),
  ...named(PAPERS, env),
});

const common = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...named(RUNNING, env),
  NODE_ENV: env.NODE_ENV,
  MALLOC_ARENA_MAX: "2",
});

const named = (names: RegExp, env: NodeJS.ProcessEnv): NodeJS.Dict<string> =>
  Object.fromEntries(Object.entries(env).filter(([name]) => names.test(name)));

function asThePublic(office: string): string {
  const address = new URL(office);
  address.searchParams.set(
    "options",
    "-c role=scrutineer_public -c timezone=UTC -c jit=off -c statement_timeout=15000",
  );
  return address.href;
}
