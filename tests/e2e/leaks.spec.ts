import { expect, test } from "@playwright/test";
import { THE_PUBLIC } from "@/domain/access/actor";
import { mayFind, nameOf, plantedCanaries } from "./support/canaries";
import { personOf } from "./support/council";
import { AS_PAGE, BY_ROUTER, EVERY_WAY, Finds, guesses, isDocument, type Visit, visit } from "./support/crawl";
import { EVERYBODY, type Who } from "./support/people";
import { foundBy, keptGuesses, reachedBy } from "./support/reached";
import { samplePages } from "./support/samples";
import { several } from "./support/site";

test.describe.configure({ mode: "parallel" });

/** Words that there are pages for: whoever they are open to finds every one of them. */
const SHOWN = [
  "PaperFile.fileName",
  "PaperFile.bytes: text",
  "PaperFile.bytes: title",
  "Pack.bytes: text",
  "Pack.problems",
  "ScopingProposal.title",
  "ScopingProposal.answers",
  "ScopingVersion.content",
  "ProgrammeItem.title",
  "MinuteText.markdown",
  "Decision.text",
  "ReportText.frontSheet",
  "ReportParagraph.markdown",
  "ReportComment.text",
];

const isFile = (path: string): boolean => /^\/(papers|packs)\//.test(path);

for (const [turn, who] of ([null, ...EVERYBODY] as (Who | null)[]).entries()) {
  test(`${who ?? "the public"} finds what is theirs and nothing else, by link or by guess`, async () => {
    test.setTimeout(900_000);
    const actor = who === null ? THE_PUBLIC : await personOf(who);
    // What stood on the pages was read when they were looked for.
    const finds = new Finds(foundBy(who));
    const failures: string[] = [];
    const seen = (visit: Visit) => {
      finds.note(visit);
      if (visit.answer.status >= 500) failures.push(`${visit.path} (${visit.how}): ${visit.answer.status}`);
    };

    // Public pages are the same for everybody, which headers.spec.ts shows: only the public asks for them.
    const reached = reachedBy(who);
    const known = new Set(reached.map(({ path }) => path));
    // Every second person guesses a page, the others the next; files are guessed by everybody, and everything by the public.
    const guessed = [...keptGuesses(), ...(who === null ? await guesses("public") : [])].filter(
      ({ path }, index) => isFile(path) || (!known.has(path) && (who === null || (index + turn) % 2 === 0)),
    );
    const fullest = new Set(samplePages(reached, "most"));
    const waysOf = (path: string, isPage: boolean) => {
      // Its words are the same however it is asked for.
      if (isDocument(path)) return [];
      return !isPage || fullest.has(path) ? EVERY_WAY : BY_ROUTER;
    };
    await several(reached, 6, ({ path, isPage }) => visit(path, who, waysOf(path, isPage), seen));
    await several(guessed, 6, ({ path }) => visit(path, who, isFile(path) ? EVERY_WAY : AS_PAGE, seen));

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
