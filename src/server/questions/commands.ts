import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { publishedName, QUESTION_IDENTITIES, QUESTION_KINDS } from "@/domain/questions/question";
import { movedPlaces } from "@/domain/questions/question-order";
import { questionWorkflow } from "@/domain/questions/question-workflow";
import { keysOf } from "@/domain/wording/words-by-value";
import { mustBeAllowed, refused } from "@/server/access/allowed";
import { readable } from "@/server/access/readable";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { ExpectedError, invalid, notFound } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import { holdMeeting, sayOfQuestion } from "./agenda-place";
import { createQuestion, newReference } from "./ask";
import { PLACED, putInOrder, takePlace } from "./order";
import { questionFrom } from "./question-form";
import { findQuestion, MEETING_ASKED, type QuestionRow } from "./subject";

/**
 * Enters a question that came by letter, by e-mail or over the counter, in the turn that its receipt gives it.
 * @returns its id
 * @throws ExpectedError not-found; refused; invalid
 */
export async function enterQuestion(
  tx: Tx,
  actor: Person,
  { meetingId, answers }: { meetingId: string; answers: Answers },
): Promise<string> {
  const meeting = await tx.meeting.findFirst({
    where: { AND: [{ id: meetingId }, readable(readScope(actor))] },
    select: MEETING_ASKED,
  });
  if (!meeting) throw notFound();
  const { body, bodyId } = meeting;
  mustBeAllowed(actor, "question.manage", { bodyId, parentBodyId: body.parentId }, "Enter the question");
  const { date: today } = await getClock(tx);
  const { contact, identity, ...values } = await questionFrom(tx, answers, { meetingId, today, asks: "everything" });
  if (!contact) throw new Error("A question is entered with who asks.");
  await holdMeeting(tx, meetingId);
  const asker = { ...contact, identity };
  const { id } = await createQuestion(tx, { meeting, asker, reference: newReference(), ...values });
  await recordAudit(tx, {
    actor,
    action: "question.enter",
    subject: { kind: questionWorkflow.name, id, bodyId },
    happenedOn: today,
    after: { status: questionWorkflow.initial, kind: values.kind },
  });
  return id;
}

type Edited = { id: string; version: number; answers: Answers };

/**
 * Changes what stands of a question that is not over. What the public has read already changes as a dated correction, which does
 * not say what it was.
 * @throws ExpectedError not-found; refused; invalid; stale with what stands there now
 */
export async function editQuestion(tx: Tx, actor: Person, { id, version, answers }: Edited): Promise<void> {
  const { row, subject } = await findQuestion(tx, readScope(actor), id);
  mustBeAllowed(actor, "question.manage", subject, "Save the question");
  const { final, label } = questionWorkflow.statuses[row.status];
  if (final)
    throw refused("wrong-status", `Not changed: it is ${label.toLowerCase()}. It stays in the record as it was.`);
  if (row.version !== version) throw stale(row);
  const { meetingId, identity, audience } = row;
  await holdMeeting(tx, meetingId);
  const known = await tx.questionAsker.findUnique({ where: { questionId: id } });
  const { date: today } = await getClock(tx);
  const {
    contact,
    identity: _unasked,
    ...values
  } = await questionFrom(tx, answers, {
    ...{ meetingId, today },
    asks: known ? "contact" : "nobody",
  });
  const fields = [
    ...changedFields(row, values),
    ...(contact && changedFields(known, contact).length > 0 ? ["asker"] : []),
  ];
  if (fields.length === 0) return;

  const { count } = await tx.question.updateMany({
    where: { id, version },
    data: {
      ...values,
      ...(contact && { askedBy: publishedName({ kind: values.kind, identity }, contact) }),
      ...(fields.includes("receivedAt") && { position: await takePlace(tx, row, values.receivedAt) }),
      version: { increment: 1 },
    },
  });
  if (count === 0) throw stale(row);
  if (contact) await tx.questionAsker.update({ where: { questionId: id }, data: contact });
  if (audience === "public" && fields.includes("text"))
    await sayOfQuestion(tx, { ...values, meetingId }, { kind: "erratum", what: "was corrected" });
  await recordEdit(tx, actor, row, fields);
}

