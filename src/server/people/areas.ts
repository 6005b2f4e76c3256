import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { freeSlug } from "@/domain/wording/slug";
import { recordAudit } from "@/server/audit/record";
import type { Tx } from "@/server/db";
import { invalid, notFound } from "@/server/errors";
import { todayIn } from "@/server/forms/change";
import { checkDates } from "./seats";

/** Adds a part of the council's services, or names one anew. @throws ExpectedError not-found; invalid for a name that is taken */
export async function saveArea(tx: Tx, actor: Actor, { id, name }: { id: string | null; name: string }): Promise<void> {
  if (!can(actor, "council.settings", {})) throw notFound();
  const areas = await tx.area.findMany();
  const before = areas.find((area) => area.id === id);
  if (id !== null && !before) throw notFound();
  if (areas.some((area) => area.id !== id && area.name.toLowerCase() === name.toLowerCase()))
    throw invalid("name", "Write another name: there is an area called this.");
  const slug = freeSlug(name, new Set(areas.map((area) => area.slug)));
  const saved = before
    ? await tx.area.update({ where: { id: before.id }, data: { name } })
    : await tx.area.create({ data: { name, slug } });
  await recordAudit(tx, {
    actor,
    action: before ? "area.rename" : "area.add",
    subject: { kind: "area", id: saved.id },
    happenedOn: await todayIn(tx),
    ...(before && { before: { name: before.name } }),
    after: { name },
  });
}

export type PortfolioFacts = { name: string; from: PlainDate; until: PlainDate | null };

/** Adds a responsibility of the executive, or changes one: its name, and when it ends. @throws ExpectedError not-found, invalid */
export async function savePortfolio(
  tx: Tx,
  actor: Actor,
  { id, ...facts }: PortfolioFacts & { id: string | null },
): Promise<void> {
  if (!can(actor, "council.settings", {})) throw notFound();
  checkDates(facts);
  const portfolios = await tx.portfolio.findMany();
  const before = portfolios.find((portfolio) => portfolio.id === id);
  if (id !== null && !before) throw notFound();
  const slug = freeSlug(facts.name, new Set(portfolios.map((portfolio) => portfolio.slug)));
  const saved = before
    ? await tx.portfolio.update({ where: { id: before.id }, data: facts })
    : await tx.portfolio.create({ data: { ...facts, slug } });
  await recordAudit(tx, {
    actor,
    action: before ? "portfolio.change" : "portfolio.add",
    subject: { kind: "portfolio", id: saved.id },
    happenedOn: await todayIn(tx),
    ...(before && { before: { name: before.name, from: before.from, until: before.until } }),
    after: { ...facts },
  });
}
