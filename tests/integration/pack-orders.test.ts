import { beforeEach, describe, expect, it } from "vitest";
import { type Person, THE_PUBLIC } from "@/domain/access/actor";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import type { MadePack } from "@/domain/packs/made-pack";
import { db, inTransaction } from "@/server/db";
import { makePacksAgain } from "@/server/packs/commands";
import { getCurrentPackFile, getPackFile, getPacksDesk, listPacks, recordPackView } from "@/server/packs/queries";
import { getOrderedPacks, recordFailedPacks, recordPacks } from "@/server/packs/record";
import { enqueueWantedPacks } from "@/server/packs/request";
import { takeDownPaper } from "@/server/papers/commands";
import { serveFile } from "@/server/papers/door";
import { removeUnnamed } from "@/server/papers/keep";
import { storePaper } from "@/server/papers/storage";
import { failureOf } from "../support/outcomes";
import { createFile } from "../support/papers";
import { createPerson, createSeat, signIn } from "../support/people";
import { beginWithMeeting, committee, desk, item, meeting, member, paper, publish } from "../support/publication";

/** Orders for packs, what becomes of them, and who is given what was made; how they are made is in packs.test.ts. */

beginWithMeeting();
beforeEach(async () => {
  await db.$executeRaw`DELETE FROM pgboss.job`;
});

const EXEMPT = {
  restriction: "exempt",
  paragraphs: [3],
  publicInterest: "Bidders would learn the ceiling.",
  restrictionSignedById: "019a0000-0000-7000-8000-000000000001",
} as const;
const restrictedPaper = async () => {
  const id = await paper({ ...EXEMPT, paragraphs: [3] });
  await createFile(committee, id, "What is exempt");
  return id;
};
/** With the reason that a warning asks for. */
const publishAgenda = () => publish({ reason: "The item that excludes the public follows." });
const packs = () => db.pack.findMany({ orderBy: [{ number: "asc" }, { kind: "asc" }] });
const jobs = () => db.$queryRaw<{ packId: string }[]>`
  SELECT data->>'packId' AS "packId" FROM pgboss.job WHERE name = 'make-pack' ORDER BY created_on`;
const again = (actor: Person = desk, rightHand = false) =>
  inTransaction((tx) => makePacksAgain(tx, actor, { meetingId: meeting, rightHand }));

/** What a process answers that has made a pack of these words. */
const made = async (words: string, more: Partial<MadePack> = {}): Promise<MadePack> => ({
  ...(await storePaper(new TextEncoder().encode(words))),
  pages: 9,
  papers: [],
  items: [{ id: item, from: 5, to: 9 }],
  restricted: {},
  problems: [],
  ...more,
});
/** Records what was ordered last as made. */
async function recorded(): Promise<{ open: string; restricted: string | null; isRecorded: boolean }> {
  const open = await db.pack.findFirstOrThrow({ where: { kind: "public" }, orderBy: { number: "desc" } });
  const restricted = await db.pack.findFirst({ where: { kind: "restricted", number: open.number } });
  const whole = restricted && { id: restricted.id, made: await made(`whole ${restricted.id}`) };
  const bytes = await made(`open ${open.id}`);
  const isRecorded = await inTransaction((tx) => recordPacks(tx, { packId: open.id, open: bytes, restricted: whole }));
  return { open: open.id, restricted: restricted?.id ?? null, isRecorded };
}
const given = (reader: Person | null, id: string) => getPackFile(reader ? readScope(reader) : PUBLIC_SCOPE, id);
const notFound = { failure: { kind: "not-found" } };

