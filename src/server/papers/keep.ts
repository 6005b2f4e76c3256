import type { Tx } from "@/server/db";
import type { ArrivedFile } from "./receive";
import { isStored, keepArrival, removePaper } from "./storage";

/**
 * Keeps an uploaded file for good, as the last thing before the rows that name it are committed: bytes first, so that no row ever
 * names what is not there. Where the transaction fails after this, housekeeping removes what nothing names.
 */
export async function keepUpload(tx: Tx, file: ArrivedFile): Promise<void> {
  await lockContent(tx, file.sha256);
  await keepArrival(file);
}

/** Whether content is there, and stays until the transaction that names it is committed. */
export async function keptContent(tx: Tx, sha256: string): Promise<boolean> {
  await lockContent(tx, sha256);
  return isStored(sha256);
}

/**
 * Removes content that no pack names and no paper's file, or only such as the scanner refused. Whoever is about to name it waits for this, and then keeps it anew.
 * @returns whether anything was removed
 */
export async function removeUnnamed(tx: Tx, sha256: string): Promise<boolean> {
  await lockContent(tx, sha256);
  if (await tx.paperFile.findFirst({ where: { sha256, scan: { not: "refused" } }, select: { id: true } })) return false;
  if (await tx.pack.findFirst({ where: { sha256 }, select: { id: true } })) return false;
  if (!(await isStored(sha256))) return false;
  await removePaper(sha256);
  return true;
}

/** Until the transaction ends, nobody else keeps or removes the same bytes. */
async function lockContent(tx: Tx, sha256: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${sha256}, 0))::text`;
}
