import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import { PAPER_FORMATS } from "@/domain/papers/upload";
import { getClock } from "@/server/clock/queries";
import { db, inTransaction } from "@/server/db";
import { getMeeting } from "@/server/meetings/queries";
import { correctPaper, holdPaperBack, removePaper, uploadPaper } from "@/server/papers/agenda-uploads";
import { servePaper } from "@/server/papers/door";
import { listReplacedPapers } from "@/server/papers/item-papers";
import { getPaperFile } from "@/server/papers/queries";
import { type ReceivedUpload, receiveUpload } from "@/server/papers/receive";
import { getPaperToSign, signPaperRestriction } from "@/server/papers/restrictions";
import { papersWaiting } from "@/server/waiting/papers";
import { failureOf, trail } from "../support/outcomes";
import { createItem, createMeeting, storePapersAside } from "../support/papers";
import { createPerson, createPost, setClock, signIn, TODAY } from "../support/people";
import { beginWithCouncil, here, who } from "../support/scoping";
import { docxOf, filesIn, png, type SentFile, uploadRequest } from "../support/uploads";

beginWithCouncil();
const folder = storePapersAside();

let meetingId: string;
let itemId: string;
beforeEach(async () => {
  await setClock();
  meetingId = await createMeeting(here.committee);
  itemId = await createItem(here.committee, meetingId);
});

const publish = async () => {
  await db.meeting.update({
    where: { id: meetingId },
    data: { status: "published", publishedAt: new Date("2016-09-30T08:00:00Z") },
  });
  await db.agendaItem.updateMany({ where: { meetingId }, data: { audience: "public" } });
  await db.paper.updateMany({ data: { audience: "public", openSince: new Date("2016-09-30T08:00:00Z") } });
};

const word = (more = ""): SentFile => ({ name: "figures.docx", bytes: docxOf({ name: "more", content: more }) });
type Typed = Record<string, string | string[]>;
const sent = <Answer>(typed: Typed, file: SentFile, work: (received: ReceivedUpload) => Promise<Answer>) =>
  receiveUpload(uploadRequest(typed, file), PAPER_FORMATS, work);
const add = (typed: Typed = {}, file = word(), actor: Person = who.clerk) =>
  sent({ title: "Appendix 4", kind: "appendix", ...typed }, file, (received) =>
    inTransaction((tx) => uploadPaper(tx, actor, { meetingId, itemId, received })),
  );
const correct = (paperId: string, version: number, file = word("corrected"), actor: Person = who.clerk) =>
  sent({}, file, (received) =>
    inTransaction((tx) => correctPaper(tx, actor, { meetingId, paperId, version, received })),
  );
const remove = (paperId: string, version = 1, actor: Person = who.clerk) =>
  inTransaction((tx) => removePaper(tx, actor, { meetingId, paperId, version }));

const only = async () => db.paper.findFirstOrThrow({ include: { files: { orderBy: { number: "asc" } } } });
const inPublic = async () =>
  (await getMeeting(PUBLIC_SCOPE, { body: "our-committee", meeting: "2016-10-11" }, TODAY)).agenda.flatMap(
    ({ papers }) => papers.map(({ title, file, restriction }) => [title, restriction, file !== null]),
  );
const asAnybody = async (fileId: string) =>
  (await servePaper(new Request("http://localhost/"), fileId, "bytes", async () => null)).status;
const entries = () => db.meetingEntry.findMany({ orderBy: { id: "asc" }, select: { kind: true, text: true } });

