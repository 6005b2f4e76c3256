import { dirname, join } from "node:path";
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import type { PackProblem } from "@/domain/packs/made-pack";
import { rangeWords } from "@/domain/packs/page-plan";
import { paperAnchor } from "@/domain/packs/paper-anchor";
import { db, inTransaction } from "@/server/db";
import { getMeeting } from "@/server/meetings/queries";
import { joiningEnvironment, readingEnvironment } from "@/server/packs/pack-maker";
import { elementsOf } from "@/server/packs/pdf-structure-walk";
import { getCurrentPackFile, getPackFile, listPacks } from "@/server/packs/queries";
import { requestPacks } from "@/server/packs/request";
import { takeDownPaper } from "@/server/papers/commands";
import { demonstration } from "../support/demonstration";
import { answerAsTheSite, everythingIn, makeWaitingPacks, newestPack, replaceFile, taggedPdf } from "../support/packs";

/** The pack of 11 October 2016 once more, from the demonstration's data, with papers of the lengths that it had. */

const LENGTHS: readonly [title: RegExp, pages: number][] = [
  [/^Minutes of the meeting of 16 June/, 8],
  [/^Progress on matters raised/, 6],
  [/hate crime$/, 8],
  [/^Working with Dorset/, 8],
  [/^Appendix 1: What is co-production/, 2],
  [/^Appendix 2: Maps/, 4],
  [/^The Community Offer/, 8],
  [/^Appendix 1: Overview of programme phases/, 2],
  [/^Appendix 2: Community offer benefits/, 8],
  [/^Appendix 3/, 30],
  [/^Registration services/, 4],
  [/^Work programme/, 4],
  [/^Fair Charges/, 2],
  [/^Quality and Cost/, 4],
];
const CANARY = "The-ceiling-is-4711-thousand";

const { load, clear, signInsFile } = demonstration();
answerAsTheSite();
let meetingId: string;
let papers: { id: string; title: string }[];
const files = new Map<string, Uint8Array>();
let open: Awaited<ReturnType<typeof newestPack>>;
let restricted: Awaited<ReturnType<typeof newestPack>>;

beforeAll(async () => {
  await load();
  process.env.SCRUTINEER_DATA = join(dirname(signInsFile), "papers");
  const meeting = await db.meeting.findFirstOrThrow({
    where: { slug: "2016-10-11", body: { slug: "people-and-communities" } },
  });
  meetingId = meeting.id;
  papers = await db.paper.findMany({ where: { meetingId }, orderBy: { id: "asc" }, select: { id: true, title: true } });
  for (const { id, title } of papers) {
    const [, pages] = LENGTHS.find(([named]) => named.test(title)) ?? [];
    if (pages === undefined) throw new Error(`How long is ${title}?`);
    const bytes = taggedPdf(title, pages);
    files.set(id, await replaceFile(id, title.startsWith("Appendix 3") ? await withSecrets(bytes) : bytes));
  }
  await inTransaction((tx) => requestPacks(tx, { meetingId, askedById: null, rightHand: true }));
  await makeWaitingPacks(meetingId);
  [open, restricted] = [await newestPack(meetingId, "public"), await newestPack(meetingId, "restricted")];
}, 240_000);
afterAll(clear);

/** The exempt paper says its secret in every place that a PDF has for one. */
async function withSecrets(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  pdf.setTitle(CANARY);
  pdf.setSubject(CANARY);
  await pdf.attach(new TextEncoder().encode(CANARY), `${CANARY}.txt`, { mimeType: "text/plain" });
  for (const element of elementsOf(pdf).slice(0, 3)) element.set(PDFName.of("Alt"), PDFString.of(CANARY));
  return pdf.save();
}

const read = () => getMeeting(PUBLIC_SCOPE, { body: "people-and-communities", meeting: "2016-10-11" }, "2016-10-03");
const titled = (start: string) => papers.find(({ title }) => title.startsWith(start))?.id ?? "";
const name = (word: string) => PDFName.of(word);

