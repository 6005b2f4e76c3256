import { utimes } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readScope } from "@/domain/access/read-scope";
import { PAPER_FORMATS } from "@/domain/papers/upload";
import { db, inTransaction } from "@/server/db";
import { uploadPaper } from "@/server/papers/agenda-uploads";
import { clamdAddress, scanWithClamd } from "@/server/papers/clamd";
import { listItemPapers } from "@/server/papers/item-papers";
import { clearOrphans } from "@/server/papers/orphans";
import { getPaperFile } from "@/server/papers/queries";
import { receiveUpload } from "@/server/papers/receive";
import { enqueueWaitingScans, scanPaper } from "@/server/papers/scan";
import { isStored, storePaper } from "@/server/papers/storage";
import { failureOf } from "../support/outcomes";
import { createFile, createItem, createMeeting, createPaper, storePapersAside } from "../support/papers";
import { setClock } from "../support/people";
import { beginWithCouncil, here, who } from "../support/scoping";
import { docxOf, uploadRequest } from "../support/uploads";

beginWithCouncil();
const folder = storePapersAside();

/** A daemon that speaks clamd's protocol, and finds what holds the word "virus". */
let daemon: Server;
let address: string;
/** What it says in the place of a verdict; null for a verdict. */
let says: string | null;

beforeAll(async () => {
  daemon = createServer((socket) => answer(socket));
  await new Promise<void>((resolve) => daemon.listen(0, "127.0.0.1", resolve));
  const bound = daemon.address();
  address = `127.0.0.1:${typeof bound === "object" && bound ? bound.port : 0}`;
});
afterAll(() => new Promise((resolve) => daemon.close(resolve)));
beforeEach(async () => {
  says = null;
  process.env.SCRUTINEER_CLAMD = address;
  await setClock();
});
afterEach(() => {
  delete process.env.SCRUTINEER_CLAMD;
});

function answer(socket: Socket) {
  let received = Buffer.alloc(0);
  socket.on("error", () => {});
  socket.on("data", (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    const content = streamIn(received);
    if (content === null) return;
    const found = content.includes("virus") ? "stream: Test-Signature FOUND" : "stream: OK";
    socket.end(`${says ?? found}\0`);
  });
}

/** Everything sent between the command and the piece of no length; null before that. */
function streamIn(received: Buffer): string | null {
  const command = "zINSTREAM\0";
  if (received.length < command.length) return null;
  expect(received.subarray(0, command.length).toString()).toBe(command);
  let content = "";
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at);
    if (length === 0) return content;
    if (at + 4 + length > received.length) return null;
    content += received.toString("latin1", at + 4, at + 4 + length);
    at += 4 + length;
  }
  return null;
}

async function upload(words: string, name = "figures.docx") {
  const meetingId = await createMeeting(here.committee, {
    slug: `m${name}`,
    status: "published",
    publishedAt: new Date("2016-09-30T08:00:00Z"),
  });
  const itemId = await createItem(here.committee, meetingId, { audience: "public" });
  const request = uploadRequest(
    { title: "Appendix 4", kind: "appendix" },
    { name, bytes: docxOf({ name: "words", content: words, stored: true }) },
  );
  await receiveUpload(request, PAPER_FORMATS, (received) =>
    inTransaction((tx) => uploadPaper(tx, who.clerk, { meetingId, itemId, received })),
  );
  const { id, sha256 } = await db.paperFile.findFirstOrThrow({ orderBy: { id: "desc" } });
  return { fileId: id, sha256, itemId };
}
const stateOf = (id: string) => db.paperFile.findUnique({ where: { id }, select: { scan: true, scanFound: true } });

