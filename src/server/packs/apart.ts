import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Answer } from "./answer-once";

/**
 * Room for what is new and mostly stays, so that it is not moved often: a pack of 500 pages takes a fifth less time than with less, or with
 * more. And Prisma's compiler of queries is run as it is: to optimise it takes longer than the few queries here.
 */
const RUN = [
  "--max-old-space-size=1024",
  "--min-semi-space-size=16",
  "--max-semi-space-size=16",
  "--wasm-tiering-budget=2000000000",
];
/** The condition is React's name for "on the server", without which server-only code refuses to load. */
const TYPESCRIPT = ["--conditions=react-server", "--import", "tsx"];

/** A process of ours that does one thing and ends. */
export type Apart<Asked, Answered> = {
  /** @throws Error where it fails, ends, or takes longer than `patience`, in milliseconds */
  ask: (asked: Asked, patience: number) => Promise<{ answered: Answered; mostMemory: number }>;
  /** Ends it, whatever it is doing. */
  end: () => void;
};

/**
 * Starts a process: as the build has bundled it, which takes a third of the time, or else from its source.
 * @param program "joining-process" is src/server/packs/joining-process.ts
 * @param env all that it is told
 */
export function startApart<Asked extends object, Answered>(
  program: string,
  env: NodeJS.ProcessEnv,
): Apart<Asked, Answered> {
  const built = resolve(/* turbopackIgnore: true */ ".next/programs", `${program}.mjs`);
  const isBuilt = env.NODE_ENV === "production" && existsSync(built);
  const child = fork(isBuilt ? built : resolve(/* turbopackIgnore: true */ "src/server/packs", `${program}.ts`), [], {
    execArgv: isBuilt ? RUN : [...RUN, ...TYPESCRIPT],
    env,
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = endOf(child);
  const ask = async (asked: Asked, patience: number) => {
    const late = setTimeout(() => child.kill("SIGKILL"), patience);
    const answers = new Promise<Answer<Answered>>((done) => child.once("message", done as (answer: unknown) => void));
    child.send(asked, () => {}); // What cannot be sent is sent to nobody: that it has ended is told anyway.
    try {
      const answer = await Promise.race([answers, ended]);
      if ("failed" in answer) throw new Error(answer.failed);
      return answer;
    } finally {
      clearTimeout(late);
    }
  };
  return { ask, end: () => void child.kill("SIGKILL") };
}

/** Rejects when the process ends, or cannot be started. */
function endOf(child: ChildProcess): Promise<never> {
  const ended = new Promise<never>((_, fail) => {
    child.once("error", fail);
    child.once("exit", (code, signal) => fail(new Error(`A process of its own ended with ${signal ?? code}.`)));
  });
  ended.catch(() => {}); // It always ends; only who waits for an answer minds.
  return ended;
}
