import type { Person } from "@/domain/access/actor";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { inTransaction } from "@/server/db";
import { type ListedQuestion, listQuestions } from "@/server/questions/queries";
import { publishMeeting } from "./commands";
import { getMeeting, type MeetingPage } from "./queries";

/** What takes the publication back that was made to look at it. */
class OnlyALook extends Error {}

export type Preview = { meeting: MeetingPage; questions: readonly ListedQuestion[] };

/**
 * The meeting exactly as the public would read it if its agenda went up now: it is published, read as the public reads it, and
 * taken back, all in one transaction that nobody else sees.
 * @throws ExpectedError refused where something stops it; stale; not-found
 */
export async function previewPublication(
  person: Person,
  meeting: { id: string; version: number; slug: string; body: { slug: string } },
): Promise<Preview> {
  let seen: Preview | undefined;
  try {
    await inTransaction(async (tx) => {
      const { id: meetingId, version, slug, body } = meeting;
      await publishMeeting(tx, person, { meetingId, version, reason: "To look at it." });
      seen = {
        meeting: await getMeeting(PUBLIC_SCOPE, { body: body.slug, meeting: slug }, person.day, tx),
        questions: await listQuestions(PUBLIC_SCOPE, meetingId, tx),
      };
      throw new OnlyALook();
    });
  } catch (error) {
    if (!(error instanceof OnlyALook)) throw error;
  }
  if (!seen) throw new Error("A preview was published.");
  return seen;
}
