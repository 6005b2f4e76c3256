import { formatWord } from "@/domain/bodies/body-words";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { LegalStatus, ReviewFormat } from "@/domain/review-groups/review-group";
import { keysOf, optionsOf } from "@/domain/wording/words-by-value";
import type { Client } from "@/server/db";
import { heldOn } from "@/server/people/held-on";
import type { Answers } from "@/server/workflow/answers";
import type { StepField, StepOption } from "@/server/workflow/step-field";

/** What a proposal of a group says. */
export type GroupValues = {
  name: string;
  format: ReviewFormat | null;
  legalStatus: LegalStatus | null;
  termsOfReference: string;
  topicIds: readonly string[];
  memberIds: readonly string[];
  balanced: boolean | null;
  endsOn: PlainDate | null;
};

const FORMATS = [
  "task_and_finish_group",
  "policy_development_panel",
  "working_group",
  "review_board",
  "standing_panel",
] as const satisfies readonly ReviewFormat[];

const LEGAL: Readonly<Record<LegalStatus, string>> = {
  informal: "Informal: the committee’s own rules for its groups",
  sub_committee: "Sub-committee: meets in public, politically balanced, nobody of the executive",
};

const BALANCE = { yes: "Yes, or the council set that aside", no: "No" } as const;

/** What can be chosen: who may sit in it, and what it may look into. */
export type GroupChoices = { people: readonly StepOption[]; topics: readonly StepOption[] };

/** The fields of the form, with what stands in them to begin with. */
export function groupFields({ people, topics }: GroupChoices, values?: GroupValues): StepField[] {
  return [
    { kind: "line", name: "name", label: "Name", hint: "As the committee will call it", value: values?.name ?? "" },
    {
      kind: "one",
      name: "format",
      label: "Format",
      options: FORMATS.map((format) => ({ value: format, label: formatWord(format) })),
      value: values?.format ?? null,
    },
    {
      kind: "one",
      name: "legalStatus",
      label: "Legal status",
      options: optionsOf(LEGAL),
      value: values?.legalStatus ?? null,
    },
    {
      kind: "prose",
      name: "termsOfReference",
      label: "Terms of reference",
      hint: "What the group is for, and when it ends",
      value: values?.termsOfReference ?? "",
    },
    ...(topics.length > 0
      ? [
          {
            kind: "several" as const,
            name: "topicIds",
            label: "Topics it looks into",
            hint: "The committee sets it up under an item about one of these, or under its work programme",
            options: topics,
            value: values?.topicIds ?? [],
          },
        ]
      : []),
    { kind: "date", name: "endsOn", label: "It ends on", value: values?.endsOn ?? null },
    {
      kind: "one",
      name: "balanced",
      label: "Do the seats follow the political balance?",
      hint: "Asked of a sub-committee (Local Government and Housing Act 1989 s15)",
      none: "Not worked out",
      options: optionsOf(BALANCE),
      value: values?.balanced === true ? "yes" : values?.balanced === false ? "no" : null,
    },
    {
      kind: "several",
      name: "memberIds",
      label: "Members",
      hint: "They hold their seats from the day that the committee sets the group up",
      options: people,
      value: values?.memberIds ?? [],
    },
  ];
}

/** What the form says. @throws ExpectedError invalid, for its field */
export function groupValues(answers: Answers): GroupValues {
  const balanced = answers.oneOf("balanced", ["yes", "no"]);
  return {
    name: answers.text("name"),
    format: answers.oneOf("format", FORMATS),
    legalStatus: answers.oneOf("legalStatus", keysOf(LEGAL)),
    termsOfReference: answers.text("termsOfReference"),
    topicIds: answers.ids("topicIds"),
    memberIds: answers.ids("memberIds"),
    balanced: balanced === null ? null : balanced === "yes",
    endsOn: answers.date("endsOn"),
  };
}

/** Who may sit in a group: councillors, and whoever sits on the parent as a co-opted member (LGA 2000 s9FA). */
export async function listPeople(client: Client, parentId: string, today: PlainDate): Promise<StepOption[]> {
  const people = await client.person.findMany({
    where: {
      mergedIntoId: null,
      seats: {
        some: {
          AND: [
            heldOn(today),
            { role: { not: "support_officer" } },
            { OR: [{ body: { kind: "council" } }, { bodyId: parentId }] },
          ],
        },
      },
    },
    orderBy: [{ familyName: "asc" }, { name: "asc" }],
    take: 300,
    select: { id: true, name: true },
  });
  return people.map(({ id, name }) => ({ value: id, label: name }));
}

/** Statuses in which a topic is somebody's to look into. */
const OPEN_TOPICS = ["triaged", "scored", "shortlisted", "in_scoping"] as const;

/** What a group may look into: its parent's topics that no other group has. */
export async function listGroupTopics(client: Client, parentId: string, groupId: string | null): Promise<StepOption[]> {
  const topics = await client.topic.findMany({
    where: {
      bodyId: parentId,
      audience: "public",
      OR: [{ groupId: null, status: { in: [...OPEN_TOPICS] } }, ...(groupId ? [{ groupId }] : [])],
    },
    orderBy: { title: "asc" },
    take: 100,
    select: { id: true, title: true },
  });
  return topics.map(({ id, title }) => ({ value: id, label: title }));
}
