import type { Person } from "@/domain/access/actor";
import { type FrontSheet, type FrontSheetTemplate, isBlank } from "@/domain/reports/front-sheet";
import { ownDifferences, type SheetRead } from "@/domain/reports/front-sheet-table";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import type { DraftPlace } from "@/server/forms/draft-place";
import { dropDraft, type KeptDraft, keepDraft } from "@/server/forms/drafts";
import type { ReportRow } from "./report-row";

/** Under which what the front sheet of a Word file says is kept for whoever sent the file, and for nobody else. */
const placeOf = (subjectId: string): DraftPlace => ({ form: "report/word-sheet", subjectId });

/** What the file says of a field: its name in the form in which one chooses. */
export const fileField = (key: string): string => `file-${key}`;

/** The radio buttons of a field. */
export const choiceField = (key: string): string => `choose-${key}`;

/**
 * Keeps what the front sheet of a Word file says, until it is chosen from; what an earlier file said is forgotten. Nothing of it is
 * saved into the report here.
 */
export async function keepWordSheet(tx: Tx, actor: Person, row: ReportRow, read: SheetRead): Promise<void> {
  const place = placeOf(row.id);
  const authors = await tx.person.findMany({
    where: { id: { in: row.authors.map(({ personId }) => personId) } },
    select: { name: true },
  });
  const { date: today } = await getClock(tx);
  const report = { title: row.title, meetingOn: row.meeting?.date ?? null, authors: authors.map(({ name }) => name) };
  const notes = ownDifferences(read.own, { ...report, today });
  const unread = read.unread.map(({ label, text }) => [label, text].filter(Boolean).join(": "));
  await dropDraft(tx, actor.personId, place);
  if (Object.keys(read.answers).length + notes.length + unread.length === 0) return;
  const said = Object.entries(read.answers).map(([key, answer]) => [fileField(key), answer] as const);
  await keepDraft(actor.personId, place, { ...Object.fromEntries(said), notes, unread }, tx);
}

/** A field of which the file says something else than stands in the front sheet. */
export type SheetChoice = {
  name: string;
  fileName: string;
  label: string;
  here: string;
  file: string;
  /** Nothing stands there yet. */
  isBlank: boolean;
};

export type WordSheet = { choices: readonly SheetChoice[]; notes: readonly string[]; unread: readonly string[] };

/**
 * What the front sheet of a Word file says beside what stands here; null where nothing of one is kept.
 * @param kept what is kept of the form, by its reader
 * @param sheet as it is saved, or as its reader is typing it
 */
export function wordSheetIn(
  drafts: ReadonlyMap<string, KeptDraft>,
  template: FrontSheetTemplate,
  sheet: FrontSheet,
): WordSheet | null {
  const kept = drafts.get(placeOf("").form)?.values;
  if (!kept) return null;
  const choices = template.flatMap((field): SheetChoice[] => {
    const file = [kept[fileField(field.key)] ?? ""].flat().join("\n");
    const here = [sheet[field.key] ?? ""].flat().join("\n");
    if (file === "" || spaced(file) === spaced(here)) return [];
    const names = { name: choiceField(field.key), fileName: fileField(field.key) };
    return [{ ...names, label: field.label, here, file, isBlank: isBlank(field, sheet[field.key]) }];
  });
  return { choices, notes: [kept.notes ?? []].flat(), unread: [kept.unread ?? []].flat() };
}

const spaced = (text: string) => text.replace(/\s+/g, " ").trim();
