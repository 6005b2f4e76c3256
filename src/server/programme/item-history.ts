import type { ReadScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { ELSEWHERE, placeWords } from "@/domain/programme/place-words";
import { programmeItemWorkflow } from "@/domain/programme/programme-item-workflow";
import { programmeWorkflow } from "@/domain/programme/programme-workflow";
import type { Prisma, SlotKind } from "@/generated/prisma/client";
import { GROUND, type Ground, groundOf } from "@/server/audit/ground";
import { reader } from "@/server/db";
import { ITEM_FIELDS, type ItemField } from "./item-values";

/** Longer histories show their newest part. */
const MOST_ENTRIES = 200;

/** Something that was done to an item: who, what, when it happened, when it was recorded, why and on what authority. */
export type HistoryLine = {
  id: string;
  itemId: string;
  happenedOn: PlainDate;
  recordedAt: Date;
  by: string;
  /** "add", "edit", "schedule", "deferTo" …, "moved" for a move that came with the data. */
  verb: string;
  from: string | null;
  to: string | null;
  deferral: boolean;
  reason: string | null;
  /** What an edit changed, field by field. */
  changes: readonly { field: ItemField; before: string | null; after: string | null }[];
  /** What was typed and not chosen. */
  setAside: readonly { field: ItemField; typed: string | null }[];
  /** Codes of the warnings that stood. */
  warnings: readonly string[];
  ground: Ground | null;
};

/** What happened to an item, newest first. Whoever may read the item may read it, so the item is found first. */
export async function listItemHistory(scope: ReadScope, itemId: string): Promise<HistoryLine[]> {
  const client = reader(scope);
  const [moves, entries] = await Promise.all([
    client.slotMove.findMany({
      where: { itemId },
      orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
      take: MOST_ENTRIES,
      include: { fromMeeting: { select: { date: true } }, toMeeting: { select: { date: true } }, authority: GROUND },
    }),
    readEntries(scope, { subjectId: itemId }, MOST_ENTRIES),
  ]);
  const told = new Set(entries.map(({ slotMoveId }) => slotMoveId));
  return [
    ...entries,
    ...moves
      .filter(({ id }) => !told.has(id))
      .map(
        (move): HistoryLine => ({
          id: move.id,
          itemId,
          happenedOn: move.on,
          recordedAt: move.recordedAt,
          by: move.byName,
          verb: "moved",
          from: place(move.fromSlot, move.fromMeeting?.date),
          to: place(move.toSlot, move.toMeeting?.date),
          deferral: move.deferral,
          reason: move.reason,
          changes: [],
          setAside: [],
          warnings: [],
          ground: groundOf(move.authority),
        }),
      ),
  ].toSorted((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime());
}

/** What was done lately to a committee's programme and to everything in it, newest first. */
export const listProgrammeHistory = (scope: ReadScope, bodyId: string, most: number) =>
  // That each of its items was loaded says no more than that the programme was.
  readEntries(scope, { bodyId, NOT: { action: `${programmeItemWorkflow.name}.import` } }, most);

/** What officers have decided between meetings since that day: listed for the next one. */
export const listVariations = (scope: ReadScope, bodyId: string, since: PlainDate | null) =>
  readEntries(
    scope,
    { bodyId, authority: { kind: "officer_decision" }, ...(since && { happenedOn: { gt: since } }) },
    MOST_ENTRIES,
    [programmeItemWorkflow.name],
  );

async function readEntries(
  scope: ReadScope,
  where: Prisma.AuditEntryWhereInput,
  most: number,
  kinds: string[] = [programmeItemWorkflow.name, programmeWorkflow.name],
) {
  const entries = await reader(scope).auditEntry.findMany({
    where: { ...where, subjectKind: { in: kinds } },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    take: most,
    include: { authority: GROUND },
  });
  return entries.map(
    ({ id, subjectId, happenedOn, recordedAt, actorName, action, reason, warnings, authority, ...entry }) => {
      const before = facts(entry.before);
      const after = facts(entry.after);
      const verb = action.slice(action.lastIndexOf(".") + 1);
      const { from, to, slotMoveId, deferral, setAside, ...fields } = after;
      const aside = facts(setAside);
      return {
        id,
        itemId: subjectId,
        happenedOn,
        recordedAt,
        by: actorName,
        verb,
        from: text(from),
        to: text(to),
        slotMoveId: text(slotMoveId),
        deferral: deferral === true,
        reason,
        changes: ITEM_FIELDS.filter((field) => verb === "edit" && field in fields).map((field) => ({
          field,
          before: text(before[field]),
          after: text(fields[field]),
        })),
        setAside: ITEM_FIELDS.filter((field) => field in aside).map((field) => ({ field, typed: text(aside[field]) })),
        warnings: Array.isArray(warnings) ? warnings.flatMap((warning) => text(facts(warning).code) ?? []) : [],
        ground: groundOf(authority),
      };
    },
  );
}

const facts = (value: unknown): Prisma.JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Prisma.JsonObject) : {};

/** Lists one to a line, as they are typed; nothing is none. */
const text = (value: unknown): string | null => {
  const typed = Array.isArray(value) ? value.join("\n") : value;
  return typeof typed === "string" && typed !== "" ? typed : null;
};

/** A move that came with the data says at which meeting, or what else it was. */
function place(slot: SlotKind, meeting: PlainDate | undefined): string | null {
  if (slot === "none") return null;
  if (slot !== "meeting") return ELSEWHERE[slot];
  return meeting ? placeWords({ kind: slot, on: meeting }) : null;
}
