import type { Actor, BodyKind } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { isPlainDate, type PlainDate } from "@/domain/calendar/plain-date";
import { type QuorumRule, quorumRuleFindings } from "@/domain/meetings/quorum";
import { freeSlug } from "@/domain/wording/slug";
import type { Prisma } from "@/generated/prisma/client";
import { recordAudit } from "@/server/audit/record";
import type { Tx } from "@/server/db";
import { ExpectedError, invalid, notFound } from "@/server/errors";
import { changed, refused, stale, todayIn } from "@/server/forms/change";
import { heldOn } from "@/server/people/held-on";
import { BODY_SETTINGS, type BodySetting, USUAL_SETTINGS } from "./settings";

/** What a body is, apart from its settings. */
export type BodyFacts = {
  kind: BodyKind;
  name: string;
  shortName: string;
  parentId: string | null;
  predecessorId: string | null;
  from: PlainDate | null;
  until: PlainDate | null;
  remit: string;
  functions: ("education" | "health" | "crime_and_disorder")[];
};

/**
 * Adds a body, with the settings one usually starts with. A review group is set up by its committee instead, by resolution.
 * @returns its slug
 * @throws ExpectedError not-found for anybody but the administrator; invalid for facts that cannot be so
 */
export async function addBody(tx: Tx, actor: Actor, facts: BodyFacts): Promise<string> {
  if (!can(actor, "council.settings", {})) throw notFound();
  await checkFacts(tx, null, facts);
  const taken = await tx.body.findMany({ select: { slug: true } });
  const slug = freeSlug(facts.shortName, new Set(taken.map((body) => body.slug)));
  const scrutinises = facts.kind === "scrutiny_committee" || facts.kind === "management_board";
  const { agendaTemplate, scopingTemplate, frontSheet, deadlines, quorum, numbering, rules } = USUAL_SETTINGS;
  const { id } = await tx.body.create({
    data: {
      ...facts,
      slug,
      ...stored({
        quorum,
        numbering,
        rules,
        deadlines,
        ...(scrutinises && { agendaTemplate, scopingTemplate, frontSheet }),
      }),
    },
  });
  await recordAudit(tx, {
    actor,
    action: "body.add",
    subject: { kind: "body", id, bodyId: id },
    happenedOn: await todayIn(tx),
    after: { ...facts },
  });
  return slug;
}

/**
 * Changes what a body is. Its kind decides who is a councillor and who is of the executive, so this is the administrator's.
 * @param version the one that was read
 * @throws ExpectedError not-found, stale, invalid
 */
export async function changeBody(
  tx: Tx,
  actor: Actor,
  { id, version, ...facts }: BodyFacts & { id: string; version: number },
): Promise<void> {
  if (!can(actor, "council.settings", {})) throw notFound();
  const before = await tx.body.findUnique({ where: { id } });
  if (!before) throw notFound();
  await checkFacts(tx, before, facts);
  if ((before.kind === "review_group") !== (facts.kind === "review_group"))
    throw refused("Not changed: a review group is set up and ended by its committee, and no other body becomes one.");
  const { count } = await tx.body.updateMany({ where: { id, version }, data: { ...facts, version: { increment: 1 } } });
  if (count === 0) throw stale(before.version, { name: before.name, shortName: before.shortName, remit: before.remit });
  const { before: was, after } = changed(before, facts);
  await recordAudit(tx, {
    actor,
    action: "body.change",
    subject: { kind: "body", id, bodyId: id },
    happenedOn: await todayIn(tx),
    before: was,
    after,
  });
}

