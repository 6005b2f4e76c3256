import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { type Direction, lastPosition, type Place, placed, placeToward } from "@/domain/meetings/agenda-order";
import { refused } from "@/server/access/allowed";
import type { Tx } from "@/server/db";
import { ExpectedError } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import { type ItemValues, itemFrom, itemInWords, itemValues, listItemChoices } from "./agenda-item-form";
import { type AgendaMeeting, getAgendaMeeting, itemOf, numberOf, recordAgenda, touchMeeting } from "./agenda-meeting";
import { indicationFrom, SAID_URGENT } from "./indications";
import { publishChange } from "./published-changes";

/**
 * Puts an item on the agenda. Before publication freely; after it as a supplement, open from this instant, from which its own
 * clear days are counted (LGA 1972 s100B(4)(a)).
 * @returns the item's id
 * @throws ExpectedError not-found; refused; invalid
 */
export async function addAgendaItem(
  tx: Tx,
  actor: Person,
  { meetingId, answers }: { meetingId: string; answers: Answers },
): Promise<string> {
  const meeting = await getAgendaMeeting(tx, actor, meetingId, "Add an item");
  const choices = await listItemChoices(tx, readScope(actor), meeting, meeting.agenda, null);
  const values = itemFrom(answers, choices, null);
  const indication = await indicationFrom(tx, meeting, answers, meeting.clock.date);
  const { id } = await tx.agendaItem.create({
    data: {
      ...values,
      ...indication,
      meetingId,
      bodyId: meeting.bodyId,
      position: lastPosition(meeting.agenda, values.parentId),
      ...(meeting.isPublished && { audience: "public", openSince: meeting.clock.instant }),
    },
    select: { id: true },
  });
  await publishChange(tx, actor, meetingId, {
    kind: "supplement",
    agendaItemId: id,
    text: [`“${values.title}” was added.`, ...(indication.indicated ? [SAID_URGENT] : [])].join(" "),
  });
  await recordAgenda(tx, actor, meeting, {
    verb: "addItem",
    after: { item: id, title: values.title, ...(indication.indicated && indication) },
  });
  return id;
}

type Edited = { meetingId: string; itemId: string | undefined; version: number; answers: Answers };

/**
 * Changes what an item says. What the public has read already changes as a dated correction.
 * @throws ExpectedError not-found; refused; invalid; stale with what stands there now
 */
export async function editAgendaItem(tx: Tx, actor: Person, edited: Edited): Promise<void> {
  const { meetingId, itemId, version, answers } = edited;
  const scope = readScope(actor);
  const meeting = await getAgendaMeeting(tx, actor, meetingId, "Change an item");
  const item = itemOf(meeting, itemId);
  const choices = await listItemChoices(tx, scope, meeting, meeting.agenda, item.id);
  const before = itemValues(item);
  if (item.version !== version) throw staleItem(item.version, itemInWords(before, choices));
  if (item.withdrawnAt) throw refused("wrong-status", "Not changed: this item was withdrawn.");
  const values = itemFrom(answers, choices, before);
  const changed = (Object.keys(values) as (keyof ItemValues)[]).filter(
    (field) => !isSame(values[field], before[field]),
  );
  if (changed.length === 0) return;
  const isMoved = values.parentId !== before.parentId;
  if (isMoved && meeting.isPublished) throw NUMBERS_ARE_OUT();

  const { count } = await tx.agendaItem.updateMany({
    where: { id: item.id, version },
    data: {
      ...values,
      ...(isMoved && { position: lastPosition(meeting.agenda, values.parentId) }),
      version: { increment: 1 },
    },
  });
  if (count === 0) throw staleItem(version + 1, {});
  const said = new Set(changed.flatMap((field) => correction(field, before) ?? []));
  if (said.size > 0)
    await publishChange(tx, actor, meetingId, { kind: "erratum", agendaItemId: item.id, text: [...said].join(" ") });
  await recordAgenda(tx, actor, meeting, {
    verb: "editItem",
    before: pick(itemInWords(before, choices), changed),
    after: { item: item.id, title: values.title, fields: changed, ...pick(itemInWords(values, choices), changed) },
  });
}

/** Lists are the same where they hold the same. */
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const pick = (words: Record<string, string>, fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [`item ${field}`, words[field] ?? ""]));

