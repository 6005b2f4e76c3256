import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { publicationRules } from "@/domain/meetings/publication";
import type { Tx as OpenTx } from "@/server/db";
import { takeSnapshot } from "@/server/meetings/publication-snapshot";
import { getPublicationSubject } from "@/server/meetings/publication-subject";
import { keepProgress } from "@/server/progress/keep";
import { type MeetingName, PUBLISHED_AT } from "./meetings";
import type { Ids, Tx } from "./register";

/** The agenda as it went up on 30 September 2016: what anybody could read, and the gaps that stood. */
export async function loadPublication(tx: Tx, meetings: Ids<MeetingName>): Promise<void> {
  const meetingId = meetings["committee-2016-10-11"];
  const subject = await getPublicationSubject(tx as OpenTx, PUBLIC_SCOPE, meetingId, {
    at: PUBLISHED_AT,
    calendar: { additions: [] },
  });
  const gaps = publicationRules.flatMap((rule) =>
    rule(subject, { actor: { kind: "system", job: "demonstration" }, today: "2016-09-30" }),
  );
  const { snapshot, hash } = await takeSnapshot(tx as OpenTx, meetingId);
  await tx.publication.create({
    data: { meetingId, number: 1, publishedAt: PUBLISHED_AT, snapshot, hash, gaps: gaps.map((gap) => ({ ...gap })) },
  });
  await keepProgress(tx as OpenTx, subject, PUBLISHED_AT);
}
