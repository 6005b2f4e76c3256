import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { CLEARANCE_STEPS, CLEARED_IN, COMMENTED_IN } from "@/domain/reports/report";
import { reportWorkflow } from "@/domain/reports/report-workflow";
import { keysOf } from "@/domain/wording/words-by-value";
import { mustBeAllowed } from "@/server/access/allowed";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { invalid, notFound } from "@/server/errors";
import { getChangeable, recordOf, type Sent, saveReport } from "./changeable";
import { keepClearance } from "./kept-clearance";
import { worksOn } from "./report-row";
import { reportSteps } from "./steps";
import type { findReport } from "./subject";
import { latestVersion, markSeen } from "./versions";

/**
 * Records what came of one look at a report before it goes up: of finance, of the director, of callover; by whoever looked, or on
 * their behalf with what shows it. Whoever is only asked to clear a step records that one, for themselves. What is to be changed
 * goes back to its author with that, unless it came from outside.
 * @throws ExpectedError not-found; refused; invalid; stale
 */
export async function recordClearance(tx: Tx, actor: Person, sent: Sent): Promise<void> {
  const { answers, reportId } = sent;
  const { row, subject } = await getChangeable(tx, actor, sent, {
    needs: "report.record-clearance",
    label: "Record a clearance",
    during: CLEARED_IN,
  });
  const step = answers.oneOf("step", stepsToRecord(actor, subject));
  if (!step) throw invalid("step", "Choose one of those on the list.");
  const outcome = answers.oneOf("outcome", ["cleared", "returned"]);
  if (!outcome) throw invalid("outcome", "Say what came of it.");
  const comment = answers.text("comment");
  if (outcome === "returned" && !comment) throw invalid("comment", "Say what is to be changed.");
  const [onBehalfOf, evidence] = [answers.text("onBehalfOf") || null, answers.text("evidence") || null];
  if (onBehalfOf) mustBeAllowed(actor, "report.sign-off", subject, "Record a clearance on behalf of somebody");
  if (onBehalfOf && !evidence) throw invalid("evidence", "Say what shows it: an e-mail, a note of a call.");
  const looked = { step, outcome, onBehalfOf, evidence, comment };
  if (outcome === "returned" && reportWorkflow.transitions.returnToAuthor.from.some((each) => each === row.status)) {
    const typed = { clearanceStep: step, onBehalfOf: onBehalfOf ?? "", evidence: evidence ?? "" };
    await reportSteps.take(tx, actor, {
      ...{ id: reportId, version: row.version, name: "returnToAuthor" },
      ...{ reason: comment, typed },
    });
    return;
  }
  await saveReport(tx, row, {});
  await keepClearance(tx, actor, row, looked);
  await markSeen(tx, actor, reportId, await latestVersion(tx, reportId));
  await recordOf(tx, actor, row, "recordClearance", { step, outcome });
}

/** The steps that somebody may record: all of the body's who signs off, only those asked of them who does not. */
export function stepsToRecord(person: Person, subject: Awaited<ReturnType<typeof findReport>>["subject"]) {
  const { steps } = subject.rules;
  if (can(person, "report.sign-off", subject)) return keysOf(CLEARANCE_STEPS).filter((step) => steps.includes(step));
  return subject.clearances.flatMap(({ step, askedIds }) => (askedIds?.includes(person.personId) ? [step] : []));
}

/**
 * Says something of a report to whoever writes and clears it, with the version it is about.
 * @throws ExpectedError not-found; refused; invalid
 */
export async function commentOnReport(tx: Tx, actor: Person, sent: Sent): Promise<void> {
  const { answers, reportId } = sent;
  const { row, subject } = await getChangeable(tx, actor, sent, {
    needs: "report.comment",
    label: "Comment on a report",
    during: COMMENTED_IN,
    anyVersion: true,
  });
  if (!worksOn(readScope(actor), row)) throw notFound();
  const text = answers.text("text", 5_000);
  if (!text) throw invalid("text", "Write what you have to say.");
  const step = answers.oneOf(
    "step",
    keysOf(CLEARANCE_STEPS).filter((each) => subject.rules.steps.includes(each)),
  );
  const { instant: at } = await getClock(tx);
  const versionNumber = await latestVersion(tx, reportId);
  await tx.reportComment.create({ data: { reportId, step, versionNumber, text, byId: actor.personId, at } });
  await markSeen(tx, actor, reportId, versionNumber);
  await recordOf(tx, actor, row, "comment", { ...(step && { step }) });
}

/**
 * Notes that somebody has read a report as it stands: what changes after it is shown to them as changed.
 * @throws ExpectedError not-found; refused
 */
export async function readReport(tx: Tx, actor: Person, sent: Sent): Promise<void> {
  const { row } = await getChangeable(tx, actor, sent, {
    needs: "report.comment",
    label: "Note that it was read",
    during: COMMENTED_IN,
    anyVersion: true,
  });
  if (!worksOn(readScope(actor), row)) throw notFound();
  // Up to what they had before them: what came since is still to be read.
  const before = answersVersion(sent);
  await markSeen(tx, actor, row.id, Math.min(before, await latestVersion(tx, row.id)));
}

const answersVersion = ({ answers }: Sent) => Number.parseInt(answers.text("read"), 10) || 0;
