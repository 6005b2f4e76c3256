import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import type { HeadingNumbering } from "@/domain/calendar/minute-numbering";
import { withQuestions } from "@/domain/questions/question-minute";
import { refused } from "@/server/access/allowed";
import type { Tx } from "@/server/db";
import { ExpectedError } from "@/server/errors";
import { listQuestionsAtItem } from "@/server/questions/queries";
import type { Answers } from "@/server/workflow/answers";
import {
  getWritableMinutes,
  type KeptMinute,
  type KeptMinutes,
  minuteOf,
  recordMinutes,
  touchMinute,
} from "./kept-minutes";
import { type MinuteValues, minuteIn, minuteInWords, minuteValues } from "./minute-form";
import { numberingOf, renumber, touchMinutes } from "./numbering";

/**
 * Adds a minute of no item of the agenda, after the others: a welcome, business taken as urgent.
 * @returns its key
 * @throws ExpectedError not-found; refused; invalid
 */
export async function addMinute(
  tx: Tx,
  actor: Person,
  { minutesId, answers }: { minutesId: string; answers: Answers },
): Promise<string> {
  const minutes = await getWritableMinutes(tx, actor, minutesId, "Add a minute");
  const values = minuteIn(answers);
  const { id } = await tx.minute.create({
    data: {
      minutesId,
      bodyId: minutes.bodyId,
      position: Math.max(0, ...minutes.items.map(({ position }) => position)) + 1,
      headings: values.headings,
      publicSummary: values.publicSummary,
      text: { create: { bodyId: minutes.bodyId, ...textOf(values) } },
    },
    select: { id: true },
  });
  await renumber(tx, minutesId, [...numberingOf(minutes.items), values.numbering]);
  await recordMinutes(tx, actor, minutes, "addMinute", { minute: id });
  return id;
}

const textOf = ({ markdown, restriction, paragraphs }: MinuteValues) => ({ markdown, restriction, paragraphs });

type Edited = { minutesId: string; minuteId: string | undefined; version: number; answers: Answers };

/**
 * Writes a minute: its headings, its text, whether it is for publication. What it decided is as restricted as it is, unless it was
 * said to be open. Asked to, it takes in what was asked and answered at its item since it was begun.
 * @throws ExpectedError not-found; refused; invalid; stale with what stands there now
 */
export async function editMinute(tx: Tx, actor: Person, edited: Edited): Promise<void> {
  const { minutesId, minuteId, version, answers } = edited;
  const minutes = await getWritableMinutes(tx, actor, minutesId, "Change a minute");
  const minute = minuteOf(minutes, minuteId);
  const numbering = numberingOf(minutes.items);
  const index = minutes.items.indexOf(minute);
  const before = minuteValues(minute, numbering[index] ?? "numbered");
  if (minute.version !== version)
    throw new ExpectedError({
      kind: "stale",
      current: { version: minute.version, changedBy: null, values: minuteInWords(before) },
    });
  const values = await withAsked(tx, actor, minutes, minute, answers);
  const words = { before: minuteInWords(before), after: minuteInWords(values) };
  const changed = (Object.keys(words.after) as (keyof MinuteValues)[]).filter(
    (field) => words.before[field] !== words.after[field],
  );
  if (changed.length === 0) return;

  await touchMinute(tx, minute, version);
  await tx.minute.update({
    where: { id: minute.id },
    data: { headings: values.headings, publicSummary: values.publicSummary },
  });
  await tx.minuteText.upsert({
    where: { minuteId: minute.id },
    create: { minuteId: minute.id, bodyId: minutes.bodyId, ...textOf(values) },
    update: textOf(values),
  });
  if (changed.includes("restriction") || changed.includes("paragraphs"))
    await restrictDecisions(tx, minute, before, values);
  await renumber(tx, minutesId, numbering.with(index, values.numbering));
  await recordMinutes(tx, actor, minutes, "editMinute", { minute: minute.id, fields: changed });
}

