import { createReadStream } from "node:fs";

/** Whether a file is text in UTF-8 without control characters: nothing of it is ever run, and every program reads it. */
export async function isPlainText(path: string): Promise<"yes" | "other encoding" | "no text"> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isUtf8 = true;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (chunk.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)) return "no text";
    isUtf8 &&= decodes(decoder, chunk);
  }
  return isUtf8 && decodes(decoder, undefined) ? "yes" : "other encoding";
}

function decodes(decoder: TextDecoder, chunk: Buffer | undefined): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
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
