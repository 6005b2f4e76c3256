import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Tx } from "@/server/db";
import { ExpectedError } from "@/server/errors";
import { getChoices } from "./choices";
import { type ItemValues, namesIn } from "./item-values";
import type { PlannedRow } from "./planned-item";

type Named = Pick<ItemValues, "leadMember" | "leadOfficer" | "outcome">;

/**
 * Whether those named may lead: a member has a seat and none in the executive (LGA 2000 s9FA), an officer a post, nobody is
 * both, and an outcome is in the corporate plan. Whoever was named before may stay: guards judge moves, not found states.
 * @returns the names of everybody and everything that was or is named, by id
 * @throws ExpectedError invalid, with a sentence for each field
 */
export async function checkNamed(
  tx: Tx,
  { bodyId, today }: { bodyId: string; today: PlainDate },
  named: Named,
  row?: PlannedRow,
): Promise<ReadonlyMap<string, string>> {
  const { members, officers, outcomes } = await getChoices(tx, { bodyId, today });
  const before = row ? namesIn(row) : new Map<string, string>();
  const unknown = (ids: readonly string[], choices: readonly { id: string }[]) =>
    ids.some((id) => !before.has(id) && !choices.some((choice) => choice.id === id));

  const fields: Record<string, string[]> = {};
  if (unknown(named.leadMember, members))
    fields.leadMember = ["Choose a councillor or co-opted member who is not in the Cabinet."];
  if (unknown(named.leadOfficer, officers)) fields.leadOfficer = ["Choose somebody who holds a post today."];
  if (unknown(named.outcome, outcomes)) fields.outcome = ["Choose an outcome of the corporate plan."];
  if (named.leadMember.some((id) => named.leadOfficer.includes(id)))
    fields.leadOfficer = ["Choose somebody else: nobody leads an item both as a member and as an officer."];
  if (Object.keys(fields).length > 0) throw new ExpectedError({ kind: "invalid", fields });

  return new Map([...[...members, ...officers, ...outcomes].map(({ id, name }) => [id, name] as const), ...before]);
}

/** Leads in the order they are named. The title printed beside a name stays with whoever stays. */
export async function writeLeads(
  tx: Tx,
  itemId: string,
  before: PlannedRow["leads"],
  { leadMember, leadOfficer }: Pick<ItemValues, "leadMember" | "leadOfficer">,
): Promise<void> {
  await tx.programmeLead.deleteMany({ where: { itemId } });
  const printed = new Map(before.map(({ personId, titleAsPrinted }) => [personId, titleAsPrinted]));
  const leads = [
    ...leadMember.map((personId) => ({ personId, role: "member" as const })),
    ...leadOfficer.map((personId) => ({ personId, role: "officer" as const })),
  ];
  await tx.programmeLead.createMany({
    data: leads.map((lead, index) => ({
      itemId,
      ...lead,
      titleAsPrinted: printed.get(lead.personId) ?? null,
      position: index + 1,
    })),
  });
}

/** Names the outcomes of the corporate plan that an item serves instead of those it did. */
export async function writeOutcomes(tx: Tx, itemId: string, outcomes: readonly string[]): Promise<void> {
  await tx.programmeOutcome.deleteMany({ where: { itemId } });
  await tx.programmeOutcome.createMany({ data: outcomes.map((outcomeId) => ({ itemId, outcomeId })) });
}

/** Whoever leads it as an officer has it assigned; others who keep it go on doing so. */
export function keepersAfter(row: PlannedRow, { leadOfficer }: Pick<ItemValues, "leadOfficer">): string[] {
  const led = row.leads.filter(({ role }) => role === "officer").map(({ personId }) => personId);
  return [...new Set([...row.keepers.filter((keeper) => !led.includes(keeper)), ...leadOfficer])];
}
