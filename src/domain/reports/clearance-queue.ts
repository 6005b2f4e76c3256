import type { Person } from "@/domain/access/actor";
import { type Relations, rolesOf } from "@/domain/access/role";
import type { Clearance, ClearanceStep, Report, ReportStatus } from "./report";

/** A report as a queue looks at it. */
export type QueuedReport = Relations & {
  status: ReportStatus;
  clearances: readonly (Pick<Clearance, "step" | "outcome" | "askedIds"> & { at: Date | null })[];
};

/** A step that waits for somebody, and since when. */
export type AwaitedStep = { step: ClearanceStep; since: Date | null };

/**
 * The steps of a report that wait for this person: those they are asked for by the post they hold, and a director's own. What no
 * post is named for is recorded by democratic services, on what shows it; callover is theirs too, once the report is signed off.
 */
export function stepsAwaiting(person: Person, report: QueuedReport): AwaitedStep[] {
  const roles = rolesOf(person, report);
  return report.clearances
    .filter(({ outcome }) => outcome === "waiting")
    .filter(({ step, askedIds = [] }) => {
      if (step === "callover") return report.status === "signed_off" && roles.has("democratic_services");
      if (report.status !== "in_clearance") return false;
      if (askedIds.length > 0) return askedIds.includes(person.personId);
      return step === "director" ? roles.has("director") : roles.has("democratic_services");
    })
    .map(({ step, at }) => ({ step, since: at }));
}

/** Whether somebody asked for changes, of a report that they returned or that came from outside. */
export const asksForChanges = ({ clearances }: Pick<QueuedReport, "clearances">): boolean =>
  clearances.some(({ outcome }) => outcome === "returned");

/**
 * For which step somebody returns a report who says no more than why: the one that they are asked for, a director's own, and once it
 * is signed off callover. None where none of them is theirs.
 */
export function ownStep(
  person: Person,
  { status, clearances, rules, ...related }: Relations & Pick<Report, "status" | "clearances" | "rules">,
): ClearanceStep | null {
  const asked = clearances.find(({ askedIds = [] }) => askedIds.includes(person.personId));
  if (asked) return asked.step;
  const roles = rolesOf(person, related);
  if (roles.has("director")) return rules.steps.find((step) => step === "director") ?? null;
  const callsOver = status === "signed_off" && roles.has("democratic_services");
  return callsOver ? (rules.steps.find((step) => step === "callover") ?? null) : null;
}
