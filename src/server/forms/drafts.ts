import type { ReadScope } from "@/domain/access/read-scope";
import { type Client, db, type Tx } from "@/server/db";
import type { DraftPlace } from "./draft-place";

/** What somebody has typed and not saved: theirs alone, until they save it. */
export type KeptDraft = { values: Readonly<Record<string, string | string[]>>; savedAt: Date };

/** Longer than any form of ours; whoever sends more is not typing. */
const LONGEST = 500_000;

/**
 * Keeps what somebody has typed so far, in the place of what was kept of that form before. A form that was carried out in the
 * meantime, by its once-key, is not kept again.
 * @returns when it was kept, in real time; null where nothing was
 */
export async function keepDraft(
  personId: string,
  { form, subjectId }: DraftPlace,
  values: KeptDraft["values"],
  client: Client = db,
): Promise<Date | null> {
  if (JSON.stringify(values).length > LONGEST) return null;
  const { onceKey } = values;
  if (typeof onceKey === "string" && (await client.onceKey.findUnique({ where: { key: onceKey } }))) return null;
  const { savedAt } = await client.formDraft.upsert({
    where: { personId_form_subjectId: { personId, form, subjectId } },
    create: { personId, form, subjectId, values: { ...values } },
    update: { values: { ...values }, savedAt: new Date(), version: { increment: 1 } },
  });
  return savedAt;
}

/** What the reader typed into the forms of one record, by form. Nobody reads anybody else's. */
export async function listDrafts(scope: ReadScope, subjectId: string): Promise<ReadonlyMap<string, KeptDraft>> {
  if (scope.personId === null) return new Map();
  const rows = await db.formDraft.findMany({
    where: { personId: scope.personId, subjectId },
    select: { form: true, values: true, savedAt: true },
  });
  return new Map(rows.map(({ form, values, savedAt }) => [form, { values: values as KeptDraft["values"], savedAt }]));
}

/** What somebody typed into one form; null where nothing is kept. */
export const findDraft = async (
  client: Client,
  personId: string,
  { form, subjectId }: DraftPlace,
): Promise<KeptDraft | null> =>
  (await client.formDraft.findUnique({
    where: { personId_form_subjectId: { personId, form, subjectId } },
    select: { values: true, savedAt: true },
  })) as KeptDraft | null;

/** Forgets what was typed, once it is saved or no longer wanted; nothing where there is no such place. */
export async function dropDraft(tx: Tx, personId: string, place: DraftPlace | null): Promise<void> {
  if (place) await tx.formDraft.deleteMany({ where: { personId, form: place.form, subjectId: place.subjectId } });
}
