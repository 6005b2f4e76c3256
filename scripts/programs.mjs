// @ts-check
import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "./settings.mjs";

/** Programs that the site starts for one thing only: what they take to start is most of what they take. */
const PROGRAMS = ["src/server/packs/joining-process.ts", "src/server/packs/reading-process.ts"];

/**
 * Bundles the programs that the site starts beside itself, so that each starts from one file instead of hundreds, and from
 * JavaScript. Without them they are started from their sources.
 */
export async function bundlePrograms() {
  await build({
    absWorkingDir: ROOT,
    entryPoints: PROGRAMS,
    outdir: join(ROOT, ".next", "programs"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    // React's name for "on the server", without which server-only code refuses to load.
    conditions: ["react-server"],
    external: ["@myriaddreamin/*", "pg-native"],
    banner: {
      js: 'import{createRequire as scrutineerRequire}from"node:module";const require=scrutineerRequire(import.meta.url);',
    },
    logLevel: "error",
  });
}
