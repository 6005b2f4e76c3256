import type { ReadScope } from "@/domain/access/read-scope";
import { formatDate } from "@/domain/calendar/plain-date";
import type { AgendaItemKind, Reporting } from "@/domain/meetings/agenda";
import { mayStandUnder, type Ordered } from "@/domain/meetings/agenda-order";
import type { ConfidentialGround } from "@/domain/papers/schedule-12a";
import { keysOf, optionsOf } from "@/domain/wording/words-by-value";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import type { Client } from "@/server/db";
import { invalid } from "@/server/errors";
import { heldOn } from "@/server/people/held-on";
import type { Answers } from "@/server/workflow/answers";
import { listOfficers } from "@/server/workflow/choices";
import type { StepField, StepOption } from "@/server/workflow/step-field";
import { PRIVATE_WORDS, type PrivateValues, privateFields, privateFrom } from "./private-items";

/** What an item is for, in words. */
export const ITEM_KINDS: Readonly<Record<AgendaItemKind, string>> = {
  ordinary: "Ordinary business",
  apologies: "Apologies for absence",
  code_of_conduct: "Code of conduct: declarations of interest",
  minutes: "Minutes to confirm",
  matters_raised: "Progress on matters raised",
  public_participation: "Public participation",
  motions: "Motions referred",
  work_programme: "Work programme",
  councillor_questions: "Questions from councillors",
  exclusion: "Exclusion of the public",
  urgent: "Urgent business",
  heading: "Heading: only what stands under it is taken",
};

const REPORTINGS: Readonly<Record<Reporting, string>> = {
  none: "With nothing to read",
  paper: "On paper",
  oral: "Aloud at the meeting",
  to_follow: "On paper that is to follow",
};

/** What is typed of an item. */
export type ItemValues = PrivateValues & {
  title: string;
  kind: AgendaItemKind;
  purpose: string;
  parentId: string | null;
  leadMemberId: string | null;
  officerId: string | null;
  reporting: Reporting;
  educationFunction: boolean | null;
  topicId: string | null;
  programmeItemId: string | null;
  minutesOfId: string | null;
};

/** Names of the fields, as the history says them. */
export const ITEM_WORDS: Readonly<Record<keyof ItemValues, string>> = {
  title: "the title",
  kind: "what it is for",
  purpose: "the purpose",
  parentId: "what it stands under",
  leadMemberId: "the lead member",
  officerId: "the officer",
  reporting: "how it is reported on",
  educationFunction: "whether it is an education function",
  topicId: "the topic",
  programmeItemId: "the programme item",
  minutesOfId: "the minutes it confirms",
  ...PRIVATE_WORDS,
};

type Meeting = { id: string; bodyId: string; date: string };
type Item = Ordered & { title: string };

/** What an item may be linked to; the same lists are offered and believed. */
export async function listItemChoices(
  client: Client,
  scope: ReadScope,
  meeting: Meeting,
  items: readonly Item[],
  itemId: string | null,
) {
  const [seats, officers, topics, programmeItems, earlier] = await Promise.all([
    client.seat.findMany({
      where: { bodyId: meeting.bodyId, role: { not: "support_officer" }, ...heldOn(meeting.date) },
      select: { person: { select: { id: true, name: true, familyName: true } } },
    }),
    listOfficers(client, meeting.date),
    client.topic.findMany({
      where: {
        AND: [{ bodyId: meeting.bodyId, status: { notIn: ["removed", "merged", "rejected"] } }, readable(scope)],
      },
      orderBy: { title: "asc" },
      take: 300,
      select: { id: true, title: true },
    }),
    client.programmeItem.findMany({
      where: {
        AND: [{ bodyId: meeting.bodyId, status: { notIn: ["closed", "withdrawn", "transferred"] } }, readable(scope)],
      },
      orderBy: { title: "asc" },
      take: 300,
      select: { id: true, title: true, meetingId: true },
    }),
    client.meeting.findMany({
      where: {
        AND: [
          {
            OR: [{ bodyId: meeting.bodyId }, { body: { successor: { is: { id: meeting.bodyId } } } }],
            date: { lte: meeting.date },
            id: { not: meeting.id },
            status: { in: ["held", "published", "abandoned"] },
          },
          readable(scope),
        ],
      },
      orderBy: { date: "desc" },
      take: 40,
      select: { id: true, date: true },
    }),
  ]);
  const people = [...new Map(seats.map(({ person }) => [person.id, person])).values()];
  return {
    parents: items.filter(({ id }) => mayStandUnder(items, itemId, id)).map(titled),
    members: people
      .toSorted((a, b) => a.familyName.localeCompare(b.familyName, "en"))
      .map(({ id, name }) => ({ value: id, label: name })),
    officers,
    topics: topics.map(titled),
    // Those that have their place at this meeting stand first.
    programmeItems: programmeItems
      .toSorted((a, b) => Number(b.meetingId === meeting.id) - Number(a.meetingId === meeting.id))
      .map(titled),
    meetings: earlier.map(({ id, date }) => ({ value: id, label: formatDate(date) })),
  };
}

export type ItemChoices = Awaited<ReturnType<typeof listItemChoices>>;

const titled = ({ id, title }: { id: string; title: string }): StepOption => ({ value: id, label: title });

