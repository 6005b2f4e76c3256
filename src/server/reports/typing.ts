import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { canReadContent, readScope } from "@/domain/access/read-scope";
import type { CheckFinding } from "@/domain/reports/checked-report";
import { type AnchoredText, anchored, numberedParagraphs } from "@/domain/reports/numbered-paragraphs";
import { WRITTEN_IN } from "@/domain/reports/report";
import { checkReport } from "@/domain/reports/report-check";
import { readable } from "@/server/access/readable";
import { db } from "@/server/db";
import { asTyped, checkedReport } from "./check";
import { findReport } from "./subject";

/** A report that somebody may write in now; null where there is none, or it is not theirs. */
async function writable(person: Person, slug: string) {
  const scope = readScope(person);
  const head = await db.report.findFirst({ where: { AND: [{ slug }, readable(scope)] }, select: { id: true } });
  if (!head) return null;
  const { row, subject } = await findReport(db, scope, head.id);
  const opens = row.text === null || canReadContent(scope, row.text);
  return opens && WRITTEN_IN.includes(row.status) && can(person, "report.edit", subject) ? { row, scope } : null;
}

/** Whether somebody may write in the report of this address. @param id the key that their form carries, if it does */
export async function mayWrite(person: Person, slug: string, id?: string): Promise<boolean> {
  const found = await writable(person, slug);
  return found !== null && (id === undefined || found.row.id === id);
}

type Typed = Readonly<Record<string, string | string[]>>;

/** What the check finds in a report as it is being typed: in the one part that was sent, and in what is saved of the other. */
export async function checkTyped(
  person: Person,
  slug: string,
  typed: { text?: Typed; sheet?: Typed },
): Promise<readonly CheckFinding[]> {
  const found = await writable(person, slug);
  return found ? checkReport(asTyped(await checkedReport(db, found.scope, found.row), typed)) : [];
}

/**
 * The text of a report as it would be numbered.
 * @returns null where there is no such report, or it is not theirs to write in
 */
export async function numberTyped(
  person: Person,
  slug: string,
  markdown: string,
): Promise<readonly AnchoredText[] | null> {
  const found = await writable(person, slug);
  return found && anchored(numberedParagraphs(markdown), found.row.text?.numbered ?? []);
}
