import { createHash } from "node:crypto";
import { type Ordered, typesetApart } from "./typesetting";

const MOST_BYTES = 32 * 1024 * 1024;

type Kept = { files: Map<string, Uint8Array>; bytes: number; beingMade: Map<string, Promise<Uint8Array>> };

/** One store a process, also when a bundler loads this module twice. */
const kept = globalThis as typeof globalThis & { scrutineerDocuments?: Kept };
kept.scrutineerDocuments ??= { files: new Map(), bytes: 0, beingMade: new Map() };
const store = kept.scrutineerDocuments;

/**
 * What a file says, as a hash. A file is found by nothing else: whoever is to be given it has had its words read for them anew, with
 * their own scope, so that nothing kept can be stale, or another reader's.
 */
export const hashOf = (ordered: Ordered): string => createHash("sha256").update(JSON.stringify(ordered)).digest("hex");

/**
 * The file of a document, made once for the same words.
 * @param hash as hashOf() says
 * @throws as typesetApart() does
 */
export async function fileOf(hash: string, ordered: Ordered): Promise<Uint8Array> {
  const found = store.files.get(hash);
  if (found) {
    // A Map keeps the order in which it was filled: the last asked for stands last.
    store.files.delete(hash);
    store.files.set(hash, found);
    return found;
  }
  const underWay = store.beingMade.get(hash);
  if (underWay) return await underWay;
  const making = typesetApart(ordered);
  store.beingMade.set(hash, making);
  try {
    const bytes = await making;
    keep(hash, bytes);
    return bytes;
  } finally {
    store.beingMade.delete(hash);
  }
}

function keep(hash: string, bytes: Uint8Array): void {
  if (bytes.byteLength > MOST_BYTES) return;
  store.files.set(hash, bytes);
  store.bytes += bytes.byteLength;
  for (const [oldest, file] of store.files) {
    if (store.bytes <= MOST_BYTES) break;
    store.files.delete(oldest);
    store.bytes -= file.byteLength;
  }
}
