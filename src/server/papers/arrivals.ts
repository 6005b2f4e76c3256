import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { dataFolder } from "./data-folder";
import type { Arrival, Stored } from "./store";

const arrivals = () => join(dataFolder(), "arriving");

/**
 * Lets something arrive on the disk without keeping it yet.
 * @param chunks a stream, which is never held whole in memory
 * @throws what the stream or the disk throws; nothing of a failed attempt stays
 */
export async function arrive(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Arrival> {
  await mkdir(arrivals(), { recursive: true, mode: 0o700 });
  const path = join(arrivals(), randomUUID());
  try {
    return { ...(await write(path, chunks)), path };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Forgets what has arrived, unless it was moved to where it is kept. */
export const discardArrival = ({ path }: Pick<Arrival, "path">): Promise<void> => rm(path, { force: true });

/** Removes what stopped arriving more than a day ago: uploads that were cut off by a crash. Returns how many. */
export async function clearUnfinished(now = Date.now()): Promise<number> {
  const names = await readdir(arrivals()).catch(() => []);
  let removed = 0;
  for (const path of names.map((name) => join(arrivals(), name))) {
    const file = await stat(path).catch(() => undefined);
    if (!file || now - file.mtimeMs < 86_400_000) continue;
    await rm(path, { force: true });
    removed++;
  }
  return removed;
}

async function write(path: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Stored> {
  const hash = createHash("sha256");
  let size = 0;
  const file = await open(path, "wx", 0o600);
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.byteLength;
      await writeWhole(file, chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), size };
}

async function writeWhole(file: FileHandle, chunk: Uint8Array) {
  for (let done = 0; done < chunk.byteLength; ) done += (await file.write(chunk, done)).bytesWritten;
}
