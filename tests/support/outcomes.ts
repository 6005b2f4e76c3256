import { db } from "@/server/db";
import { type Expected, expectedFailure } from "@/server/errors";

/**
 * Why some work was not carried out; nothing where it was.
 * @throws what was not expected
 */
export async function failureOf(work: Promise<unknown>): Promise<Expected | undefined> {
  try {
    await work;
  } catch (error) {
    const failure = expectedFailure(error);
    if (!failure) throw error;
    return failure;
  }
}

/** The same in codes: of a refusal its own, then those of what was found; else the kind of failure. */
export async function codesOf(work: Promise<unknown>): Promise<(string | undefined)[]> {
  const failure = await failureOf(work);
  return failure?.kind === "refused"
    ? [failure.refusal.code, ...failure.refusal.findings.map(({ code }) => code)]
    : [failure?.kind];
}

/** What the audit trail says of a record, in order: what was done and by whom. */
export async function trail(id: string): Promise<string[]> {
  const entries = await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { recordedAt: "asc" } });
  return entries.map(({ action, actorName }) => `${action.split(".")[1]} by ${actorName}`);
}
