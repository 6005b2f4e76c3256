import type { Person } from "@/domain/access/actor";
import type { FrontSheet } from "@/domain/reports/front-sheet";
import { readSheet } from "@/domain/reports/front-sheet-table";
import { anchored, numberedParagraphs } from "@/domain/reports/numbered-paragraphs";
import { LONGEST_REPORT, WRITTEN_IN } from "@/domain/reports/report";
import type { Prisma } from "@/generated/prisma/client";
import { refused } from "@/server/access/allowed";
import type { Tx } from "@/server/db";
import { invalid } from "@/server/errors";
import { draftPlace } from "@/server/forms/draft-place";
import { dropDraft, findDraft } from "@/server/forms/drafts";
import { answersFrom } from "@/server/workflow/answers";
import { getChangeable, recordOf, type Sent, saveReport } from "./changeable";
import { sheetField, sheetIn, titleIn } from "./report-form";
import type { ReportRow } from "./report-row";
import { contentOf, keepVersion, partVersion, type VersionWay } from "./versions";
import { readWordFile } from "./word";
import { choiceField, fileField, keepWordSheet } from "./word-sheet";

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
  await saveSheet(tx, actor, row, sheetIn(sent.answers, subject.rules.template));
}

/**
 * Fills fields of the front sheet with what a Word file said of them, as whoever sent the file chose; the others stay as they are
 * saved, or as the same person was typing them. Nothing is chosen for anybody who did not see what stands there.
 * @throws ExpectedError not-found; refused, also where somebody saved the front sheet meanwhile; invalid
 */
export async function takeWordSheet(tx: Tx, actor: Person, sent: Sent): Promise<void> {
  const { reportId, version, answers } = sent;
  const label = "Take the front sheet from a Word file";
  const { row, subject } = await getChangeable(tx, actor, sent, {
    ...{ needs: "report.edit", label, during: WRITTEN_IN },
    anyVersion: true,
  });
  if (answers.yes("leave")) return;
  if ((await partVersion(tx, reportId, "sheet")) !== version)
    throw refused(
      "wrong-status",
      "Open the page again: the front sheet was saved meanwhile, and what the file says has to stand beside that.",
    );
  const { template } = subject.rules;
  const chosen = template.filter(({ key }) => answers.oneOf(choiceField(key), ["mine", "theirs"]) === "theirs");
  const said = chosen.map(({ key }) => [sheetField(key), answers.text(fileField(key))] as const);
  const place = draftPlace("report/front-sheet", reportId);
  const typed = place && (await findDraft(tx, actor.personId, place));
  const here = typed ? sheetIn(answersFrom(typed.values), template) : subject.frontSheet;
  await saveSheet(tx, actor, row, { ...here, ...sheetIn(answersFrom(Object.fromEntries(said)), chosen) });
  await dropDraft(tx, actor.personId, place);
}

/** Saves a front sheet, whole, as the next version. */
async function saveSheet(tx: Tx, actor: Person, row: ReportRow, sheet: FrontSheet): Promise<void> {
  await saveReport(tx, row, {});
  const frontSheet = JSON.parse(JSON.stringify(sheet)) as Prisma.InputJsonObject;
  await tx.reportText.upsert({
    where: { reportId: row.id },
    create: { reportId: row.id, bodyId: row.bodyId, frontSheet },
    update: { frontSheet, version: { increment: 1 } },
  });
  const before = contentOf(row).frontSheet;
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
 * Takes the text of a report from a Word file: what stood there before stays as the version before it. What its front sheet says is
 * kept for whoever sent the file, to be chosen from; a file that has nothing else leaves the text alone.
 * @param file one that has arrived and was looked at, or why it was refused
 * @throws ExpectedError not-found; refused; invalid, for the field "file"; stale
 */
export async function writeFromWord(
  tx: Tx,
  actor: Person,
  { file, ...sent }: Omit<Sent, "answers"> & { file: { path: string } | { refusal: string } },
): Promise<void> {
  const { row, subject } = await getText(tx, actor, sent, "Take the text from a Word file");
  if ("refusal" in file) throw invalid("file", file.refusal);
  const { template } = subject.rules;
  const { markdown, notes, sheet } = await readWordFile(
    file.path,
    template.map(({ label }) => label),
  );
  if (markdown !== "") await write(tx, actor, row, { title: row.title, markdown, way: "word", notes });
  await keepWordSheet(tx, actor, row, readSheet(sheet, template));
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
