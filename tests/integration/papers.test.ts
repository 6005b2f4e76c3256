import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { holderOfKey, openSession } from "@/server/auth/sign-in-sessions";
import { db, inTransaction, publicDb } from "@/server/db";
import { expectedFailure } from "@/server/errors";
import { takeDownPaper } from "@/server/papers/commands";
import { servePaper } from "@/server/papers/door";
import { clearUnfinished, openPaper, storePaper } from "@/server/papers/storage";
import { emptyDatabase } from "../support/database";
import { createFile, createItem, createMeeting, createPaper } from "../support/papers";
import { createAccount, createBody, createPerson, createPost, createSeat, setClock } from "../support/people";

let folder: string;
let council: string;
let committee: string;
let meeting: string;
let item: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "papers-"));
  process.env.SCRUTINEER_DATA = folder;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  await emptyDatabase();
  await setClock();
  council = await createBody("council", "County Council");
  committee = await createBody("scrutiny_committee", "People and Communities");
  meeting = await createMeeting(committee, { status: "published", publishedAt: new Date("2016-09-30T09:00:00Z") });
  item = await createItem(committee, meeting, { audience: "public" });
});

/** Signed in, and read back as every request reads whoever is signed in. */
async function signedIn(personId: string): Promise<Person> {
  const holder = await holderOfKey(await openSession(await createAccount(personId, `${personId}@example.org`)));
  if (!holder) throw new Error("not signed in");
  return holder.person;
}

const PEOPLE = {
  member: async (id: string) => {
    await createSeat(id, council);
    await createSeat(id, committee);
  },
  "former member": async (id: string) => {
    await createSeat(id, council, "member", { until: "2016-10-02" });
    await createSeat(id, committee, "member", { until: "2016-10-02" });
  },
  "other councillor": (id: string) => createSeat(id, council),
  officer: (id: string) => createPost(id, "officer", "Officer"),
  "democratic services": (id: string) => createPost(id, "democratic_services", "Democratic Services Officer"),
  "proper officer": (id: string) => createPost(id, "proper_officer", "Monitoring Officer"),
  administrator: (id: string) => createPost(id, "administrator", "Administrator"),
  "administrator with a seat": async (id: string) => {
    await createPost(id, "administrator", "Administrator");
    await createSeat(id, council);
    await createSeat(id, committee);
  },
} as const;

async function someone(kind: keyof typeof PEOPLE): Promise<Person> {
  const id = await createPerson(kind);
  await PEOPLE[kind](id);
  return signedIn(id);
}

const ask = (id: string, reader: Person | null = null, headers: Record<string, string> = {}) =>
  servePaper(new Request(`http://localhost/papers/${id}`, { headers }), id, "bytes", async () => reader);
const askHead = (id: string, reader: Person | null = null) =>
  servePaper(new Request(`http://localhost/papers/${id}`, { method: "HEAD" }), id, "headers only", async () => reader);

const all = async (response: Response) => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: await response.text(),
});
const ABSENT = "019a0000-0000-7000-8000-000000000000";

type Restricted = { restriction?: "public" | "exempt" | "confidential"; paragraphs?: number[] };
const paper = (restricted: Restricted = {}, more = {}) =>
  createPaper(committee, { meetingId: meeting, agendaItemId: item, audience: "public", ...restricted, ...more });

const everyone = Object.keys(PEOPLE) as (keyof typeof PEOPLE)[];