/** Which fields, and never what stood in them: the trail keeps for ever what is erased elsewhere. */
const recordEdit = async (tx: Tx, actor: Person, { id, bodyId }: { id: string; bodyId: string }, fields: string[]) =>
  await recordAudit(tx, {
    actor,
    action: "question.edit",
    subject: { kind: questionWorkflow.name, id, bodyId },
    happenedOn: (await getClock(tx)).date,
    after: { fields },
  });

/** The fields in which two differ, of those that the second has. */
const changedFields = (before: object | null, after: object): string[] =>
  Object.entries(after).flatMap(([field, value]) =>
    plain((before as Record<string, unknown> | null)?.[field]) === plain(value) ? [] : [field],
  );

const plain = (value: unknown) => (value instanceof Date ? value.getTime() : (value ?? null));

const stale = ({ version, kind, text }: Pick<QuestionRow, "version" | "kind" | "text">) =>
  new ExpectedError({
    kind: "stale",
    current: { version, changedBy: null, values: { kind: QUESTION_KINDS[kind], text } },
  });

/**
 * Changes what may be published about whoever asks, also when everything else is over: a name can be kept back at any time. Once who
 * asks is erased, nothing can be published that is not public already.
 * @throws ExpectedError not-found; refused; invalid; stale
 */
export async function changeIdentity(tx: Tx, actor: Person, { id, version, answers }: Edited): Promise<void> {
  const { row, subject } = await findQuestion(tx, readScope(actor), id);
  mustBeAllowed(actor, "question.manage", subject, "Change what is published");
  if (row.version !== version) throw new ExpectedError({ kind: "stale" });
  const identity = answers.oneOf("identity", keysOf(QUESTION_IDENTITIES));
  if (identity === null) throw invalid("identity", "Choose what may be published.");
  if (identity === row.identity) return;
  const asker = await tx.questionAsker.findUnique({ where: { questionId: id } });
  if (asker === null && identity !== "withheld")
    throw invalid("identity", "Who asked was erased: only keeping it back is left.");
  if (identity === "name_and_area" && !asker?.area)
    throw invalid("identity", "No town or parish is known. Publish the name alone.");
  const askedBy = publishedName({ kind: row.kind, identity }, asker ?? { name: "", area: null });
  const { count } = await tx.question.updateMany({
    where: { id, version },
    data: { identity, askedBy, version: { increment: 1 } },
  });
  if (count === 0) throw new ExpectedError({ kind: "stale" });
  await recordEdit(tx, actor, row, ["identity"]);
}

type Moved = { id: string; version: number; direction: "up" | "down" };

/**
 * Moves one a place up or down among those of its meeting.
 * @param version its own: whoever saw another order looks again
 * @throws ExpectedError not-found; refused; stale
 */
export async function moveQuestion(tx: Tx, actor: Person, { id, version, direction }: Moved): Promise<void> {
  const { row, subject } = await findQuestion(tx, readScope(actor), id);
  mustBeAllowed(actor, "question.manage", subject, "Move the question");
  if (row.version !== version) throw new ExpectedError({ kind: "stale" });
  await holdMeeting(tx, row.meetingId);
  const all = await tx.question.findMany({ where: { meetingId: row.meetingId }, select: PLACED });
  const places = movedPlaces(all, id, direction);
  if (places.size === 0) return;
  const { count } = await tx.question.updateMany({ where: { id, version }, data: { version: { increment: 1 } } });
  if (count === 0) throw new ExpectedError({ kind: "stale" });
  await putInOrder(tx, places);
  await recordAudit(tx, {
    actor,
    action: "question.move",
    subject: { kind: questionWorkflow.name, id, bodyId: row.bodyId },
    happenedOn: (await getClock(tx)).date,
    after: { direction },
  });
}
