import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { THE_PUBLIC } from "@/domain/access/actor";
import { mayFind, nameOf, plantedCanaries } from "./support/canaries";
import { personOf } from "./support/council";
import { Finds, type Guess, guesses, type Visit, visit } from "./support/crawl";
import { EVERYBODY, type Who } from "./support/people";
import { keptGuesses, reachedBy } from "./support/reached";
import { samplePages } from "./support/samples";
import { type Answer, ask, several } from "./support/site";

test.describe.configure({ mode: "parallel" });

/** Words that there are pages for: whoever they are open to finds every one of them. */
const SHOWN = [
  "PaperFile.fileName",
  "PaperFile.bytes: text",
  "PaperFile.bytes: title",
  "ScopingProposal.title",
  "ScopingProposal.answers",
  "ScopingVersion.content",
  "ProgrammeItem.title",
  "MinuteText.markdown",
  "Decision.text",
  "ReportText.frontSheet",
  "ReportParagraph.markdown",
];

for (const who of [null, ...EVERYBODY] as (Who | null)[]) {
  test(`${who ?? "the public"} finds what is theirs and nothing else, by link or by guess`, async () => {
    test.setTimeout(900_000);
    const actor = who === null ? THE_PUBLIC : await personOf(who);
    const finds = new Finds();
    const failures: string[] = [];
    const seen = (visit: Visit) => {
      finds.note(visit);
      if (visit.answer.status >= 500) failures.push(`${visit.path} (${visit.how}): ${visit.answer.status}`);
    };

    // Public pages are the same for everybody, which headers.spec.ts shows: only the public asks for them.
    const guessed = [...keptGuesses(), ...(who === null ? await guesses("public") : [])];
    const reached = reachedBy(who);
    const fullest = new Set(samplePages(reached, "most"));
    await several(reached, 6, ({ path, isPage }) =>
      visit(path, who, !isPage || fullest.has(path) ? "every way" : "few ways", seen),
    );
    await several(guessed, 6, ({ path }) => visit(path, who, "few ways", seen));

    const canaries = plantedCanaries();
    const wrong = canaries.filter((canary) => finds.words.has(canary.word) && !mayFind(actor, canary));
    expect(wrong.map((canary) => `${nameOf(canary)} at ${finds.words.get(canary.word)}`)).toEqual([]);
    const missed = canaries.filter(
      (canary) =>
        SHOWN.includes(`${canary.table}.${canary.column}`) &&
        mayFind(actor, canary) &&
        (who === null || !mayFind(THE_PUBLIC, canary)) &&
        !finds.words.has(canary.word),
    );
    expect(missed.map(nameOf)).toEqual([]);
    expect(failures).toEqual([]);
  });
}

for (const who of [null, "councillorElsewhere", "officer", "administrator"] as (Who | null)[]) {
  test(`to ${who ?? "the public"}, what is forbidden answers as what was never there`, async () => {
    test.setTimeout(600_000);
    const told: string[] = [];
    const guessed = [...keptGuesses(), ...(who === null ? await guesses("public") : [])];
    await several(guessed, 6, async ({ path, key }: Guess) => {
      const answer = await ask(path, { who });
      if (await isTheirs(answer, who)) return;
      if (!(await isAsNever(path, key, who))) told.push(`${path}: ${answer.status}`);
    });
    expect(told).toEqual([]);
  });
}

/** They may read it, or are sent on to where they may: a scoping proposal that has been put forward has no last look any more. */
async function isTheirs({ status, headers }: Answer, who: Who | null): Promise<boolean> {
  const next = headers.get("location");
  if (status < 300 || next === null || !next.startsWith("/office/")) return status < 300;
  return isTheirs(await ask(next, { who }), who);
}

/**
 * Whether the answer is the one that a key nobody has gets. The framework cuts a slow answer into other pieces than a quick one, so
 * two that differ are asked for again: what tells something tells it every time.
 */
async function isAsNever(path: string, key: string, who: Who | null): Promise<boolean> {
  for (let time = 0; time < 8; time++) {
    const never = neverThere(key);
    const [answer, twin] = [await ask(path, { who }), await ask(path.replaceAll(key, never), { who })];
    if (without(answer, key) === without(twin, never)) return true;
  }
  return false;
}

/** A key of the same form and length that no record has. */
function neverThere(key: string): string {
  if (/^[0-9a-f]{8}-/.test(key)) return randomUUID();
  if (/^\d{4}-/.test(key)) return `1999${key.slice(4)}`;
  return randomBytes(key.length).toString("hex").slice(0, key.length).replaceAll(/\d/g, "x");
}

/** An answer without what is new in every answer, and without the key that was asked for. */
function without({ status, headers, text }: Answer, key: string): string {
  const said = [...headers]
    .filter(([name]) => !["date", "etag", "content-length"].includes(name))
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
  const flight: string[] = [];
  const page = text.replaceAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g, (_, part: string) => {
    flight.push(JSON.parse(part) as string);
    return "";
  });
  // The framework sends the rows of its own copy as they are ready, and numbers them so.
  const rows = flight
    .join("")
    .split("\n")
    .map((row) => row.replace(/^[0-9a-f]+:/, "").replaceAll(/\$[A-Z@]?[0-9a-f]+/g, "$"))
    .sort();
  return [status, said, page, ...rows]
    .join("\n")
    .replaceAll(key, "KEY")
    .replaceAll(encodeURIComponent(key), "KEY")
    .replaceAll(/<script[^>]*><\/script>/g, "")
    .replaceAll(/sha256-[\w+/=]+/g, "HASH")
    .replaceAll(/nonce-[\w+/=]+|nonce\\?"?[=:]\\?"[\w+/=]+/g, "NONCE");
}
