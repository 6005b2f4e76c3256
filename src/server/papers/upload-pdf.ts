import { execFile } from "node:child_process";
import { resolve } from "node:path";
import type { Inspected, Refused } from "./inspected";

/** What pdf-look.mjs prints. */
type Looked = { refusal: "encrypted" | "broken" | "pageless" } | { pages: number; tagged: boolean };

/** Longer than the longest paper takes. */
const PATIENCE_MS = 30_000;

/** In bytes: three times what the largest honest paper takes. */
const MOST_MEMORY = 400 * 1024 * 1024;

/**
 * Reads a PDF in a process of its own, whose memory goes back with it, and which ends where a hostile file would keep it busy for
 * good: the site goes on answering meanwhile.
 */
export async function inspectPdf(path: string, mostMemory = MOST_MEMORY): Promise<Inspected | Refused> {
  const looked = await look(path, mostMemory);
  if (looked === null) return { refusal: "unchecked" };
  if ("refusal" in looked) return { refusal: looked.refusal };
  return { format: "pdf", pages: looked.pages, accessible: looked.tagged };
}

/** Nothing that the site knows is any of its business. */
const BARE = { NODE_ENV: process.env.NODE_ENV };

function look(path: string, mostMemory: number): Promise<Looked | null> {
  const program = resolve(/* turbopackIgnore: true */ "src/server/papers/pdf-look.mjs");
  return new Promise((done, fail) => {
    execFile(
      process.execPath,
      ["--max-old-space-size=512", program, path, String(mostMemory)],
      { timeout: PATIENCE_MS, killSignal: "SIGKILL", maxBuffer: 64 * 1024, env: BARE },
      (error, printed) => {
        if (!error) return done(JSON.parse(printed) as Looked);
        // Killed for its time or its memory; anything else is a fault of ours.
        if (error.killed || error.signal) return done(null);
        fail(error);
      },
    );
  });
}
