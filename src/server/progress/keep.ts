import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Tx } from "@/server/db";
import { writeProgress } from "./queries";

/**
 * Keeps what earlier meetings asked for and what came of it as it stands when the agenda is published: from then on the report for
 * this meeting says that, whatever becomes of it later. It is written once.
 */
export async function keepProgress(
  tx: Tx,
  meeting: { id: string; bodyId: string; date: PlainDate },
  at: Date,
): Promise<void> {
  const hasItem = await tx.agendaItem.count({ where: { meetingId: meeting.id, kind: "matters_raised" } });
  if (hasItem === 0 || (await tx.progressReport.count({ where: { meetingId: meeting.id } })) > 0) return;
  const rows = await writeProgress(tx, meeting);
  await tx.progressReport.create({ data: { meetingId: meeting.id, rows, keptAt: at } });
}
