import { type ChildProcess, fork } from "node:child_process";
import { resolve } from "node:path";
import type { PrintedDocument } from "@/domain/documents/document";
import type { DocumentFile } from "@/domain/documents/document-file";

/** What the typesetter is asked for, and what it answers. */
export type Ordered = { document: PrintedDocument; file: DocumentFile; site?: string | undefined };
export type Typeset = ({ bytes: Uint8Array } | { failed: string }) & {
  /** How much memory its process holds by then, in bytes. */
  memory: number;
};

/** Longer than the longest document takes. */
const PATIENCE_MS = 30_000;
/** A process that nobody has needed for so long gives its memory back. */
const IDLE_MS = 120_000;
/** Setting a document of hundreds of pages takes memory that is only given back with the process. */
const MOST_MEMORY = 400_000_000;
/** More than this waiting for one processor would be answered too late to be of use. */
const MOST_WAITING = 40;

/** Too many documents are being made. */
export class TypesetterBusy extends Error {}

type Setter = { queue: Promise<unknown>; waiting: number; process: ChildProcess | null; idle: NodeJS.Timeout | null };

/** One process for this server, also when a bundler loads this module twice. */
const kept = globalThis as typeof globalThis & { scrutineerTypesetter?: Setter };
kept.scrutineerTypesetter ??= { queue: Promise.resolve(), waiting: 0, process: null, idle: null };
const setter = kept.scrutineerTypesetter;

/**
 * Has a document set in a process of its own, one after the other, so that the server goes on answering meanwhile.
 * @throws TypesetterBusy where too many wait already; Error where it cannot be made, or not in time
 */
export async function typesetApart(ordered: Ordered): Promise<Uint8Array> {
  if (setter.waiting >= MOST_WAITING) throw new TypesetterBusy("Too many documents are being made at once.");
  setter.waiting += 1;
  const turn = setter.queue.then(() => ask(ordered));
  setter.queue = turn.catch(() => {});
  try {
    return await turn;
  } finally {
    setter.waiting -= 1;
  }
}

function ask(ordered: Ordered): Promise<Uint8Array> {
  if (setter.idle) clearTimeout(setter.idle);
  const child = setter.process?.connected ? setter.process : start();
  setter.process = child;
  return new Promise<Uint8Array>((done, fail) => {
    const late = setTimeout(() => stop(new Error("The document took too long to make.")), PATIENCE_MS);
    const settle = () => {
      clearTimeout(late);
      child.removeAllListeners();
      child.on("error", () => {});
      setter.idle = setTimeout(end, IDLE_MS);
      setter.idle.unref();
    };
    const stop = (error: Error) => {
      child.kill("SIGKILL");
      setter.process = null;
      settle();
      fail(error);
    };
    child.once("message", (answer: Typeset) => {
      settle();
      if (answer.memory > MOST_MEMORY) end();
      if ("bytes" in answer) done(answer.bytes);
      else fail(new Error(answer.failed));
    });
    child.once("error", stop);
    child.once("exit", (code, signal) => stop(new Error(`The typesetter ended with ${signal ?? code}.`)));
    child.send(ordered, (error) => error && stop(error));
  });
}

function end(): void {
  if (setter.process?.connected) setter.process.disconnect();
  setter.process = null;
}

/** It is told nothing of the site's settings: its documents are its whole world. */
function start(): ChildProcess {
  const child = fork(resolve(/* turbopackIgnore: true */ "src/server/documents/typesetter.ts"), [], {
    execArgv: ["--max-old-space-size=512", "--import", "tsx"],
    env: { NODE_ENV: process.env.NODE_ENV },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  // Neither keeps the server from ending.
  child.unref();
  child.channel?.unref();
  return child;
}
