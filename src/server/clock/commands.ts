import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { isLocalDateTime, type LocalDateTime } from "@/domain/calendar/business-clock";
import { londonInstant } from "@/domain/calendar/london-time";
import { formatDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { recordAudit } from "@/server/audit/record";
import { type Clock, getClockSetting } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { ExpectedError, invalid, notFound } from "@/server/errors";
import { enqueueDuePublications } from "@/server/jobs/due-publications";

/** The clock is one row with a number; the audit trail names its subjects by UUID. */
const CLOCK_ID = "00000000-0000-7000-8000-000000000001";

/**
 * Sets the demonstration's clock to another day and time. Deadlines, seats and posts follow at once, and what was scheduled for
 * a time that has now passed is carried out; sessions and the audit trail stay on real time.
 * @param version the one that was read by whoever asks
 * @throws ExpectedError not-found for anybody but the administrator; refused where the clock is a real council's; stale when
 *   somebody moved it first; invalid for a time that is none
 */
export async function moveClock(
  tx: Tx,
  actor: Actor,
  { version, standsAt }: { version: number; standsAt: LocalDateTime },
): Promise<void> {
  if (!can(actor, "clock.set", {})) throw notFound();
  if (!isLocalDateTime(standsAt)) throw invalid("date", "Give a day that exists, and a time such as 09:00.");
  const before = await getClockSetting(tx);
  if (!before.demonstration) throw new ExpectedError({ kind: "refused", refusal: notADemonstration });

  const [date = "", time = ""] = standsAt.split("T");
  const { count } = await tx.businessClock.updateMany({
    where: { id: 1, version, demonstration: true },
    data: { standsAt: londonInstant(date, time), version: { increment: 1 } },
  });
  if (count === 0) throw new ExpectedError({ kind: "stale", current: shown(before) });

  await recordAudit(tx, {
    actor,
    action: "business clock.move",
    subject: { kind: "business clock", id: CLOCK_ID },
    happenedOn: before.date,
    before: { standsAt: `${before.date}T${before.time}` },
    after: { standsAt },
  });
  await enqueueDuePublications(tx);
}

const notADemonstration = {
  code: "against-rule",
  sentence:
    "Not moved: this is a council's own site, and its clock goes by real time. Only a demonstration's can be moved.",
  findings: [],
} as const;

const shown = (clock: Clock & { version: number }) => ({
  version: clock.version,
  changedBy: null,
  values: { standsAt: `${formatDate(clock.date)}, ${formatTime(clock.time)}` },
});
