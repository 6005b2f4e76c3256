import { db, inTransaction } from "@/server/db";
import { removeUnnamed } from "./keep";
import { listStored } from "./storage";

const DAY_MS = 86_400_000;
/** How many are asked about at once. */
const BATCH = 500;

/**
 * Removes stored bytes that nothing names: those of an upload whose transaction failed last of all, of a paper that was taken off
 * before publication, and of a file that the scanner refused. What arrived within a day is left alone, and each is asked about
 * once more under the lock that whoever is about to name it takes.
 * @returns how many were removed
 */
export async function clearOrphans(now = new Date()): Promise<number> {
  let removed = 0;
  let batch: string[] = [];
  const look = async () => {
    for (const sha256 of await unnamedAmong(batch))
      if (await inTransaction((tx) => removeUnnamed(tx, sha256))) removed++;
    batch = [];
  };
  for await (const { sha256, storedAt } of listStored()) {
    if (now.getTime() - storedAt.getTime() < DAY_MS) continue;
    batch.push(sha256);
    if (batch.length === BATCH) await look();
  }
  await look();
  return removed;
}

async function unnamedAmong(hashes: readonly string[]): Promise<string[]> {
  const where = { sha256: { in: [...hashes] } };
  const [files, packs] = await Promise.all([
    db.paperFile.findMany({ where: { ...where, scan: { not: "refused" } }, select: { sha256: true } }),
    db.pack.findMany({ where, select: { sha256: true } }),
  ]);
  const named = new Set([...files, ...packs].map(({ sha256 }) => sha256));
  return hashes.filter((sha256) => !named.has(sha256));
}
