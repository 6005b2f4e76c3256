import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { type ReadScope, readScope } from "@/domain/access/read-scope";
import { recordKey } from "@/domain/access/record-key";
import { awaitsSignature, type RestrictionProposal } from "@/domain/papers/paper";
import { restrictionFindings } from "@/domain/papers/restriction-findings";
import type { ConfidentialGround } from "@/domain/papers/schedule-12a";
import { mustBeAllowed, refused } from "@/server/access/allowed";
import { readable, readableContent } from "@/server/access/readable";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import { type Client, db, type Tx } from "@/server/db";
import { ExpectedError, notFound } from "@/server/errors";

const WITH_MEETING = {
  select: { id: true, slug: true, date: true, body: { select: { slug: true, shortName: true } } },
} as const;

async function findUploaded(client: Client, scope: ReadScope, id: string) {
  const found = await client.paper.findFirst({
    // What is written here is restricted where it is written.
    where: { AND: [{ id: recordKey(id), reportId: null, proposalId: null, takenDownAt: null }, readable(scope)] },
    include: {
      body: { select: { parentId: true } },
      meeting: WITH_MEETING,
      agendaItem: { select: { meeting: WITH_MEETING } },
      files: {
        where: { AND: [{ scan: "clean" }, readableContent(scope)] },
        orderBy: { number: "desc" },
        take: 1,
        select: { id: true, mediaType: true, pages: true },
      },
    },
  });
  const meeting = found?.agendaItem?.meeting ?? found?.meeting;
  if (!found || !meeting) throw notFound();
  const { body, files, ...paper } = found;
  const proposal: RestrictionProposal = {
    ...paper,
    confidentialGround: paper.confidentialGround as ConfidentialGround | null,
  };
  return { ...paper, ...proposal, parentBodyId: body.parentId, meeting, file: files[0] ?? null };
}

/**
 * An uploaded paper as whoever signs restrictions has to know it.
 * @throws ExpectedError not-found, also for whoever does not sign it
 */
export async function getPaperToSign(person: Person, id: string) {
  const paper = await findUploaded(db, readScope(person), id);
  if (!can(person, "restriction.sign", paper)) throw notFound();
  return paper;
}

/**
 * Signs that an uploaded paper is kept from the public, as only the proper officer may (LGA 1972 s100B(2)).
 * @throws ExpectedError not-found; refused where Schedule 12A rules it out, or nothing waits to be signed; stale
 */
export async function signPaperRestriction(
  tx: Tx,
  actor: Person,
  { paperId, version }: { paperId: string; version: number },
): Promise<void> {
  const paper = await findUploaded(tx, readScope(actor), paperId);
  mustBeAllowed(actor, "restriction.sign", paper, "Sign the restriction");
  if (!awaitsSignature(paper)) throw refused("wrong-status", "Not signed: nothing about this paper waits for that.");
  const findings = restrictionFindings(paper).filter(({ severity }) => severity === "hard");
  if (findings.length > 0)
    throw new ExpectedError({ kind: "refused", refusal: { code: "against-rule", sentence: "Not signed.", findings } });
  const { date } = await getClock(tx);
  const { count } = await tx.paper.updateMany({
    where: { id: paperId, version },
    data: { restrictionSignedById: actor.personId, restrictionSignedOn: date, version: { increment: 1 } },
  });
  if (count === 0) throw new ExpectedError({ kind: "stale" });
  await recordAudit(tx, {
    actor,
    action: "paper.signRestriction",
    subject: { kind: "paper", id: paperId, bodyId: paper.bodyId },
    happenedOn: date,
    after: { restriction: paper.restriction, paragraphs: [...paper.paragraphs] },
  });
}
