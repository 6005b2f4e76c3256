import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { type ReadScope, readScope } from "@/domain/access/read-scope";
import { SCRUTINY_COMMITTEES } from "@/domain/bodies/scrutiny-committees";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { AT_WORK } from "@/domain/review-groups/review-group";
import { reviewGroupWorkflow } from "@/domain/review-groups/review-group-workflow";
import { readable } from "@/server/access/readable";
import { listHistory } from "@/server/audit/history";
import { listBodiesOpenTo } from "@/server/bodies/open-to";
import { db } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK } from "@/server/meetings/queries";
import { listResolutions } from "@/server/workflow/authority";
import type { StepField } from "@/server/workflow/step-field";
import { groupFields, listGroupTopics, listPeople } from "./form";
import { groupListedUnder } from "./steps";
import { findGroup } from "./subject";

const MOST_LISTED = 300;

/** Review groups open to the reader, those of each parent together, by name. */
export const listGroups = (scope: ReadScope) =>
  db.reviewGroup.findMany({
    where: readable(scope),
    orderBy: [{ parent: { name: "asc" } }, { body: { name: "asc" } }],
    take: MOST_LISTED,
    select: {
      id: true,
      status: true,
      format: true,
      endsOn: true,
      parent: { select: BODY_LINK },
      body: { select: { slug: true, name: true } },
    },
  });

export type ListedGroup = Awaited<ReturnType<typeof listGroups>>[number];

/** The committees to which this person may propose a group. */
export const listParents = (person: Person) =>
  listBodiesOpenTo(person, "group.decide", { kind: { in: [...SCRUTINY_COMMITTEES] } });

/** The form that proposes a group to this body. */
export const newGroupFields = async (parentId: string, today: PlainDate): Promise<readonly StepField[]> =>
  groupFields(await choicesOf(parentId, null, today));

const choicesOf = async (parentId: string, groupId: string | null, today: PlainDate) => ({
  people: await listPeople(db, parentId, today),
  topics: await listGroupTopics(db, parentId, groupId),
});

/**
 * One group as the office works on it: what it is, who sits in it, what can be changed, what happened to it.
 * @throws ExpectedError "not-found"
 */
export async function getGroup(person: Person, slug: string) {
  const scope = readScope(person);
  const found = await db.reviewGroup.findFirst({
    where: { AND: [{ body: { slug } }, readable(scope)] },
    select: { id: true },
  });
  if (!found) throw notFound();
  const { row, members, subject } = await findGroup(db, scope, found.id, person.day);
  const history = await listHistory(scope, reviewGroupWorkflow, row);
  const decides = can(person, "group.decide", subject);
  const isAtWork = [...AT_WORK, "suspended"].some((status) => status === row.status);
  return {
    row,
    subject,
    members: members.map((member) => {
      const seat = row.body.seats.find(({ personId }) => personId === member.personId);
      return { ...member, role: seat?.role ?? null, slug: seat?.person.slug ?? null };
    }),
    history,
    /** What its proposal says, for whoever may change it. */
    editing: decides && row.status === "proposed" ? await editFields(row, person.day) : null,
    /** Who sits in it, for whoever may change that. */
    seating: decides && isAtWork ? await seatFields(row, person.day) : null,
    extending: decides && isAtWork ? await extensionFields(scope, row) : null,
  };
}

export type GroupPage = Awaited<ReturnType<typeof getGroup>>;
type Row = Awaited<ReturnType<typeof findGroup>>["row"];

const editFields = async (row: Row, today: PlainDate) =>
  groupFields(await choicesOf(row.parentId, row.id, today), {
    name: row.body.name,
    format: row.format,
    legalStatus: row.legalStatus,
    termsOfReference: row.termsOfReference,
    topicIds: row.topics.map(({ id }) => id),
    memberIds: row.proposedMemberIds,
    balanced: row.balanced,
    endsOn: row.endsOn,
  });

async function seatFields({ parentId, body: { seats } }: Row, today: PlainDate): Promise<StepField[]> {
  const known = await listPeople(db, parentId, today);
  const sitting = seats.map(({ personId, person }) => ({ value: personId, label: person.name }));
  const others = known.filter(({ value }) => !sitting.some((seat) => seat.value === value));
  return [
    {
      kind: "one",
      name: "chairId",
      label: "Chair",
      hint: "Elected by the group from among its members",
      none: "None elected yet",
      options: [...sitting, ...others],
      value: seats.find(({ role }) => role === "chair")?.personId ?? null,
    },
    {
      kind: "several",
      name: "memberIds",
      label: "Members",
      options: [...sitting, ...others],
      value: sitting.map(({ value }) => value),
    },
  ];
}

async function extensionFields(scope: ReadScope, row: Row): Promise<StepField[]> {
  const resolutions = await listResolutions(scope, groupListedUnder(row));
  return [
    { kind: "date", name: "until", label: "It now ends on" },
    {
      kind: "one",
      name: "decisionId",
      label: "Resolution of the committee",
      hint:
        resolutions.length === 0 ? "None is in the minutes yet, under an item this group’s work was listed at." : "",
      options: resolutions.map(({ id, on, number, words }) => ({
        value: id,
        label: `${formatDate(on)}${number === null ? "" : `, minute ${number}`}: ${words.slice(0, 90)}`,
      })),
    },
    { kind: "prose", name: "reason", label: "Reason, where it lasts longer than the rule allows" },
  ];
}
