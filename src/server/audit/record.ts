import type { Actor } from "@/domain/access/actor";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Finding } from "@/domain/workflow/workflow";
import type { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/server/db";

type Entry = {
  actor: Actor;
  /** noun.verb: "programme item.defer". */
  action: string;
  subject: { kind: string; id: string; bodyId?: string | null };
  /** The day it happened by the business clock; when it was recorded is the real time, and the database's. */
  happenedOn: PlainDate;
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
  reason?: string | undefined;
  warnings?: readonly Finding[];
  authorityId?: string | undefined;
};

/** Takes a Tx, so that no entry can be written apart from the change it records. */
export async function recordAudit(tx: Tx, { actor, subject, warnings, ...entry }: Entry): Promise<void> {
  await tx.auditEntry.create({
    data: {
      ...named(actor),
      action: entry.action,
      subjectKind: subject.kind,
      subjectId: subject.id,
      bodyId: subject.bodyId ?? null,
      happenedOn: entry.happenedOn,
      ...(entry.before && { before: entry.before }),
      ...(entry.after && { after: entry.after }),
      reason: entry.reason ?? null,
      warnings: (warnings ?? []).map(({ severity, code, sentence, authority }) => ({
        severity,
        code,
        sentence,
        authority,
      })),
      authorityId: entry.authorityId ?? null,
    },
  });
}

function named(actor: Actor) {
  switch (actor.kind) {
    case "person":
      return { actorKind: "person", actorId: actor.personId, actorName: actor.name };
    case "system":
      return { actorKind: "system", actorId: actor.job, actorName: "Scrutineer" };
    case "link_holder":
      return { actorKind: "link_holder", actorId: actor.linkId, actorName: "Holder of a link" };
    case "public":
      return { actorKind: "public", actorId: null, actorName: "A member of the public" };
  }
}
