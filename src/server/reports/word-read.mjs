// Prints what a Word file says, as JSON. Run by word.ts in a process of its own: node word-read.mjs FILE, with the labels of the front
// sheet as JSON on the standard input; or without FILE for what was taken out of Word, as HTML, there.
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { readPasted, readWord } from "./word-text.mjs";

const file = process.argv[2];
process.stdout.write(
  JSON.stringify(
    file
      ? await readWord(await readFile(file), JSON.parse(await text(process.stdin)))
      : await readPasted(await text(process.stdin)),
  ),
);
