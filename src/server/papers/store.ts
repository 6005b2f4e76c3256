/** What something is kept under, and its size in bytes. */
export type Stored = { sha256: string; size: number };

/** What has arrived whole and waits on one side, on the disk, to be looked at: to be kept, or discarded. */
export type Arrival = Stored & { path: string };

/** First and last byte, both included. */
export type ByteRange = { start: number; end: number };

/** A home of bytes, each kept once under its SHA-256. Nothing but storage.ts knows which of the two there is. */
export type Store = {
  /** Keeps what has arrived. Once this resolves it is there after a power cut; kept again, it stays. */
  keep: (arrival: Arrival) => Promise<void>;
  /** Its size; null where nothing is kept under that name. */
  sizeOf: (sha256: string) => Promise<number | null>;
  /** What is kept, of a range that it has, read as fast as the reader takes it; nothing is open before the first read. */
  read: (sha256: string, range: ByteRange) => ReadableStream<Uint8Array>;
  /** Removes what is kept, if it is. */
  remove: (sha256: string) => Promise<void>;
  /** Everything that is kept, and when it was. */
  list: () => AsyncIterable<{ sha256: string; storedAt: Date }>;
};

/** "3f/3fa2…", in either home. @throws RangeError for what is no SHA-256 */
export function placeOf(sha256: string): string {
  if (!IS_NAME.test(sha256)) throw new RangeError("A paper is stored under a SHA-256 in lower-case hexadecimal.");
  return `${sha256.slice(0, 2)}/${sha256}`;
}

/** The SHA-256 that something at that place is kept under; null for what is nothing of ours. */
export function nameAt(place: string): string | null {
  const [folder, sha256 = "", ...deeper] = place.split("/");
  return deeper.length === 0 && IS_NAME.test(sha256) && sha256.startsWith(folder ?? "/") ? sha256 : null;
}

const IS_NAME = /^[0-9a-f]{64}$/;
