import { arrive, discardArrival } from "./arrivals";
import { DISK } from "./disk-store";
import type { Arrival, ByteRange, Store, Stored } from "./store";

/**
 * The bytes of papers, each kept once under its SHA-256, on the disk or in a bucket of S3. Nothing else in the program knows
 * where they are; nothing here knows who may read them. They leave by the one door only.
 */
async function home(env: NodeJS.ProcessEnv = process.env): Promise<Store> {
  const { SCRUTINEER_S3_BUCKET: name, SCRUTINEER_S3_ENDPOINT: endpoint, SCRUTINEER_S3_REGION: region } = env;
  if (!name) return DISK;
  const key = [name, endpoint, region].join(" ");
  if (opened?.key !== key) {
    // Only where there is a bucket: the library alone is as large as the rest of the server.
    const { s3Store } = await import("./s3-store");
    opened = { key, store: s3Store({ name, endpoint: endpoint || undefined, region: region || "eu-west-2" }) };
  }
  return opened.store;
}
let opened: { key: string; store: Store } | undefined;

/**
 * Keeps the bytes; the same bytes again are the same file.
 * @param content all of it, or a stream, which is never held whole in memory
 * @returns the name to find it by, and its size in bytes
 * @throws what the stream, the disk or the bucket throws; nothing of a failed attempt stays
 */
export async function storePaper(content: Uint8Array | AsyncIterable<Uint8Array>): Promise<Stored> {
  const arrival = await arrive(content instanceof Uint8Array ? [content] : content);
  try {
    await keepArrival(arrival);
  } finally {
    await discardArrival(arrival);
  }
  return { sha256: arrival.sha256, size: arrival.size };
}

/** Keeps what has arrived; it is found by its hash from then on. */
export const keepArrival = async (arrival: Arrival): Promise<void> => (await home()).keep(arrival);

/** Whether anything is stored under that name. */
export const isStored = async (sha256: string): Promise<boolean> => (await (await home()).sizeOf(sha256)) !== null;

/** Removes what is stored under that name. That nothing names it is for the caller to know: removeUnnamed(). */
export const removePaper = async (sha256: string): Promise<void> => (await home()).remove(sha256);

/** Everything that is stored, and when it last arrived. */
export async function* listStored(): AsyncGenerator<{ sha256: string; storedAt: Date }> {
  yield* (await home()).list();
}

/**
 * What was stored, from the first byte of the range to the last, read as fast as the reader takes it. That it is there is
 * known when this resolves, before anything is sent; it is opened at the first read, so that an answer to somebody who has
 * gone leaves nothing open.
 * @throws Error when nothing is stored under that name
 */
export async function openPaper(sha256: string, range?: ByteRange): Promise<ReadableStream<Uint8Array>> {
  const store = await home();
  const size = await store.sizeOf(sha256);
  if (size === null) throw new Error(`Nothing is stored under ${sha256}.`);
  if (size === 0) return new Blob([]).stream();
  return store.read(sha256, { start: range?.start ?? 0, end: Math.min(range?.end ?? size - 1, size - 1) });
}