describe("a paper is put under an item", () => {
  it("with its file, recorded with the meeting, and nobody outside sees it before publication", async () => {
    await add({ byAsPrinted: "Director for Children’s Services" });
    const { files, ...paper } = await only();
    expect(paper).toMatchObject({
      title: "Appendix 4",
      kind: "appendix",
      byAsPrinted: "Director for Children’s Services",
      agendaItemId: itemId,
      restriction: "public",
      audience: "inside",
    });
    expect(files).toMatchObject([
      { number: 1, fileName: "figures.docx", scan: "clean", storedById: who.clerk.personId },
    ]);
    expect(await filesIn(folder())).toContain(files[0]?.sha256);
    expect(await asAnybody(files[0]?.id ?? "")).toBe(404);
    expect(await trail(meetingId)).toEqual(["addPaper by clerk"]);
    expect(await db.meetingEntry.count()).toBe(0);
    expect(await db.agendaItem.findUnique({ where: { id: itemId } })).toMatchObject({ reporting: "paper", version: 2 });
  });

  it("on a published agenda as a supplement, open at once, an attachment to whoever opens it", async () => {
    await publish();
    await add({ alternativeText: "A map of the wards" }, { name: "<img src=x>.png", bytes: png });
    expect(await inPublic()).toEqual([["Appendix 4", "public", true]]);
    expect(await entries()).toEqual([{ kind: "supplement", text: "“Appendix 4” was added." }]);
    const [file] = (await only()).files;
    expect(file?.alternativeText).toBe("A map of the wards");
    const answer = await servePaper(new Request("http://localhost/"), file?.id ?? "", "bytes", async () => null);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename=/);
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(png);
  });

  it("restricted, signed by nobody: listed with its reason, and withheld all the same", async () => {
    await publish();
    await add({ restriction: "exempt", paragraphs: ["3"], publicInterest: "Contracts are being let" });
    expect(await inPublic()).toEqual([["Appendix 4", "exempt", false]]);
    const paper = await only();
    expect(paper).toMatchObject({
      paragraphs: [3],
      restrictionSignedById: null,
      publicInterest: "Contracts are being let",
    });
    expect(await asAnybody(paper.files[0]?.id ?? "")).toBe(404);
  });

  it("all that is wrong is said at once, and nothing is kept", async () => {
    const before = await filesIn(folder());
    const failure = await failureOf(
      add({ title: " ", kind: "essay", restriction: "exempt" }, { name: "map.png", bytes: png }),
    );
    expect(failure).toEqual({
      kind: "invalid",
      fields: {
        title: ["Write the title as it is printed on the paper."],
        kind: ["Choose one of those on the list."],
        paragraphs: ["Choose the paragraph of Schedule 12A that it is exempt under."],
        alternativeText: ["Say in words what the image shows, for whoever cannot see it."],
      },
    });
    expect(await failureOf(add({ restriction: "confidential" }, { name: "a.exe", bytes: png }))).toMatchObject({
      fields: { confidentialGround: [expect.stringContaining("LGA 1972 s100A(3)")], file: [expect.any(String)] },
    });
    expect(await db.paper.count()).toBe(0);
    expect(await trail(meetingId)).toEqual([]);
    expect(await filesIn(folder())).toEqual(before);
  });

  it("not by who may not, who may not see it, under a withdrawn item, or when the meeting is over", async () => {
    const before = await filesIn(folder());
    await db.meeting.update({ where: { id: meetingId }, data: { audience: "inside" } });
    const officer = await createPerson("Officer");
    await createPost(officer, "officer", "Policy Officer");
    expect(await failureOf(add({}, word("a"), await signIn(officer)))).toMatchObject({
      refusal: { code: "not-permitted", sentence: "“Add a paper” is for democratic services." },
    });
    const stranger = await signIn(await createPerson("Stranger"));
    expect(await failureOf(add({}, word("b"), stranger))).toEqual({ kind: "not-found" });
    await db.agendaItem.update({ where: { id: itemId }, data: { withdrawnAt: new Date() } });
    expect(await failureOf(add({}, word("c")))).toMatchObject({
      refusal: { sentence: "Not added: this item was withdrawn." },
    });
    await db.meeting.update({ where: { id: meetingId }, data: { status: "cancelled" } });
    expect(await failureOf(add({}, word("d")))).toMatchObject({ refusal: { code: "wrong-status" } });
    expect(await filesIn(folder())).toEqual(before);
    expect(await db.auditEntry.count()).toBe(0);
  });

  it("the same file twice at once is two papers and one file", async () => {
    const before = await filesIn(folder());
    await Promise.all([add({ title: "Appendix 5" }, word("twice")), add({ title: "Appendix 6" }, word("twice"))]);
    expect(await db.paper.count()).toBe(2);
    expect((await filesIn(folder())).length).toBe(before.length + 1);
  });
});

