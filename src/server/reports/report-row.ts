import { canRead, canReadContent, type ReadScope } from "@/domain/access/read-scope";
import type { Prisma } from "@/generated/prisma/client";

/** A report with everything that its rules and its check look at. */
export const REPORT = {
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

/**
 * Whether somebody is of those who write and clear a report: what it said before, and what was said of it, stays among them,
 * whomever it is open to once it is signed off or published.
 */
export const worksOn = (scope: ReadScope, row: ReportRow): boolean =>
  canRead(scope, { ...row, audience: "keepers" }) && (row.text === null || canReadContent(scope, row.text));
