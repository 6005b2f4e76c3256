import type { Person } from "@/domain/access/actor";
import type { Permission } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { restrictionFindings } from "@/domain/papers/restriction-findings";
import { AGAINST_EXEMPTION, CONFIDENTIAL_GROUNDS, type ConfidentialGround } from "@/domain/papers/schedule-12a";
import { anchored, asMarkdown, numberedParagraphs } from "@/domain/reports/numbered-paragraphs";
import { CLEARANCE_STEPS, type ReportStatus } from "@/domain/reports/report";
import { reportWorkflow } from "@/domain/reports/report-workflow";
import { keysOf } from "@/domain/wording/words-by-value";
import type { Prisma } from "@/generated/prisma/client";
import { mustBeAllowed, refused } from "@/server/access/allowed";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { ExpectedError, invalid } from "@/server/errors";
import { restrictionIn } from "@/server/papers/restriction-form";
import { heldOn } from "@/server/people/held-on";
import type { Answers } from "@/server/workflow/answers";
import { sheetField, sheetIn, titleIn } from "./report-form";
import { findReport } from "./subject";

/** In which a report is written, and in which its restriction may still change. */
export const WRITTEN_IN: readonly ReportStatus[] = ["draft", "received"];
export const RESTRICTED_IN: readonly ReportStatus[] = [
  "commissioned",
  "draft",
  "in_clearance",
  "signed_off",
  "received",
  "cleared",
];

type Sent = { reportId: string; version: number; answers: Answers };

/** @throws ExpectedError not-found; refused for whoever may not, and in another status; stale */
async function getChangeable(
  tx: Tx,
  actor: Person,
  { reportId, version }: Sent,
  { needs, label, during }: { needs: Permission; label: string; during: readonly ReportStatus[] },
) {
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
  if (found.row.version !== version) throw stale(found.row.version, valuesOf(found));
  return found;
}

const stale = (version: number, values: Record<string, string>) =>
  new ExpectedError({ kind: "stale", current: { version, changedBy: null, values } });

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

