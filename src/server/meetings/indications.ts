import type { Person } from "@/domain/access/actor";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { refused } from "@/server/access/allowed";
import { type Client, db, type Tx } from "@/server/db";
import { ExpectedError, invalid } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import type { StepField } from "@/server/workflow/step-field";
import { getAgendaMeeting, itemOf, recordAgenda } from "./agenda-meeting";
import { listPresiders } from "./presiders";
import { publishChange } from "./published-changes";

/* The opinion that an item is urgent is that of whoever presides, at the meeting (LGA 1972 s100B(4)(b)). What they write before it is an
   indication: shown as one, to be confirmed at the meeting. */

type Meeting = { bodyId: string; date: PlainDate };

/** What whoever is to preside said, of which circumstances, when and to whom. */
export type Indication = {
  indicated: string | null;
  indicatedById: string | null;
  indicatedOn: PlainDate | null;
  indicatedTo: string | null;
};

const NONE: Indication = { indicated: null, indicatedById: null, indicatedOn: null, indicatedTo: null };

/** The fields by which an indication is recorded, with what stands there. */
export async function indicationFields(
  meeting: Meeting,
  item: Indication | null,
  person: Person,
  client: Client = db,
): Promise<StepField[]> {
  return [
    {
      kind: "one",
      name: "indicatedById",
      label: "Who is to preside and said so",
      none: "Nobody",
      options: await listPresiders(client, meeting),
      value: item?.indicatedById ?? null,
    },
    {
      kind: "prose",
      name: "indicated",
      label: "The special circumstances",
      hint: "Why it cannot wait, in their words. The public reads them",
      value: item?.indicated ?? "",
    },
    { kind: "date", name: "indicatedOn", label: "They said so on", value: item?.indicatedOn ?? person.day },
    { kind: "line", name: "indicatedTo", label: "To whom", value: item?.indicatedTo ?? person.name },
  ];
}

/**
 * What a form says of an indication; nothing of it where neither a person nor circumstances are given.
 * @throws ExpectedError invalid for a field that is missing, for a person who may not preside, for a day to come
 */
export async function indicationFrom(
  client: Client,
  meeting: Meeting,
  answers: Answers,
  today: PlainDate,
): Promise<Indication> {
  const indicatedById = answers.id("indicatedById");
  const indicated = answers.text("indicated", 2000);
  if (!indicatedById && !indicated) return NONE;
  if (!indicatedById || !(await listPresiders(client, meeting)).some(({ value }) => value === indicatedById))
    throw invalid("indicatedById", "Choose who is to preside: the opinion is theirs alone.");
  if (!indicated) throw invalid("indicated", "Give the special circumstances: without them nothing is urgent.");
  const indicatedOn = answers.date("indicatedOn");
  if (!indicatedOn || indicatedOn > today)
    throw invalid("indicatedOn", `Give the day they said so: ${formatDate(today)} or before.`);
  const indicatedTo = answers.text("indicatedTo", 200);
  if (!indicatedTo) throw invalid("indicatedTo", "Say to whom they said so.");
  return { indicated, indicatedById, indicatedOn, indicatedTo };
}

type Recorded = { meetingId: string; itemId: string | undefined; version: number; answers: Answers };

/**
 * Records on an item what whoever is to preside said before the meeting, or takes it back where the form is empty. The public is told.
 * @throws ExpectedError not-found; refused for whoever may not, of a withdrawn item, and once the opinion itself is recorded; invalid;
 *   stale
 */
export async function recordIndication(tx: Tx, actor: Person, { meetingId, itemId, version, answers }: Recorded) {
  const meeting = await getAgendaMeeting(tx, actor, meetingId, "Record what was said before the meeting");
  const item = itemOf(meeting, itemId);
  if (item.withdrawnAt) throw refused("wrong-status", "Not recorded: this item was withdrawn.");
  if (item.urgency !== null)
    throw refused("wrong-status", "Not recorded: whoever presided has given their opinion at the meeting.");
  const said = await indicationFrom(tx, meeting, answers, meeting.clock.date);
  const { count } = await tx.agendaItem.updateMany({
    where: { id: item.id, version },
    data: { ...said, version: { increment: 1 } },
  });
  if (count === 0) throw new ExpectedError({ kind: "stale" });
  await publishChange(tx, actor, meetingId, {
    kind: "erratum",
    agendaItemId: item.id,
    text: said.indicated === null ? "It is no longer said to be urgent." : SAID_URGENT,
  });
  await recordAgenda(tx, actor, meeting, {
    verb: "recordIndication",
    before: { indicated: item.indicated },
    after: { item: item.id, title: item.title, ...said },
  });
}

/** What the public reads in the changes; the item itself says who, when and why. */
export const SAID_URGENT = "Whoever is to preside thinks it urgent, which is to be confirmed at the meeting.";
