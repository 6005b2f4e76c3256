import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import type { Labels } from "@/domain/bodies/labels";
import type { AddedDayKind } from "@/domain/calendar/council-calendar";
import { isPlainDate, type PlainDate } from "@/domain/calendar/plain-date";
import { brandFrom, isHexColour } from "@/domain/theming/brand";
import { readCrest } from "@/domain/theming/crest";
import { recordAudit } from "@/server/audit/record";
import { db, type Tx } from "@/server/db";
import { invalid, notFound } from "@/server/errors";
import { changed, stale, todayIn } from "@/server/forms/change";

/** The council and its calendar are one row and a list of days; the audit trail names its subjects by UUID. */
const COUNCIL_ID = "00000000-0000-7000-8000-000000000002";
const CALENDAR_ID = "00000000-0000-7000-8000-000000000003";

export type CouncilFacts = {
  name: string;
  shortName: string;
  address: string;
  introduction: string;
  colour: string;
  /** An SVG file as text, empty for none; left out to keep what there is. */
  crest?: string | undefined;
  labels: Partial<Labels>;
};

/** What is set of the council. @throws ExpectedError not-found for anybody but the administrator */
export async function getCouncilToSet(actor: Actor) {
  const council = can(actor, "council.settings", {}) ? await db.council.findUnique({ where: { id: 1 } }) : null;
  if (!council) throw notFound();
  return council;
}

/**
 * Changes what the council is called and looks like. Its colour gives the five values that always read; its crest is written anew.
 * @throws ExpectedError not-found for anybody but the administrator; stale; invalid for a colour or a drawing that is none
 */
export async function changeCouncil(
  tx: Tx,
  actor: Actor,
  { version, crest, labels, ...facts }: CouncilFacts & { version: number },
): Promise<void> {
  if (!can(actor, "council.settings", {})) throw notFound();
  const before = await tx.council.findUnique({ where: { id: 1 } });
  if (!before) throw notFound();
  if (!isHexColour(facts.colour)) throw invalid("colour", "Write the colour as # and six digits, such as #0f4c5c.");
  const drawn = crest === undefined ? { svg: before.crest } : crest === "" ? { svg: "" } : readCrest(crest);
  if ("problem" in drawn) throw invalid("crest", drawn.problem);
  const after = { ...facts, crest: drawn.svg, labels };
  const { count } = await tx.council.updateMany({
    where: { id: 1, version },
    data: { ...after, brand: { ...brandFrom(facts.colour) }, version: { increment: 1 } },
  });
  if (count === 0)
    throw stale(before.version, {
      name: before.name,
      shortName: before.shortName,
      address: before.address,
      colour: before.colour,
    });
  const said = changed({ ...before, labels: before.labels as Partial<Labels> } as Record<string, unknown>, after);
  await recordAudit(tx, {
    actor,
    action: "council.change",
    subject: { kind: "council", id: COUNCIL_ID },
    happenedOn: await todayIn(tx),
    before: said.before,
    after: said.after,
  });
}

/**
 * Adds a day to the calendar: a bank holiday proclaimed since, a day of mourning, a closure. Clear days and deadlines follow at once.
 * @throws ExpectedError not-found for whoever keeps no calendar; invalid for no day, or one that is there
 */
export async function addCalendarDay(
  tx: Tx,
  actor: Actor,
  { date, name, kind }: { date: PlainDate; name: string; kind: AddedDayKind },
): Promise<void> {
  if (!can(actor, "body.settings", {})) throw notFound();
  if (!isPlainDate(date)) throw invalid("date", "Write a day that exists, such as 19 9 2022.");
  const { count } = await tx.calendarDay.createMany({ data: [{ date, name, kind }], skipDuplicates: true });
  if (count === 0) throw invalid("date", "Choose another day: this one is in the calendar already.");
  await recordAudit(tx, {
    actor,
    action: "calendar.add",
    subject: { kind: "calendar", id: CALENDAR_ID },
    happenedOn: await todayIn(tx),
    after: { date, name, kind },
  });
}

/** Takes a day out of the calendar again. @throws ExpectedError not-found, also where it is not there */
export async function removeCalendarDay(tx: Tx, actor: Actor, { date }: { date: PlainDate }): Promise<void> {
  if (!can(actor, "body.settings", {})) throw notFound();
  const day = await tx.calendarDay.findUnique({ where: { date } });
  const { count } = await tx.calendarDay.deleteMany({ where: { date } });
  if (count === 0 || !day) throw notFound();
  await recordAudit(tx, {
    actor,
    action: "calendar.remove",
    subject: { kind: "calendar", id: CALENDAR_ID },
    happenedOn: await todayIn(tx),
    before: { date, name: day.name, kind: day.kind },
  });
}
