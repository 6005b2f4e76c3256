import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

export type Typeset = {
  bytes: Uint8Array;
  pages: number;
  /** What the template says about itself under a label, as plain data. */
  said: (label: string) => unknown;
};

/**
 * A PDF from a template of ours and data, checked against PDF/UA-1. Words go in as data, never as source: what is typed cannot
 * become markup. Without a date, so that the same words are always the same bytes.
 * @param files what the template may read, under names such as "image.png"
 * @throws Error with Typst's own words when it cannot be made
 */
export function typeset(
  template: string,
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, Uint8Array>> = {},
): Typeset {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: typefaces() }] });
  const { result, ...compiled } = outcome(compiler, template, inputs, files);
  if (!result) throw new Error(`The PDF could not be made: ${compiled.said.join("; ")}`);
  const made = compiler;
  const bytes = made.pdf(result, { pdfStandard: "ua-1" });
  const said = (label: string): unknown => made.query(result, { selector: `<${label}>`, field: "value" });
  return { bytes, pages: result.numOfPages, said };
}

/** Forgets what it read and set for documents before the last few. */
export const forgetOldDocuments = (): void => compiler?.evictCache(2);

/** One a process: making it reads every font anew, and its memory is not given back. */
let compiler: NodeCompiler | undefined;

/**
 * The typeface of the site, as TTF: Typst reads no WOFF2. Where its package was left out, what is set falls back to Typst's own
 * Libertinus Serif; what neither has is looked for among the machine's.
 */
const typefaces = (): Buffer[] =>
  ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"]
    .map((style) => resolve(/* turbopackIgnore: true */ TYPEFACE, style, `AtkinsonHyperlegibleNext_${style}.ttf`))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path));

const TYPEFACE = "node_modules/@expo-google-fonts/atkinson-hyperlegible-next";

function outcome(
  by: NodeCompiler,
  template: string,
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, Uint8Array>>,
) {
  // They are in memory only; the folder is the one that Typst takes for its own.
  const paths = Object.entries(files).map(([name, bytes]) => {
    const path = resolve(/* turbopackIgnore: true */ name);
    by.mapShadow(path, Buffer.from(bytes));
    return path;
  });
  const compiled = by.compile({ mainFileContent: template, inputs: { ...inputs } });
  for (const path of paths) by.unmapShadow(path);
  const error = compiled.takeError();
  if (!error && compiled.result) return { result: compiled.result, said: [] };
  const said: string[] = error
    ? by.fetchDiagnostics(error).map(({ message }) => String(message))
    : ["nothing came out"];
  return { result: null, said };
}
