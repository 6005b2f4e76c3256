import { PUBLIC_SCOPE, type ReadScope, readScope } from "@/domain/access/read-scope";
import { isPlainDate } from "@/domain/calendar/plain-date";
import type { PrintedDocument } from "@/domain/documents/document";
import { hasPages } from "@/domain/packs/pack-parts";
import type { PageRange } from "@/domain/packs/page-plan";
import { type Placeholder, placeholderFor } from "@/domain/papers/paper";
import type { ConfidentialGround } from "@/domain/papers/schedule-12a";
import type { PackKind, Prisma } from "@/generated/prisma/client";
import { readable, readableContent } from "@/server/access/readable";
import { getSite } from "@/server/council/queries";
import { publicDb, reader } from "@/server/db";
import { notFound } from "@/server/errors";
import { getMeeting } from "@/server/meetings/queries";
import { unlistedPapers, writtenPaper } from "./written-papers";

/** What a process that makes a pack is told. Beyond this the public pack's knows what the public may read, and nothing else. */
export type PackOrder = {
  meetingId: string;
  kind: PackKind;
  rightHand: boolean;
  /** Where the council's site is. */
  site: string | undefined;
  /** How many pages each restricted paper has, by its key: so many are kept free for it in the public pack. */
  withheld: Readonly<Record<string, number>>;
  /** Papers that were taken down: where they stood, and how many pages they had. Nothing of what they were. */
  takenDown: readonly { id: string; itemId: string | null; position: number; isLate: boolean; had: PageRange }[];
};

/** What is to be put into the pack for a paper. */
export type PaperContent =
  | {
      kind: "file";
      fileId: string;
      sha256: string;
      mediaType: string;
      fileName: string;
      alternativeText: string | null;
    }
  | { kind: "document"; document: PrintedDocument }
  | { kind: "withheld"; pages: number; placeholder: Placeholder };

export type PaperInPack = {
  id: string;
  itemId: string | null;
  title: string;
  kind: string;
  byAsPrinted: string | null;
  openSince: Date | null;
  replacesId: string | null;
  had: PageRange | null;
  standing: "here" | "replaced" | "taken down";
  /** Why the public may not read it. */
  placeholder: Placeholder | null;
  /** Null where there is nothing to put in: what is to follow, or was not put up. */
  content: PaperContent | null;
};

export type PackContents = Awaited<ReturnType<typeof getPackContents>>;

/**
 * What a pack of a meeting is made of: the agenda as anybody may read it, and its papers in order. The public pack is read with
 * the public's own scope, by its own login; the restricted pack looks further only for papers whose listing says that they are restricted.
 * @throws ExpectedError not-found for a meeting that the public may not see
 */
export async function getPackContents(order: PackOrder) {
  const { meetingId, kind } = order;
  const at = await publicDb.meeting.findFirst({
    where: { AND: [{ id: meetingId }, readable(PUBLIC_SCOPE)] },
    select: { slug: true, date: true, body: { select: { slug: true } } },
  });
  if (!at) throw notFound();
  const site = await getSite(PUBLIC_SCOPE);
  const day = isPlainDate(at.date) && at.date < site.clock.date ? at.date : site.clock.date;
  const meeting = await getMeeting(PUBLIC_SCOPE, { body: at.body.slug, meeting: at.slug }, day);
  const listed = await listPapers(meetingId);
  const inside = kind === "restricted" ? readScope({ kind: "system", job: "make-pack" }) : PUBLIC_SCOPE;

  const papers: (PaperInPack & { position: number })[] = [];
  for (const paper of listed) {
    const item = meeting.agenda.find(({ id }) => id === paper.agendaItemId);
    const around = { site, meeting, item };
    papers.push({ ...asInPack(paper), content: await contentOf(paper, { inside, order, around }) });
  }
  for (const [itemId, { document, ...paper }] of await unlistedPapers(site, meeting)) {
    papers.push({ ...UNLISTED, ...paper, itemId, content: { kind: "document", document } });
  }
  for (const { id, itemId, position, isLate, had } of order.takenDown) {
    const openSince = isLate ? new Date(8.64e15) : null;
    papers.push({ ...GONE, id, itemId, position, had, openSince });
  }
  const places = new Map<string | null, number>(meeting.agenda.map(({ id }, index) => [id, index + 1]));
  const place = ({ itemId }: { itemId: string | null }) => places.get(itemId) ?? 0;
  return { order, site, meeting, papers: papers.toSorted((a, b) => place(a) - place(b) || a.position - b.position) };
}

