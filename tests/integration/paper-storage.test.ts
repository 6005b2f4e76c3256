import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { clearUnfinished } from "@/server/papers/arrivals";
import { openPaper, storePaper } from "@/server/papers/storage";
import { storePapersAside } from "../support/papers";

const folder = storePapersAside();

describe("what is stored", () => {
  it("is found by its hash, once however often it arrives", async () => {
    const bytes = new TextEncoder().encode("the same words");
    const first = await storePaper(bytes);
    const [second, third] = await Promise.all([
      storePaper(bytes),
      storePaper(Readable.from([bytes.slice(0, 4), bytes.slice(4)])),
    ]);
    expect(first).toEqual({ sha256: createHash("sha256").update(bytes).digest("hex"), size: bytes.length });
    expect([second, third]).toEqual([first, first]);
    expect(await new Response(await openPaper(first.sha256)).text()).toBe("the same words");
  });

  it("is nothing of an upload that breaks off", async () => {
    const before = await readdir(folder(), { recursive: true });
    const broken = Readable.from(
      (async function* () {
        yield new Uint8Array(1000);
        throw new Error("connection lost");
      })(),
    );
    await expect(storePaper(broken)).rejects.toThrow("connection lost");
    expect(await readdir(folder(), { recursive: true })).toEqual(before);
    expect(await clearUnfinished()).toBe(0);
  });

  it("has no other names than hashes", async () => {
    await expect(openPaper("../../etc/passwd")).rejects.toThrow(RangeError);
    await expect(openPaper("0".repeat(64))).rejects.toThrow("Nothing is stored under");
  });

  it("streams: what is not read is not held", async () => {
    const size = 64 * 1024 * 1024;
    const chunk = new Uint8Array(1024 * 1024);
    const { sha256 } = await storePaper(
      Readable.from(
        (function* () {
          for (let i = 0; i < size / chunk.length; i++) yield chunk;
        })(),
      ),
    );
    const before = process.memoryUsage().arrayBuffers;
    const reader = (await openPaper(sha256)).getReader();
    await reader.read();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * 1024 * 1024);
    await reader.cancel();
  });
});