describe("a corrected file", () => {
  it("is the paper's next version before anybody outside could read it", async () => {
    await add();
    const { id } = await only();
    await correct(id, 1);
    const { files, version } = await only();
    expect(files.map(({ number, sha256 }) => [number, sha256])).toEqual([
      [1, expect.any(String)],
      [2, expect.not.stringMatching(files[0]?.sha256 ?? "")],
    ]);
    expect(version).toBe(2);
    expect(await db.meetingEntry.count()).toBe(0);
    await publish();
    expect(await inPublic()).toEqual([["Appendix 4", "public", true]]);
    expect(await Promise.all(files.map((file) => asAnybody(file.id)))).toEqual([404, 200]);
    const drafted = await getPaperFile(readScope(who.clerk), files[0]?.id ?? "");
    expect(drafted.isPublic).toBe(false);
    expect(await trail(meetingId)).toEqual(["addPaper by clerk", "correctPaper by clerk"]);
  });

  it("of what is out is a new paper in its place, dated in public; the old one keeps its address", async () => {
    await add({ restriction: "public" });
    await publish();
    const old = await only();
    await correct(old.id, old.version);
    const next = await db.paper.findFirstOrThrow({ where: { replacesId: old.id }, include: { files: true } });
    expect(next).toMatchObject({
      title: "Appendix 4",
      audience: "public",
      agendaItemId: itemId,
      position: old.position,
    });
    expect(next.files).toMatchObject([{ number: 1 }]);
    expect(await inPublic()).toEqual([["Appendix 4", "public", true]]);
    expect(await entries()).toEqual([{ kind: "replacement", text: "“Appendix 4” was replaced by a corrected file." }]);
    expect(await asAnybody(old.files[0]?.id ?? "")).toBe(200);
    expect(await listReplacedPapers(readScope(who.clerk), itemId)).toMatchObject([
      { id: old.id, file: { id: old.files[0]?.id } },
    ]);
    expect(await failureOf(correct(old.id, old.version + 1))).toEqual({ kind: "not-found" });
  });

  it("is not what the proper officer signed", async () => {
    await add({ restriction: "exempt", paragraphs: ["3"] });
    const { id } = await only();
    await db.paper.update({ where: { id }, data: { restrictionSignedById: who.clerk.personId } });
    await correct(id, 1);
    expect(await only()).toMatchObject({ restriction: "exempt", restrictionSignedById: null });
  });

  it("two at once: one is in its place, the other is told, and leaves no bytes", async () => {
    await add();
    const { id } = await only();
    const before = await filesIn(folder());
    const failures = await Promise.all([
      failureOf(correct(id, 1, word("first"))),
      failureOf(correct(id, 1, word("second"))),
    ]);
    expect(failures.filter((failure) => failure?.kind === "stale")).toHaveLength(1);
    expect((await only()).files).toHaveLength(2);
    expect(await filesIn(folder())).toHaveLength(before.length + 1);
  });

  it("not of a paper that is written here, nor of one that is down", async () => {
    await add();
    const { id } = await only();
    const report = await db.report.create({
      data: { bodyId: here.committee, slug: "a-report", title: "A report", audience: "inside" },
    });
    await db.paper.update({ where: { id }, data: { reportId: report.id } });
    expect(await failureOf(correct(id, 1))).toMatchObject({
      refusal: { sentence: "Not changed: this paper is written here. Correct it where it is written." },
    });
    await db.paper.update({ where: { id }, data: { reportId: null, takenDownAt: new Date() } });
    expect(await failureOf(correct(id, 1))).toEqual({ kind: "not-found" });
  });
});

describe("an uploaded paper is taken off", () => {
  it("before publication, whole, and recorded", async () => {
    await add();
    const { id } = await only();
    expect(await failureOf(remove(id, 7))).toEqual({ kind: "stale" });
    await remove(id);
    expect([await db.paper.count(), await db.paperFile.count()]).toEqual([0, 0]);
    expect(await trail(meetingId)).toEqual(["addPaper by clerk", "removePaper by clerk"]);
  });

  it("not once it is out", async () => {
    await add();
    const { id } = await only();
    await publish();
    expect(await failureOf(remove(id))).toMatchObject({ refusal: { code: "wrong-status" } });
    expect(await db.paper.count()).toBe(1);
  });
});

