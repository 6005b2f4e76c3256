import type { Waiting } from "@/domain/waiting/waiting";
import type { Asker } from "./asker";
import { followUpsWaiting } from "./follow-ups";
import { groupsWaiting } from "./groups";
import { meetingsWaiting } from "./meetings";
import { minutesWaiting } from "./minutes";
import { papersWaiting } from "./papers";
import { programmeWaiting } from "./programme";
import { questionsWaiting } from "./questions";
import { recommendationsWaiting } from "./recommendations";
import { reportsWaiting } from "./reports";
import { scopingWaiting } from "./scoping";
import { topicsWaiting } from "./topics";

/** Everything that waits for somebody today, from the records that are open to them; nobody keeps a list of it. */
export async function listWaiting(asker: Asker): Promise<Waiting[]> {
  const found = await Promise.all(
    [
      meetingsWaiting,
      questionsWaiting,
      minutesWaiting,
      reportsWaiting,
      papersWaiting,
      topicsWaiting,
      scopingWaiting,
      programmeWaiting,
      groupsWaiting,
      recommendationsWaiting,
      followUpsWaiting,
    ].map((ask) => ask(asker)),
  );
  return found.flat();
}