describe("who is given the bytes", () => {
  const opened = async (restricted: Restricted, more = {}, file = {}) => {
    const { id, bytes } = await createFile(committee, await paper(restricted, more), undefined, file);
    const given: string[] = [];
    const readers = [
      ["public", null],
      ...(await Promise.all(everyone.map(async (kind) => [kind, await someone(kind)]))),
    ];
    for (const [kind, reader] of readers as [string, Person | null][]) {
      const response = await ask(id, reader);
      if (response.status === 200) {
        expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
        given.push(kind);
      } else expect(response.status).toBe(404);
    }
    return given;
  };

  it("a public paper: anybody", async () => {
    expect(await opened({})).toEqual(["public", ...everyone]);
  });

  it("exempt under paragraph 3 or 6 alone: every councillor, and those who work with it", async () => {
    expect(await opened({ restriction: "exempt", paragraphs: [3, 6] })).toEqual([
      "member",
      "other councillor",
      "democratic services",
      "proper officer",
    ]);
  });

  it("exempt under another paragraph too, or confidential: the committee, and those who work with it", async () => {
    const committeeAndDesk = ["member", "democratic services", "proper officer"];
    expect(await opened({ restriction: "exempt", paragraphs: [1, 3] })).toEqual(committeeAndDesk);
  });

  it("confidential: the same", async () => {
    expect(await opened({ restriction: "confidential" })).toEqual(["member", "democratic services", "proper officer"]);
  });

  it("not yet published: whoever is inside", async () => {
    expect(await opened({}, { audience: "inside" })).toEqual([
      "member",
      "other councillor",
      "officer",
      "democratic services",
      "proper officer",
      "administrator with a seat",
    ]);
  });

  it("held back: the list is public, and the file stays inside", async () => {
    expect(await opened({}, { heldBack: true })).not.toContain("public");
    expect(await publicDb.paper.count()).toBe(1);
  });

  it.each(["waiting", "refused"] as const)("scan %s: nobody", async (scan) => {
    expect(await opened({}, {}, { scan })).toEqual([]);
  });

  it("withheld from a member, with a reason: that member no longer, from then on", async () => {
    const paperId = await paper({ restriction: "exempt", paragraphs: [3] });
    const { id } = await createFile(committee, paperId);
    const member = await someone("member");
    expect((await ask(id, member)).status).toBe(200);
    await db.withholding.create({
      data: { paperId, personId: member.personId, reason: "An interest in the bidder", from: "2016-10-03" },
    });
    expect((await ask(id, member)).status).toBe(404);
    expect((await ask(id, await someone("other councillor"))).status).toBe(200);
  });
});

describe("what is not for you", () => {
  it("is answered as what is not there, word for word, HEAD too", async () => {
    const { id } = await createFile(committee, await paper({ restriction: "exempt", paragraphs: [1] }));
    for (const reader of [null, await someone("other councillor"), await someone("administrator")]) {
      const absent = await all(await ask(ABSENT, reader));
      expect(absent).toMatchObject({ status: 404, headers: { "cache-control": "private, no-store" } });
      expect(await all(await ask(id, reader))).toEqual(absent);
      expect(await all(await ask("no-key-at-all", reader))).toEqual(absent);
      expect(await all(await ask(id, reader, { range: "bytes=0-3", "if-none-match": "*" }))).toEqual(absent);
      expect(await all(await askHead(id, reader))).toEqual({ ...absent, body: "" });
    }
    expect(await db.restrictedView.count()).toBe(0);
  });
});

