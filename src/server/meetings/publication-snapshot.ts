import { createHash } from "node:crypto";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { numberAgenda } from "@/domain/meetings/agenda";
import type { Prisma } from "@/generated/prisma/client";
import { readable, readableContent } from "@/server/access/readable";
import type { Tx } from "@/server/db";
import { papersOfMeeting } from "./publication-subject";

const PUBLIC = readable(PUBLIC_SCOPE);

const LISTING = {
  id: true,
  kind: true,
  title: true,
  byAsPrinted: true,
  datedAsPrinted: true,
  pageFrom: true,
  pageTo: true,
  restriction: true,
  paragraphs: true,
  publicInterest: true,
  report: { select: { slug: true, audience: true } },
  files: {
    where: { AND: [{ scan: "clean" as const }, readableContent(PUBLIC_SCOPE)] },
    orderBy: { number: "asc" as const },
    select: { id: true, mediaType: true, size: true, pages: true, sha256: true },
  },
} as const satisfies Prisma.PaperSelect;

type Listed = Prisma.PaperGetPayload<{ select: typeof LISTING }>;

/**
 * The public agenda as it stands in this transaction: what anybody may read and nothing else, restricted papers as their
 * listing. With the SHA-256 of it, by which anybody can show later that it was not changed.
 */
export async function takeSnapshot(
  tx: Tx,
  meetingId: string,
): Promise<{ snapshot: Prisma.InputJsonObject; hash: string }> {
  const { agenda, papers, body, ...meeting } = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    select: {
      slug: true,
      date: true,
      startTime: true,
      place: true,
      status: true,
      publishedAt: true,
      sessions: {
        orderBy: { number: "asc" },
        select: { number: true, date: true, startTime: true, place: true, note: true },
      },
      // What was set right, added or withdrawn is part of what anybody can read; and it makes each snapshot another.
      entries: {
        where: { audience: "public" },
        orderBy: { id: "asc" },
        select: { kind: true, at: true, text: true, agendaItemId: true },
      },
      body: { select: { slug: true, name: true } },
      papers: {
        where: { AND: [papersOfMeeting(meetingId), PUBLIC, { agendaItemId: null }] },
        orderBy: [{ position: "asc" }, { id: "asc" }],
        select: LISTING,
      },
      agenda: {
        where: PUBLIC,
        select: {
          id: true,
          parentId: true,
          place: true,
          kind: true,
          title: true,
          purpose: true,
          reporting: true,
          inPrivate: true,
          paragraphs: true,
          publicInterest: true,
          confidentialGround: true,
          indicated: true,
          indicatedOn: true,
          indicatedTo: true,
          indicatedBy: { select: { name: true } },
          withdrawnAt: true,
          papers: {
            where: { AND: [papersOfMeeting(meetingId), PUBLIC] },
            orderBy: [{ position: "asc" }, { id: "asc" }],
            select: LISTING,
          },
        },
      },
    },
  });
  const snapshot = plain({
    body,
    meeting,
    papers: papers.map(listed),
    agenda: numberAgenda(agenda).map(({ item: { id, parentId, place, papers: under, ...item }, number }) => ({
      number,
      ...item,
      papers: under.map(listed),
    })),
  });
  return { snapshot, hash: hashOf(snapshot) };
}

const listed = ({ report, ...paper }: Listed) => ({
  ...paper,
  report: report?.audience === "public" ? report.slug : null,
});

/** As the database will give it back: no Date, no undefined. */
const plain = (value: object) => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject;

/**
 * SHA-256 of a snapshot, in hexadecimal. Keys are sorted first, because the database keeps JSON without their order: the hash
 * of what is read back is the hash of what was stored.
 */
export const hashOf = (snapshot: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(sorted(snapshot)))
    .digest("hex");

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