describe("the pack of 11 October 2016", () => {
  test("has its page ranges again, on the web page too (oracle row 18)", async () => {
    const { agenda } = await read();
    const ranges = Object.fromEntries(
      agenda.flatMap(({ number, pageFrom: from, pageTo: to }) =>
        from && to ? [[number, rangeWords({ from, to })]] : [],
      ),
    );
    expect(ranges).toMatchObject({
      "3": "5–12",
      "4": "13–18",
      "6(a)": "19–26",
      "7(a)": "27–40",
      "7(b)": "41–88",
      "7(c)": "89–92",
      "8": "93–102",
    });
    expect([open.pack.pages, restricted.pack.pages]).toEqual([102, 102]);
    expect([open.pdf.getPageCount(), restricted.pdf.getPageCount()]).toEqual([102, 102]);
  });

  test("has the exempt appendix whole for those who may read it, and a placeholder on the same pages for the public (row 15)", async () => {
    const appendix = await db.paper.findUniqueOrThrow({ where: { id: titled("Appendix 3") } });
    expect([appendix.pageFrom, appendix.pageTo]).toEqual([59, 88]);
    const secret = everythingIn(await PDFDocument.load(files.get(appendix.id) ?? new Uint8Array()));
    const streamsOfText = [...secret.streams].filter((stream) => stream.includes("Tj") || stream.includes("TJ"));
    const whole = everythingIn(restricted.pdf);
    const placeheld = everythingIn(open.pdf);
    expect(streamsOfText.length).toBe(30);
    expect(streamsOfText.filter((stream) => whole.streams.has(stream)).length).toBe(30);
    expect(streamsOfText.filter((stream) => placeheld.streams.has(stream))).toEqual([]);
  });

  test("says no word of what is exempt, in text, titles, bookmarks, attachments or data of the public pack", () => {
    const spelt = [
      CANARY,
      Buffer.from(CANARY).toString("hex"),
      Buffer.from(CANARY, "utf16le").swap16().toString("hex"),
    ];
    const { words } = everythingIn(open.pdf);
    const raw = Buffer.from(open.bytes).toString("latin1");
    for (const each of spelt) {
      expect(words.toLowerCase()).not.toContain(each.toLowerCase());
      expect(raw.toLowerCase()).not.toContain(each.toLowerCase());
    }
    // Whoever may read the paper reads its alternative texts; what was attached to it is in no pack.
    expect(everythingIn(restricted.pdf).words).toContain(CANARY);
    for (const { pdf } of [open, restricted]) {
      expect(pdf.catalog.lookup(name("Names"), PDFDict).has(name("EmbeddedFiles"))).toBe(false);
      expect(everythingIn(pdf).words).not.toMatch(/EmbeddedFile|JavaScript|AcroForm/);
    }
    expect(restricted.pdf.getTitle()).toBe("Restricted agenda pack, People and Communities, Tuesday 11 October 2016");
  });

  test("keeps every tag of every paper, in one document", async () => {
    let before = 0;
    for (const bytes of files.values()) before += elementsOf(await PDFDocument.load(bytes)).length;
    const parts = elementsOf(restricted.pdf).filter((element) => element.get(name("S")) === name("Part"));
    // A part for the agenda and each paper; the rest is the agenda's own, and three elements for each link back.
    expect(parts.length).toBe(papers.length + 1);
    expect(elementsOf(restricted.pdf).length).toBeGreaterThan(before + parts.length);
    const root = restricted.pdf.catalog.lookup(name("StructTreeRoot"), PDFDict);
    expect(root.lookup(name("K"), PDFArray).size()).toBe(1);
    const nums = root.lookup(name("ParentTree"), PDFDict).lookup(name("Nums"), PDFArray);
    const keys = Array.from({ length: nums.size() / 2 }, (_, index) => Number(String(nums.get(index * 2))));
    expect(keys).toEqual([...new Set(keys)].sort((a, b) => a - b));
  });

  test("has names for its places, bookmarks for its items and papers, and links both ways", async () => {
    const { pdf } = open;
    const pageOf = (ref: unknown) => pdf.getPages().findIndex((page) => page.ref === ref) + 1;
    const names = pdf.catalog
      .lookup(name("Names"), PDFDict)
      .lookup(name("Dests"), PDFDict)
      .lookup(name("Names"), PDFArray);
    const places = new Map<string, number>();
    for (let at = 0; at < names.size(); at += 2) {
      places.set(names.lookup(at, PDFString).decodeText(), pageOf(names.lookup(at + 1, PDFArray).get(0)));
    }
    expect(places.get(paperAnchor(titled("Registration services")))).toBe(89);
    expect(places.get("item-7b")).toBeLessThan(5);

    const outlines = pdf.catalog.lookup(name("Outlines"), PDFDict);
    expect(bookmarksUnder(outlines).map(({ title }) => title)).toEqual([
      "Agenda",
      ...(await read()).agenda
        .filter(({ parentId }) => parentId === null)
        .map((item) => `${item.number} ${item.title}`),
    ]);
    const scrutiny = bookmarksUnder(outlines).find(({ title }) => title.startsWith("7 "));
    const offer = bookmarksUnder(scrutiny?.dict as PDFDict).find(({ title }) => title.startsWith("7(b)"));
    expect(bookmarksUnder(offer?.dict as PDFDict).map(({ title, dest }) => [title.slice(0, 10), pageOf(dest)])).toEqual(
      [
        ["The Commun", 41],
        ["Appendix 1", 49],
        ["Appendix 2", 51],
        ["Appendix 3", 59],
      ],
    );

    const linksOn = (page: number) =>
      pdf
        .getPage(page - 1)
        .node.Annots()
        ?.asArray()
        .map((each) => pdf.context.lookup(each, PDFDict)) ?? [];
    const ahead = [1, 2, 3, 4].flatMap(linksOn).map((link) => pageOf(link.lookupMaybe(name("Dest"), PDFArray)?.get(0)));
    expect(new Set(ahead)).toEqual(new Set([5, 13, 19, 27, 35, 37, 41, 49, 51, 59, 89, 93, 97, 99]));
    const [back] = linksOn(59).slice(-1);
    expect(pageOf(back?.lookup(name("Dest"), PDFArray).get(0))).toBe(places.get("item-7b"));
    expect(back?.lookup(name("Contents"), PDFHexString).decodeText()).toBe("Back to the agenda");
  });

  test("is for its readers", async () => {
    expect(await getPackFile(PUBLIC_SCOPE, open.pack.id)).toMatchObject({ isPublic: true, isRestricted: false });
    await expect(getPackFile(PUBLIC_SCOPE, restricted.pack.id)).rejects.toMatchObject({
      failure: { kind: "not-found" },
    });
    expect(await listPacks(PUBLIC_SCOPE, meetingId)).toMatchObject([{ kind: "public", pages: 102 }]);
    expect(restricted.pack).toMatchObject({ audience: "inside", restriction: "exempt", paragraphs: [3] });
  });
});

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