describe("where a scanner is configured", () => {
  it("a file waits, opens to nobody, and is there once it was found clean", async () => {
    const { fileId } = await upload("figures");
    expect(await stateOf(fileId)).toEqual({ scan: "waiting", scanFound: null });
    expect(await failureOf(getPaperFile(readScope(who.clerk), fileId))).toEqual({ kind: "not-found" });
    expect(
      await db.$queryRaw`SELECT data FROM pgboss.job WHERE name = 'scan-paper' AND data->>'fileId' = ${fileId}`,
    ).toEqual([{ data: { fileId } }]);
    // Nobody hears of the changed pages here: no site is running.
    await scanPaper({ fileId }).catch(() => {});
    expect(await stateOf(fileId)).toEqual({ scan: "clean", scanFound: null });
    expect(await getPaperFile(readScope(who.clerk), fileId)).toMatchObject({ id: fileId });
    expect(await db.meetingEntry.findMany({ orderBy: { id: "asc" }, select: { text: true } })).toEqual([
      { text: "“Appendix 4” was added." },
      { text: "“Appendix 4” was put up." },
    ]);
    await scanPaper({ fileId }).catch(() => {});
    expect(await db.meetingEntry.count()).toBe(2);
  });

  it("a refused file says what was found, and its bytes go", async () => {
    const { fileId, sha256, itemId } = await upload("a virus");
    expect(await scanPaper({ fileId })).toEqual({ done: { outcome: "refused" } });
    expect(await stateOf(fileId)).toEqual({ scan: "refused", scanFound: "Test-Signature" });
    expect(await isStored(sha256)).toBe(false);
    expect(await listItemPapers(readScope(who.clerk), itemId)).toMatchObject([
      { file: { scan: "refused", scanFound: "Test-Signature" } },
    ]);
    expect(await db.auditEntry.findFirst({ where: { action: "paper.refuseFile" } })).toMatchObject({
      actorKind: "system",
      after: { found: "Test-Signature" },
    });
  });

  it("the bytes of a refused file stay while another paper's file has the same", async () => {
    const { fileId, sha256 } = await upload("a virus");
    const { bytes } = { bytes: docxOf({ name: "words", content: "a virus", stored: true }) };
    await createFile(here.committee, await createPaper(here.committee), bytes);
    await scanPaper({ fileId });
    expect(await isStored(sha256)).toBe(true);
  });

  it.each([
    ["cannot look at it", "INSTREAM size limit exceeded. ERROR", "The scanner gave no verdict: INSTREAM size limit"],
    ["says nothing", "", "The scanner gave no verdict"],
  ])("a scanner that %s leaves it waiting", async (_what, said, message) => {
    const { fileId } = await upload("figures");
    says = said;
    await expect(scanPaper({ fileId })).rejects.toThrow(message);
    expect(await stateOf(fileId)).toEqual({ scan: "waiting", scanFound: null });
  });

  it("a scanner that is away leaves it waiting, and what waits is put in again", async () => {
    const { fileId } = await upload("figures");
    process.env.SCRUTINEER_CLAMD = "127.0.0.1:1";
    await expect(scanPaper({ fileId })).rejects.toThrow("ECONNREFUSED");
    expect(await stateOf(fileId)).toEqual({ scan: "waiting", scanFound: null });
    await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'scan-paper'`;
    await inTransaction(enqueueWaitingScans);
    await inTransaction(enqueueWaitingScans);
    expect(await db.$queryRaw`SELECT data FROM pgboss.job WHERE name = 'scan-paper'`).toEqual([{ data: { fileId } }]);
  });

  it("a long file goes in pieces", async () => {
    const pieces = (async function* () {
      for (let piece = 0; piece < 12; piece++) yield Buffer.alloc(64 * 1024, piece);
    })();
    const at = clamdAddress();
    expect(at && (await scanWithClamd(at, pieces))).toBeNull();
  });
});

it("where none is configured a file is there at once", async () => {
  delete process.env.SCRUTINEER_CLAMD;
  const { fileId } = await upload("figures");
  expect(await stateOf(fileId)).toEqual({ scan: "clean", scanFound: null });
});

it.each([
  ["clamav:3310", { host: "clamav", port: 3310 }],
  ["[::1]:3310", { host: "::1", port: 3310 }],
  ["/run/clamav/clamd.ctl", { path: "/run/clamav/clamd.ctl" }],
  ["", null],
])("the scanner at %s", (value, read) =>
  expect(clamdAddress({ ...process.env, SCRUTINEER_CLAMD: value })).toEqual(read),
);

describe("bytes that nothing names", () => {
  const DAY = 86_400_000;
  const age = (sha256: string) => utimes(join(folder(), sha256.slice(0, 2), sha256), new Date(0), new Date(0));

  it("are removed after a day, and what is named is not", async () => {
    const later = new Date(Date.now() + 2 * DAY);
    await clearOrphans(later);
    const orphan = await storePaper(Buffer.from("nobody names this"));
    const named = await createFile(here.committee, await createPaper(here.committee));
    expect(await clearOrphans()).toBe(0);
    expect(await clearOrphans(later)).toBe(1);
    expect([await isStored(orphan.sha256), await isStored(named.sha256)]).toEqual([false, true]);
  });

  it("are there after all for whoever names them at the same moment", async () => {
    process.env.SCRUTINEER_CLAMD = "";
    const bytes = docxOf({ name: "words", content: "named just now", stored: true });
    const { sha256 } = await storePaper(bytes);
    await age(sha256);
    const [, named] = await Promise.all([clearOrphans(), upload("named just now", "now.docx")]);
    expect(named.sha256).toBe(sha256);
    expect(await isStored(sha256)).toBe(true);
  });
});
