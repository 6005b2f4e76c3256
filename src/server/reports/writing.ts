import type { Person } from "@/domain/access/actor";
import { anchored, numberedParagraphs } from "@/domain/reports/numbered-paragraphs";
import { LONGEST_REPORT, WRITTEN_IN } from "@/domain/reports/report";
import type { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/server/db";
import { invalid } from "@/server/errors";
import { getChangeable, recordOf, type Sent, saveReport } from "./changeable";
import { sheetIn, titleIn } from "./report-form";
import type { ReportRow } from "./report-row";
import { keepVersion, type VersionWay } from "./versions";
import { readWordFile } from "./word";

/**
 * Fills in the front sheet of a report, by its body's template. What is left empty is blank.
 * @throws ExpectedError not-found; refused; invalid; stale with what stands there now
 */
export async function fillFrontSheet(tx: Tx, actor: Person, sent: Sent): Promise<void> {
  const { row, subject } = await getChangeable(tx, actor, sent, {
    needs: "report.edit",
    label: "Fill in the front sheet",
    during: WRITTEN_IN,
    part: "sheet",
  });
  const sheet = sheetIn(sent.answers, subject.rules.template);
  await saveReport(tx, row, {});
  const frontSheet = JSON.parse(JSON.stringify(sheet)) as Prisma.InputJsonObject;
  await tx.reportText.upsert({
    where: { reportId: sent.reportId },
    create: { reportId: sent.reportId, bodyId: row.bodyId, frontSheet },
    update: { frontSheet, version: { increment: 1 } },
  });
  const before = subject.frontSheet;
  const keys = [...new Set([...Object.keys(before), ...Object.keys(sheet)])];
  const fields = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(sheet[key]));
  await keepVersion(tx, actor, row, { way: "sheet" });
  await recordOf(tx, actor, row, "fillFrontSheet", { fields });
}

/**
 * Writes the text of a report. It becomes numbered paragraphs; one that says what it said keeps its anchor.
 * @throws ExpectedError not-found; refused; invalid; stale with what stands there now
 */
export async function writeReport(tx: Tx, actor: Person, sent: Sent): Promise<void> {
  const { row } = await getText(tx, actor, sent, "Write the report");
  const markdown = sent.answers.text("markdown", LONGEST_REPORT);
  await write(tx, actor, row, { title: titleIn(sent.answers), markdown, way: "typed", notes: [] });
}

/**
 * Whether the text of a report may be written by this person now, whichever version they have before them: what they typed is shown
 * to them as it will be numbered.
 * @throws ExpectedError not-found; refused
 */
export async function mustBeWritable(tx: Tx, actor: Person, sent: Sent): Promise<void> {
  await getChangeable(tx, actor, sent, {
    needs: "report.edit",
    label: "Write the report",
    during: WRITTEN_IN,
    anyVersion: true,
  });
}

/**
 * Takes the text of a report from a Word file: what stood there before stays as the version before it.
 * @param file one that has arrived and was looked at, or why it was refused
 * @throws ExpectedError not-found; refused; invalid, for the field "file"; stale
 */
export async function writeFromWord(
  tx: Tx,
  actor: Person,
  { file, ...sent }: Omit<Sent, "answers"> & { file: { path: string } | { refusal: string } },
): Promise<void> {
  const { row } = await getText(tx, actor, sent, "Take the text from a Word file");
  if ("refusal" in file) throw invalid("file", file.refusal);
  const { markdown, notes } = await readWordFile(file.path);
  await write(tx, actor, row, { title: row.title, markdown, way: "word", notes });
}

const getText = (tx: Tx, actor: Person, sent: Omit<Sent, "answers">, label: string) =>
  getChangeable(tx, actor, sent, { needs: "report.edit", label, during: WRITTEN_IN, part: "text" });

type Written = { title: string; markdown: string; way: VersionWay; notes: readonly string[] };

async function write(tx: Tx, actor: Person, row: ReportRow, { title, markdown, way, notes }: Written): Promise<void> {
  const reportId = row.id;
  const paragraphs = anchored(numberedParagraphs(markdown), row.text?.numbered ?? []);
  await saveReport(tx, row, { title });
  await tx.reportText.upsert({
    where: { reportId },
    create: { reportId, bodyId: row.bodyId, frontSheet: {} },
    update: { version: { increment: 1 } },
  });
  await tx.reportParagraph.deleteMany({ where: { reportId } });
  await tx.reportParagraph.createMany({
    data: paragraphs.map((paragraph, index) => ({ ...paragraph, reportId, position: index + 1 })),
  });
  await tx.paper.updateMany({ where: { reportId, audience: { not: "public" } }, data: { title } });
  await keepVersion(tx, actor, row, { way, notes });
  await recordOf(tx, actor, row, "write", { fields: ["markdown"], ...(way === "word" && { word: true }) });
}
