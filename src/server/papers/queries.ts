import type { ReadScope } from "@/domain/access/read-scope";
import { recordKey } from "@/domain/access/record-key";
import { readable, readableContent } from "@/server/access/readable";
import { db, reader } from "@/server/db";
import { notFound } from "@/server/errors";

/** A stored file, for the one door it leaves by. Everything else lists papers, and never sees where their bytes are kept. */
export type StoredFile = {
  id: string;
  fileName: string;
  mediaType: string;
  size: number;
  sha256: string;
  /** Anybody may read it, so that a cache may keep it. */
  isPublic: boolean;
  isRestricted: boolean;
};

/**
 * A file that has been scanned and found clean. One that was corrected before the paper went up stays inside: what is public is
 * what was published.
 * @throws ExpectedError "not-found" for what is not there, and in the same time for what this reader may not see
 */
export async function getPaperFile(scope: ReadScope, id: string): Promise<StoredFile> {
  const file = await reader(scope).paperFile.findFirst({
    where: { AND: [{ id: recordKey(id), scan: "clean" }, readableContent(scope)] },
    select: {
      id: true,
      fileName: true,
      mediaType: true,
      size: true,
      sha256: true,
      audience: true,
      restriction: true,
      paper: {
        select: { files: { where: { scan: "clean" }, orderBy: { number: "desc" }, take: 1, select: { id: true } } },
      },
    },
  });
  if (!file) throw notFound();
  const { audience, restriction, paper, ...stored } = file;
  const isLatest = paper.files[0]?.id === file.id;
  if (!isLatest && scope.personId === null) throw notFound();
  return { ...stored, isPublic: isLatest && audience === "public", isRestricted: restriction !== "public" };
}

/**
 * Notes that this person is about to read something restricted. Await it before the first byte leaves: a view
 * that cannot be recorded, for want of a database or of a name, does not happen.
 */
export async function recordRestrictedView(personId: string | null, fileId: string): Promise<void> {
  if (personId === null) throw new Error("Something restricted was about to be read by nobody in particular.");
  await db.restrictedView.create({ data: { personId, subjectKind: "paper file", subjectId: fileId } });
}

/**
 * A paper as whoever may take it down has to know it. Who may, the caller asks.
 * @throws ExpectedError "not-found", also for a paper of no meeting
 */
export async function getPaperToTakeDown(scope: ReadScope, id: string) {
  const meeting = { select: { slug: true, date: true, body: { select: { slug: true, shortName: true } } } };
  const found = await reader(scope).paper.findFirst({
    where: { AND: [{ id: recordKey(id) }, readable(scope)] },
    select: {
      title: true,
      version: true,
      bodyId: true,
      takenDownAt: true,
      meeting,
      agendaItem: { select: { meeting } },
    },
  });
  const of = found?.meeting ?? found?.agendaItem?.meeting;
  if (!found || !of) throw notFound();
  const { agendaItem, ...paper } = found;
  return { ...paper, meeting: of };
}