/** Before whatever papers its item has. */
const UNLISTED = { position: 0, byAsPrinted: null, replacesId: null, standing: "here", placeholder: null } as const;

const GONE = {
  title: "",
  kind: "other",
  byAsPrinted: null,
  replacesId: null,
  standing: "taken down",
  placeholder: null,
  content: null,
} as const;

const LISTING = {
  id: true,
  kind: true,
  title: true,
  byAsPrinted: true,
  agendaItemId: true,
  position: true,
  pageFrom: true,
  pageTo: true,
  restriction: true,
  paragraphs: true,
  publicInterest: true,
  confidentialGround: true,
  restrictionSignedById: true,
  heldBack: true,
  openSince: true,
  replacesId: true,
  replacedBy: { select: { audience: true } },
  proposalId: true,
  report: { select: { slug: true } },
} as const satisfies Prisma.PaperSelect;

type Listed = Prisma.PaperGetPayload<{ select: typeof LISTING }>;

/** Every paper that anybody may know of, with those that another replaced. A meeting's own file is a pack made elsewhere. */
const listPapers = (meetingId: string) =>
  publicDb.paper.findMany({
    where: {
      AND: [
        readable(PUBLIC_SCOPE),
        { takenDownAt: null, OR: [{ meetingId }, { agendaItem: { is: { meetingId } } }] },
        { NOT: { agendaItemId: null, kind: "other" } },
      ],
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: LISTING,
  });

const asInPack = (paper: Listed) => ({
  id: paper.id,
  itemId: paper.agendaItemId,
  position: paper.position,
  title: paper.title,
  kind: paper.kind,
  byAsPrinted: paper.byAsPrinted,
  openSince: paper.openSince,
  replacesId: paper.replacesId,
  had: paper.pageFrom === null ? null : { from: paper.pageFrom, to: paper.pageTo ?? paper.pageFrom },
  standing: paper.replacedBy?.audience === "public" ? ("replaced" as const) : ("here" as const),
  placeholder: whyShut(paper),
});

/** The ground of a confidential paper is stored as a word. */
const whyShut = (paper: Listed) =>
  placeholderFor({ ...paper, confidentialGround: paper.confidentialGround as ConfidentialGround | null });

type Looking = { inside: ReadScope; order: PackOrder; around: Parameters<typeof writtenPaper>[2] };

async function contentOf(paper: Listed, { inside, order, around }: Looking): Promise<PaperContent | null> {
  if (paper.heldBack || paper.replacedBy?.audience === "public") return null;
  const placeholder = whyShut(paper);
  const pages = order.withheld[paper.id];
  if (placeholder && order.kind === "public") return pages ? { kind: "withheld", pages, placeholder } : null;
  const scope = placeholder ? inside : PUBLIC_SCOPE;
  const file = await reader(scope).paperFile.findFirst({
    where: { AND: [{ paperId: paper.id, scan: "clean" }, readableContent(scope)] },
    orderBy: { number: "desc" },
    select: { id: true, sha256: true, mediaType: true, fileName: true, alternativeText: true },
  });
  const asFile = file && ({ kind: "file", fileId: file.id, ...file } as const);
  if (asFile && hasPages(asFile.mediaType)) return asFile;
  const document = await writtenPaper(scope, paper, around);
  return document ? { kind: "document", document } : asFile;
}