/** The fields of an item's form, with what stands there. */
export function itemFields(choices: ItemChoices, item: ItemValues | null): StepField[] {
  return [
    { kind: "line", name: "title", label: "Title", value: item?.title ?? "" },
    {
      kind: "one",
      name: "kind",
      label: "What it is for",
      options: optionsOf(ITEM_KINDS),
      value: item?.kind ?? "ordinary",
    },
    {
      kind: "prose",
      name: "purpose",
      label: "Purpose",
      hint: "What the committee is asked to do: to consider, to agree, to note",
      value: item?.purpose ?? "",
    },
    {
      kind: "one",
      name: "parentId",
      label: "Stands under",
      none: "Nothing: it has a number of its own",
      options: choices.parents,
      value: item?.parentId ?? null,
    },
    {
      kind: "one",
      name: "leadMemberId",
      label: "Lead member",
      none: "None",
      options: choices.members,
      value: item?.leadMemberId ?? null,
    },
    {
      kind: "one",
      name: "officerId",
      label: "Officer",
      hint: "Who reports on it, or answers questions",
      none: "None",
      options: choices.officers,
      value: item?.officerId ?? null,
    },
    {
      kind: "one",
      name: "reporting",
      label: "How it is reported on",
      options: optionsOf(REPORTINGS),
      value: item?.reporting ?? "none",
    },
    {
      kind: "one",
      name: "educationFunction",
      label: "About an education function?",
      hint: "Co-opted members for education vote on it if it is",
      none: "Not said",
      options: [
        { value: "yes", label: "Yes" },
        { value: "no", label: "No" },
      ],
      value: item?.educationFunction == null ? null : item.educationFunction ? "yes" : "no",
    },
    {
      kind: "one",
      name: "topicId",
      label: "Topic",
      none: "None",
      options: choices.topics,
      value: item?.topicId ?? null,
    },
    {
      kind: "one",
      name: "programmeItemId",
      label: "Item of the work programme",
      none: "None",
      options: choices.programmeItems,
      value: item?.programmeItemId ?? null,
    },
    {
      kind: "one",
      name: "minutesOfId",
      label: "Confirms the minutes of",
      none: "None",
      options: choices.meetings,
      value: item?.minutesOfId ?? null,
    },
    ...privateFields(item),
  ];
}

/** @throws ExpectedError invalid, for the field that says what cannot be so */
export function itemFrom(answers: Answers, choices: ItemChoices, before: ItemValues | null): ItemValues {
  const title = answers.text("title");
  if (!title) throw invalid("title", "Say what the item is called.");
  if (title.length > 500) throw invalid("title", "Say it in 500 characters or fewer.");
  // What stands there already may stay, also where it is offered no longer.
  const among = (
    field: "parentId" | "leadMemberId" | "officerId" | "topicId" | "programmeItemId" | "minutesOfId",
    options: readonly StepOption[],
  ) => {
    const id = answers.id(field);
    if (id !== null && id !== before?.[field] && !options.some(({ value }) => value === id))
      throw invalid(field, "Choose one of those on the list.");
    return id;
  };
  const education = answers.oneOf("educationFunction", ["yes", "no"]);
  return {
    title,
    kind: answers.oneOf("kind", keysOf(ITEM_KINDS)) ?? "ordinary",
    purpose: answers.text("purpose"),
    parentId: among("parentId", choices.parents),
    leadMemberId: among("leadMemberId", choices.members),
    officerId: among("officerId", choices.officers),
    reporting: answers.oneOf("reporting", keysOf(REPORTINGS)) ?? "none",
    educationFunction: education === null ? null : education === "yes",
    topicId: among("topicId", choices.topics),
    programmeItemId: among("programmeItemId", choices.programmeItems),
    minutesOfId: among("minutesOfId", choices.meetings),
    ...privateFrom(answers),
  };
}

/** An item's values as a row has them. */
export const itemValues = (row: Prisma.AgendaItemGetPayload<object>): ItemValues => ({
  title: row.title,
  kind: row.kind,
  purpose: row.purpose,
  parentId: row.parentId,
  leadMemberId: row.leadMemberId,
  officerId: row.officerId,
  reporting: row.reporting,
  educationFunction: row.educationFunction,
  topicId: row.topicId,
  programmeItemId: row.programmeItemId,
  minutesOfId: row.minutesOfId,
  inPrivate: row.inPrivate,
  paragraphs: row.paragraphs,
  publicInterest: row.publicInterest,
  confidentialGround: row.confidentialGround as ConfidentialGround | null,
});

/** An item's values in the words that its form shows them by. */
export function itemInWords(values: ItemValues, choices: ItemChoices): Record<string, string> {
  return Object.fromEntries(
    itemFields(choices, values).map((field) => {
      if (field.kind === "several") {
        const chosen = field.options.filter(({ value }) => field.value?.includes(value));
        return [field.name, chosen.map(({ label }) => label).join("; ")];
      }
      if (field.kind === "one") {
        const chosen = field.options.find(({ value }) => value === field.value);
        return [field.name, chosen?.label ?? field.none ?? ""];
      }
      return [field.name, "value" in field && typeof field.value === "string" ? field.value : ""];
    }),
  );
}