describe("a paper that is held back", () => {
  const hold = (paperId: string, version: number, heldBack: boolean, actor: Person = who.clerk) =>
    inTransaction((tx) => holdPaperBack(tx, actor, { meetingId, paperId, version, heldBack }));

  it("stays a place without a file when the agenda goes up, and is put up afterwards, dated in public", async () => {
    await add();
    const { id } = await only();
    await hold(id, 1, true);
    await publish();
    expect(await inPublic()).toEqual([["Appendix 4", "public", false]]);
    expect(await failureOf(hold(id, 1, false))).toEqual({ kind: "stale" });
    await correct(id, 2);
    expect(await entries()).toEqual([]);
    await hold(id, 3, false);
    expect(await inPublic()).toEqual([["Appendix 4", "public", true]]);
    expect(await entries()).toEqual([{ kind: "supplement", text: "“Appendix 4” was put up." }]);
    expect((await trail(meetingId)).slice(1)).toEqual([
      "holdPaperBack by clerk",
      "correctPaper by clerk",
      "putPaperUp by clerk",
    ]);
    expect(await failureOf(hold(id, 4, true))).toMatchObject({ refusal: { code: "wrong-status" } });
  });

  it("not by anybody else", async () => {
    await add();
    const { id } = await only();
    expect(await failureOf(hold(id, 1, true, who.member))).toMatchObject({ refusal: { code: "not-permitted" } });
    expect(await only()).toMatchObject({ heldBack: false, version: 1 });
  });
});

describe("a restriction is signed", () => {
  const sign = (actor: Person, paperId: string, version = 1) =>
    inTransaction((tx) => signPaperRestriction(tx, actor, { paperId, version }));
  const monitoring = async () => {
    const id = await createPerson("Monitoring Officer");
    await createPost(id, "proper_officer", "Monitoring Officer");
    return signIn(id);
  };
  const exempt = { restriction: "exempt", paragraphs: ["3"] };

  it("by the proper officer, for whom it waits, once, and recorded", async () => {
    await add(exempt);
    const { id } = await only();
    const officer = await monitoring();
    expect(await getPaperToSign(officer, id)).toMatchObject({
      restriction: "exempt",
      file: { mediaType: expect.stringContaining("word") },
    });
    const asker = {
      person: officer,
      scope: readScope(officer),
      today: TODAY,
      clock: await getClock(),
      calendar: { additions: [] },
    };
    expect(await papersWaiting(asker)).toMatchObject([
      { title: "Sign the restriction of “Appendix 4”", subject: { kind: "paper", id } },
    ]);
    const [first, second] = await Promise.all([failureOf(sign(officer, id)), failureOf(sign(officer, id))]);
    expect([first, second].filter(Boolean)).toHaveLength(1);
    expect(await only()).toMatchObject({ restrictionSignedById: officer.personId, restrictionSignedOn: TODAY });
    expect(await trail(id)).toEqual(["signRestriction by Monitoring Officer"]);
    expect(await papersWaiting(asker)).toEqual([]);
    expect(await failureOf(sign(officer, id, 2))).toMatchObject({ refusal: { code: "wrong-status" } });
  });

  it("not by who put it up, nor where Schedule 12A rules it out, nor of what is open or written here", async () => {
    await add(exempt);
    const { id } = await only();
    const officer = await monitoring();
    expect(await failureOf(sign(who.clerk, id))).toMatchObject({ refusal: { code: "not-permitted" } });
    expect(await failureOf(getPaperToSign(who.clerk, id))).toEqual({ kind: "not-found" });
    await db.paper.update({ where: { id }, data: { registrable: true } });
    expect(await failureOf(sign(officer, id))).toMatchObject({ refusal: { code: "against-rule" } });
    await db.paper.update({ where: { id }, data: { restriction: "public", paragraphs: [], registrable: false } });
    expect(await failureOf(sign(officer, id))).toMatchObject({ refusal: { code: "wrong-status" } });
    expect(await db.auditEntry.count({ where: { action: "paper.signRestriction" } })).toBe(0);
  });
});
