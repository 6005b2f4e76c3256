import type { Actor } from "@/domain/access/actor";
import { can, whoMay } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { readable } from "@/server/access/readable";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { ExpectedError, invalid, notFound } from "@/server/errors";
import { requestPacks } from "@/server/packs/request";

type TakeDown = { paperId: string; version: number; reason: string };

/**
 * Emergency take-down of exempt or personal data: the paper, every version that it took the place of, their files and the report or
 * proposal that it lists close to all but their keepers and democratic services, at once and for good. What stays in public is that something was
 * taken down and when, never what it was. The packs that hold it close with it, and are made without it. Say afterwards that public pages changed: formAction() does.
 * @throws ExpectedError not-found for a paper the actor may not see; refused for whoever may not, or when it is down already;
 *   invalid without a reason; stale when somebody changed it first
 */
export async function takeDownPaper(tx: Tx, actor: Actor, { paperId, version, reason }: TakeDown): Promise<void> {
  const paper = await tx.paper.findFirst({
    where: { AND: [{ id: paperId }, readable(readScope(actor))] },
    include: { body: { select: { parentId: true } }, agendaItem: { select: { meetingId: true } } },
  });
  if (!paper) throw notFound();
  if (!can(actor, "meeting.take-down", { ...paper, parentBodyId: paper.body.parentId })) {
    throw refused("not-permitted", `“Take the paper down” is for ${whoMay("meeting.take-down")}.`);
  }
  if (paper.takenDownAt) throw refused("wrong-status", "This paper has been taken down already.");
  if (!reason.trim())
    throw invalid("reason", "Say why it has to come down. This is recorded, and not shown to the public.");

  const clock = await getClock(tx);
  const earlier = await versionsBefore(tx, paper);
  const { count } = await tx.paper.updateMany({
    where: { id: paperId, version },
    data: { audience: "keepers", takenDownAt: clock.instant, version: { increment: 1 } },
  });
  if (count === 0) throw new ExpectedError({ kind: "stale" });

  const meetingId = paper.meetingId ?? paper.agendaItem?.meetingId;
  // Of what the public never saw, a trace in public would be the first it hears.
  if (meetingId && paper.audience === "public") {
    await tx.meetingEntry.create({
      data: { meetingId, agendaItemId: paper.agendaItemId, kind: "takedown", at: clock.instant, text: TRACE },
    });
    await requestPacks(tx, { meetingId, askedById: actor.kind === "person" ? actor.personId : null });
  }
  await recordAudit(tx, {
    actor,
    action: "paper.takeDown",
    subject: { kind: "paper", id: paperId, bodyId: paper.bodyId },
    happenedOn: clock.date,
    before: { audience: paper.audience },
    after: { audience: "keepers", ...(earlier.length > 0 && { earlierVersions: earlier }) },
    reason: reason.trim(),
  });
}

/** Those still up that a paper took the place of, the latest first: the database takes them down with it. */
async function versionsBefore(tx: Tx, { replacesId }: { replacesId: string | null }): Promise<string[]> {
  if (replacesId === null) return [];
  const before = await tx.paper.findUniqueOrThrow({
    where: { id: replacesId },
    select: { id: true, replacesId: true, takenDownAt: true },
  });
  return before.takenDownAt ? [] : [before.id, ...(await versionsBefore(tx, before))];
}

const TRACE = "A paper was taken down after publication.";

const refused = (code: "not-permitted" | "wrong-status", sentence: string) =>
  new ExpectedError({ kind: "refused", refusal: { code, sentence, findings: [] } });
