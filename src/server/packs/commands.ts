import type { Actor } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { mustBeAllowed, refused } from "@/server/access/allowed";
import { readable } from "@/server/access/readable";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { notFound } from "@/server/errors";
import { requestPacks } from "./request";

type MakeAgain = { meetingId: string; rightHand: boolean };

/**
 * Has the packs of a published meeting made once more: with other pages, or because something went wrong.
 * @throws ExpectedError not-found; refused for whoever does not publish, and before the agenda is published
 */
export async function makePacksAgain(tx: Tx, actor: Actor, { meetingId, rightHand }: MakeAgain): Promise<void> {
  const meeting = await tx.meeting.findFirst({
    where: { AND: [{ id: meetingId }, readable(readScope(actor))] },
    select: {
      bodyId: true,
      publishedAt: true,
      areaId: true,
      portfolioId: true,
      keepers: true,
      body: { select: { parentId: true } },
    },
  });
  if (!meeting) throw notFound();
  mustBeAllowed(actor, "meeting.publish", { ...meeting, parentBodyId: meeting.body.parentId }, "Make the packs again");
  if (!meeting.publishedAt) {
    throw refused("wrong-status", "Packs are made of a published agenda, and this one is not published yet.");
  }
  const clock = await getClock(tx);
  await requestPacks(tx, { meetingId, rightHand, askedById: actor.kind === "person" ? actor.personId : null });
  await recordAudit(tx, {
    actor,
    action: "meeting.makePacksAgain",
    subject: { kind: "meeting", id: meetingId, bodyId: meeting.bodyId },
    happenedOn: clock.date,
    after: { rightHand },
  });
}
