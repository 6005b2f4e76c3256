// @ts-check
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./children.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { livingHolder } from "./lock.mjs";
import { bundlePrograms } from "./programs.mjs";
import { Refusal } from "./refusal.mjs";
import { ROOT } from "./settings.mjs";

/** What the built pages are made of; the database and the secrets are not among it. */
const SOURCES = [
  "src/**/*",
  "public/**/*",
  "prisma/**/*.prisma",
  "package-lock.json",
  "tsconfig.json",
  "postcss.config.mjs",
  "next.config.mjs",
  "scripts/programs.mjs",
];

/**
 * Next names each server action after this key, so that a form opened before a rebuild still finds its action afterwards. It is no
 * secret: the key that seals what forms carry is the one given when serving.
 */
const ACTION_NAMES_KEY = createHash("sha256").update("scrutineer server action names").digest("base64");

/**
 * Builds the site when the build is missing or older than its sources.
 *
 * @param {import("./children.mjs").Surroundings & { announce?: () => void }} [surroundings] announce is called before a build
 * @returns {Promise<boolean>} whether it was built now
 * @throws {Refusal} where the build fails, or would replace the pages of a running site
 */
export async function buildWhenOld({ announce, ...surroundings } = {}) {
  const stamp = join(ROOT, ".next", "scrutineer-build");
  const wanted = fingerprint(ROOT, SOURCES, (path) => !/\.test\.tsx?$|^src\/generated\//.test(path));
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return false;

  const holder = livingHolder(join(ROOT, ".data"));
  if (holder?.command === "start" && holder.process.pid !== process.pid) {
    throw new Refusal(
      `The site must be built anew, and a running Scrutineer (process ${holder.process.pid}) serves the old build: stop it first.`,
    );
  }
  announce?.();
  rmSync(stamp, { force: true });
  const { code, output } = await run(
    [process.execPath, join(ROOT, "node_modules", "next", "dist", "bin", "next"), "build"],
    {
      cwd: ROOT,
      env: {
        ...withoutDatabase(process.env),
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
        NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: ACTION_NAMES_KEY,
      },
      ...surroundings,
    },
  );
  if (code !== 0) {
    console.error(output);
    throw new Refusal("The site could not be built: see what Next says above.");
  }
  await bundlePrograms();
  writeFileSync(stamp, wanted);
  return true;
}

/**
 * A build that read the database would differ from place to place.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function withoutDatabase({ DATABASE_URL, DATABASE_PUBLIC_URL, DATABASE_OWNER_URL, ...rest }) {
  return rest;
}
