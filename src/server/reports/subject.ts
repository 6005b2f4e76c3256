import type { ReadScope } from "@/domain/access/read-scope";
import type { FrontSheet } from "@/domain/reports/front-sheet";
import type { Report } from "@/domain/reports/report";
import { readable } from "@/server/access/readable";
import type { Client } from "@/server/db";
import { notFound } from "@/server/errors";
import { checkedReport } from "./check";
import { REPORT, type ReportRow } from "./report-row";
import { reportRulesOf } from "./rules";

/** One report as its rules look at it. @throws ExpectedError not-found */
export async function findReport(client: Client, scope: ReadScope, id: string) {
  const row = await client.report.findFirst({ where: { AND: [{ id }, readable(scope)] }, include: REPORT });
  if (!row) throw notFound();
  const subject = subjectFrom(row);
  if (row.status !== "in_clearance") return { row, subject };
  const checked = await checkedReport(client, scope, row);
  return { row, subject: { ...subject, checked, restrictedBackgroundPapers: checked.restrictedBackgroundPapers } };
}

function subjectFrom(row: ReportRow): Report & { id: string; version: number } {
  // Of its text and of what lists it, whichever is restricted.
  const listed = row.papers.find(({ restriction }) => restriction !== "public");
  const text = row.text && row.text.restriction !== "public" ? row.text : (listed ?? row.text);
  const held = row.papers
    .flatMap(({ agendaItem }) => (agendaItem?.meeting.status === "held" ? [agendaItem.meeting.date] : []))
    .sort();
  const authorIds = row.authors.map(({ personId }) => personId);
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    title: row.title,
    bodyId: row.bodyId,
    parentBodyId: row.body.parentId,
    areaId: row.areaId,
    portfolioId: row.portfolioId,
    // Whoever was given it to sign its restriction reads it too; only who writes it may change it.
    keepers: authorIds,
    authorIds,
    clearers: row.clearances.flatMap(({ askedIds }) => askedIds),
    rules: reportRulesOf(row.body),
    frontSheet: (row.text?.frontSheet ?? {}) as FrontSheet,
    clearances: row.clearances,
    restrictedBackgroundPapers: [],
    restriction: text?.restriction ?? "public",
    paragraphs: text?.paragraphs ?? [],
    publicInterest: row.publicInterest ?? listed?.publicInterest ?? null,
    restrictionSignedById: row.restrictionSignedById ?? listed?.restrictionSignedById ?? null,
    publishedOn: row.publishedOn,
    consideredOn: held[0] ?? null,
    replacedById: row.replacedBy?.id ?? null,
  };
}