async function locked(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes);
  pdf.encrypt({ userPassword: "secret" });
  return pdf.save();
}

async function untagged(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let number = 0; number < pages; number++) pdf.addPage().drawText(`Page ${number}`);
  return pdf.save();
}

type Bookmarked = { title: string; dest: PDFRef | undefined; dict: PDFDict };
function bookmarksUnder(parent: PDFDict): Bookmarked[] {
  const found: Bookmarked[] = [];
  for (let dict = parent.lookupMaybe(name("First"), PDFDict); dict; dict = dict.lookupMaybe(name("Next"), PDFDict)) {
    const dest = dict.lookupMaybe(name("Dest"), PDFArray)?.get(0);
    found.push({
      title: dict.lookup(name("Title"), PDFHexString).decodeText(),
      dest: dest instanceof PDFRef ? dest : undefined,
      dict,
    });
  }
  return found;
}

test("the process that reads the public pack is told the public login, the one that joins it none, and neither another secret", () => {
  const env = {
    NODE_ENV: "production",
    DATABASE_URL: "postgresql://office@127.0.0.1/scrutineer",
    DATABASE_PUBLIC_URL: "postgresql://public@127.0.0.1/scrutineer",
    DATABASE_OWNER_URL: "postgresql://owner@127.0.0.1/scrutineer",
    SCRUTINEER_SECRET: "secret",
    SCRUTINEER_DATA: "/papers",
    PGPASSWORD: "secret",
  } as const;
  const running = { NODE_ENV: "production", MALLOC_ARENA_MAX: "2" };
  expect(readingEnvironment("public", env)).toEqual({
    ...running,
    DATABASE_PUBLIC_URL: env.DATABASE_PUBLIC_URL,
    SCRUTINEER_POOL: "2",
  });
  expect(joiningEnvironment(env)).toEqual({ ...running, SCRUTINEER_DATA: "/papers" });
  expect(readingEnvironment("restricted", env)).toMatchObject({ DATABASE_URL: env.DATABASE_URL });
  const { DATABASE_PUBLIC_URL: _, ...oneLogin } = env;
  expect(readingEnvironment("public", oneLogin).DATABASE_PUBLIC_URL).toMatch(/\?options=-c\+role%3Dscrutineer_public/);
});

