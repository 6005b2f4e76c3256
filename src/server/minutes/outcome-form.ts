import { formatWord } from "@/domain/bodies/body-words";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { formatFullDate } from "@/domain/calendar/plain-date";
import type { Client } from "@/server/db";
import { listPeople as listGroupPeople } from "@/server/review-groups/form";
import { listBodies, listPeople } from "@/server/workflow/choices";
import type { FieldGroup, StepOption } from "@/server/workflow/step-field";
import { recipientGroup } from "./recipients";

/** Formats that a meeting sets up in a minute. */
export const GROUP_FORMATS = ["working_group", "task_and_finish_group", "policy_development_panel"] as const;

type Of = {
  bodyId: string;
  today: PlainDate;
  heading: string;
  /** Whether the item is one of the committee's programme, which a deferral gives a new place. */
  hasProgrammeItem: boolean;
};

/** What may follow from a decision at once, each behind a word: nothing of it has to be filled in. */
export async function outcomeFields(client: Client, of: Of): Promise<FieldGroup[]> {
  const [people, bodies, members, slots] = await Promise.all([
    listPeople(client, of.today),
    listBodies(client, { until: null }),
    listGroupPeople(client, of.bodyId, of.today),
    listSlots(client, of),
  ]);
  return [
    followUpGroup(people, "What it asks of somebody"),
    recipientGroup(bodies, of.heading),
    {
      name: "group",
      title: "A review group that it sets up",
      hint: "Its terms of reference are the words of the decision",
      fields: [
        { kind: "line", name: "groupName", label: "Name of the group" },
        {
          kind: "one",
          name: "format",
          label: "Format",
          options: GROUP_FORMATS.map((format) => ({ value: format, label: formatWord(format) })),
          value: "working_group",
        },
        { kind: "several", name: "memberIds", label: "Members", options: members },
        { kind: "date", name: "endsOn", label: "It ends on" },
        { kind: "yes", name: "membersAnswer", label: "The members answer for what is asked, too" },
      ],
    },
    ...(of.hasProgrammeItem
      ? [
          {
            name: "slot",
            title: "A new place in the programme",
            hint: "For an item that is deferred",
            fields: [
              {
                kind: "one" as const,
                name: "newSlot",
                label: "Deferred to",
                none: "Not moved now",
                options: [{ value: NO_SLOT, label: "No meeting yet" }, ...slots],
              },
            ],
          },
        ]
      : []),
    {
      name: "warned",
      title: "In spite of a warning",
      fields: [
        {
          kind: "prose",
          name: "inSpite",
          label: "Why it is recorded all the same",
          hint: "Asked where something is pointed out, and kept in the history",
        },
      ],
    },
  ];
}

/** A deferral without a meeting to come. */
export const NO_SLOT = "none";

/** The fields of something that a minute asks somebody to do. */
export const followUpGroup = (people: readonly StepOption[], title: string): FieldGroup => ({
  name: "followUp",
  title,
  hint: "Public at once. Its words are those of the decision, unless others stand here",
  fields: [
    { kind: "one", name: "ownerIds", label: "Who answers for it", none: "Nobody", options: people },
    { kind: "one", name: "owner2", label: "And", none: "Nobody else", options: people },
    { kind: "one", name: "owner3", label: "And", none: "Nobody else", options: people },
    { kind: "date", name: "dueOn", label: "By when", hint: "Leave it empty for the next meeting" },
    { kind: "prose", name: "followUpText", label: "What is to be done", hint: "Where it is not the decision itself" },
  ],
});

/** Meetings of the body to come. */
async function listSlots(client: Client, { bodyId, today }: Of): Promise<StepOption[]> {
  const meetings = await client.meeting.findMany({
    where: { bodyId, date: { gt: today }, status: { in: ["planned", "convened", "published"] } },
    orderBy: { date: "asc" },
    take: 20,
    select: { id: true, date: true },
  });
  return meetings.map(({ id, date }) => ({ value: id, label: formatFullDate(date) }));
}
