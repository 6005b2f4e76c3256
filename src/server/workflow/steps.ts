import type { Person } from "@/domain/access/actor";
import { type ReadScope, readScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { destinations, type Move, movesFor, type Subject, type Workflow } from "@/domain/workflow/workflow";
import type { Prisma } from "@/generated/prisma/client";
import { mustBeAllowed } from "@/server/access/allowed";
import { getClock } from "@/server/clock/queries";
import { type Client, db, type Tx } from "@/server/db";
import { ExpectedError, notFound } from "@/server/errors";
import { advance, type Change, type Stored } from "./advance";
import { type Answers, answersFrom, type Typed } from "./answers";
import {
  type Grounds,
  type ListedUnder,
  listResolutions,
  type Recorded,
  type Resolution,
  recordAuthority,
} from "./authority";
import { listBodies } from "./choices";
import type { StepField, StepOption } from "./step-field";

/** What the fields of a step say: as the rules shall see the record, as it is stored, and what is made beside it. */
export type Brought<S extends Subject, Data> = {
  subject?: Partial<S>;
  data?: Partial<Data>;
  /** Kept in the history beside the status. */
  after?: Prisma.InputJsonObject;
  happenedOn?: PlainDate;
  /** Done once the step is taken, in its transaction. */
  afterwards?: () => Promise<void>;
};

export type StepContext = {
  actor: Person;
  scope: ReadScope;
  today: PlainDate;
  reason: string;
  /** The day it happened: of its authority, where it has one. */
  on: PlainDate;
  /** The row that says what the step rests on, where it rests on something. */
  authorityId: string | null;
  /** The same, with what the rules look at. */
  authority: Recorded | null;
};

/**
 * How the steps of one machine are taken from a form: how its record is found and saved, and what a step asks besides a reason
 * and an authority, which every form asks where the machine says so.
 */
export type StepKit<S extends Subject, Name extends string, Found extends { subject: Stored<S> }, Data> = {
  workflow: Workflow<S, Name>;
  /** @throws ExpectedError not-found, also where it is hidden from the reader */
  find: (client: Client, scope: ReadScope, id: string, today: PlainDate) => Promise<Found>;
  save: (tx: Tx, change: Change<S>, brought: Partial<Data>) => Promise<{ count: number }>;
  /** Which items of agendas the record was before a meeting under. */
  listedUnder: (found: Found) => ListedUnder;
  /** The same in words, for whoever finds no decision to choose: "an item about the topic". */
  listedUnderWords?: string;
  /** What is stored with every step. */
  always?: (context: StepContext) => Partial<Data>;
  asks?: {
    [Step in Name]?: (
      found: Found,
      client: Client,
      context: Asking,
    ) => Promise<readonly StepField[]> | readonly StepField[];
  };
  brings?: {
    [Step in Name]?: (
      tx: Tx,
      found: Found,
      answers: Answers,
      context: StepContext,
    ) => Promise<Brought<S, Data>> | Brought<S, Data>;
  };
  /** Steps that are taken on a page of their own. */
  elsewhere?: { [Step in Name]?: (found: Found) => `/office/${string}` };
};

type Asking = { scope: ReadScope; today: PlainDate };

/** A step as a page offers it. */
export type OfferedStep = Move<string> & {
  fields: readonly StepField[];
  /** The decisions it may rest on; null where it rests on none. */
  grounds: { resolutions: readonly Resolution[]; bodies: readonly StepOption[]; listedUnder: string } | null;
  elsewhere: `/office/${string}` | null;
};

/** Where a record stands and which steps this person may take from there. */
export type Offered = { kind: string; id: string; version: number; steps: readonly OfferedStep[] };

/** The steps of one machine, whatever its record is. */
export type Steps = {
  /** The machine's noun: "topic". */
  kind: string;
  offer: (person: Person, id: string) => Promise<Offered>;
  take: (tx: Tx, actor: Person, taken: Taken) => Promise<void>;
};

/** Makes the steps of one machine from what its noun says of itself: offered with what is in their way, and taken. */
export const defineSteps = <S extends Subject, Name extends string, Found extends { subject: Stored<S> }, Data>(
  kit: StepKit<S, Name, Found, Data>,
): Steps => ({
  kind: kit.workflow.name,
  offer: (person, id) => offerSteps(db, person, kit, id),
  take: (tx, actor, taken) => takeStep(tx, actor, kit, taken),
});

/**
 * The steps open to this person, each with everything that is in its way.
 * @throws ExpectedError not-found
 */
async function offerSteps<S extends Subject, Name extends string, Found extends { subject: Stored<S> }, Data>(
  client: Client,
  person: Person,
  kit: StepKit<S, Name, Found, Data>,
  id: string,
): Promise<Offered> {
  const scope = readScope(person);
  const today = person.day;
  const found = await kit.find(client, scope, id, today);
  const moves = movesFor(kit.workflow, found.subject, { actor: person, today });
  const rests = moves.some(({ restsOn }) => restsOn.length > 0);
  const [resolutions, bodies] = await Promise.all([
    rests ? listResolutions(scope, kit.listedUnder(found)) : [],
    moves.some(({ restsOn }) => restsOn.includes("other_body")) ? listBodies(client) : [],
  ]);
  const steps = await Promise.all(
    moves.map(async (move): Promise<OfferedStep> => {
      const fields = (await kit.asks?.[move.name]?.(found, client, { scope, today })) ?? [];
      const asked = new Set(fields.map(({ name }) => name));
      return {
        ...move,
        // What the form asks for is not in the way yet.
        blockedBy: move.blockedBy.filter(({ field }) => field === undefined || !asked.has(field)),
        fields,
        grounds:
          move.restsOn.length > 0
            ? { resolutions, bodies, listedUnder: kit.listedUnderWords ?? "the item it was taken at" }
            : null,
        elsewhere: kit.elsewhere?.[move.name]?.(found) ?? null,
      };
    }),
  );
  return { kind: kit.workflow.name, id, version: found.subject.version, steps };
}

export type Taken = {
  id: string;
  version: number;
  /** The step's name in its machine. */
  name: string;
  reason?: string | undefined;
  grounds?: Grounds | undefined;
  typed: Typed;
};

/**
 * Takes a step of a machine as its form says it: what it brings, what it rests on, the status and the entry in the history, all
 * in one transaction.
 * @throws ExpectedError not-found; stale with where it stands now; refused with everything that is in the way; invalid for a
 *   field that says what cannot be so
 */
async function takeStep<S extends Subject, Name extends string, Found extends { subject: Stored<S> }, Data>(
  tx: Tx,
  actor: Person,
  kit: StepKit<S, Name, Found, Data>,
  taken: Taken,
): Promise<void> {
  const { id, version, grounds = {}, typed } = taken;
  const reason = taken.reason?.trim() ?? "";
  const scope = readScope(actor);
  const { date: today } = await getClock(tx);
  const found = await kit.find(tx, scope, id, today);
  const name = (Object.keys(kit.workflow.transitions) as Name[]).find((each) => each === taken.name);
  if (!name || kit.elsewhere?.[name]) throw notFound();
  const transition = kit.workflow.transitions[name];
  // Before anything is said of what was typed: a refusal tells outsiders nothing about the record.
  mustBeAllowed(actor, transition.needs, found.subject, transition.label);
  if (found.subject.version !== version) throw await staleNow(tx, kit.workflow, found.subject);

  const [to] = destinations(transition);
  const authority =
    transition.restsOn && to
      ? await recordAuthority(tx, {
          actor,
          scope,
          grounds,
          today,
          audience: kit.workflow.statuses[to].audience,
          subjectId: id,
          listedUnder: kit.listedUnder(found),
        })
      : undefined;
  const context = {
    actor,
    scope,
    today,
    reason,
    on: authority?.decidedOn ?? today,
    authorityId: authority?.id ?? null,
    authority: authority ?? null,
  };
  const brought = (await kit.brings?.[name]?.(tx, found, answersFrom(typed), context)) ?? NOTHING;
  await advance(tx, {
    workflow: kit.workflow,
    name,
    subject: Object.assign({}, found.subject, brought.subject),
    actor,
    version,
    today,
    happenedOn: brought.happenedOn,
    reason: reason || undefined,
    authority,
    after: brought.after,
    save: (change) => kit.save(tx, change, { ...kit.always?.(context), ...brought.data }),
  });
  await brought.afterwards?.();
}

const NOTHING: Brought<never, never> = {};

/** With who was there first and where it stands now. */
async function staleNow<S extends Subject, Name extends string>(
  tx: Tx,
  workflow: Workflow<S, Name>,
  { id, version, status }: Stored<S>,
): Promise<ExpectedError> {
  const last = await tx.auditEntry.findFirst({
    where: { subjectKind: workflow.name, subjectId: id },
    orderBy: { recordedAt: "desc" },
    select: { actorName: true },
  });
  const standsAt = workflow.statuses[status as S["status"]].label;
  return new ExpectedError({
    kind: "stale",
    current: { version, changedBy: last?.actorName ?? null, values: { status: standsAt } },
  });
}
