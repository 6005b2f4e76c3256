import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";

/** Whether a file is text in UTF-8 without control characters: nothing of it is ever run, and every program reads it. */
export async function isPlainText(path: string): Promise<"yes" | "other encoding" | "no text"> {
  let begun: Buffer = Buffer.alloc(0);
  let isText = true;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (hasControls(chunk)) return "no text";
    // A character may stand across two of the pieces in which the file is read.
    const piece = begun.length > 0 ? Buffer.concat([begun, chunk]) : chunk;
    const whole = piece.length - startedIn(piece);
    isText &&= isUtf8(piece.subarray(0, whole));
    begun = Buffer.from(piece.subarray(whole));
  }
  return isText && isUtf8(begun) ? "yes" : "other encoding";
}

/** By its bytes and not as a string: a file of 50 MB would otherwise become 50 MB of strings. */
function hasControls(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return true;
  return false;
}

/** How many bytes at the end begin a character of UTF-8 that goes on after them. */
function startedIn(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Whether these bytes stand anywhere in a file, also across two of the pieces in which it is read. */
export async function holdsText(path: string, text: Buffer): Promise<boolean> {
  let end: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const piece = Buffer.concat([end, chunk]);
    if (piece.includes(text)) return true;
    end = piece.subarray(-text.length);
  }
  return false;
}
