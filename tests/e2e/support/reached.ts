import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crawl, Finds, type Guess, liveGuesses } from "./crawl";
import { KEPT, type Who } from "./people";
import type { Answer } from "./site";

/** An address that somebody can reach by links, and what is there. */
export type Reached = { path: string; status: number; isPage: boolean; size: number };

const fileOf = (who: Who | null) => join(KEPT, `reached-by-${who ?? "the-public"}.json`);
const findsOf = (who: Who | null) => join(KEPT, `found-by-${who ?? "the-public"}.json`);
const GUESSES = join(KEPT, "guesses.json");

/**
 * Looks once for what somebody can reach, for all the tests that go through it; and keeps which words of ours stood there.
 * @returns pages that would run what was typed into a field
 */
export async function keepReached(who: Who | null): Promise<readonly string[]> {
  const answers = await crawl(who);
  const finds = new Finds();
  for (const [path, answer] of answers) finds.note({ path, how: "as a page", answer });
  keep(fileOf(who), reachedIn(answers));
  keep(findsOf(who), [...finds.words]);
  return finds.running;
}

/** The words of ours that stood on the pages somebody can reach, with where. */
export const foundBy = (who: Who | null): [word: string, place: string][] => read(findsOf(who));

export const reachedBy = (who: Who | null): Reached[] => read(fileOf(who));

export async function keepGuesses(): Promise<void> {
  keep(GUESSES, await liveGuesses());
}

export const keptGuesses = (): Guess[] => read(GUESSES);

export const reachedIn = (answers: ReadonlyMap<string, Answer>): Reached[] =>
  [...answers].map(([path, { status, headers, bytes }]) => ({
    path,
    status,
    isPage: headers.get("content-type")?.startsWith("text/html") === true,
    size: bytes.length,
  }));

function keep(file: string, found: unknown): void {
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(file, JSON.stringify(found));
}

const read = <Found>(file: string): Found => JSON.parse(readFileSync(file, "utf8")) as Found;
