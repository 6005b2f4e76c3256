import { followUpWorkflow } from "@/domain/follow-ups/follow-up-workflow";
import type { BodySlug } from "./bodies";
import type { MeetingName } from "./meetings";
import type { LoadedMinutes } from "./minutes-2016-06-16";
import type { PersonSlug } from "./people";
import type { AreaSlug } from "./posts";
import type { Ids, Tx } from "./register";
import type { TopicSlug } from "./topic-facts";

type Loaded = {
  people: Ids<PersonSlug>;
  bodies: Ids<BodySlug>;
  areas: Ids<AreaSlug>;
  meetings: Ids<MeetingName>;
  topics: Ids<TopicSlug>;
  minutes: LoadedMinutes;
};

const OWNERS: readonly PersonSlug[] = ["paul-leivers", "fred-drane", "steve-butler", "david-walsh", "kate-wheller"];

/** The tracker's third row; the two before it are recommendations with their answers. */
export async function loadFollowUps(
  tx: Tx,
  { people, bodies, areas, meetings, topics, minutes }: Loaded,
): Promise<void> {
  const done =
    "Meetings held on 15 July, 19 August and 19 September 2016. There is a report on the agenda for this meeting.";
  await tx.followUp.create({
    data: {
      bodyId: bodies["people-and-communities"],
      minuteId: minutes.minute(10).id,
      topicId: topics["community-offer-for-living-and-learning"],
      text: "That a member working group be set up to engage in the development of the Community Offer.",
      status: "done_claimed",
      raisedOn: "2016-06-16",
      dueNextMeeting: true,
      dueMeetingId: meetings["committee-2016-10-11"],
      evidence: done,
      areaId: areas["adult-and-community-services"],
      keepers: OWNERS.map((owner) => people[owner]),
      audience: followUpWorkflow.statuses.done_claimed.audience,
      owners: { create: OWNERS.map((owner, index) => ({ personId: people[owner], position: index + 1 })) },
      notes: { create: { on: "2016-09-30", personId: people["helen-whitby"], text: done } },
    },
  });
}
