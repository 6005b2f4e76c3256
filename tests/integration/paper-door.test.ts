import { describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { db, publicDb } from "@/server/db";
import {
  ABSENT,
  all,
  ask,
  askHead,
  beginWithAgenda,
  committee,
  everyone,
  paper,
  type Restricted,
  someone,
} from "../support/paper-door";
import { createFile } from "../support/papers";

beginWithAgenda();

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
