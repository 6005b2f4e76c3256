import { open } from "node:fs/promises";
import type { Inspected, Refused } from "./inspected";

/** Where an image ends: what a camera adds after that is short. */
const TAIL = 128 * 1024;

/** Whether an image is there to its end. What it shows nobody looks at here: it is not drawn on the server. */
export async function inspectImage(
  path: string,
  size: number,
  format: "png" | "jpeg" | "webp",
): Promise<Inspected | Refused> {
  const file = await open(path, "r");
  try {
    const start = Math.max(0, size - TAIL);
    const { buffer: head } = await file.read(Buffer.alloc(12), 0, 12, 0);
    const { buffer: tail } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
    return isWhole(format, head, tail, size) ? { format, pages: null, accessible: null } : { refusal: "broken" };
  } finally {
    await file.close();
  }
}

function isWhole(format: "png" | "jpeg" | "webp", head: Buffer, tail: Buffer, size: number): boolean {
  switch (format) {
    case "png":
      return tail.includes("IEND", 0, "latin1");
    case "jpeg":
      return tail.includes(Buffer.from([0xff, 0xd9]));
    case "webp":
      // RIFF says its own length, without the eight bytes that say it.
      return head.readUInt32LE(4) + 8 <= size;
  }
}