describe("the answer", () => {
  it("of a public paper may be kept and is asked for again each time", async () => {
    const { id, sha256, bytes } = await createFile(committee, await paper());
    const response = await ask(id);
    expect(Object.fromEntries(response.headers)).toEqual({
      "accept-ranges": "bytes",
      "cache-control": "public, max-age=0, must-revalidate",
      "content-disposition": `inline; filename="appendix 3.pdf"; filename*=UTF-8''appendix%203.pdf`,
      "content-length": String(bytes.length),
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "content-type": "application/pdf",
      etag: `"${sha256}"`,
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
    expect((await ask(id, null, { "if-none-match": `"x", W/"${sha256}"` })).status).toBe(304);
    expect(await all(await askHead(id))).toMatchObject({ status: 200, body: "" });
  });

  it("of a restricted paper is kept by nobody", async () => {
    const { id } = await createFile(committee, await paper({ restriction: "confidential" }));
    const { headers } = await ask(id, await someone("member"));
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
  });

  it("of anything but a PDF is a download", async () => {
    const { id } = await createFile(committee, await paper(), "<script>alert(1)</script>", {
      fileName: "../été\r\n“x”\u202e.html",
      mediaType: "text/html",
    });
    expect((await ask(id)).headers.get("content-disposition")).toBe(
      `attachment; filename="ete_x_.html"; filename*=UTF-8''%C3%A9t%C3%A9%E2%80%9Cx%E2%80%9D.html`,
    );
  });
});

describe("ranges", () => {
  it("are given singly, checked against the version that the rest came from", async () => {
    const { id, sha256 } = await createFile(committee, await paper(), "0123456789");
    const part = async (range: string, more = {}) => {
      const { status, headers, body } = await all(await ask(id, null, { range, ...more }));
      return [status, headers["content-range"], body];
    };
    expect(await part("bytes=2-4")).toEqual([206, "bytes 2-4/10", "234"]);
    expect((await ask(id, null, { range: "bytes=2-4" })).headers.get("cache-control")).toContain("no-transform");
    expect(await part("bytes=7-")).toEqual([206, "bytes 7-9/10", "789"]);
    expect(await part("bytes=-3")).toEqual([206, "bytes 7-9/10", "789"]);
    expect(await part("bytes=5-99")).toEqual([206, "bytes 5-9/10", "56789"]);
    expect(await part("bytes=10-")).toEqual([416, "bytes */10", ""]);
    expect(await part("bytes=-0")).toEqual([416, "bytes */10", ""]);
    expect(await part("bytes=4-2")).toEqual([200, undefined, "0123456789"]);
    expect(await part("bytes=0-1,3-4")).toEqual([200, undefined, "0123456789"]);
    expect(await part("bytes=2-4", { "if-range": `"${sha256}"` })).toEqual([206, "bytes 2-4/10", "234"]);
    expect(await part("bytes=2-4", { "if-range": `"another"` })).toEqual([200, undefined, "0123456789"]);
    expect(await part("bytes=2-4", { "if-range": "Mon, 03 Oct 2016 09:00:00 GMT" })).toEqual([
      200,
      undefined,
      "0123456789",
    ]);
  });
});

describe("a view of something restricted", () => {
  it("is recorded with every answer that carries bytes, and before them", async () => {
    const { id } = await createFile(committee, await paper({ restriction: "exempt", paragraphs: [3] }), "0123456789");
    const member = await someone("member");
    const response = await ask(id, member);
    expect(await db.restrictedView.findMany()).toMatchObject([
      { personId: member.personId, subjectKind: "paper file", subjectId: id },
    ]);
    await response.body?.cancel();
    await (await ask(id, member, { range: "bytes=0-1" })).text();
    expect(await db.restrictedView.count()).toBe(2);
    await askHead(id, member);
    await ask(id, member, { range: "bytes=99-" });
    expect(await db.restrictedView.count()).toBe(2);
  });

  it("is not recorded of what anybody may read", async () => {
    const { id } = await createFile(committee, await paper());
    await (await ask(id, await someone("member"))).text();
    expect(await db.restrictedView.count()).toBe(0);
  });
});

describe("taking a paper down", () => {
  const take = (actor: Person, paperId: string, version = 1, reason = "A home address is in it") =>
    inTransaction((tx) => takeDownPaper(tx, actor, { paperId, version, reason }));
  const failure = (taking: Promise<void>) =>
    taking.then(
      () => undefined,
      (error: unknown) => expectedFailure(error),
    );
  const trace = () => publicDb.meetingEntry.findMany({ select: { kind: true, text: true, agendaItemId: true } });

  it("closes it at once to all but those who keep it, with a trace that says nothing of it", async () => {
    const paperId = await paper({}, { title: "Mrs Example of 1 Example Street" });
    const { id, sha256 } = await createFile(committee, paperId);
    const desk = await someone("democratic services");
    expect((await ask(id)).status).toBe(200);

    await take(desk, paperId);
    expect(await all(await ask(id))).toEqual(await all(await ask(ABSENT)));
    expect((await ask(id, null, { "if-none-match": `"${sha256}"`, range: "bytes=0-3" })).status).toBe(404);
    expect((await ask(id, await someone("member"))).status).toBe(404);
    expect((await ask(id, desk)).status).toBe(200);
    expect(await publicDb.paper.count()).toBe(0);
    expect(await trace()).toEqual([
      { kind: "takedown", text: "A paper was taken down after publication.", agendaItemId: item },
    ]);
    expect(await db.auditEntry.findMany()).toMatchObject([
      {
        action: "paper.takeDown",
        subjectId: paperId,
        actorId: desk.personId,
        happenedOn: "2016-10-03",
        reason: "A home address is in it",
        before: { audience: "public" },
        after: { audience: "keepers" },
      },
    ]);
  });

  it("may be done by the proper officer too, and by nobody else who sees it", async () => {
    const paperId = await paper();
    for (const kind of ["member", "other councillor", "officer", "administrator"] as const)
      expect(await failure(take(await someone(kind), paperId))).toMatchObject({
        kind: "refused",
        refusal: {
          code: "not-permitted",
          sentence: "“Take the paper down” is for democratic services or the proper officer.",
        },
      });
    expect(await db.auditEntry.count()).toBe(0);
    expect(await publicDb.paper.count()).toBe(1);
    await take(await someone("proper officer"), paperId);
    expect(await publicDb.paper.count()).toBe(0);
  });

  it("is not found by who may not see the paper", async () => {
    const paperId = await paper({}, { audience: "keepers" });
    expect(await failure(take(await someone("proper officer"), paperId))).toEqual({ kind: "not-found" });
    expect(await failure(take(await someone("democratic services"), ABSENT))).toEqual({ kind: "not-found" });
  });

  it("wants a reason, the version that was read, and a paper that is up", async () => {
    const paperId = await paper();
    const desk = await someone("democratic services");
    expect(await failure(take(desk, paperId, 1, "  "))).toMatchObject({
      kind: "invalid",
      fields: { reason: [/Say why/] },
    });
    expect(await failure(take(desk, paperId, 7))).toEqual({ kind: "stale" });
    expect(await db.auditEntry.count()).toBe(0);
    expect(await trace()).toEqual([]);
    const twice = await Promise.all([failure(take(desk, paperId)), failure(take(desk, paperId))]);
    expect(twice.filter((result) => result === undefined)).toHaveLength(1);
    expect(await db.auditEntry.count()).toBe(1);
    expect(await failure(take(desk, paperId, 2))).toMatchObject({ kind: "refused", refusal: { code: "wrong-status" } });
  });

  it("leaves no trace in public of what the public never saw", async () => {
    const paperId = await paper({}, { audience: "inside" });
    await take(await someone("democratic services"), paperId);
    expect(await db.meetingEntry.count()).toBe(0);
  });

  it("holds, whatever is done with the meeting, the item or the paper afterwards", async () => {
    const paperId = await paper();
    const { id } = await createFile(committee, paperId);
    await take(await someone("democratic services"), paperId);
    await db.paper.update({ where: { id: paperId }, data: { audience: "public" } });
    await db.agendaItem.update({ where: { id: item }, data: { audience: "public" } });
    await db.paperFile.update({ where: { id }, data: { audience: "public" } });
    expect((await ask(id)).status).toBe(404);
    expect(await publicDb.paper.count()).toBe(0);
  });

  it("takes the report that the paper lists with it, and the snapshot that names it", async () => {
    const report = await db.report.create({
      data: { slug: "budget", title: "Budget", status: "published", bodyId: committee, audience: "public" },
    });
    await db.reportText.create({
      data: {
        reportId: report.id,
        frontSheet: {},
        bodyId: committee,
        numbered: { create: { position: 1, anchor: "1-1", markdown: "Words" } },
      },
    });
    await db.publication.create({
      data: { meetingId: meeting, number: 1, publishedAt: new Date("2016-09-30T09:00:00Z"), snapshot: {}, hash: "" },
    });
    const paperId = await paper({}, { reportId: report.id });
    const seen = async () => [
      await publicDb.report.count(),
      await publicDb.reportText.count(),
      await publicDb.reportParagraph.count(),
      await publicDb.publication.count(),
    ];
    expect(await seen()).toEqual([1, 1, 1, 1]);
    await take(await someone("democratic services"), paperId);
    expect(await seen()).toEqual([0, 0, 0, 0]);
    await db.report.update({ where: { id: report.id }, data: { audience: "public", status: "considered" } });
    await db.meeting.update({ where: { id: meeting }, data: { audience: "public" } });
    expect(await seen()).toEqual([0, 0, 0, 0]);
  });
});

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
    const before = await readdir(folder, { recursive: true });
    const broken = Readable.from(
      (async function* () {
        yield new Uint8Array(1000);
        throw new Error("connection lost");
      })(),
    );
    await expect(storePaper(broken)).rejects.toThrow("connection lost");
    expect(await readdir(folder, { recursive: true })).toEqual(before);
    expect(await clearUnfinished()).toBe(0);
  });

  it("has no other names than hashes", async () => {
    await expect(openPaper("../../etc/passwd")).rejects.toThrow(RangeError);
    await expect(openPaper("0".repeat(64))).rejects.toThrow("ENOENT");
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
