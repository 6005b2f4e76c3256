import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { placeWords } from "@/domain/programme/place-words";
import { deferral } from "@/domain/programme/programme-item";
import { programmeItemWorkflow } from "@/domain/programme/programme-item-workflow";
import { isDecision } from "@/domain/programme/slot-move";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { notFound } from "@/server/errors";
import { advance } from "@/server/workflow/advance";
import { type Grounds, recordAuthority } from "@/server/workflow/authority";
import { carryOut } from "./carry-out";
import { mustBeAllowed, mustBeOf, mustNotBeOver, onlyTopicOf } from "./item-access";
import { checkNamed, keepersAfter, writeLeads, writeOutcomes } from "./item-people";
import {
  changedIn,
  columns,
  type ItemField,
  type ItemValues,
  orStaleWith,
  staleWith,
  valuesOf,
  worded,
} from "./item-values";
import { mustMove, nextPosition, type Place, recordMove, slotColumns, slotFor } from "./place";
import { findPlannedItem, getSurroundings, placedAt, plannedItem } from "./planned-item";
import { getOrStartProgramme, recordVariation } from "./programme-year";

type Added = {
  /** The body's slug. */
  body: string;
  values: ItemValues;
  /** What it takes up from the long list. */
  topicId?: string | undefined;
  proposalId?: string | undefined;
};

/**
 * Adds an item to the committee's programme of the municipal year. It is proposed, which only people inside can see, until it is
 * taken in or given its place.
 * @returns the item's id
 * @throws ExpectedError not-found for a body that is none, and for a topic or proposal that is hidden or another body's; refused;
 *   invalid for people who may not lead it
 */
export async function addItem(tx: Tx, actor: Person, added: Added): Promise<string> {
  const { values, proposalId = null } = added;
  const body = await tx.body.findUnique({ where: { slug: added.body }, select: { id: true, parentId: true } });
  if (!body) throw notFound();
  mustBeAllowed(actor, "programme.edit", { bodyId: body.id, parentBodyId: body.parentId }, "Add an item");
  const topicId = added.topicId ?? (proposalId && (await onlyTopicOf(tx, proposalId)));
  await mustBeOf(tx, readScope(actor), body.id, { topicId, proposalId });
  const { date: today } = await getClock(tx);
  const names = await checkNamed(tx, { bodyId: body.id, today }, values);

  const status = programmeItemWorkflow.initial;
  const last = await tx.programmeItem.aggregate({
    where: { bodyId: body.id, slotKind: "none" },
    _max: { position: true },
  });
  const { id } = await tx.programmeItem.create({
    data: {
      programmeId: await getOrStartProgramme(tx, actor, body.id, today),
      bodyId: body.id,
      status,
      audience: programmeItemWorkflow.statuses[status].audience,
      position: (last._max.position ?? 0) + 1,
      topicId,
      proposalId,
      ...columns(values),
      keepers: [...values.leadOfficer],
    },
  });
  await writeLeads(tx, id, [], values);
  await writeOutcomes(tx, id, values.outcome);
  await recordAudit(tx, {
    actor,
    action: "programme item.add",
    subject: { kind: programmeItemWorkflow.name, id, bodyId: body.id },
    happenedOn: today,
    after: { status, ...worded(values, Object.keys(values) as ItemField[], names) },
  });
  return id;
}

type Edited = {
  id: string;
  /** The one that was read by whoever asks. */
  version: number;
  /** What is to stand there; a field that is not named stays as it is. */
  changes: Partial<ItemValues>;
  /** What was typed and not chosen where somebody else had saved first: kept in the history. */
  setAside?: Partial<ItemValues>;
};

/**
 * Changes what an item says. Its place is moved, and its status follows; neither is edited.
 * @throws ExpectedError not-found; refused for whoever may not, and for an item that is over; stale with what stands there now;
 *   invalid for people who may not lead it
 */
