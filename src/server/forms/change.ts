import type { PlainDate } from "@/domain/calendar/plain-date";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { ExpectedError } from "@/server/errors";

/** Today by the business clock, as the audit trail notes when something happened. */
export const todayIn = async (tx: Tx): Promise<PlainDate> => (await getClock(tx)).date;

/**
 * For a change that found no row of the version that was read: somebody saved first.
 * @param values what they saved, by the fields of the form, for the form to show beside what was typed
 */
export const stale = (
  version: number,
  values: Readonly<Record<string, string | number | boolean | null | undefined>> = {},
) =>
  new ExpectedError({
    kind: "stale",
    current: {
      version,
      changedBy: null,
      values: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, String(value ?? "")])),
    },
  });

/** Refused for a reason that no role or reason changes. */
export const refused = (sentence: string) =>
  new ExpectedError({ kind: "refused", refusal: { code: "against-rule", sentence, findings: [] } });

/** What differs between two, by field, for the audit trail: names and values that are on a settings page. */
export function changed<Fields extends Record<string, unknown>>(before: Fields, after: Partial<Fields>) {
  const names = Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const pick = (from: Record<string, unknown>) =>
    JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, from[name] ?? null]))));
  return { fields: names, before: pick(before), after: { ...pick(after), fields: names } };
}
