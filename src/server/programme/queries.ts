import type { ReadScope } from "@/domain/access/read-scope";
import { isKey } from "@/domain/access/record-key";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { readable } from "@/server/access/readable";
import { reader } from "@/server/db";
import { notFound } from "@/server/errors";
import { listResolutions } from "@/server/workflow/authority";
import { type Choices, getChoices } from "./choices";
import { getProgrammeBody } from "./desk";
import { AGENDA, cardOf, numberedPlaces } from "./desk-card";
import { type ItemValues, valuesOf } from "./item-values";
import { findPlannedItem, getSurroundings, leadsAs, plannedItem } from "./planned-item";

/**
 * One item with everything its page shows and asks: what it says, where it is, what it is warned of, where it can go, who may
 * lead it, and what has been decided about it.
 * @throws ExpectedError "not-found"
 */
export async function getProgrammeItem(scope: ReadScope, address: { body: string; id: string }, today: PlainDate) {
  const body = await getProgrammeBody(scope, address.body);
  const client = reader(scope);
  const row = await findPlannedItem(client, scope, address.id);
  if (row.bodyId !== body.id) throw notFound();
  const [surroundings, choices, resolutions, agenda] = await Promise.all([
    getSurroundings(client, scope, body.id),
    getChoices(client, { bodyId: body.id, today }),
    listResolutions(scope, { programmeItemId: row.id }),
    row.meeting === null
      ? []
      : client.agendaItem.findMany({
          where: { AND: [{ meetingId: row.meeting.id }, readable(scope)] },
          select: { ...AGENDA, meeting: { select: { id: true, date: true, status: true } } },
        }),
  ]);
  const item = plannedItem(scope, row, surroundings);
  return {
    body,
    card: cardOf(row, item, { scope, today, numbered: numberedPlaces(agenda), agenda }),
    meetings: surroundings.meetings,
    values: valuesOf(row),
    choices: withNamed(choices, row),
    resolutions,
  };
}

/** Whoever and whatever is named already stays among the choices, also where today nobody would be offered it. */
function withNamed(choices: Choices, row: Parameters<typeof valuesOf>[0]): Choices {
  const added = <C extends { id: string }>(offered: readonly C[], named: readonly C[]): C[] => [
    ...offered,
    ...named.filter(({ id }) => !offered.some((choice) => choice.id === id)),
  ];
  const leads = (as: "member" | "officer") =>
    leadsAs(row, as).map(({ personId, person, titleAsPrinted }) => ({
      id: personId,
      name: person.name,
      title: titleAsPrinted ?? "",
      sits: false,
    }));
  return {
    members: added(choices.members, leads("member")),
    officers: added(choices.officers, leads("officer")),
    outcomes: added(
      choices.outcomes,
      row.outcomes.map(({ outcome }) => ({ ...outcome, title: "" })),
    ),
  };
}

const NOTHING_YET: ItemValues = {
  title: "",
  purpose: "",
  type: "review",
  linesOfEnquiry: [],
  leadMember: [],
  leadOfficer: [],
  outcome: [],
  target: null,
};

/**
 * What the form for a new item begins with: nothing, or what is known of the topic or the proposal it takes up.
 * @throws ExpectedError "not-found" for a body without a programme; for a topic or a proposal that is hidden or another body's
 */
export async function getNewItem(
  scope: ReadScope,
  address: { body: string; topicId?: string | undefined; proposalId?: string | undefined },
  today: PlainDate,
) {
  const body = await getProgrammeBody(scope, address.body);
  const client = reader(scope);
  const [choices, topic, proposal] = await Promise.all([
    getChoices(client, { bodyId: body.id, today }),
    address.topicId === undefined
      ? null
      : findOf(address.topicId, (id) =>
          client.topic.findFirst({
            where: { AND: [{ id, bodyId: body.id }, readable(scope)] },
            select: { id: true, title: true, description: true, leadMemberId: true, leadOfficerId: true },
          }),
        ),
    address.proposalId === undefined
      ? null
      : findOf(address.proposalId, (id) =>
          client.scopingProposal.findFirst({
            where: { AND: [{ id, bodyId: body.id }, readable(scope)] },
            select: {
              id: true,
              title: true,
              endsOn: true,
              leadMemberId: true,
              leadOfficerId: true,
              outcomes: { select: { outcomeId: true } },
            },
          }),
        ),
  ]);
  const known = proposal ?? topic;
  const offered = (choices: readonly { id: string }[], id: string | null | undefined) =>
    choices.some((choice) => choice.id === id) && id ? [id] : [];
  return {
    body,
    choices,
    /** Of what it takes up. */
    title: known?.title ?? null,
    values: {
      ...NOTHING_YET,
      title: known?.title ?? "",
      purpose: topic?.description ?? "",
      leadMember: offered(choices.members, known?.leadMemberId),
      leadOfficer: offered(choices.officers, known?.leadOfficerId),
      outcome: proposal?.outcomes.map(({ outcomeId }) => outcomeId) ?? [],
      target: proposal?.endsOn ?? null,
    } satisfies ItemValues,
  };
}

/** What an address asks for has to be there. */
async function findOf<T>(id: string, find: (id: string) => Promise<T | null>): Promise<T> {
  const found = isKey(id) ? await find(id) : null;
  if (found === null) throw notFound();
  return found;
}
