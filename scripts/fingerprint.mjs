// @ts-check
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A hash of names and contents of files: different as soon as one of them is.
 *
 * @param {string} root
 * @param {string[]} patterns paths of files; with "**" before the name's end, all such files at any depth
 * @param {(path: string) => boolean} [counts] false for files to leave out
 * @returns {string}
 */
export function fingerprint(root, patterns, counts = () => true) {
  const hash = createHash("sha256");
  for (const pattern of patterns) {
    for (const path of matching(root, pattern).filter(counts)) {
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(root, path)))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

/**
 * @param {string} root
 * @param {string} pattern
 * @returns {string[]} paths beneath the root, sorted
 */
function matching(root, pattern) {
  const [folder = "", ending] = pattern.split("/**/*");
  if (ending === undefined) return existsSync(join(root, pattern)) ? [pattern] : [];
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}
