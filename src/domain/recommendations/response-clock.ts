import { daysBetween, type PlainDate } from "@/domain/calendar/plain-date";
import { type ResponseClock, type ResponseRule, responseClock } from "@/domain/calendar/response-deadlines";
import { type Clause, RECIPIENT_KINDS } from "./recommendation";

/**
 * The rule under which the recipient owes an answer; null where the law sets none. A crime-and-disorder report is outside s9FE,
 * to the council's own executive too (SI 2009/942); a health body answers a health report (SI 2013/218 reg 22); the executive and
 * the authority answer the rest (LGA 2000 s9FE). Partners, officers and other committees owe none.
 */
export function responseRule({
  kind,
  capacity,
  recipientKind,
}: Pick<Clause, "kind" | "capacity" | "recipientKind">): ResponseRule | null {
  if (kind === "comments") return null;
  const isAuthority = recipientKind === "executive" || recipientKind === "council";
  if (capacity === "crime_and_disorder")
    return isAuthority || recipientKind === "crime_and_disorder_authority" ? "crime_and_disorder_28_days" : null;
  if (recipientKind === "health_body") return capacity === "health" ? "health_28_days" : null;
  return isAuthority ? "executive_two_months" : null;
}

/** When the answer to a clause is due, or in words why no clock runs. */
export function clauseClock(clause: Clause): ResponseClock {
  const rule = responseRule(clause);
  if (clause.kind === "comments") return { runs: false, why: "Comments to a decision-maker have no clock" };
  if (rule === null)
    return { runs: false, why: `No clock: the law sets none for ${RECIPIENT_KINDS[clause.recipientKind]}` };
  return responseClock(rule, {
    receivedOn: clause.notice?.reportReceivedOn ?? undefined,
    noticeReceivedOn: clause.notice?.noticeReceivedOn ?? undefined,
  });
}

/** Computed from dates, never set. */
export type ResponseFlag = "response_due_soon" | "response_overdue";

/** Days before the last one from which an unanswered clause is pointed out, unless the body's settings say otherwise. */
export const DUE_SOON_DAYS = 14;

/** Whether the answer is overdue or nearly so; null where it was given, has time, or no clock runs. */
export function responseFlag(clause: Clause, today: PlainDate, soonDays: number = DUE_SOON_DAYS): ResponseFlag | null {
  if (clause.status !== "agreed" && clause.status !== "notice_served") return null;
  const clock = clauseClock(clause);
  if (!clock.runs) return null;
  const left = daysBetween(today, clock.lastDay);
  if (left < 0) return "response_overdue";
  return left <= soonDays ? "response_due_soon" : null;
}
