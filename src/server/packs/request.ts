import type { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/server/db";
import { enqueue } from "@/server/jobs/enqueue";
import { papersOfMeeting } from "@/server/meetings/publication-subject";

export type PacksWanted = {
  meetingId: string;
  askedById: string | null;
  /** Every paper on a right-hand page. Left out, as the body's last pack was made. */
  rightHand?: boolean | undefined;
};

/**
 * Has the packs of a published meeting made, as part of whatever changed: after the commit, and never when it is undone. Those that
 * were still to be made, or are being made, are not any more: they would show what was. Of a meeting that is not published there are none.
 */
export async function requestPacks(tx: Tx, { meetingId, askedById, rightHand }: PacksWanted): Promise<void> {
  // Two who change one meeting take turns.
  const [meeting] = await tx.$queryRaw<{ bodyId: string; publishedAt: Date | null }[]>`
    SELECT "bodyId", "publishedAt" FROM "Meeting" WHERE id = ${meetingId}::uuid FOR NO KEY UPDATE`;
  const publication = await tx.publication.findFirst({
    where: { meetingId },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  if (!meeting?.publishedAt || !publication) return;

  const before = await tx.pack.findFirst({
    where: { bodyId: meeting.bodyId },
    orderBy: { askedAt: "desc" },
    select: { rightHand: true },
  });
  await tx.pack.deleteMany({ where: { meetingId, state: { not: "made" } } });
  const last = await tx.pack.findFirst({
    where: { meetingId },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const pack = {
    meetingId,
    bodyId: meeting.bodyId,
    number: (last?.number ?? 0) + 1,
    publicationNumber: publication.number,
    rightHand: rightHand ?? before?.rightHand ?? false,
    askedById,
  };
  const { id } = await tx.pack.create({ data: { ...pack, kind: "public" }, select: { id: true } });
  if ((await tx.paper.count({ where: restrictedPapersOf(meetingId) })) > 0) {
    await tx.pack.create({ data: { ...pack, kind: "restricted" } });
  }
  // Changes to a published agenda come in bursts, and each takes the place of the one before; who asks for packs waits for them.
  const isOneOfMany = publication.number > 1 && rightHand === undefined;
  const startAfter = isOneOfMany ? new Date(Date.now() + BURST_MS) : undefined;
  await enqueue(tx, "make-pack", { packId: id }, { key: id, ...(startAfter && { startAfter }) });
}

const BURST_MS = 5_000;

/** Papers of a meeting that are listed in public, and of which the public reads nothing more. */
export const restrictedPapersOf = (meetingId: string) =>
  ({
    AND: [papersOfMeeting(meetingId), { audience: "public", heldBack: false, restriction: { not: "public" } }],
  }) as const satisfies Prisma.PaperWhereInput;

/**
 * Sees to packs that nobody would otherwise make: those whose job was lost (a restored backup has the packs, not the queue), and
 * those that closed because something in them was restricted or taken down.
 */
export async function enqueueWantedPacks(tx: Tx): Promise<void> {
  const waiting = await tx.pack.findMany({
    where: { kind: "public", state: "waiting", closedAt: null },
    select: { id: true },
  });
  for (const { id } of waiting) await enqueue(tx, "make-pack", { packId: id }, { key: id });

  const closed = await tx.$queryRaw<{ meetingId: string }[]>`
    SELECT DISTINCT "meetingId" FROM "Pack" p WHERE "closedAt" IS NOT NULL AND kind = 'public'
      AND NOT EXISTS (SELECT FROM "Pack" later WHERE later."meetingId" = p."meetingId" AND later.kind = 'public'
        AND later.number >= p.number AND later."closedAt" IS NULL)`;
  for (const { meetingId } of closed) await requestPacks(tx, { meetingId, askedById: null });
}
