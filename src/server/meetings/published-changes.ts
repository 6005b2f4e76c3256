import type { Actor } from "@/domain/access/actor";
import type { MeetingEntryKind } from "@/generated/prisma/client";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { notFound } from "@/server/errors";
import { requestPacks } from "@/server/packs/request";
import { takeSnapshot } from "./publication-snapshot";

export type PublishedChange = {
  kind: MeetingEntryKind;
  /** What it said and what it says now, in a sentence for everybody. */
  text: string;
  agendaItemId?: string | null;
  /** The paper that the text names: the entry closes with it when it is taken down. */
  paperId?: string | null;
  /** The business clock's instant where none is given. */
  at?: Date;
};

/** Of these the public hears from the day the meeting is convened, whether or not its agenda is up. */
const OF_THE_MEETING: readonly MeetingEntryKind[] = ["postponed", "cancelled", "further_session"];

/**
 * Says in public, with day and time, what changed since the agenda was published, and keeps what anybody can read from now on as
 * the next snapshot with its hash. Of what nobody outside has seen nothing is said. Call it when the change has been made.
 * @param actor who made it; nobody, where it follows from a change elsewhere
 * @throws ExpectedError not-found for a meeting that is none
 */
export async function publishChange(
  tx: Tx,
  actor: Actor | null,
  meetingId: string,
  { at, ...change }: PublishedChange,
): Promise<void> {
  // Two who change one meeting take turns, so that each snapshot has the change before it and a number of its own.
  const [meeting] = await tx.$queryRaw<{ publishedAt: Date | null; audience: string }[]>`
    SELECT "publishedAt", audience FROM "Meeting" WHERE id = ${meetingId}::uuid FOR NO KEY UPDATE`;
  if (!meeting) throw notFound();
  const isKnown = OF_THE_MEETING.includes(change.kind) && meeting.audience === "public";
  if (!meeting.publishedAt && !isKnown) return;
  const when = at ?? (await getClock(tx)).instant;
  await tx.meetingEntry.create({ data: { ...change, meetingId, at: when } });
  if (meeting.publishedAt) await keepSnapshot(tx, { meetingId, at: when, byId: personIn(actor), gaps: [] });
}

const personIn = (actor: Actor | null) => (actor?.kind === "person" ? actor.personId : null);

type Kept = { meetingId: string; at: Date; byId: string | null; gaps: readonly object[] };

/** Keeps what anybody can read of a meeting in this transaction, under the next number, and has its packs made from it. */
export async function keepSnapshot(tx: Tx, { meetingId, at, byId, gaps }: Kept) {
  const { snapshot, hash } = await takeSnapshot(tx, meetingId);
  const last = await tx.publication.findFirst({
    where: { meetingId },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const publication = await tx.publication.create({
    data: {
      meetingId,
      number: (last?.number ?? 0) + 1,
      publishedAt: at,
      byId,
      snapshot,
      hash,
      gaps: gaps.map((gap) => ({ ...gap })),
    },
    select: { id: true, number: true, hash: true },
  });
  await requestPacks(tx, { meetingId, askedById: byId });
  return publication;
}
