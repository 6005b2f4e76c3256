import type { ReadScope } from "@/domain/access/read-scope";
import { londonDate, londonTime } from "@/domain/calendar/london-time";
import { formatMarginDate, type PlainDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { placeWords } from "@/domain/programme/place-words";
import type { ProgrammeItemType } from "@/generated/prisma/client";
import type { Client } from "@/server/db";
import { type CurrentVersion, ExpectedError, expectedFailure } from "@/server/errors";
import { findPlannedItem, getSurroundings, leadsAs, type PlannedRow, plannedItem } from "./planned-item";

/** What is typed of an item, by the names of the form's fields. People and outcomes are their ids. */
export type ItemValues = {
  title: string;
  purpose: string;
  type: ProgrammeItemType;
  linesOfEnquiry: readonly string[];
  leadMember: readonly string[];
  leadOfficer: readonly string[];
  outcome: readonly string[];
  target: PlainDate | null;
};

export type ItemField = keyof ItemValues;

/** In the order of the form; what is stored as JSON keeps none. */
export const ITEM_FIELDS: readonly ItemField[] = [
  "title",
  "purpose",
  "type",
  "linesOfEnquiry",
  "leadMember",
  "leadOfficer",
  "outcome",
  "target",
];

/** What the row says of an item, by the names of the form’s fields. */
export const valuesOf = (row: PlannedRow): ItemValues => ({
  title: row.title,
  purpose: row.purpose,
  type: row.type,
  linesOfEnquiry: row.linesOfEnquiry,
  leadMember: leadsAs(row, "member").map(({ personId }) => personId),
  leadOfficer: leadsAs(row, "officer").map(({ personId }) => personId),
  outcome: row.outcomes.map(({ outcome }) => outcome.id),
  target: row.targetEnd,
});

/** The values as the row has them; who leads and what it serves stand in rows of their own. */
export const columns = ({ title, purpose, type, linesOfEnquiry, target }: ItemValues) => ({
  title,
  purpose,
  type,
  linesOfEnquiry: [...linesOfEnquiry],
  targetEnd: target,
});

/** The fields in which two versions differ. */
export function changedIn(before: ItemValues, after: Partial<ItemValues>): ItemField[] {
  return (Object.keys(after) as ItemField[]).filter(
    (field) => said(field, after[field]) !== said(field, before[field]),
  );
}

/** The order of leads says who is first; outcomes have none. */
const said = (field: ItemField, value: Partial<ItemValues>[ItemField]): string =>
  JSON.stringify(field === "outcome" && Array.isArray(value) ? value.toSorted() : value);

/** The values as the form sends them. */
export const formOf = ({ linesOfEnquiry, target, leadMember, leadOfficer, outcome, ...values }: ItemValues) => {
  const [year = "", month = "", day = ""] = target?.split("-") ?? [];
  return {
    ...values,
    linesOfEnquiry: linesOfEnquiry.join("\n"),
    leadMember: [...leadMember],
    leadOfficer: [...leadOfficer],
    outcome: [...outcome],
    "target-day": day.replace(/^0/, ""),
    "target-month": month.replace(/^0/, ""),
    "target-year": year,
  };
};

/** Names of the people and outcomes that an item has, by their ids: the audit trail is read when they may have gone. */
export const namesIn = (row: PlannedRow): Map<string, string> =>
  new Map([
    ...row.leads.map(({ personId, person }) => [personId, person.name] as const),
    ...row.outcomes.map(({ outcome }) => [outcome.id, outcome.name] as const),
  ]);

/** Some of the values in words that the audit trail keeps. */
export function worded(values: Partial<ItemValues>, fields: readonly ItemField[], names: ReadonlyMap<string, string>) {
  return Object.fromEntries(
    fields.map((field) => {
      const value = values[field] ?? null;
      return [field, Array.isArray(value) ? value.map((one: string) => names.get(one) ?? one) : value];
    }),
  ) as Record<string, string | string[] | null>;
}

/** What stands there now and who saved it, for whoever was not first. */
export async function staleWith(client: Client, scope: ReadScope, id: string): Promise<ExpectedError> {
  return new ExpectedError({ kind: "stale", current: await getCurrentVersion(client, scope, id) });
}

/** Whatever a conditional write finds changed is shown as it stands now. */
export async function orStaleWith<T>(client: Client, scope: ReadScope, id: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (expectedFailure(error)?.kind === "stale") throw await staleWith(client, scope, id);
    throw error;
  }
}

async function getCurrentVersion(client: Client, scope: ReadScope, id: string): Promise<CurrentVersion> {
  const row = await findPlannedItem(client, scope, id);
  const item = plannedItem(scope, row, await getSurroundings(client, scope, row.bodyId));
  const last = await client.auditEntry.findFirst({
    where: { subjectId: id },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    select: { actorName: true, recordedAt: true },
  });
  return {
    version: row.version,
    changedBy: last && `${last.actorName}, ${momentOf(last.recordedAt)}`,
    values: { ...formOf(valuesOf(row)), place: placeWords(item.slot) },
  };
}

/** Who saved when is real time: "9.04 am" today, "Mon 3 Oct, 9.04 am" before. */
function momentOf(at: Date): string {
  const day = londonDate(at);
  const time = formatTime(londonTime(at));
  return day === londonDate(new Date()) ? time : `${formatMarginDate(day)}, ${time}`;
}