async function save(tx: Tx, { reportId, version }: Sent, data: Prisma.ReportUncheckedUpdateManyInput): Promise<void> {
  const { count } = await tx.report.updateMany({
    where: { id: reportId, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new ExpectedError({ kind: "stale" });
}

const record = async (
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

/**
 * Fills in the front sheet of a report, by its body's template. What is left empty is blank.
 * @throws ExpectedError not-found; refused; invalid; stale with what stands there now
 */
export async function fillFrontSheet(tx: Tx, actor: Person, sent: Sent): Promise<void> {
  const found = await getChangeable(tx, actor, sent, {
    needs: "report.edit",
    label: "Fill in the front sheet",
    during: WRITTEN_IN,
  });
  const sheet = sheetIn(sent.answers, found.subject.rules.template);
  await save(tx, sent, {});
  const frontSheet = JSON.parse(JSON.stringify(sheet)) as Prisma.InputJsonObject;
  await tx.reportText.upsert({
    where: { reportId: sent.reportId },
    create: { reportId: sent.reportId, bodyId: found.row.bodyId, frontSheet },
    update: { frontSheet, version: { increment: 1 } },
  });
  const before = found.subject.frontSheet;
  const keys = [...new Set([...Object.keys(before), ...Object.keys(sheet)])];
  const fields = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(sheet[key]));
  await record(tx, actor, found.row, "fillFrontSheet", { fields });
}

/**
 * Writes the text of a report. It becomes numbered paragraphs; one that says what it said keeps its anchor.
 * @throws ExpectedError not-found; refused; invalid; stale with what stands there now
 */
export async function writeReport(tx: Tx, actor: Person, sent: Sent): Promise<void> {
  const { row } = await getChangeable(tx, actor, sent, {
    needs: "report.edit",
    label: "Write the report",
    during: WRITTEN_IN,
  });
  const { reportId, answers } = sent;
  const title = titleIn(answers);
  const paragraphs = anchored(numberedParagraphs(answers.text("markdown")), row.text?.numbered ?? []);
  await save(tx, sent, { title });
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
  await record(tx, actor, row, "write", { fields: ["markdown"] });
}

/**
 * Proposes that a report be kept from the public, or that it be open after all. The proper officer is asked to sign it, and until
 * then it is withheld (LGA 1972 s100B(2)); what was signed before no longer counts.
 * @throws ExpectedError not-found; refused; invalid; stale
 */
export async function proposeRestriction(tx: Tx, actor: Person, sent: Sent): Promise<void> {
  const { reportId, answers } = sent;
  const { row, subject } = await getChangeable(tx, actor, sent, {
    needs: "restriction.propose",
    label: "Propose a restriction",
    during: RESTRICTED_IN,
  });
  const { restriction, paragraphs } = restrictionIn(answers);
  const ground = answers.oneOf("confidentialGround", keysOf(CONFIDENTIAL_GROUNDS));
  if (restriction === "confidential" && !ground) throw invalid("confidentialGround", "Say what makes it confidential.");
  const against = answers.several("against", keysOf(AGAINST_EXEMPTION));
  const columns = {
    registrable: against.includes("registrable"),
    ownPlanningPermission: against.includes("ownPlanningPermission"),
    publicInterest: restriction === "exempt" ? answers.text("publicInterest") || null : null,
    confidentialGround: restriction === "confidential" ? ground : null,
    restrictionSignedById: null,
    restrictionSignedOn: null,
  };
  // It is the proper officer's to sign: whoever holds that post is given the report.
  const { date } = await getClock(tx);
  const signers =
    restriction === "public"
      ? []
      : await tx.post.findMany({
          where: { kind: "proper_officer", ...heldOn(date) },
          select: { personId: true },
        });
  const keepers = [...new Set([...row.keepers, ...signers.map(({ personId }) => personId)])];
  await save(tx, sent, { ...columns, keepers });
  await tx.reportText.upsert({
    where: { reportId },
    create: { reportId, bodyId: row.bodyId, frontSheet: {}, restriction, paragraphs },
    update: { restriction, paragraphs },
  });
  await tx.paper.updateMany({ where: { reportId, takenDownAt: null }, data: { restriction, paragraphs, ...columns } });
  await record(tx, actor, row, "restrict", { restriction, paragraphs, before: subject.restriction });
}

/**
 * Signs that a report is kept from the public, as only the proper officer may (LGA 1972 s100B(2)).
 * @throws ExpectedError not-found; refused where Schedule 12A rules it out, or nothing is proposed; stale
 */
export async function signRestriction(tx: Tx, actor: Person, sent: Sent): Promise<void> {
  const { row, subject } = await getChangeable(tx, actor, sent, {
    needs: "restriction.sign",
    label: "Sign the restriction",
    during: RESTRICTED_IN,
  });
  if (subject.restriction === "public") throw refused("wrong-status", "Not signed: this report is open to the public.");
  const findings = restrictionFindings({
    ...subject,
    confidentialGround: row.confidentialGround as ConfidentialGround | null,
    registrable: row.registrable,
    ownPlanningPermission: row.ownPlanningPermission,
  });
  const hard = findings.filter(({ severity }) => severity === "hard");
  if (hard.length > 0)
    throw new ExpectedError({
      kind: "refused",
      refusal: { code: "against-rule", sentence: "Not signed.", findings: hard },
    });
  const { date } = await getClock(tx);
  const signed = { restrictionSignedById: actor.personId, restrictionSignedOn: date };
  await save(tx, sent, signed);
  await tx.paper.updateMany({ where: { reportId: row.id, takenDownAt: null }, data: signed });
  await record(tx, actor, row, "signRestriction", { restriction: subject.restriction });
}

/**
 * Records what came of one look at a report before it goes up: of finance, of the director, of callover; by whoever looked, or on
 * their behalf with what shows it.
 * @throws ExpectedError not-found; refused; invalid; stale
 */
export async function recordClearance(tx: Tx, actor: Person, sent: Sent): Promise<void> {
  const { answers, reportId } = sent;
  const { row, subject } = await getChangeable(tx, actor, sent, {
    needs: "report.sign-off",
    label: "Record a clearance",
    during: ["in_clearance", "signed_off", "received"],
  });
  const step = answers.oneOf("step", keysOf(CLEARANCE_STEPS));
  if (!step || !subject.rules.steps.includes(step)) throw invalid("step", "Choose one of those on the list.");
  const outcome = answers.oneOf("outcome", ["cleared", "returned"]);
  if (!outcome) throw invalid("outcome", "Say what came of it.");
  const [onBehalfOf, evidence] = [answers.text("onBehalfOf") || null, answers.text("evidence") || null];
  if (onBehalfOf && !evidence) throw invalid("evidence", "Say what shows it: an e-mail, a note of a call.");
  const { instant } = await getClock(tx);
  await save(tx, sent, {});
  await tx.clearance.deleteMany({ where: { reportId, step } });
  await tx.clearance.create({
    data: {
      reportId,
      step,
      outcome,
      personId: actor.personId,
      onBehalfOf,
      evidence,
      comment: answers.text("comment"),
      at: instant,
    },
  });
  await record(tx, actor, row, "recordClearance", { step, outcome });
}
