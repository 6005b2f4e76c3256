import type { Actor, BodyKind, SeatRole } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { SCRUTINY_COMMITTEES } from "@/domain/bodies/scrutiny-committees";
import { isPlainDate, type PlainDate } from "@/domain/calendar/plain-date";
import { recordAudit } from "@/server/audit/record";
import type { Tx } from "@/server/db";
import { invalid, notFound } from "@/server/errors";
import { stale, todayIn } from "@/server/forms/change";
import { recordSelfGrant } from "./self-grants";

export type SeatFacts = {
  personId: string;
  bodyId: string;
  role: SeatRole;
  portfolioId: string | null;
  represents: string | null;
  from: PlainDate;
  until: PlainDate | null;
};

const VOTES_OR_PRESIDES = ["chair", "vice_chair", "member", "substitute"] as const;

/**
 * Gives somebody a seat between dates. It opens what it opens from its first day, at the next request.
 * @throws ExpectedError not-found for whoever does not serve the body; invalid for a seat that cannot be
 */
export async function addSeat(tx: Tx, actor: Actor, facts: SeatFacts): Promise<void> {
  const body = await findBody(tx, actor, facts.bodyId);
  const person = await tx.person.findUnique({ where: { id: facts.personId } });
  if (!person || person.mergedIntoId) throw invalid("personId", "Choose a person.");
  checkDates(facts);
  const { personId, bodyId, role, from, until } = facts;
  const overlapping = {
    personId,
    from: { lte: until ?? "9999-12-31" },
    OR: [{ until: null }, { until: { gte: from } }],
  };
  if (await tx.seat.findFirst({ where: { ...overlapping, bodyId } }))
    throw invalid("personId", `End the other seat first: ${person.name} holds one on this body in that time.`);
  if (facts.portfolioId !== null && body.kind !== "executive")
    throw invalid("portfolioId", "Leave this empty: only the executive’s members hold portfolios.");
  if (facts.portfolioId !== null && !(await tx.portfolio.findUnique({ where: { id: facts.portfolioId } })))
    throw invalid("portfolioId", "Choose a portfolio.");
  const sits = VOTES_OR_PRESIDES.some((one) => one === role);
  // Members of the executive sit on no overview and scrutiny committee of the same authority (LGA 2000 s9FA).
  const barred: readonly BodyKind[] = SCRUTINY_COMMITTEES.includes(body.kind)
    ? ["executive"]
    : body.kind === "executive"
      ? SCRUTINY_COMMITTEES
      : [];
  if (sits && barred.length > 0) {
    const clash = await tx.seat.findFirst({
      where: { ...overlapping, role: { in: [...VOTES_OR_PRESIDES] }, body: { kind: { in: [...barred] } } },
      select: { body: { select: { name: true } } },
    });
    if (clash)
      throw invalid(
        "personId",
        `Choose somebody else, or end the other seat: ${person.name} sits on ${clash.body.name} in that time, and nobody sits on the executive and on a scrutiny committee at once (LGA 2000 s9FA).`,
      );
  }
  const { id } = await tx.seat.create({ data: facts });
  await recordAudit(tx, {
    actor,
    action: "seat.add",
    subject: { kind: "seat", id, bodyId },
    happenedOn: await todayIn(tx),
    after: { ...facts, name: person.name },
  });
  await recordSelfGrant(tx, actor, personId, `a seat on ${body.name}, from ${from}`);
}

/**
 * Ends a seat with a last day. From the day after it opens nothing; an earlier day than today ends it at once.
 * @throws ExpectedError not-found, stale; invalid for a day before its first
 */
export async function endSeat(
  tx: Tx,
  actor: Actor,
  { id, version, until }: { id: string; version: number; until: PlainDate },
): Promise<void> {
  const seat = await tx.seat.findUnique({ where: { id } });
  if (!seat) throw notFound();
  await findBody(tx, actor, seat.bodyId);
  checkDates({ from: seat.from, until });
  const { count } = await tx.seat.updateMany({ where: { id, version }, data: { until, version: { increment: 1 } } });
  if (count === 0) throw stale(seat.version, { until: seat.until });
  await recordAudit(tx, {
    actor,
    action: "seat.end",
    subject: { kind: "seat", id, bodyId: seat.bodyId },
    happenedOn: await todayIn(tx),
    before: { until: seat.until },
    after: { until, fields: ["until"] },
  });
}

/** The days of a seat or a post. @throws ExpectedError invalid for a day that is none, and for a last one before the first */
export function checkDates({ from, until }: { from: PlainDate; until: PlainDate | null }): void {
  if (!isPlainDate(from)) throw invalid("from", "Write a day that exists, such as 16 6 2016.");
  if (until === null) return;
  if (!isPlainDate(until)) throw invalid("until", "Write a day that exists, such as 31 3 2019.");
  if (until < from) throw invalid("until", "Write a last day that is not before the first one.");
}

async function findBody(tx: Tx, actor: Actor, id: string) {
  const body = await tx.body.findUnique({ where: { id } });
  if (!body || !can(actor, "body.settings", { bodyId: id, parentBodyId: body.parentId })) throw notFound();
  return body;
}
