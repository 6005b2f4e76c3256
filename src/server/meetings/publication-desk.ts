import { holdsPost, type Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { meetingWorkflow } from "@/domain/meetings/meeting-workflow";
import { type Move, movesFor } from "@/domain/workflow/workflow";
import { getCalendar, getClock } from "@/server/clock/queries";
import { inTransaction } from "@/server/db";
import { getPublicationSubject } from "./publication-subject";

/** Of a meeting that changed more often than this, the latest. */
const MOST_VERSIONS = 100;

export type PublicationDesk = {
  version: number;
  /** What publishing now would find; none where the agenda is up already, or the meeting is off. */
  publish: Move<string> | null;
  /** A publication that waits for its time. */
  waiting: { at: Date; askedBy: string } | null;
  /** Why the last one that was scheduled did not happen, while nothing was done since. */
  refused: { at: Date; sentence: string } | null;
  /** What was public since when, the latest first; closed where it names a paper that was taken down. */
  versions: readonly { number: number; publishedAt: Date; hash: string; isClosed: boolean }[];
};

/**
 * What whoever publishes this meeting's agenda has to know of it.
 * @returns null for everybody else
 */
export async function getPublicationDesk(actor: Person, meeting: { id: string }): Promise<PublicationDesk | null> {
  if (!holdsPost(actor, "democratic_services")) return null;
  return inTransaction(async (tx) => {
    const [{ instant }, calendar] = [await getClock(tx), await getCalendar(tx)];
    const subject = await getPublicationSubject(tx, readScope(actor), meeting.id, { at: instant, calendar });
    if (!can(actor, "meeting.publish", subject)) return null;
    const [last] = await tx.scheduledPublication.findMany({
      where: { meetingId: meeting.id, state: { in: ["waiting", "refused"] } },
      orderBy: { askedAt: "desc" },
      take: 1,
    });
    const versions = await tx.publication.findMany({
      where: { meetingId: meeting.id },
      orderBy: { number: "desc" },
      take: MOST_VERSIONS,
      select: { number: true, publishedAt: true, hash: true, audience: true },
    });
    const moves = movesFor(meetingWorkflow, subject, { actor, today: actor.day });
    const publish = moves.find(({ name }) => name === "publish") ?? null;
    return {
      version: subject.version,
      publish,
      versions: versions.map(({ audience, ...version }) => ({ ...version, isClosed: audience !== "public" })),
      waiting: last?.state === "waiting" ? { at: last.at, askedBy: last.askedBy } : null,
      refused:
        last?.state === "refused" && publish
          ? { at: last.at, sentence: (last.refusal as { sentence?: string } | null)?.sentence ?? "" }
          : null,
    };
  });
}
