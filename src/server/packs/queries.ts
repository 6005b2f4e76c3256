import type { ReadScope } from "@/domain/access/read-scope";
import { recordKey } from "@/domain/access/record-key";
import type { PackProblem } from "@/domain/packs/made-pack";
import type { Prisma } from "@/generated/prisma/client";
import { readable, readableContent } from "@/server/access/readable";
import { recordRestrictedViews } from "@/server/access/restricted-views";
import { db, reader } from "@/server/db";
import { notFound } from "@/server/errors";
import { papersOfMeeting } from "@/server/meetings/publication-subject";
import type { StoredFile } from "@/server/papers/queries";

/** What is given out: made, and with nothing in it that was closed since. */
const GIVEN = { state: "made", closedAt: null } as const satisfies Prisma.PackWhereInput;

const STORED = {
  id: true,
  kind: true,
  size: true,
  sha256: true,
  audience: true,
  restriction: true,
  meeting: { select: { slug: true, body: { select: { slug: true } } } },
} as const satisfies Prisma.PackSelect;

/**
 * A pack's file, for the door it leaves by.
 * @throws ExpectedError "not-found" for what is not there, and in the same time for what this reader may not see
 */
export async function getPackFile(scope: ReadScope, id: string): Promise<StoredFile> {
  const found = await reader(scope).pack.findFirst({
    where: { AND: [{ id: recordKey(id), ...GIVEN }, readableContent(scope)] },
    select: STORED,
  });
  return asFile(found);
}

/** Committees have addresses of their own. */
const KINDS: Readonly<Record<string, Prisma.EnumBodyKindFilter>> = {
  committees: { equals: "scrutiny_committee" },
  bodies: { not: "scrutiny_committee" },
};

/** The public pack of a meeting as it is now. @throws ExpectedError "not-found" where there is none */
export async function getCurrentPackFile(
  scope: ReadScope,
  { tree, body, meeting }: { tree: string; body: string; meeting: string },
): Promise<StoredFile> {
  const found = await reader(scope).pack.findFirst({
    where: {
      AND: [
        { kind: "public", ...GIVEN, meeting: { slug: meeting, body: { slug: body, kind: KINDS[tree] ?? { in: [] } } } },
        readableContent(scope),
      ],
    },
    orderBy: { number: "desc" },
    select: STORED,
  });
  return asFile(found);
}

function asFile(found: Prisma.PackGetPayload<{ select: typeof STORED }> | null): StoredFile {
  if (!found || found.sha256 === null || found.size === null) throw notFound();
  const { id, kind, size, sha256, audience, restriction, meeting } = found;
  const name = `${kind === "public" ? "agenda-pack" : "restricted-agenda-pack"}-${meeting.body.slug}-${meeting.slug}.pdf`;
  return {
    id,
    fileName: name,
    mediaType: "application/pdf",
    size,
    sha256,
    isPublic: audience === "public",
    isRestricted: restriction !== "public",
  };
}

/** Notes that this person is about to read a restricted pack: see recordRestrictedView(). */
export async function recordPackView(personId: string | null, packId: string): Promise<void> {
  if (personId === null) throw new Error("Something restricted was about to be read by nobody in particular.");
  await recordRestrictedViews(personId, "pack", [packId]);
}

/** The packs of a meeting that this reader is given: what a link to each needs. */
export async function listPacks(scope: ReadScope, meetingId: string) {
  const packs = await reader(scope).pack.findMany({
    where: { AND: [{ meetingId, ...GIVEN }, readableContent(scope)] },
    orderBy: { number: "desc" },
    distinct: ["kind"],
    select: { id: true, kind: true, number: true, pages: true, size: true },
  });
  // Whatever was made together belongs together: a restricted pack of an earlier agenda is not offered beside a later public one.
  const newest = Math.max(0, ...packs.map(({ number }) => number));
  return packs
    .filter(({ number }) => number === newest)
    .sort((a, b) => (a.kind < b.kind ? -1 : 1))
    .map(({ id, kind, pages, size }) => ({ id, kind, pages: pages ?? 0, size: size ?? 0 }));
}

export type PackLink = Awaited<ReturnType<typeof listPacks>>[number];

/** How the packs of a meeting stand, for whoever makes them: null for others, and before the agenda is published. */
export async function getPacksDesk(scope: ReadScope, meeting: { id: string; publishedAt: Date | null }) {
  if (!scope.allDrafts || !meeting.publishedAt) return null;
  const newest = await db.pack.findFirst({
    where: { AND: [{ meetingId: meeting.id }, readable(scope)] },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const packs = newest
    ? await db.pack.findMany({
        where: { AND: [{ meetingId: meeting.id, number: newest.number }, readable(scope)] },
        orderBy: { kind: "asc" },
        select: {
          id: true,
          kind: true,
          state: true,
          closedAt: true,
          pages: true,
          size: true,
          madeAt: true,
          rightHand: true,
          problems: true,
        },
      })
    : [];
  const withheld = await db.withholding.count({
    where: { until: null, paper: papersOfMeeting(meeting.id) },
  });
  return {
    packs: packs.map(({ problems, ...pack }) => ({ ...pack, problems: problems as unknown as PackProblem[] })),
    rightHand: packs[0]?.rightHand ?? false,
    /** How often a paper in the restricted pack is withheld from somebody, who is given none of it. */
    withheld,
  };
}

export type PacksDesk = NonNullable<Awaited<ReturnType<typeof getPacksDesk>>>;
