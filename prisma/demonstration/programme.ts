import { programmeItemWorkflow } from "@/domain/programme/programme-item-workflow";
import { programmeWorkflow } from "@/domain/programme/programme-workflow";
import type { BodySlug } from "./bodies";
import type { MeetingName } from "./meetings";
import type { PersonSlug } from "./people";
import { type AreaSlug, areaOf } from "./posts";
import { ITEMS, type ItemFacts, type ItemName } from "./programme-facts";
import { type Ids, idOf, type Tx } from "./register";
import type { GroupIds } from "./review-groups";
import type { ProposalName } from "./scoping";
import type { TopicSlug } from "./topic-facts";

type Loaded = {
  people: Ids<PersonSlug>;
  bodies: Ids<BodySlug>;
  areas: Ids<AreaSlug>;
  meetings: Ids<MeetingName>;
  groups: GroupIds;
  topics: Ids<TopicSlug>;
  proposals: Ids<ProposalName>;
};

/** The work programme that item 8(a) of 11 October 2016 asks the committee to receive: nobody has adopted it yet. */
export async function loadProgramme(tx: Tx, loaded: Loaded): Promise<Ids<ItemName>> {
  const { people, bodies, areas, meetings, groups, topics, proposals } = loaded;
  const bodyId = bodies["people-and-communities"];
  const programme = await tx.programme.create({
    data: { bodyId, year: "2016/17", status: "draft", audience: programmeWorkflow.statuses.draft.audience },
  });
  const ids: Partial<Record<ItemName, string>> = {};
  for (const [name, item] of Object.entries(ITEMS) as [ItemName, ItemFacts][]) {
    const { id } = await tx.programmeItem.create({
      data: {
        programmeId: programme.id,
        bodyId,
        title: item.title,
        purpose: item.purpose ?? "",
        type: item.type,
        status: item.status,
        linesOfEnquiry: [...(item.linesOfEnquiry ?? [])],
        targetEnd: item.targetEnd ?? null,
        targetAsPrinted: item.targetAsPrinted ?? null,
        slotKind: item.meeting ? "meeting" : "none",
        meetingId: item.meeting ? meetings[item.meeting] : null,
        position: item.position,
        receiverId: item.receiver ? bodies[item.receiver] : null,
        promisedToId: item.promisedTo ? meetings[item.promisedTo] : null,
        topicId: topics[item.topic],
        proposalId: item.proposal ? proposals[item.proposal] : null,
        groupId: item.group ? groups[item.group] : null,
        areaId: idOf(
          areas,
          item.leads.map(({ person }) => areaOf(person)).find((area) => area !== undefined),
        ),
        keepers: item.leads.filter(({ role }) => role === "officer").map(({ person }) => people[person]),
        audience: programmeItemWorkflow.statuses[item.status].audience,
        leads: {
          create: item.leads.map(({ person, role, titleAsPrinted = null }, index) => ({
            personId: people[person],
            role,
            titleAsPrinted,
            position: index + 1,
          })),
        },
      },
    });
    ids[name] = id;
  }
  return ids as Ids<ItemName>;
}
