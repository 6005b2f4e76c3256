import type { Actor } from "@/domain/access/actor";
import { inTransaction } from "@/server/db";
import { expectedFailure } from "@/server/errors";
import { carryOutPublication, recordRefusedPublication } from "@/server/meetings/commands";
import { announcePublicPagesChanged } from "@/server/public-pages/announcement";
import type { Jobs, Outcome } from "./queues";

const PUBLISHER: Actor = { kind: "system", job: "publish-meeting" };

/**
 * Publishes a meeting at its time. Run again it publishes nothing again, but says once more that pages changed: it may be
 * running again because saying so failed. A refusal is kept with the schedule, for the people who can act on it, and is not
 * tried again: it would only publish later what somebody has since begun to mend.
 */
export async function publishScheduledMeeting({ scheduledId }: Jobs["publish-meeting"]): Promise<Outcome> {
  try {
    const outcome = await inTransaction((tx) => carryOutPublication(tx, PUBLISHER, { scheduledId }));
    if (outcome !== "not yet") await announcePublicPagesChanged();
    return { done: { outcome } };
  } catch (error) {
    const failure = expectedFailure(error);
    if (failure?.kind !== "refused") throw error;
    await inTransaction((tx) => recordRefusedPublication(tx, PUBLISHER, { scheduledId, refusal: failure.refusal }));
    const { sentence, findings } = failure.refusal;
    return { refused: [sentence, ...findings.map((finding) => finding.sentence)].join(" ") };
  }
}
