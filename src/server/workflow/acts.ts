import type { Person } from "@/domain/access/actor";
import { can, type Permission } from "@/domain/access/permissions";
import { type ReadScope, readScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Subject, Workflow } from "@/domain/workflow/workflow";
import type { Prisma } from "@/generated/prisma/client";
import { mustBeAllowed, refused } from "@/server/access/allowed";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import { type Client, db, type Tx } from "@/server/db";
import { ExpectedError, notFound } from "@/server/errors";
import type { Stored } from "./advance";
import type { Answers } from "./answers";
import type { StepField } from "./step-field";

type ActContext = { actor: Person; scope: ReadScope; today: PlainDate };

/** What an act leaves behind in the history. */
type Done = {
  happenedOn?: PlainDate | undefined;
  after?: Prisma.InputJsonObject | undefined;
  reason?: string | undefined;
  /** The record that it is kept with, where that is more closed than the one it was done at. */
  subject?: { kind: string; id: string };
};

/** Something recorded of a record that leaves its status alone: a note, the receipt of a notice, a reason given afterwards. */
export type Act<Found> = {
  /** A verb with its object, as on the button. */
  label: string;
  /** Said under the label. */
  hint?: string;
  needs: Permission;
  /** Whether there is anything to record as the record stands. */
  when?: (found: Found, today: PlainDate) => boolean;
  /** Adds and changes nothing: two people may do it at once. */
  onlyAdds?: boolean;
  asks: (found: Found, client: Client, context: ActContext) => Promise<readonly StepField[]> | readonly StepField[];
  does: (tx: Tx, found: Found, answers: Answers, context: ActContext) => Promise<Done>;
};

/** How what is recorded of one noun beside its machine's steps is offered and done. */
type ActKit<S extends Subject, Name extends string, Found extends { subject: Stored<S> }> = {
  workflow: Workflow<S, Name>;
  /** @throws ExpectedError not-found, also where it is hidden from the reader */
  find: (client: Client, scope: ReadScope, id: string, today: PlainDate) => Promise<Found>;
  /** Gives the record its next version. */
  touch: (tx: Tx, where: { id: string; version: number }) => Promise<{ count: number }>;
  acts: Readonly<Record<string, Act<Found>>>;
};

/** An act as a page offers it. */
export type OfferedAct = { name: string; label: string; hint?: string | undefined; fields: readonly StepField[] };

export type Recording = { id: string; version: number; name: string; answers: Answers };

/** The acts of one noun, whatever its record is. */
export type Acts = {
  kind: string;
  offer: (person: Person, id: string) => Promise<readonly OfferedAct[]>;
  record: (tx: Tx, actor: Person, recording: Recording) => Promise<void>;
};

/** Makes the acts of one noun from what it says of itself: offered to who may, and recorded in its history. */
export function defineActs<S extends Subject, Name extends string, Found extends { subject: Stored<S> }>(
  kit: ActKit<S, Name, Found>,
): Acts {
  return {
    kind: kit.workflow.name,
    offer: (person, id) => offerActs(person, kit, id),
    record: (tx, actor, recording) => recordAct(tx, actor, kit, recording),
  };
}

async function offerActs<S extends Subject, Name extends string, Found extends { subject: Stored<S> }>(
  person: Person,
  kit: ActKit<S, Name, Found>,
  id: string,
): Promise<readonly OfferedAct[]> {
  const scope = readScope(person);
  const context = { actor: person, scope, today: person.day };
  const found = await kit.find(db, scope, id, person.day);
  const open = Object.entries(kit.acts).filter(
    ([, { needs, when }]) => can(person, needs, found.subject) && (when?.(found, person.day) ?? true),
  );
  return await Promise.all(
    open.map(async ([name, { label, hint, asks }]) => ({ name, label, hint, fields: await asks(found, db, context) })),
  );
}

/**
 * Records an act as its form says it, with an entry in the history, in one transaction.
 * @throws ExpectedError not-found; refused; stale where somebody changed the record first; invalid for a field
 */
async function recordAct<S extends Subject, Name extends string, Found extends { subject: Stored<S> }>(
  tx: Tx,
  actor: Person,
  kit: ActKit<S, Name, Found>,
  { id, version, name, answers }: Recording,
): Promise<void> {
  const scope = readScope(actor);
  const { date: today } = await getClock(tx);
  const found = await kit.find(tx, scope, id, today);
  const act = Object.hasOwn(kit.acts, name) ? kit.acts[name] : undefined;
  if (!act) throw notFound();
  mustBeAllowed(actor, act.needs, found.subject, act.label);
  if (!act.onlyAdds) {
    if (found.subject.version !== version) throw new ExpectedError({ kind: "stale" });
    if ((await kit.touch(tx, { id, version })).count === 0) throw new ExpectedError({ kind: "stale" });
  }
  if (act.when?.(found, today) === false)
    throw refused("wrong-status", `“${act.label}” is not for this ${kit.workflow.name} as it stands.`);

  const done = await act.does(tx, found, answers, { actor, scope, today });
  const { subject = { kind: kit.workflow.name, id } } = done;
  await recordAudit(tx, {
    actor,
    action: `${subject.kind}.${name}`,
    subject: { ...subject, bodyId: found.subject.bodyId ?? null },
    happenedOn: done.happenedOn ?? today,
    ...(done.after && { after: done.after }),
    reason: done.reason,
  });
}