/** What the public is told of a correction; links between records are not part of what was printed. */
function correction(field: keyof ItemValues, before: ItemValues): string | null {
  switch (field) {
    case "title":
      return `The title was “${before.title}”.`;
    case "purpose":
      return before.purpose ? `The purpose was “${before.purpose}”.` : "Its purpose was added.";
    case "leadMemberId":
      return "The lead member was corrected.";
    case "reporting":
      return "How it is reported on was corrected.";
    case "officerId":
      return "The officer was corrected.";
    case "inPrivate":
    case "paragraphs":
    case "publicInterest":
    case "confidentialGround":
      return "What is said of taking it in private was corrected.";
    default:
      return null;
  }
}

const staleItem = (version: number, values: Record<string, string>) =>
  new ExpectedError({ kind: "stale", current: { version, changedBy: null, values } });

/** Everybody means the same by "item 8" once it was published. */
const NUMBERS_ARE_OUT = () =>
  refused(
    "wrong-status",
    "Not moved: the agenda is published, and its numbers are known. Withdraw the item and add it where it belongs.",
  );

type Moved = {
  meetingId: string;
  itemId: string | undefined;
  /** The meeting's: the order is the meeting's. */
  version: number;
  /** A step, or where it was dropped. */
  to: Direction | Place;
};

/**
 * Moves an item up, down, in under the one before it or out, or to where it was dropped, before publication. What stands under it
 * goes with it.
 * @throws ExpectedError not-found; refused where it cannot stand there; stale
 */
export async function moveAgendaItem(tx: Tx, actor: Person, { meetingId, itemId, version, to }: Moved): Promise<void> {
  const meeting = await getAgendaMeeting(tx, actor, meetingId, "Move an item");
  const item = itemOf(meeting, itemId);
  if (meeting.isPublished) throw NUMBERS_ARE_OUT();
  await touchMeeting(tx, meeting, version);
  const place = typeof to === "string" ? placeToward(meeting.agenda, item.id, to) : to;
  const positions = place && placed(meeting.agenda, item.id, place);
  if (!positions)
    throw refused(
      "wrong-status",
      `Not moved: item ${numberOf(meeting, item.id)} cannot stand there. Nothing stands under itself, or deeper than 7(a)(i).`,
    );
  if (positions.size === 0) return;
  for (const [id, data] of positions)
    await tx.agendaItem.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
  await recordAgenda(tx, actor, meeting, {
    verb: "moveItem",
    before: { number: numberOf(meeting, item.id) },
    after: { item: item.id, title: item.title, to },
  });
}

type Withdrawn = { meetingId: string; itemId: string | undefined; version: number; reason: string };

/**
 * Takes an item off the agenda. What nobody outside has seen goes; what was published stays with its number, struck out, and
 * the public is told.
 * @param version the item's
 * @throws ExpectedError not-found; refused where something hangs on it, and where it is withdrawn already; stale
 */
export async function withdrawAgendaItem(tx: Tx, actor: Person, withdrawn: Withdrawn): Promise<void> {
  const { meetingId, itemId, version, reason } = withdrawn;
  const meeting = await getAgendaMeeting(tx, actor, meetingId, "Withdraw an item");
  const item = itemOf(meeting, itemId);
  if (item.version !== version) throw new ExpectedError({ kind: "stale" });
  if (item.withdrawnAt) throw refused("wrong-status", "This item was withdrawn before.");
  if (item.audience === "public" || meeting.isPublished) {
    await tx.agendaItem.updateMany({
      where: { id: item.id, version },
      data: { withdrawnAt: meeting.clock.instant, version: { increment: 1 } },
    });
    await publishChange(tx, actor, meetingId, {
      kind: "withdrawn_item",
      agendaItemId: item.id,
      text: `“${item.title}” was withdrawn.`,
    });
  } else await takeOff(tx, meeting, item);
  await recordAgenda(tx, actor, meeting, {
    verb: "withdrawItem",
    before: { number: numberOf(meeting, item.id), title: item.title },
    reason,
  });
}

async function takeOff(tx: Tx, meeting: AgendaMeeting, item: AgendaMeeting["agenda"][number]): Promise<void> {
  const hangs = [
    item.children.length > 0 && "items that stand under it",
    item.papers.length > 0 && "papers",
    item.proposals.length > 0 && "a scoping proposal",
    item.declarations.length > 0 && "declarations of interest",
  ].filter((each) => each !== false);
  if (hangs.length > 0)
    throw refused(
      "wrong-status",
      `Not taken off: item ${numberOf(meeting, item.id)} has ${hangs.join(" and ")}. Take those off first.`,
    );
  await tx.agendaItem.delete({ where: { id: item.id } });
}