export async function editItem(tx: Tx, actor: Person, { id, version, changes, setAside = {} }: Edited): Promise<void> {
  const scope = readScope(actor);
  const row = await findPlannedItem(tx, scope, id);
  mustBeAllowed(actor, "programme.edit", { ...row, parentBodyId: row.body.parentId }, "Edit");
  mustNotBeOver(row);
  if (row.version !== version) throw await staleWith(tx, scope, id);

  const before = valuesOf(row);
  const after = { ...before, ...changes };
  const changed = changedIn(before, changes);
  const aside = changedIn(after, setAside);
  if (changed.length === 0 && aside.length === 0) return;

  const { date: today } = await getClock(tx);
  const names = await checkNamed(tx, { bodyId: row.bodyId, today }, after, row);
  if (changed.length > 0) {
    const { count } = await tx.programmeItem.updateMany({
      where: { id, version },
      data: {
        ...columns(after),
        ...(changed.includes("target") && { targetAsPrinted: null }),
        keepers: keepersAfter(row, after),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw await staleWith(tx, scope, id);
    await writeLeads(tx, id, row.leads, after);
    await writeOutcomes(tx, id, after.outcome);
  }
  await recordAudit(tx, {
    actor,
    action: changed.length > 0 ? "programme item.edit" : "programme item.setAside",
    subject: { kind: programmeItemWorkflow.name, id, bodyId: row.bodyId },
    happenedOn: today,
    before: worded(before, changed, names),
    after: { ...worded(after, changed, names), ...(aside.length > 0 && { setAside: worded(setAside, aside, names) }) },
  });
}

type Withdrawn = { id: string; version: number; reason?: string | undefined; grounds: Grounds };

/**
 * Withdraws an item from the programme. Nothing is deleted: it keeps its history, and in it the place it had.
 * @throws ExpectedError not-found; stale with what stands there now; refused with what is missing, the reason or the authority
 */
export async function withdrawItem(tx: Tx, actor: Person, { id, version, reason, grounds }: Withdrawn): Promise<void> {
  const scope = readScope(actor);
  const row = await findPlannedItem(tx, scope, id);
  mustBeAllowed(actor, "programme.decide", { ...row, parentBodyId: row.body.parentId }, "Withdraw");
  if (row.version !== version) throw await staleWith(tx, scope, id);

  const { date: today } = await getClock(tx);
  const subject = plannedItem(scope, row, await getSurroundings(tx, scope, row.bodyId));
  const { audience } = programmeItemWorkflow.statuses.withdrawn;
  const authority = await recordAuthority(tx, {
    actor,
    scope,
    grounds,
    today,
    audience,
    subjectId: id,
    listedUnder: { programmeItemId: id },
  });
  await orStaleWith(tx, scope, id, () =>
    advance(tx, {
      workflow: programmeItemWorkflow,
      name: "withdraw",
      subject,
      actor,
      version,
      today,
      reason,
      authority,
      save: (change) => tx.programmeItem.updateMany(change),
    }),
  );
  await recordVariation(tx, { actor, programmeId: row.programme.id, today, reason, authority });
}

type Moved = {
  id: string;
  version: number;
  to: Place;
  /** Asked for where the item is put off, and where the new place is warned of. */
  reason?: string | undefined;
  grounds: Grounds;
};

/**
 * Moves an item: to a meeting, to a day without one, or to none yet. Its status follows by the machine; every move is kept with
 * where from, where to, who, why and on what authority, and one to a later day is counted as a deferral.
 * @throws ExpectedError not-found; stale with what stands there now; invalid for a place it cannot have; refused with everything
 *   that is missing: the permission, the scoping, the reason, the authority
 */
export async function moveItem(tx: Tx, actor: Person, { id, version, to, reason, grounds }: Moved): Promise<void> {
  const scope = readScope(actor);
  const row = await findPlannedItem(tx, scope, id);
  mustBeAllowed(actor, "programme.edit", { ...row, parentBodyId: row.body.parentId }, "Move");
  mustNotBeOver(row);
  if (row.version !== version) throw await staleWith(tx, scope, id);

  const { date: today } = await getClock(tx);
  const surroundings = await getSurroundings(tx, scope, row.bodyId);
  const item = plannedItem(scope, row, surroundings);
  const slot = slotFor(to, item, surroundings, today);
  const move = mustMove(item, slot);

  const { audience } = programmeItemWorkflow.statuses.provisional;
  const authority = isDecision(move)
    ? await recordAuthority(tx, {
        actor,
        scope,
        grounds,
        today,
        audience,
        subjectId: id,
        listedUnder: { programmeItemId: id },
      })
    : undefined;
  const on = authority?.decidedOn ?? today;
  const put = move.deferral ? { ...item, ...deferral(item, slot, on, reason ?? "") } : item;
  const slotMoveId = await recordMove(tx, actor, { row, slot, on, deferral: move.deferral, reason, authority });
  const place = {
    ...slotColumns(slot),
    position: await nextPosition(tx, row.bodyId, slot),
    ...(move.deferral && { deferrals: { increment: 1 } }),
  };
  await orStaleWith(tx, scope, id, () =>
    carryOut(tx, {
      item: placedAt(put, slot),
      move,
      circumstances: { actor, today, reason },
      authority,
      after: { from: placeWords(item.slot), to: placeWords(slot), deferral: move.deferral, slotMoveId },
      place,
    }),
  );
  if (authority) await recordVariation(tx, { actor, programmeId: row.programme.id, today, reason, authority });
}
