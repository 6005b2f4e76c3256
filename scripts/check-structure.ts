/**
 * Holds the vocabulary of file names, so that whoever knows one noun's files knows them all: `npx tsx scripts/check-structure.ts`.
 * Prints a sentence for each file that stands out, and exits 1 when there is one.
 */
import { globSync } from "node:fs";

type Rule = { under: RegExp; allowed: RegExp; says: string };

const RULES: Rule[] = [
  {
    under: /^src\/server\/[^/]+\//,
    allowed: /\/(queries|commands|[a-z][a-z0-9-]*)(\.test)?\.(ts|mjs)$/,
    says: "Files of the server are kebab-case: queries, commands, or the thing they are.",
  },
  {
    under: /^src\/app\//,
    allowed:
      /\/(page|layout|error|global-error|not-found|loading|route|schema|actions|globals|manifest|icon)\.(tsx?|css|svg)$|\/[a-z][a-z0-9-]*\.tsx?$/,
    says: "Beside a page stand schema, actions and the forms it shows, in kebab-case.",
  },
  {
    under: /^src\/(domain|ui)\//,
    allowed: /\/[a-z][a-z0-9-]*(\.(test|fixture))?\.(tsx?|css)$/,
    says: "Files are kebab-case and named for the noun.",
  },
];
const EMPTY_NAMES = /\/(utils?|helpers?|types|misc|common|shared|index|[a-z-]*-?manager)\.tsx?$/;

const files = globSync("src/**/*.{ts,tsx,mjs,css}").filter((path) => !path.startsWith("src/generated"));
const found = files.flatMap((path) => [
  ...RULES.filter((rule) => rule.under.test(path) && !rule.allowed.test(path)).map((rule) => `${path}: ${rule.says}`),
  ...(EMPTY_NAMES.test(path) ? [`${path}: the name says nothing. Name it for the noun it is about.`] : []),
]);

for (const sentence of found) console.error(sentence);
console.log(`${files.length} files looked at, ${found.length} out of place.`);
process.exitCode = found.length > 0 ? 1 : 0;
