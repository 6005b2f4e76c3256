import type { Person } from "@/domain/access/actor";
import { restrictionFindings } from "@/domain/papers/restriction-findings";
import { AGAINST_EXEMPTION, CONFIDENTIAL_GROUNDS, type ConfidentialGround } from "@/domain/papers/schedule-12a";
import { RESTRICTED_IN } from "@/domain/reports/report";
import { keysOf } from "@/domain/wording/words-by-value";
import { refused } from "@/server/access/allowed";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { ExpectedError, invalid } from "@/server/errors";
import { restrictionIn } from "@/server/papers/restriction-form";
import { heldOn } from "@/server/people/held-on";
import { getChangeable, recordOf, type Sent, saveReport } from "./changeable";

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
  await saveReport(tx, row, { ...columns, keepers });
  await tx.reportText.upsert({
    where: { reportId },
    create: { reportId, bodyId: row.bodyId, frontSheet: {}, restriction, paragraphs },
    update: { restriction, paragraphs },
  });
  await tx.paper.updateMany({ where: { reportId, takenDownAt: null }, data: { restriction, paragraphs, ...columns } });
  await recordOf(tx, actor, row, "restrict", { restriction, paragraphs, before: subject.restriction });
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
  await saveReport(tx, row, signed);
  await tx.paper.updateMany({ where: { reportId: row.id, takenDownAt: null }, data: signed });
  await recordOf(tx, actor, row, "signRestriction", { restriction: subject.restriction });
}
