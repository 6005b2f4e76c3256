import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { dataFolder } from "./data-folder";
import { nameAt, placeOf, type Store } from "./store";

/** On the disk of this machine: forced to it and then renamed, so that a file with such a name is always whole. */
export const DISK: Store = {
  keep: async ({ path, sha256 }) => {
    try {
      await settle(path, pathOf(sha256));
    } catch (error) {
      // A transaction that is tried again keeps again what it has moved already.
      if (!isMissing(error) || (await DISK.sizeOf(sha256)) === null) throw error;
    }
  },
  sizeOf: async (sha256) => {
    try {
      return (await stat(pathOf(sha256))).size;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  },
  read: (sha256, { start, end }) => {
    const path = pathOf(sha256);
    let position = start;
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
  },
  remove: (sha256) => rm(pathOf(sha256), { force: true }),
  list: async function* () {
    const folders = await readdir(dataFolder()).catch(() => []);
    for (const folder of folders.filter((name) => name.length === 2))
      for (const name of await readdir(join(dataFolder(), folder))) {
        const sha256 = nameAt(`${folder}/${name}`);
        const file = sha256 && (await stat(pathOf(sha256)).catch(() => undefined));
        if (file) yield { sha256, storedAt: file.mtime };
      }
  },
};

const CHUNK = 256 * 1024;

const pathOf = (sha256: string) => join(dataFolder(), placeOf(sha256));

const isMissing = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT";

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
