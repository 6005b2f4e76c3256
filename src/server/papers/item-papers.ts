import type { ReadScope } from "@/domain/access/read-scope";
import { readable, readableContent } from "@/server/access/readable";
import { reader } from "@/server/db";
import { clamdAddress } from "./clamd";

/** The papers under an item as whoever serves the body works on them: with the state of each one's latest file. */
export async function listItemPapers(scope: ReadScope, agendaItemId: string) {
  const papers = await reader(scope).paper.findMany({
    where: { AND: [{ agendaItemId, replacedBy: { is: null } }, readable(scope)] },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      id: true,
      version: true,
      title: true,
      kind: true,
      byAsPrinted: true,
      restriction: true,
      restrictionSignedById: true,
      heldBack: true,
      replacesId: true,
      takenDownAt: true,
      proposalId: true,
      report: { select: { slug: true } },
      files: {
        where: readableContent(scope),
        orderBy: { number: "desc" },
        take: 1,
        select: {
          id: true,
          number: true,
          fileName: true,
          mediaType: true,
          pages: true,
          size: true,
          accessible: true,
          alternativeText: true,
          scan: true,
          scanFound: true,
        },
      },
    },
  });
  return papers.map(({ files, ...paper }) => ({
    ...paper,
    file: files[0] ?? null,
    /** Nothing of it is written here: it is what was uploaded. */
    isUploaded: paper.report === null && paper.proposalId === null,
  }));
}

export type ItemPaper = Awaited<ReturnType<typeof listItemPapers>>[number];

/**
 * Papers under an item in whose place another stands: each is still where it was read, until it is taken down.
 */
export async function listReplacedPapers(scope: ReadScope, agendaItemId: string) {
  const papers = await reader(scope).paper.findMany({
    where: { AND: [{ agendaItemId, replacedBy: { isNot: null }, takenDownAt: null }, readable(scope)] },
    orderBy: { id: "asc" },
    select: {
      id: true,
      title: true,
      files: {
        where: { AND: [{ scan: "clean" }, readableContent(scope)] },
        orderBy: { number: "desc" },
        take: 1,
        select: { id: true, fileName: true, mediaType: true, pages: true },
      },
    },
  });
  return papers.flatMap(({ files: [file], ...paper }) => (file ? [{ ...paper, file }] : []));
}

export type ReplacedPaper = Awaited<ReturnType<typeof listReplacedPapers>>[number];

/** Whether files are looked through by a scanner before anybody gets them. */
export const isScanned = (): boolean => clamdAddress() !== null;
