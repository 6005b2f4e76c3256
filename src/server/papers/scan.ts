import type { Prisma } from "@/generated/prisma/client";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import { db, inTransaction, type Tx } from "@/server/db";
import { enqueue } from "@/server/jobs/enqueue";
import { publishChange } from "@/server/meetings/published-changes";
import { announcePublicPagesChanged } from "@/server/public-pages/announcement";
import { clamdAddress, scanWithClamd } from "./clamd";
import { keepUpload, removeUnnamed } from "./keep";
import type { ArrivedFile } from "./receive";
import { openPaper } from "./storage";

type Named = Pick<
  Prisma.PaperFileUncheckedCreateInput,
  "paperId" | "bodyId" | "number" | "alternativeText" | "storedById"
>;

/**
 * Keeps an uploaded file and names it as one of a paper's. Where a scanner is configured nobody gets it before it was found clean:
 * until then the door does not open it, to officers neither. Call it last: what is refused after this leaves its bytes to housekeeping.
 */
export async function storeUpload(tx: Tx, file: ArrivedFile, named: Named): Promise<void> {
  const { fileName, mediaType, size, sha256, pages, accessible } = file;
  const isScanned = clamdAddress() !== null;
  const { id } = await tx.paperFile.create({
    select: { id: true },
    data: { ...named, fileName, mediaType, size, sha256, pages, accessible, scan: isScanned ? "waiting" : "clean" },
  });
  if (isScanned) await enqueue(tx, "scan-paper", { fileId: id }, { key: id });
  await keepUpload(tx, file);
}

/**
 * Puts in a job for every file that waits to be looked at, now and then: a scanner that was away for longer than its job was tried
 * again, or a restored backup, which has the files and not the queue.
 */
export async function enqueueWaitingScans(tx: Tx): Promise<void> {
  if (clamdAddress() === null) return;
  const waiting = await tx.paperFile.findMany({ where: { scan: "waiting" }, select: { id: true }, take: 100 });
  for (const { id } of waiting) await enqueue(tx, "scan-paper", { fileId: id }, { key: id });
}

/**
 * Has one file looked through by the scanner. Clean, it can be read from then on; refused, its bytes are removed, and what was found
 * stays for whoever put it up to read.
 * @throws where the scanner cannot be reached or gives no verdict: the file goes on waiting, and the job is tried again
 */
export async function scanPaper({ fileId }: { fileId: string }) {
  const file = await db.paperFile.findUnique({ where: { id: fileId }, select: { sha256: true, scan: true } });
  const address = clamdAddress();
  // It may be running again because saying that pages changed failed.
  if (file?.scan === "clean") await announcePublicPagesChanged();
  if (file?.scan !== "waiting" || !address) return { done: { outcome: "nothing to look at" } };

  const found = await scanWithClamd(address, await openPaper(file.sha256));
  const isOut = await inTransaction((tx) => recordVerdict(tx, fileId, found));
  if (isOut) await announcePublicPagesChanged();
  // After the commit: a verdict that is lost would otherwise leave a file that waits without its bytes.
  if (found) await inTransaction((tx) => removeUnnamed(tx, file.sha256));
  return { done: { outcome: found ? "refused" : "clean" } };
}

/** @returns whether the public can read it from now on */
async function recordVerdict(tx: Tx, fileId: string, found: string | null): Promise<boolean> {
  const { count } = await tx.paperFile.updateMany({
    where: { id: fileId, scan: "waiting" },
    data: found ? { scan: "refused", scanFound: found } : { scan: "clean" },
  });
  if (count === 0) return false;
  const file = await tx.paperFile.findUniqueOrThrow({
    where: { id: fileId },
    include: { paper: { include: { agendaItem: { select: { meetingId: true } } } } },
  });
  const { paper } = file;
  const meetingId = paper.agendaItem?.meetingId ?? paper.meetingId;
  const isOut = !found && file.audience === "public";
  if (isOut && meetingId)
    await publishChange(tx, null, meetingId, {
      kind: "supplement",
      agendaItemId: paper.agendaItemId,
      paperId: paper.id,
      text: `“${paper.title}” was put up.`,
    });
  await recordAudit(tx, {
    actor: { kind: "system", job: "scan-paper" },
    action: found ? "paper.refuseFile" : "paper.clearFile",
    subject: { kind: "paper", id: paper.id, bodyId: paper.bodyId },
    happenedOn: (await getClock(tx)).date,
    after: { file: file.fileName, sha256: file.sha256, ...(found && { found }) },
  });
  return isOut;
}