async function checkFacts(tx: Tx, body: { id: string } | null, facts: BodyFacts): Promise<void> {
  const { from, until, parentId, predecessorId } = facts;
  if (from !== null && !isPlainDate(from)) throw invalid("from", "Write a day that exists, such as 16 6 2016.");
  if (until !== null && !isPlainDate(until)) throw invalid("until", "Write a day that exists, such as 31 3 2019.");
  if (from !== null && until !== null && until < from) throw invalid("until", "Write a last day after the first one.");
  for (const [field, id] of [
    ["parentId", parentId],
    ["predecessorId", predecessorId],
  ] as const) {
    if (id === null) continue;
    if (id === body?.id) throw invalid(field, "Choose another body than this one.");
    if (!(await tx.body.findUnique({ where: { id }, select: { id: true } }))) throw invalid(field, "Choose a body.");
  }
  for (let above = parentId, steps = 0; above !== null && body; steps++) {
    if (above === body.id || steps > 20) throw invalid("parentId", "Choose a body that does not answer to this one.");
    const up: { parentId: string | null } | null = await tx.body.findUnique({
      where: { id: above },
      select: { parentId: true },
    });
    above = up?.parentId ?? null;
  }
  if (predecessorId !== null) {
    const heir = await tx.body.findFirst({ where: { predecessorId, ...(body && { id: { not: body.id } }) } });
    if (heir) throw invalid("predecessorId", `Choose another: ${heir.name} has come after this one already.`);
  }
  if (facts.kind === "review_group" && body === null)
    throw invalid("kind", "Choose another kind: a review group is proposed to its committee, which sets it up.");
  if (facts.kind === "council") {
    const council = await tx.body.findFirst({ where: { kind: "council", ...(body && { id: { not: body.id } }) } });
    if (council) throw invalid("kind", `Choose another kind: ${council.name} is the council, and there is one.`);
  }
}

/**
 * Changes one setting of a body: whoever serves it may.
 * @param typed as stored, or as its form sends it
 * @throws ExpectedError not-found, stale; invalid with the paths of the form's fields; refused where the quorum is more than the seats
 */
export async function changeBodySetting(
  tx: Tx,
  actor: Actor,
  { id, version, setting, typed }: { id: string; version: number; setting: BodySetting; typed: unknown },
): Promise<void> {
  const body = await findBodyToSet(tx, actor, id);
  const read = BODY_SETTINGS[setting].safeParse(typed);
  if (!read.success) {
    const fields: Record<string, string[]> = {};
    for (const { path, message } of read.error.issues) fields[path.join("-") || "setting"] ??= [message];
    throw new ExpectedError({ kind: "invalid", fields });
  }
  if (setting === "quorum") await checkQuorum(tx, id, read.data as QuorumRule);
  const value = json(read.data);
  const { count } = await tx.body.updateMany({
    where: { id, version },
    data: { [setting]: value, version: { increment: 1 } },
  });
  if (count === 0) throw stale(body.version);
  await recordAudit(tx, {
    actor,
    action: `body.set ${setting}`,
    subject: { kind: "body", id, bodyId: id },
    happenedOn: await todayIn(tx),
    before: { [setting]: body[setting] as Prisma.InputJsonValue },
    after: { [setting]: value, fields: [setting] },
  });
}

/** A quorum above the seats would stop every meeting (LGA 1972 s106 leaves it to standing orders, which can err). */
async function checkQuorum(tx: Tx, bodyId: string, rule: QuorumRule): Promise<void> {
  const today = await todayIn(tx);
  const seats = await tx.seat.count({
    where: {
      bodyId,
      role: { in: ["chair", "vice_chair", "member"] },
      ...heldOn(today),
    },
  });
  if (seats === 0) return;
  const findings = quorumRuleFindings(rule, seats).filter(({ severity }) => severity === "hard");
  if (findings.length === 0) return;
  throw new ExpectedError({
    kind: "refused",
    refusal: { code: "against-rule", sentence: "The quorum cannot be so.", findings },
  });
}

/** The body, for whoever may set it; for anybody else it has no settings. @throws ExpectedError not-found */
async function findBodyToSet(tx: Tx, actor: Actor, id: string) {
  const body = await tx.body.findUnique({ where: { id } });
  if (!body || !can(actor, "body.settings", { bodyId: id, parentBodyId: body.parentId })) throw notFound();
  return body;
}

const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;

const stored = (settings: Partial<Record<BodySetting, unknown>>) =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, json(value)]));
