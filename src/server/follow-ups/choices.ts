import type { ReadScope } from "@/domain/access/read-scope";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { readable } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { invalid } from "@/server/errors";
import { heldOn } from "@/server/meetings/queries";
import type { Client, StepOption } from "@/server/workflow/steps";

const MOST_LISTED = 200;
const MOST_SAID = 80;

export const shortened = (words: string, most = MOST_SAID): string =>
  words.length > most ? `${words.slice(0, most - 2).trimEnd()} …` : words;

/** Whoever holds a seat or a post on the day, by name, with what they are. */
export async function listOwners(client: Client, today: PlainDate): Promise<StepOption[]> {
  const found = await client.person.findMany({
    where: { mergedIntoId: null, OR: [{ seats: { some: heldOn(today) } }, { posts: { some: heldOn(today) } }] },
    orderBy: [{ familyName: "asc" }, { name: "asc" }],
    select: { id: true, name: true, posts: { where: heldOn(today), take: 1, select: { title: true } } },
  });
  return found.map(({ id, name, posts }) => ({
    value: id,
    label: [name, ...posts.map(({ title }) => title)].join(", "),
  }));
}

/** Minutes of a body's last meetings that may ask for something, the latest first. */
export async function listMinutes(client: Client, scope: ReadScope, bodyId: string): Promise<StepOption[]> {
  const found = await client.minute.findMany({
    where: { AND: [{ minutes: { meeting: { bodyId } } }, readable(scope)] },
    orderBy: [{ minutes: { meeting: { date: "desc" } } }, { position: "asc" }],
    take: MOST_LISTED,
    select: { id: true, number: true, headings: true, minutes: { select: { meeting: { select: { date: true } } } } },
  });
  return found.map(({ id, number, headings, minutes }) => ({
    value: id,
    label: `${formatDate(minutes.meeting.date)}${number === null ? "" : `, minute ${number}`}: ${shortened(headings.join(" and "))}`,
  }));
}

/** Topics with a body, those suggested last first. */
export async function listTopics(client: Client, scope: ReadScope, bodyId: string): Promise<StepOption[]> {
  const found = await client.topic.findMany({
    where: { AND: [{ bodyId, status: { notIn: ["removed", "merged"] } }, readable(scope)] },
    orderBy: [{ suggestedOn: "desc" }, { title: "asc" }],
    take: MOST_LISTED,
    select: { id: true, title: true },
  });
  return found.map(({ id, title }) => ({ value: id, label: title }));
}

/** Other follow-ups of the body that are not over. */
export async function listSuccessors(
  client: Client,
  scope: ReadScope,
  { id, bodyId }: { id: string; bodyId: string },
): Promise<StepOption[]> {
  const found = await client.followUp.findMany({
    where: {
      AND: [
        { bodyId, id: { not: id }, status: { in: ["open", "in_progress", "done_claimed", "on_hold"] } },
        readable(scope),
      ],
    },
    orderBy: [{ raisedOn: "desc" }, { id: "asc" }],
    take: MOST_LISTED,
    select: { id: true, text: true, raisedOn: true },
  });
  return found.map(({ id, text, raisedOn }) => ({ value: id, label: `${formatDate(raisedOn)}: ${shortened(text)}` }));
}

/** Items of the body's programme that are not over. */
export async function listProgrammeItems(client: Client, scope: ReadScope, bodyId: string): Promise<StepOption[]> {
  const found = await client.programmeItem.findMany({
    where: { AND: [{ bodyId, status: { notIn: ["closed", "withdrawn", "transferred"] } }, readable(scope)] },
    orderBy: { title: "asc" },
    take: MOST_LISTED,
    select: { id: true, title: true, ...ACCESS, meeting: { select: { ...ACCESS, date: true } } },
  });
  return found.map(({ id, title, meeting }) => {
    const seen = visible(scope, meeting);
    return { value: id, label: seen ? `${title}, ${formatDate(seen.date)}` : title };
  });
}

/** The next meeting of a body that the public may know of; null where none is fixed. */
export const nextMeetingOf = (client: Client, bodyId: string, today: PlainDate): Promise<{ id: string } | null> =>
  client.meeting.findFirst({
    where: { bodyId, date: { gt: today }, status: { in: ["convened", "published"] } },
    orderBy: { date: "asc" },
    select: { id: true },
  });

/** What was chosen, if it is one of what could be chosen. @throws ExpectedError invalid for the field */
export async function chosen(
  id: string | null,
  field: string,
  options: () => Promise<readonly StepOption[]>,
): Promise<string | null> {
  if (id !== null && !(await options()).some(({ value }) => value === id))
    throw invalid(field, "Choose one of those on the list.");
  return id;
}
