// @ts-check
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./children.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { Refusal } from "./refusal.mjs";
import { ROOT } from "./settings.mjs";

/**
 * Generates the Prisma client when it is missing or older than the schema.
 *
 * @param {import("./children.mjs").Surroundings} [surroundings]
 * @throws {Refusal} where the schema is wrong
 */
export async function generateClient(surroundings = {}) {
  const folder = join(ROOT, "src", "generated");
  const stamp = join(folder, "prisma.stamp");
  const wanted = fingerprint(ROOT, ["prisma/**/*.prisma", "prisma.config.ts", "node_modules/prisma/package.json"]);
  if (existsSync(join(folder, "prisma")) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const { code, output } = await run(
    [process.execPath, join(ROOT, "node_modules", "prisma", "build", "index.js"), "generate"],
    {
      cwd: ROOT,
      // Any existing program will do: generating needs no engine, but without this Prisma downloads one.
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true",
        CHECKPOINT_DISABLE: "1",
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
      },
      ...surroundings,
    },
  );
  if (code !== 0) {
    console.error(output);
    throw new Refusal("The Prisma client could not be generated: mend the schema in prisma/ as it says above.");
  }
  writeFileSync(stamp, wanted);
}
