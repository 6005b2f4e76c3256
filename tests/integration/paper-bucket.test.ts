import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { clearOrphans } from "@/server/papers/orphans";
import { isStored, listStored, openPaper, removePaper, storePaper } from "@/server/papers/storage";
import { startBucket, type TestBucket } from "../support/bucket";
import { emptyDatabase } from "../support/database";
import { createFile, createPaper, storePapersAside } from "../support/papers";
import { createBody } from "../support/people";
import { filesIn } from "../support/uploads";

const folder = storePapersAside();
const SET = ["SCRUTINEER_S3_BUCKET", "SCRUTINEER_S3_ENDPOINT", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"] as const;

let bucket: TestBucket;
beforeAll(async () => {
  bucket = await startBucket("papers");
  const values = ["papers", bucket.endpoint, "an access key", "a secret of this test"];
  for (const [index, name] of SET.entries()) process.env[name] = values[index];
});
afterAll(async () => {
  for (const name of SET) delete process.env[name];
  await bucket.stop();
});
beforeEach(() => bucket.objects.clear());

const textOf = async (sha256: string, range?: { start: number; end: number }) =>
  new Response(await openPaper(sha256, range)).text();

it("keeps a file once under its hash, in whole and in parts, and nothing on the disk", async () => {
  const words = "the same words";
  const sha256 = createHash("sha256").update(words).digest("hex");
  const before = bucket.asked.length;
  expect(await storePaper(Readable.from([Buffer.from("the same"), Buffer.from(" words")]))).toEqual({
    sha256,
    size: 14,
  });
  await storePaper(Buffer.from(words));
  const place = `/papers/${sha256.slice(0, 2)}/${sha256}`;
  expect(bucket.asked.slice(before)).toEqual([`HEAD ${place}`, `PUT ${place}`, `HEAD ${place}`]);
  expect(await filesIn(folder())).toEqual([]);
  expect(await textOf(sha256)).toBe(words);
  expect(await textOf(sha256, { start: 4, end: 7 })).toBe("same");
});

it("says what is not there before anything is sent, and removes what is", async () => {
  await expect(openPaper("0".repeat(64))).rejects.toThrow("Nothing is stored under");
  await expect(openPaper("../../etc/passwd")).rejects.toThrow(RangeError);
  const { sha256 } = await storePaper(Buffer.from("a word"));
  await removePaper(sha256);
  await removePaper(sha256);
  expect(await isStored(sha256)).toBe(false);
});

it("a bucket that does not take a file leaves nothing behind, and says so", async () => {
  const key = process.env.SCRUTINEER_S3_ENDPOINT;
  process.env.SCRUTINEER_S3_ENDPOINT = "http://127.0.0.1:1";
  await expect(storePaper(Buffer.from("a word"))).rejects.toThrow("ECONNREFUSED");
  process.env.SCRUTINEER_S3_ENDPOINT = key;
  expect(await filesIn(folder())).toEqual([]);
});

it("streams: what is not read is not asked for, and who goes lets go", async () => {
  const { sha256 } = await storePaper(Buffer.alloc(4 * 1024 * 1024, "a"));
  const before = bucket.asked.length;
  const stream = await openPaper(sha256);
  expect(bucket.asked.slice(before).map((each) => each.split(" ")[0])).toEqual(["HEAD"]);
  const reader = stream.getReader();
  expect((await reader.read()).value?.length).toBeGreaterThan(0);
  await reader.cancel();
});

it("is looked through, page by page, for what nothing names", async () => {
  await emptyDatabase();
  const body = await createBody("scrutiny_committee", "People and Communities");
  const named = await createFile(body, await createPaper(body));
  for (const word of ["a", "b", "c"]) await storePaper(Buffer.from(word));
  bucket.objects.set("somebody's own.txt", Buffer.from("not ours"));
  expect(await clearOrphans()).toBe(3);
  const left = [];
  for await (const { sha256 } of listStored()) left.push(sha256);
  expect(left).toEqual([named.sha256]);
  expect(bucket.objects.has("somebody's own.txt")).toBe(true);
});