describe("when something is taken down", () => {
  it("no pack with it is given out from then on, and the next keeps every page's number", async () => {
    const [desk] = await db.person.findMany({ where: { posts: { some: { kind: "democratic_services" } } } });
    const actor = {
      kind: "person" as const,
      personId: desk?.id ?? "",
      name: "Helen Whitby",
      day: "2016-10-03",
      seats: [],
      posts: [{ kind: "democratic_services" as const, areaId: null, portfolioIds: [], bodyIds: [] }],
    };
    // These came to be no PDF, damaged, locked, not tagged, and a record of ours without a file.
    await replaceFile(titled("Appendix 1: Overview"), new TextEncoder().encode("PK"), WORD);
    await replaceFile(titled("Registration services"), taggedPdf("Registration services", 4).slice(0, 3000));
    await replaceFile(titled("Work programme"), await locked(taggedPdf("Work programme", 4)));
    await replaceFile(titled("Progress on matters"), await untagged(6));
    await db.paperFile.updateMany({ where: { paperId: titled("Quality and Cost") }, data: { scan: "refused" } });

    const paperId = titled("Dorset County Council response to hate crime");
    const { version } = await db.paper.findUniqueOrThrow({ where: { id: paperId } });
    await inTransaction((tx) => takeDownPaper(tx, actor, { paperId, version, reason: "It names a victim." }));

    for (const { pack } of [open, restricted]) {
      await expect(getPackFile(PUBLIC_SCOPE, pack.id)).rejects.toMatchObject({ failure: { kind: "not-found" } });
      expect((await db.pack.findUniqueOrThrow({ where: { id: pack.id } })).audience).toBe("keepers");
    }
    const at = { tree: "committees", body: "people-and-communities", meeting: "2016-10-11" };
    await expect(getCurrentPackFile(PUBLIC_SCOPE, at)).rejects.toMatchObject({ failure: { kind: "not-found" } });

    await makeWaitingPacks(meetingId);
    const next = await newestPack(meetingId, "public");
    expect(next.pack).toMatchObject({ number: 2, rightHand: true });
    expect((next.pack.problems as PackProblem[]).map(({ number, what }) => `${number} ${what}`)).toEqual([
      "4 untagged",
      "7(b) not-pdf",
      "7(c) broken",
      "8(a) encrypted",
    ]);
    const written = await db.paper.findUniqueOrThrow({ where: { id: titled("Quality and Cost") } });
    expect(written.pageFrom).not.toBeNull();
    expect(everythingIn(next.pdf).words).not.toContain("hate crime, words");
    const { agenda } = await read();
    expect(agenda.find(({ number }) => number === "7(a)")).toMatchObject({ pageFrom: 27, pageTo: 40 });
    expect(await getCurrentPackFile(PUBLIC_SCOPE, at)).toMatchObject({ id: next.pack.id });
  }, 120_000);
});
