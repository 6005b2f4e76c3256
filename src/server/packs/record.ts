import type { MadePack } from "@/domain/packs/made-pack";
import { packAccess } from "@/domain/packs/pack-access";
import type { PageRange } from "@/domain/packs/page-plan";
import { db, type Tx } from "@/server/db";
import { papersOfMeeting } from "@/server/meetings/publication-subject";
import { keptContent } from "@/server/papers/keep";
import type { PackOrder } from "./contents";
import { restrictedPapersOf } from "./request";

/** What was ordered together: a public pack, and a restricted one where anything is restricted. */
export type OrderedPacks = Pick<PackOrder, "meetingId" | "rightHand" | "takenDown"> & {
  number: number;
  restrictedId: string | null;
};

const WANTED = { state: { not: "made" as const }, closedAt: null };

/** The packs that a job is about; null when they are made, or nobody wants them any more. */
export async function getOrderedPacks(packId: string): Promise<OrderedPacks | null> {
  const pack = await db.pack.findFirst({ where: { id: packId, ...WANTED } });
  if (!pack) return null;
  const { meetingId, number, rightHand } = pack;
  const restricted = await db.pack.findFirst({
    where: { meetingId, number, kind: "restricted", ...WANTED },
    select: { id: true },
  });
  return {
    meetingId,
    number,
    rightHand,
    restrictedId: restricted?.id ?? null,
    takenDown: await takenDownIn(meetingId),
  };
}

/** What stood in a pack before and was taken down: its place and its pages, not what it was. */
async function takenDownIn(meetingId: string): Promise<PackOrder["takenDown"]> {
  const { publishedAt } = await db.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    select: { publishedAt: true },
  });
  const papers = await db.paper.findMany({
    where: {
      takenDownAt: { not: null },
      pageFrom: { not: null },
      OR: [{ meetingId }, { agendaItem: { is: { meetingId } } }],
    },
    select: {
      id: true,
      replacesId: true,
      agendaItemId: true,
      position: true,
      openSince: true,
      pageFrom: true,
      pageTo: true,
    },
  });
  // A correction that stood in the room of the version before it has no room of its own.
  const inTheRoomOf = new Map(papers.map((paper) => [paper.id, paper]));
  const hasOwnRoom = ({ replacesId, pageFrom, pageTo }: (typeof papers)[number]): boolean => {
    const before = replacesId ? inTheRoomOf.get(replacesId) : undefined;
    if (!before) return true;
    const { pageFrom: from, pageTo: to } = before;
    return (pageFrom ?? 0) > (to ?? from ?? 0) || (pageTo ?? 0) < (from ?? 0);
  };
  return papers.filter(hasOwnRoom).flatMap(({ id, agendaItemId, position, openSince, pageFrom, pageTo }) =>
    pageFrom === null
      ? []
      : {
          id,
          itemId: agendaItemId,
          position,
          isLate: Boolean(openSince && publishedAt && openSince > publishedAt),
          had: { from: pageFrom, to: pageTo ?? pageFrom },
        },
  );
}

type Made = { packId: string; open: MadePack; restricted: { id: string; made: MadePack } | null };

/**
 * Records that packs were made, all at once: their bytes have names, whoever may read them can, and the agenda prints their pages.
 * @returns false, with nothing recorded, where something changed meanwhile and they are wanted no more
 * @throws Error where the bytes are not there any more; the job is tried again
 */
export async function recordPacks(tx: Tx, { packId, open, restricted }: Made): Promise<boolean> {
  const pack = await tx.pack.findFirst({
    where: { id: packId, ...WANTED },
    select: { meetingId: true, bodyId: true },
  });
  if (!pack) return false;
  if (!(await record(tx, packId, open, { audience: "public" }))) return false;
  if (restricted) {
    const papers = await tx.paper.findMany({ where: restrictedPapersOf(pack.meetingId) });
    const access = packAccess(pack.bodyId, papers);
    if (!(await record(tx, restricted.id, restricted.made, access))) {
      throw new Error("Of two packs that belong together one is not wanted any more.");
    }
  }
  await recordPages(tx, pack.meetingId, open);
  return true;
}

async function record(
  tx: Tx,
  id: string,
  { sha256, size, pages, problems }: MadePack,
  access: { audience: "public" } | ReturnType<typeof packAccess>,
): Promise<boolean> {
  if (!(await keptContent(tx, sha256))) throw new Error("The bytes of the pack are not where they were put.");
  // Waits for whoever is taking something down, and then finds it closed.
  const { count } = await tx.pack.updateMany({
    where: { id, ...WANTED },
    data: {
      ...access,
      state: "made",
      madeAt: new Date(),
      sha256,
      size,
      pages,
      problems: problems.map((each) => ({ ...each })),
    },
  });
  return count === 1;
}

/** What was replaced or taken down keeps the pages it had: they are the room that is kept for it. */
async function recordPages(tx: Tx, meetingId: string, { items, papers }: MadePack): Promise<void> {
  await tx.agendaItem.updateMany({ where: { meetingId }, data: { pageFrom: null, pageTo: null } });
  await tx.paper.updateMany({
    where: { AND: [papersOfMeeting(meetingId), { id: { notIn: papers.map(({ id }) => id) } }] },
    data: { pageFrom: null, pageTo: null },
  });
  await setPages(tx, "AgendaItem", items);
  await setPages(tx, "Paper", papers);
}

/** In one statement, because a pack has hundreds of them. */
async function setPages(tx: Tx, table: "AgendaItem" | "Paper", ranges: readonly (PageRange & { id: string })[]) {
  const [ids, from, to] = [ranges.map(({ id }) => id), ranges.map(({ from }) => from), ranges.map(({ to }) => to)];
  await tx.$executeRawUnsafe(
    `UPDATE "${table}" r SET "pageFrom" = p.first, "pageTo" = p.last
      FROM unnest($1::uuid[], $2::int[], $3::int[]) AS p(id, first, last) WHERE r.id = p.id`,
    ids,
    from,
    to,
  );
}

/** Says that packs could not be made, for the people who wait for them; the job is tried again. */
export async function recordFailedPacks({ meetingId, number }: OrderedPacks): Promise<void> {
  await db.pack.updateMany({ where: { meetingId, number, state: "waiting" }, data: { state: "failed" } });
}
