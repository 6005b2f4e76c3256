import { canRead, type Readable, type ReadScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Subject, Workflow } from "@/domain/workflow/workflow";
import { reader } from "@/server/db";
import { GROUND, type Ground, groundOf } from "./ground";

/** Longer histories show their newest part. */
const MOST_ENTRIES = 200;

/** Something that was done to a record: who, what, when it happened, when it was recorded, why and on what authority. */
export type RecordedStep = {
  id: string;
  happenedOn: PlainDate;
  recordedAt: Date;
  byId: string | null;
  by: string;
  /** As in the machine, "putForward"; or of an edit, "save". */
  verb: string;
  /** The step as on its button: "Put forward"; null where it is no step of the machine. */
  step: string | null;
  /** The status it led to, as on the tag. */
  to: string | null;
  /** Names of the fields that an edit changed. */
  fields: readonly string[];
  reason: string | null;
  /** The sentences of the warnings that stood. */
  warnings: readonly string[];
  ground: Ground | null;
};

/**
 * What happened to a record, newest first. What was done while it was open to fewer people is for those: each entry is as open
 * as the status that the record had when it was made.
 */
export async function listHistory<S extends Subject, Name extends string>(
  scope: ReadScope,
  workflow: Workflow<S, Name>,
  record: Readable & { id: string; status: S["status"] },
): Promise<RecordedStep[]> {
  if (scope.personId === null) return [];
  const entries = await reader(scope).auditEntry.findMany({
    where: { subjectId: record.id, subjectKind: workflow.name },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    take: MOST_ENTRIES,
    include: { authority: GROUND },
  });
  let status: S["status"] = workflow.initial;
  return entries
    .toReversed()
    .flatMap(({ id, action, after, warnings, authority, ...entry }): RecordedStep[] => {
      const facts = (after ?? {}) as { status?: S["status"]; fields?: string[] };
      status = facts.status ?? status;
      const audience = status === record.status ? record.audience : workflow.statuses[status].audience;
      if (!canRead(scope, { ...record, audience })) return [];
      const verb = action.slice(action.lastIndexOf(".") + 1);
      return [
        {
          id,
          verb,
          happenedOn: entry.happenedOn,
          recordedAt: entry.recordedAt,
          byId: entry.actorId,
          by: entry.actorName,
          step: (workflow.transitions as Readonly<Record<string, { label: string }>>)[verb]?.label ?? null,
          to: facts.status ? workflow.statuses[facts.status].label : null,
          fields: facts.fields ?? [],
          reason: entry.reason,
          warnings: (warnings as { sentence?: string }[]).flatMap(({ sentence }) => sentence ?? []),
          ground: groundOf(authority),
        },
      ];
    })
    .toReversed();
}
