import { minutesWorkflow } from "@/domain/minutes/minutes-workflow";
import { loadAttendance } from "./attendance-2016-06-16";
import type { BodySlug } from "./bodies";
import type { MeetingName } from "./meetings";
import { MINUTES } from "./minutes-facts";
import type { PersonSlug } from "./people";
import type { Ids, Tx } from "./register";
import type { GroupIds } from "./review-groups";
import { JUNE_TOPICS, type TopicSlug } from "./topic-facts";

type Loaded = {
  people: Ids<PersonSlug>;
  bodies: Ids<BodySlug>;
  meetings: Ids<MeetingName>;
  groups: GroupIds;
  topics: Ids<TopicSlug>;
};

/** A minute by its number, and its decisions in their order. */
type LoadedMinute = { id: string; decisions: readonly string[] };
export type LoadedMinutes = { minutesId: string; minute: (number: number) => LoadedMinute };

export async function loadMinutes(
  tx: Tx,
  { people, bodies, meetings, groups, topics }: Loaded,
): Promise<LoadedMinutes> {
  const bodyId = bodies["people-and-communities"];
  const meetingId = meetings["committee-2016-06-16"];
  await loadAttendance(tx, { id: meetingId, bodyId }, people);
  const minutes = await tx.minutes.create({
    data: {
      meetingId,
      bodyId,
      status: "published_draft",
      note: "Prepared by officers as a record of the meeting, to be considered and confirmed at the meeting of 11 October 2016.",
      audience: minutesWorkflow.statuses.published_draft.audience,
    },
  });
  const loaded = new Map<number, LoadedMinute>();
  for (const [index, { number, headings, text, topic, decisions = [] }] of MINUTES.entries()) {
    const minute = await tx.minute.create({
      data: {
        minutesId: minutes.id,
        bodyId,
        position: index + 1,
        number: number ?? null,
        headings: [...headings],
        topicId: topic ? topics[topic] : null,
        text: { create: { markdown: text, bodyId } },
        decisions: {
          create: decisions.map((decision, at) => ({
            position: at + 1,
            kind: decision.kind,
            verb: decision.verb,
            text: decision.text ?? "",
            reason: decision.reason ?? null,
            bodyId,
          })),
        },
      },
      include: { decisions: { orderBy: { position: "asc" } } },
    });
    if (number) loaded.set(number, { id: minute.id, decisions: minute.decisions.map(({ id }) => id) });
  }
  const minute = (number: number) => {
    const found = loaded.get(number);
    if (!found) throw new Error(`There is no minute ${number}.`);
    return found;
  };

  await tx.declaration.create({
    data: {
      meetingId,
      minuteId: minute(2).id,
      personId: people["fred-drane"],
      kind: "general",
      effect: "none",
      declaredOn: "2016-06-16",
      publicText:
        "For minute 4: no disclosable pecuniary interest, but he cares for his wife, and they use carer services.",
    },
  });
  await tx.topic.updateMany({
    where: { id: { in: JUNE_TOPICS.map((slug) => topics[slug]) } },
    data: { originId: minute(8).id },
  });
  const resolution = await tx.authority.create({
    data: { kind: "resolution", decisionId: minute(10).decisions[0] ?? null, bodyId, decidedOn: "2016-06-16" },
  });
  await tx.reviewGroup.update({
    where: { id: groups["community-offer-working-group"] },
    data: { authorityId: resolution.id },
  });
  return { minutesId: minutes.id, minute };
}