describe("an order", () => {
  it("comes with a publication, for the public pack, and for a restricted one where something is restricted", async () => {
    await restrictedPaper();
    await publishAgenda();
    const [open, restricted, ...more] = await packs();
    expect(more).toEqual([]);
    expect(open).toMatchObject({
      kind: "public",
      number: 1,
      publicationNumber: 1,
      state: "waiting",
      audience: "keepers",
    });
    expect(restricted).toMatchObject({ kind: "restricted", number: 1, state: "waiting" });
    expect(await jobs()).toEqual([{ packId: open?.id }]);
  });

  it("is for one pack where nothing is", async () => {
    await paper();
    await publishAgenda();
    expect((await packs()).map(({ kind }) => kind)).toEqual(["public"]);
  });

  it("goes when the change that it came with is undone", async () => {
    await publishAgenda();
    await recorded();
    const before = await jobs();
    const undone = inTransaction(async (tx) => {
      await makePacksAgain(tx, desk, { meetingId: meeting, rightHand: false });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect((await packs()).map(({ state }) => state)).toEqual(["made"]);
    expect(await jobs()).toEqual(before);
  });

  it("can be given again, and takes the place of one that waits", async () => {
    await publishAgenda();
    const [first] = await packs();
    await again(desk, true);
    const [second, ...more] = await packs();
    expect(more).toEqual([]);
    expect(second).toMatchObject({ number: 1, rightHand: true, askedById: desk.personId });
    expect(second?.id).not.toBe(first?.id);
    expect(await getOrderedPacks(first?.id ?? "")).toBeNull();
    expect(await db.auditEntry.findMany({ where: { action: "meeting.makePacksAgain" } })).toMatchObject([
      { actorId: desk.personId, subjectId: meeting, after: { rightHand: true } },
    ]);
  });

  it("given by two at once leaves one", async () => {
    await publishAgenda();
    await Promise.all([again(), again(desk, true)]);
    expect(await packs()).toHaveLength(1);
  });

  it("keeps to how the body's last pack was made", async () => {
    await publishAgenda();
    await again(desk, true);
    await recorded();
    await inTransaction((tx) => enqueueWantedPacks(tx));
    await again(desk, true);
    expect((await packs()).map(({ number, rightHand }) => [number, rightHand])).toEqual([
      [1, true],
      [2, true],
    ]);
  });

  it("is for democratic services, and for an agenda that is published", async () => {
    expect(await failureOf(again())).toMatchObject({
      refusal: { sentence: "Packs are made of a published agenda, and this one is not published yet." },
    });
    await publishAgenda();
    await db.pack.deleteMany();
    expect(await failureOf(again(member))).toMatchObject({ refusal: { code: "not-permitted" } });
    expect(await packs()).toEqual([]);
    const nobody = { ...member, seats: [] };
    await db.meeting.update({ where: { id: meeting }, data: { audience: "keepers" } });
    expect(await failureOf(again(nobody))).toEqual({ kind: "not-found" });
  });
});

describe("what was made", () => {
  it("is recorded all at once, with the pages of the agenda, and is then given out", async () => {
    await restrictedPaper();
    await publishAgenda();
    const { open, restricted, isRecorded } = await recorded();
    expect(isRecorded).toBe(true);
    expect(await db.agendaItem.findUniqueOrThrow({ where: { id: item } })).toMatchObject({ pageFrom: 5, pageTo: 9 });
    expect(await given(null, open)).toMatchObject({ isPublic: true, fileName: /^agenda-pack-/ });
    expect(await given(member, restricted ?? "")).toMatchObject({ isPublic: false, isRestricted: true });
    expect(await listPacks(PUBLIC_SCOPE, meeting)).toMatchObject([{ id: open, kind: "public" }]);
    expect(await listPacks(readScope(member), meeting)).toMatchObject([{ id: open }, { id: restricted }]);
    const { body, slug } = await db.meeting.findUniqueOrThrow({ where: { id: meeting }, include: { body: true } });
    const at = { tree: "committees", body: body.slug, meeting: slug };
    expect(await getCurrentPackFile(PUBLIC_SCOPE, at)).toMatchObject({ id: open });
    await expect(getCurrentPackFile(PUBLIC_SCOPE, { ...at, tree: "bodies" })).rejects.toMatchObject(notFound);
    await expect(getPackFile(PUBLIC_SCOPE, restricted ?? "")).rejects.toMatchObject(notFound);
    await expect(getPackFile(readScope(THE_PUBLIC), "nothing")).rejects.toMatchObject(notFound);
  });

  it("prints no pages beside a paper that is not in it, and keeps those of what was taken down", async () => {
    const had = { pageFrom: 5, pageTo: 6 };
    const [gone, down] = [await paper(had), await paper({ ...had, takenDownAt: new Date("2016-10-01T09:00:00Z") })];
    await publishAgenda();
    await recorded();
    expect(await db.paper.findUniqueOrThrow({ where: { id: gone } })).toMatchObject({ pageFrom: null, pageTo: null });
    expect(await db.paper.findUniqueOrThrow({ where: { id: down } })).toMatchObject(had);
    expect((await getOrderedPacks((await packs())[0]?.id ?? ""))?.takenDown).toBeUndefined();
    await again();
    const [, next] = await packs();
    expect((await getOrderedPacks(next?.id ?? ""))?.takenDown).toMatchObject([{ id: down, had: { from: 5, to: 6 } }]);
  });

  it("keeps the pages of what was taken down once, where a correction stood in the room of the first", async () => {
    await publishAgenda();
    const first = await paper({ pageFrom: 5, pageTo: 7 });
    const second = await paper({ pageFrom: 5, pageTo: 6, replacesId: first });
    const third = await paper({ pageFrom: 90, pageTo: 94, replacesId: second });
    await db.paper.update({ where: { id: third }, data: { takenDownAt: new Date("2016-10-01T09:00:00Z") } });
    await again();
    const order = await getOrderedPacks((await packs()).at(-1)?.id ?? "");
    expect(order?.takenDown.map(({ id }) => id).toSorted()).toEqual([first, third].toSorted());
  });

  it("is not recorded when nobody wants it any more", async () => {
    await publishAgenda();
    const [first] = await packs();
    const bytes = await made("late");
    await again();
    const isRecorded = inTransaction((tx) =>
      recordPacks(tx, { packId: first?.id ?? "", open: bytes, restricted: null }),
    );
    expect(await isRecorded).toBe(false);
    expect((await packs()).map(({ state }) => state)).toEqual(["waiting"]);
  });

  it("is not recorded when its bytes are gone", async () => {
    await publishAgenda();
    const [first] = await packs();
    const gone = await made("gone");
    await inTransaction((tx) => removeUnnamed(tx, gone.sha256));
    const attempt = inTransaction((tx) => recordPacks(tx, { packId: first?.id ?? "", open: gone, restricted: null }));
    await expect(attempt).rejects.toThrow("The bytes of the pack are not where they were put.");
    expect((await packs()).map(({ state }) => state)).toEqual(["waiting"]);
  });

  it("keeps its bytes from who clears up, and what is discarded does not", async () => {
    await publishAgenda();
    await recorded();
    const [pack] = await packs();
    expect(await inTransaction((tx) => removeUnnamed(tx, pack?.sha256 ?? ""))).toBe(false);
    const discarded = await made("discarded");
    expect(await inTransaction((tx) => removeUnnamed(tx, discarded.sha256))).toBe(true);
  });

  it("that failed says so, is tried again, and is made after all", async () => {
    await publishAgenda();
    const [pack] = await packs();
    const order = await getOrderedPacks(pack?.id ?? "");
    if (order) await recordFailedPacks(order);
    expect((await getPacksDesk(readScope(desk), { id: meeting, publishedAt: new Date() }))?.packs).toMatchObject([
      { state: "failed" },
    ]);
    expect(await getOrderedPacks(pack?.id ?? "")).not.toBeNull();
    expect((await recorded()).isRecorded).toBe(true);
  });

  it("leaves by the door with its reader's scope, and is recorded when it is restricted", async () => {
    await restrictedPaper();
    await publishAgenda();
    const { restricted } = await recorded();
    const ask = (reader: Person | null) =>
      serveFile(
        new Request("http://localhost/packs/it"),
        { find: (scope) => getPackFile(scope, restricted ?? ""), recordView: recordPackView },
        "bytes",
        async () => reader,
      );
    expect((await ask(null)).status).toBe(404);
    expect(await db.restrictedView.count()).toBe(0);
    const answer = await ask(member);
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
    expect(await db.restrictedView.findMany()).toMatchObject([
      { personId: member.personId, subjectKind: "pack", subjectId: restricted },
    ]);
  });
});

describe("a pack closes", () => {
  const takeDown = async (paperId: string) => {
    const { version } = await db.paper.findUniqueOrThrow({ where: { id: paperId } });
    await inTransaction((tx) => takeDownPaper(tx, desk, { paperId, version, reason: "It names a child." }));
  };

  it("to everybody with a paper that is taken down, and another is ordered", async () => {
    const paperId = await paper();
    await publishAgenda();
    const { open } = await recorded();
    await takeDown(paperId);
    for (const reader of [null, member, desk]) await expect(given(reader, open)).rejects.toMatchObject(notFound);
    expect((await packs()).map(({ state, closedAt }) => [state, closedAt !== null])).toEqual([
      ["made", true],
      ["waiting", false],
    ]);
    await expect(db.pack.update({ where: { id: open }, data: { audience: "public" } })).resolves.toMatchObject({
      audience: "keepers",
    });
  });

  it("while it is being made, so that what was read before is not recorded after", async () => {
    const paperId = await paper();
    await publishAgenda();
    const [pack] = await packs();
    const bytes = await made("with what was taken down");
    await takeDown(paperId);
    const late = inTransaction((tx) => recordPacks(tx, { packId: pack?.id ?? "", open: bytes, restricted: null }));
    expect(await late).toBe(false);
  });

  it("with a paper that is restricted afterwards, and is made again without anybody asking", async () => {
    const paperId = await paper();
    await publishAgenda();
    const { open } = await recorded();
    await db.paper.update({ where: { id: paperId }, data: { ...EXEMPT, paragraphs: [3] } });
    await expect(given(null, open)).rejects.toMatchObject(notFound);
    await inTransaction((tx) => enqueueWantedPacks(tx));
    await inTransaction((tx) => enqueueWantedPacks(tx));
    expect((await packs()).map(({ number, kind, state }) => `${number} ${kind} ${state}`)).toEqual([
      "1 public made",
      "2 public waiting",
      "2 restricted waiting",
    ]);
  });

  it("to somebody from whom a paper in it is withheld, before or after it was made", async () => {
    const paperId = await restrictedPaper();
    const other = await createPerson("Steve Butler");
    await createSeat(other, committee);
    const colleague = await signIn(other);
    await db.withholding.create({
      data: { paperId, personId: member.personId, reason: "An interest", from: "2016-10-01" },
    });
    await publishAgenda();
    const { restricted } = await recorded();
    await expect(given(member, restricted ?? "")).rejects.toMatchObject(notFound);
    expect(await given(colleague, restricted ?? "")).toMatchObject({ isRestricted: true });
    await db.withholding.create({ data: { paperId, personId: other, reason: "An interest", from: "2016-10-03" } });
    await expect(given(colleague, restricted ?? "")).rejects.toMatchObject(notFound);
    expect(await given(desk, restricted ?? "")).toMatchObject({ isRestricted: true });
  });
});

it("an order whose job was lost is put in again", async () => {
  await publishAgenda();
  await db.$executeRaw`DELETE FROM pgboss.job`;
  await inTransaction((tx) => enqueueWantedPacks(tx));
  await inTransaction((tx) => enqueueWantedPacks(tx));
  expect(await jobs()).toHaveLength(1);
});
