import { meetingWorkflow } from "@/domain/meetings/meeting-workflow";
import type { AgendaItemKind, Reporting } from "@/generated/prisma/enums";
import type { BodySlug } from "./bodies";
import { type MeetingName, PUBLISHED_AT } from "./meetings";
import type { PersonSlug } from "./people";
import type { ItemName } from "./programme-facts";
import type { Ids, Tx } from "./register";
import type { TopicSlug } from "./topic-facts";

type AgendaFacts = {
  kind: AgendaItemKind;
  title: string;
  purpose?: string;
  leadMember?: PersonSlug;
  reporting?: Reporting;
  pages?: readonly [number, number];
  minutesOf?: MeetingName;
  topic?: TopicSlug;
  programmeItem?: ItemName;
  /** The item it stands under, by its printed number. */
  under?: string;
};

/** By their printed numbers, which are computed from the order and stand here only as names. */
const AGENDA = {
  "1": { kind: "apologies", title: "Apologies for absence" },
  "2": {
    kind: "code_of_conduct",
    title: "Code of Conduct",
    purpose:
      "Members check for disclosable pecuniary interests, make sure they are registered, say so here, and withdraw unless they hold a dispensation.",
  },
  "3": {
    kind: "minutes",
    title: "Minutes",
    purpose: "To confirm and sign the minutes of the meeting held on 16 June 2016.",
    pages: [5, 12],
    minutesOf: "committee-2016-06-16",
  },
  "4": {
    kind: "matters_raised",
    title: "Progress on matters raised at previous meetings",
    purpose: "To consider a report by the Interim Director for Adult and Community Services.",
    pages: [13, 18],
  },
  "5": {
    kind: "public_participation",
    title: "Public participation",
    purpose: "To receive any questions or statements by members of the public.",
  },
  "6": { kind: "motions", title: "Motions referred from County Council" },
  "6(a)": {
    kind: "ordinary",
    title: "Racism and xenophobia: motion from Councillor Andy Canning",
    purpose:
      "The County Council referred this motion here on 21 July 2016. The committee considers it with a report on how the council responds to hate crime.",
    reporting: "paper",
    pages: [19, 26],
    topic: "racism-and-xenophobia",
    programmeItem: "racism",
    under: "6",
  },
  "7": { kind: "heading", title: "Progress on scrutiny items" },
  "7(a)": {
    kind: "ordinary",
    title: "Working with Dorset's communities, social capital and community development",
    purpose:
      "To look at co-production with communities, social capital and community development, and from there at social isolation and at how the council considers social value.",
    leadMember: "steve-butler",
    reporting: "paper",
    pages: [27, 40],
    topic: "co-production-and-community-capacity",
    programmeItem: "co-production",
    under: "7",
  },
  "7(b)": {
    kind: "ordinary",
    title: "The Community Offer for Living and Learning",
    purpose: "To consider a report by the Director for Children's Services.",
    leadMember: "david-walsh",
    reporting: "paper",
    pages: [41, 88],
    topic: "community-offer-for-living-and-learning",
    programmeItem: "community-offer",
    under: "7",
  },
  "7(c)": {
    kind: "ordinary",
    title: "Registration services",
    purpose: "To consider an update on the work of the Policy Development Panel on Registration.",
    leadMember: "william-trite",
    reporting: "paper",
    pages: [89, 92],
    topic: "registration-services",
    programmeItem: "registration",
    under: "7",
  },
  "8": { kind: "work_programme", title: "Work programme", pages: [93, 102] },
  "8(a)": { kind: "ordinary", title: "To receive the committee's work programme", under: "8" },
  "8(b)": {
    kind: "ordinary",
    title: "To consider and approve the draft initial scoping documents",
    under: "8",
  },
  "8(c)": { kind: "ordinary", title: "To identify any further areas for scrutiny", under: "8" },
  "9": {
    kind: "councillor_questions",
    title: "Questions from county councillors",
    purpose: "To answer questions received in writing by the Chief Executive in time.",
  },
} as const satisfies Record<string, AgendaFacts>;

export type AgendaNumber = keyof typeof AGENDA;

type Loaded = {
  people: Ids<PersonSlug>;
  bodies: Ids<BodySlug>;
  meetings: Ids<MeetingName>;
  topics: Ids<TopicSlug>;
  items: Ids<ItemName>;
  motionId: string;
};

export async function loadAgenda(tx: Tx, loaded: Loaded): Promise<Ids<AgendaNumber>> {
  const { people, bodies, meetings, topics, items, motionId } = loaded;
  const ids: Record<string, string> = {};
  const siblings: Record<string, number> = {};
  for (const [number, item] of Object.entries(AGENDA) as [AgendaNumber, AgendaFacts][]) {
    const under = item.under ?? "";
    const position = (siblings[under] ?? 0) + 1;
    siblings[under] = position;
    const { id } = await tx.agendaItem.create({
      data: {
        meetingId: meetings["committee-2016-10-11"],
        parentId: ids[under] ?? null,
        position,
        kind: item.kind,
        title: item.title,
        purpose: item.purpose ?? "",
        leadMemberId: item.leadMember ? people[item.leadMember] : null,
        reporting: item.reporting ?? "none",
        // Three members vote on education matters only, and the agenda says of no item that it is one.
        educationFunction: null,
        openSince: PUBLISHED_AT,
        pageFrom: item.pages?.[0] ?? null,
        pageTo: item.pages?.[1] ?? null,
        minutesOfId: item.minutesOf ? meetings[item.minutesOf] : null,
        topicId: item.topic ? topics[item.topic] : null,
        motionId: number === "6(a)" ? motionId : null,
        programmeItemId: item.programmeItem ? items[item.programmeItem] : null,
        bodyId: bodies["people-and-communities"],
        audience: meetingWorkflow.statuses.published.audience,
      },
    });
    ids[number] = id;
  }
  return ids as Ids<AgendaNumber>;
}
