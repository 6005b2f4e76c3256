import type { ReadScope } from "@/domain/access/read-scope";
import type { FrontSheet } from "@/domain/reports/front-sheet";
import type { Report } from "@/domain/reports/report";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import type { Client } from "@/server/db";
import { notFound } from "@/server/errors";
import { checkedReport } from "./check";
import { reportRulesOf } from "./rules";

const REPORT = {
  body: { select: { slug: true, parentId: true, frontSheet: true, rules: true } },
  text: { include: { numbered: { orderBy: { position: "asc" } } } },
  authors: { select: { personId: true } },
  clearances: { orderBy: { id: "asc" } },
  replacedBy: { select: { id: true } },
  meeting: { select: { date: true } },
  programmeItem: { select: { targetEnd: true, meeting: { select: { date: true } } } },
  outsideDates: { orderBy: { on: "asc" }, select: { what: true, on: true } },
  papers: {
    where: { takenDownAt: null, replacedBy: { is: null } },
    include: { agendaItem: { select: { meeting: { select: { date: true, status: true } } } } },
  },
} as const satisfies Prisma.ReportInclude;

export type ReportRow = Prisma.ReportGetPayload<{ include: typeof REPORT }>;

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
