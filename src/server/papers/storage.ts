import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/**
 * The bytes of papers, each kept once under its SHA-256: 3f/3fa2…, written to one side, forced to the disk and then renamed,
 * so that a file with such a name is always whole. Nothing else in the program knows where they are; nothing here knows who
 * may read them. They leave by /papers/[id] only.
 */
const folder = () => resolve(/* turbopackIgnore: true */ process.env.SCRUTINEER_DATA ?? ".data/papers");
const arrivals = () => join(folder(), "arriving");

export type Stored = { sha256: string; size: number };

/** First and last byte, both included. */
export type ByteRange = { start: number; end: number };

/**
 * Keeps the bytes; the same bytes again are the same file.
 * @param content all of it, or a stream, which is never held whole in memory
 * @returns the name to find it by, and its size in bytes
 * @throws what the stream or the disk throws; nothing of a failed attempt stays
 */
export async function storePaper(content: Uint8Array | AsyncIterable<Uint8Array>): Promise<Stored> {
  const arrival = await arrive(content instanceof Uint8Array ? [content] : content);
  try {
    await keepArrival(arrival);
  } catch (error) {
    await discardArrival(arrival);
    throw error;
  }
  return { sha256: arrival.sha256, size: arrival.size };
}

/** What has arrived whole and waits on one side, on the disk, to be looked at: to be kept, or discarded. */
export type Arrival = Stored & { path: string };

/**
 * Lets something arrive without keeping it yet.
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

/** Moves what has arrived to where papers are, where it is found by its hash from then on. Kept again, it stays. */
export async function keepArrival({ path, sha256 }: Arrival): Promise<void> {
  try {
    await settle(path, pathOf(sha256));
  } catch (error) {
    if (!isMissing(error) || !(await isStored(sha256))) throw error;
  }
}

/** Forgets what has arrived, unless it was kept. */
export const discardArrival = ({ path }: Pick<Arrival, "path">): Promise<void> => rm(path, { force: true });

/** Whether anything is stored under that name. */
export async function isStored(sha256: string): Promise<boolean> {
  try {
    await stat(pathOf(sha256));
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Removes what is stored under that name. That no paper names it is for the caller to know: removeUnnamed(). */
export const removePaper = (sha256: string): Promise<void> => rm(pathOf(sha256), { force: true });

const isMissing = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT";

/**
 * What was stored, from the first byte of the range to the last, read as fast as the reader takes it. That it is there is
 * known when this resolves, before anything is sent; it is opened at the first read, so that an answer to somebody who has
 * gone leaves nothing open.
 * @throws ENOENT when nothing is stored under that name
 */
export async function openPaper(sha256: string, range?: ByteRange): Promise<ReadableStream<Uint8Array>> {
  const path = pathOf(sha256);
  const { size } = await stat(path);
  const end = Math.min(range?.end ?? size - 1, size - 1);
  let position = range?.start ?? 0;
  let file: FileHandle | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        file ??= await open(path, "r");
        try {
          const length = Math.min(CHUNK, end - position + 1);
          const { bytesRead, buffer } = await file.read(new Uint8Array(length), 0, length, position);
          if (bytesRead === 0 && length > 0) throw new Error(`The file of ${sha256} ends before its time.`);
          position += bytesRead;
          if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead));
        } catch (error) {
          await file.close();
          throw error;
        }
        if (position > end) {
          await file.close();
          controller.close();
        }
      },
      cancel: async () => file?.close(),
    },
    { highWaterMark: 0 },
  );
}

const CHUNK = 256 * 1024;

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

/** Everything that is stored, and when it last arrived. */
export async function* listStored(): AsyncGenerator<{ sha256: string; storedAt: Date }> {
  const folders = await readdir(folder()).catch(() => []);
  for (const name of folders.filter((each) => /^[0-9a-f]{2}$/.test(each)))
    for (const sha256 of await readdir(join(folder(), name))) {
      const file = IS_NAME.test(sha256) && (await stat(join(folder(), name, sha256)).catch(() => undefined));
      if (file) yield { sha256, storedAt: file.mtime };
    }
}

const IS_NAME = /^[0-9a-f]{64}$/;

function pathOf(sha256: string): string {
  if (!IS_NAME.test(sha256)) throw new RangeError("A paper is stored under a SHA-256 in lower-case hexadecimal.");
  return join(folder(), sha256.slice(0, 2), sha256);
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

/** Renaming replaces a file of the same bytes by the same bytes, so two that arrive at once need no lock. */
async function settle(from: string, to: string) {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await rename(from, to);
  // The name is on the disk only when the folder is.
  const kept = await open(dirname(to), "r");
  try {
    await kept.sync();
  } finally {
    await kept.close();
  }
}