/** What is typed; where it is asked for, with what was asked and answered at the item and is not in the text yet. */
async function withAsked(
  tx: Tx,
  actor: Person,
  { meeting }: KeptMinutes,
  { agendaItemId }: KeptMinute,
  answers: Answers,
) {
  const values = minuteIn(answers);
  if (!answers.yes("takeIn")) return values;
  const asked = await listQuestionsAtItem(readScope(actor), { meetingId: meeting.id, agendaItemId }, tx);
  return { ...values, markdown: withQuestions(values.markdown, asked) };
}

/** A minute that is closed closes all it decided; one that changes its paragraph takes those with it that are closed. */
async function restrictDecisions(
  tx: Tx,
  minute: KeptMinute,
  before: MinuteValues,
  { restriction, paragraphs }: MinuteValues,
) {
  const wasOpen = before.restriction === "public" || restriction === "public";
  await tx.decision.updateMany({
    where: { minuteId: minute.id, ...(!wasOpen && { restriction: { not: "public" } }) },
    data: { restriction, paragraphs },
  });
}

type Moved = { minutesId: string; minuteId: string | undefined; version: number; direction: "up" | "down" };

/**
 * Moves a minute one place up or down; the numbers follow.
 * @param version of the minutes: the order is theirs
 * @throws ExpectedError not-found; refused; stale
 */
export async function moveMinute(
  tx: Tx,
  actor: Person,
  { minutesId, minuteId, version, direction }: Moved,
): Promise<void> {
  const minutes = await getWritableMinutes(tx, actor, minutesId, "Move a minute");
  const minute = minuteOf(minutes, minuteId);
  await touchMinutes(tx, minutesId, version);
  const from = minutes.items.indexOf(minute);
  const to = from + (direction === "up" ? -1 : 1);
  const other = minutes.items[to];
  if (!other) return;
  const numbering = numberingOf(minutes.items);
  const [mine, theirs] = [numbering[from], numbering[to]] as [HeadingNumbering, HeadingNumbering];
  // Two do not stand in one place, not even for a moment.
  await tx.minute.update({ where: { id: minute.id }, data: { position: -1 } });
  await tx.minute.update({ where: { id: other.id }, data: { position: minute.position } });
  await tx.minute.update({ where: { id: minute.id }, data: { position: other.position } });
  await renumber(tx, minutesId, numbering.with(from, theirs).with(to, mine));
  await recordMinutes(tx, actor, minutes, "moveMinute", { minute: minute.id, direction });
}

type Removed = { minutesId: string; minuteId: string | undefined; version: number };

/**
 * Takes a minute out of a draft, where nothing rests on it.
 * @throws ExpectedError not-found; refused where something does; stale
 */
export async function removeMinute(tx: Tx, actor: Person, { minutesId, minuteId, version }: Removed): Promise<void> {
  const minutes = await getWritableMinutes(tx, actor, minutesId, "Take a minute out");
  const minute = minuteOf(minutes, minuteId);
  const rests = [minute.decisions, minute.recommendations, minute.followUps, minute.originOfTopics, minute.movements];
  if (rests.some((each) => each.length > 0))
    throw refused(
      "wrong-status",
      "Not taken out: decisions, recommendations, follow-ups, or comings and goings are recorded in it.",
    );
  await touchMinute(tx, minute, version);
  await tx.declaration.updateMany({ where: { minuteId: minute.id }, data: { minuteId: null } });
  await tx.minuteCheck.deleteMany({ where: { minuteId: minute.id } });
  await tx.minuteText.deleteMany({ where: { minuteId: minute.id } });
  await tx.minute.delete({ where: { id: minute.id } });
  const numbering = numberingOf(minutes.items);
  await renumber(tx, minutesId, numbering.toSpliced(minutes.items.indexOf(minute), 1));
  await recordMinutes(tx, actor, minutes, "removeMinute", { headings: minute.headings });
}
