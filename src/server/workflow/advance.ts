import type { Actor } from "@/domain/access/actor";
import type { Audience } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Authority } from "@/domain/workflow/authority";
import { decide, type Subject, type Workflow } from "@/domain/workflow/workflow";
import type { Prisma } from "@/generated/prisma/client";
import { recordAudit } from "@/server/audit/record";
import type { Tx } from "@/server/db";
import { ExpectedError } from "@/server/errors";

/** A record of which the machine's subject is the part that the rules look at. */
export type Stored<S extends Subject> = NoInfer<S> & { id: string; version: number };

export type Change<S extends Subject> = {
  where: { id: string; version: number };
  data: { status: S["status"]; audience: Audience; version: { increment: 1 } };
};

type Advance<S extends Subject, Name extends string> = {
  workflow: Workflow<S, Name>;
  name: Name;
  subject: Stored<S>;
  actor: Actor;
  /** The version that was read by whoever asked. */
  version: number;
  today: PlainDate;
  /** The day it happened, where that was before it is recorded; the day of its authority, where it has one. */
  happenedOn?: PlainDate | undefined;
  reason?: string | undefined;
  /** What it rests on, and the row that says so. */
  authority?: { id: string; facts: Authority; decidedOn: PlainDate } | undefined;
  /** Kept with the entry beside the statuses: what else changed in the same step. */
  after?: Prisma.InputJsonObject | undefined;
  /** updateMany of the noun, with whatever else changes with the status. */
  save: (change: Change<S>) => Promise<{ count: number }>;
};

/**
 * Decide, save if nobody else got there first, and record it. The only code that writes a status, and with it the audience.
 * @returns the new status
 * @throws ExpectedError "stale" when somebody changed the record first, "refused" with every finding when a rule says no
 */
export async function advance<S extends Subject, Name extends string>(
  tx: Tx,
  { workflow, name, subject, actor, version, today, happenedOn, reason, authority, after, save }: Advance<S, Name>,
): Promise<S["status"]> {
  if (subject.version !== version) throw new ExpectedError({ kind: "stale" });

  const decision = decide(workflow, name, subject, { actor, today, reason, authority: authority?.facts });
  if (!decision.allowed) throw new ExpectedError({ kind: "refused", refusal: decision.refusal });

  const { count } = await save({
    where: { id: subject.id, version },
    data: { status: decision.to, audience: decision.audience, version: { increment: 1 } },
  });
  if (count === 0) throw new ExpectedError({ kind: "stale" });

  await recordAudit(tx, {
    actor,
    action: `${workflow.name}.${name}`,
    subject: { kind: workflow.name, id: subject.id, bodyId: subject.bodyId ?? null },
    happenedOn: authority?.decidedOn ?? happenedOn ?? today,
    before: { status: subject.status },
    after: { ...after, status: decision.to },
    reason,
    warnings: decision.warnings,
    authorityId: authority?.id,
  });
  return decision.to;
}
