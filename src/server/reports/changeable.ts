import type { Person } from "@/domain/access/actor";
import type { Permission } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { asMarkdown } from "@/domain/reports/numbered-paragraphs";
import type { ReportStatus } from "@/domain/reports/report";
import { reportWorkflow } from "@/domain/reports/report-workflow";
import type { Prisma } from "@/generated/prisma/client";
import { mustBeAllowed, refused } from "@/server/access/allowed";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { ExpectedError } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import { sheetField } from "./report-form";
import { findReport } from "./subject";
import { partVersion, type ReportPart } from "./versions";

export type Sent = { reportId: string; version: number; answers: Answers };

type Wanted = {
  needs: Permission;
  label: string;
  during: readonly ReportStatus[];
  /** What of it is written: somebody who saved another part in the meantime is not in the way. The whole where none is named. */
  part?: ReportPart;
  /** Where nothing of it is written, only something beside it: nobody can be in the way. */
  anyVersion?: true;
};

/** @throws ExpectedError not-found; refused for whoever may not, and in another status; stale */
export async function getChangeable(
  tx: Tx,
  actor: Person,
  { reportId, version }: Omit<Sent, "answers">,
  wanted: Wanted,
) {
  const { needs, label, during, part, anyVersion } = wanted;
  const found = await findReport(tx, readScope(actor), reportId);
  mustBeAllowed(actor, needs, found.subject, label);
  const { status } = found.subject;
  if (!during.includes(status)) {
    const words = during.map((each) => reportWorkflow.statuses[each].label.toLowerCase()).join(" or ");
    throw refused(
      "wrong-status",
      `“${label}” is for a report that is ${words}. This one is ${reportWorkflow.statuses[status].label.toLowerCase()}.`,
    );
  }
  if (anyVersion) return found;
  const current = part ? await partVersion(tx, reportId, part) : found.row.version;
  if (current !== version)
    throw new ExpectedError({
      kind: "stale",
      current: { version: current, changedBy: await whoSaved(tx, reportId, part), values: valuesOf(found) },
    });
  return found;
}

async function whoSaved(tx: Tx, reportId: string, part: ReportPart | undefined): Promise<string | null> {
  if (!part) return null;
  const last = await tx.reportVersion.findFirst({
    where: { reportId, number: await partVersion(tx, reportId, part) },
    select: { byId: true },
  });
  if (!last?.byId) return null;
  return (await tx.person.findUnique({ where: { id: last.byId }, select: { name: true } }))?.name ?? null;
}

/** What stands there, for whoever was second. */
const valuesOf = ({ row, subject }: Awaited<ReturnType<typeof findReport>>): Record<string, string> => ({
  title: row.title,
  markdown: asMarkdown(row.text?.numbered ?? []),
  restriction: subject.restriction,
  paragraphs: subject.paragraphs.join(", "),
  publicInterest: subject.publicInterest ?? "",
  ...Object.fromEntries(
    Object.entries(subject.frontSheet).map(([key, answer]) => [sheetField(key), [answer].flat().join("\n")]),
  ),
});

/** Writes the columns of a report in the version that was read. @throws ExpectedError stale */
export async function saveReport(
  tx: Tx,
  { id, version }: { id: string; version: number },
  data: Prisma.ReportUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await tx.report.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new ExpectedError({ kind: "stale" });
}

/** Enters what was done to a report in the trail: names of fields and outcomes, never what it says. */
export const recordOf = async (
  tx: Tx,
  actor: Person,
  report: { id: string; bodyId: string },
  verb: string,
  after: Prisma.InputJsonObject,
) =>
  recordAudit(tx, {
    actor,
    action: `${reportWorkflow.name}.${verb}`,
    subject: { kind: reportWorkflow.name, id: report.id, bodyId: report.bodyId },
    happenedOn: (await getClock(tx)).date,
    after,
  });
