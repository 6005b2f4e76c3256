import { spawn } from "node:child_process";
import { resolve } from "node:path";
import type { SheetRow } from "@/domain/reports/front-sheet-table";
import { LONGEST_REPORT } from "@/domain/reports/report";
import { ExpectedError } from "@/server/errors";

/** What word-read.mjs prints. */
type Read = WordText | { refusal: "large" | "broken" | "hostile" };

/** The text in Markdown, what was left out of it or is to be looked at in sentences, and the rows of its front sheet. */
export type WordText = { markdown: string; notes: string[]; sheet: SheetRow[] };

/** Longer than the longest report takes, and shorter than a transaction waits. */
const PATIENCE_MS = 12_000;

/** Each says what is wrong, and what to do. */
const SENTENCES = {
  large: "The text of this file is longer than any report. Split it, and choose the part that is the report.",
  broken: "This file cannot be read as a Word document. Open it in Word, save it as .docx, and choose that file.",
  hostile:
    "This file asks whoever reads it to fetch something else, which no Word document does. Save it again in Word.",
  slow: "This file takes too long to read. Save it again in Word, or copy its text into the field.",
  empty: "There is no text in this file. Choose the one that has the report.",
} as const;

/**
 * Reads the text of a Word file that inspectUpload() has looked at. One with a front sheet and nothing else has no text.
 * @param labels what the body calls the fields of its front sheet
 * @throws ExpectedError invalid, for the field "file", with what is wrong with it
 */
export const readWordFile = async (path: string, labels: readonly string[]): Promise<WordText> =>
  textOf(await run([path], JSON.stringify(labels)));

/**
 * Reads text as Word puts it on the clipboard.
 * @param html of which nothing is trusted
 * @throws ExpectedError invalid, for the field "file"
 */
export const readPastedWord = async (html: string): Promise<WordText> => textOf(await run([], html));

function textOf(read: Read | null): WordText {
  const refusal = read === null ? "slow" : "refusal" in read ? read.refusal : whyUnfit(read);
  if (refusal) throw new ExpectedError({ kind: "invalid", fields: { file: [SENTENCES[refusal]] } });
  return read as WordText;
}

const whyUnfit = ({ markdown, sheet }: WordText) =>
  markdown.length > LONGEST_REPORT ? "large" : markdown === "" && sheet.length === 0 ? "empty" : null;

/** Nothing that the site knows is any of its business. */
const BARE = { NODE_ENV: process.env.NODE_ENV };

/**
 * In a process of its own, whose memory goes back with it and which ends where a hostile file would keep it busy for good: the
 * site goes on answering meanwhile.
 * @returns null where it ran out of time or memory
 */
function run(file: readonly string[], input: string): Promise<Read | null> {
  const program = resolve(/* turbopackIgnore: true */ "src/server/reports/word-read.mjs");
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ["--max-old-space-size=768", program, ...file], {
      timeout: PATIENCE_MS,
      killSignal: "SIGKILL",
      env: BARE,
      stdio: ["pipe", "pipe", "ignore"],
    });
    const printed: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => printed.push(chunk));
    child.on("error", fail);
    child.on("close", (code, signal) => {
      if (code === 0) done(JSON.parse(Buffer.concat(printed).toString("utf8")) as Read);
      else if (signal) done(null);
      else fail(new Error(`word-read.mjs ended with ${code}`));
    });
    child.stdin.on("error", () => {}); // it ended before it had read all, and says so itself
    child.stdin.end(input);
  });
}
