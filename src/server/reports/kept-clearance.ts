import type { Person } from "@/domain/access/actor";
import type { Clearance } from "@/domain/reports/report";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import type { ReportRow } from "./report-row";

type Looked = Pick<Clearance, "step" | "outcome" | "onBehalfOf" | "evidence"> & { comment: string };

/** Keeps what came of one look at a report, in the place of what came of it before. */
export async function keepClearance(tx: Tx, actor: Person, row: ReportRow, looked: Looked): Promise<void> {
  const { instant: at } = await getClock(tx);
  const of = { reportId: row.id, step: looked.step };
  const askedIds = row.clearances.find(({ step }) => step === looked.step)?.askedIds ?? [];
  await tx.clearance.deleteMany({ where: of });
  await tx.clearance.create({ data: { ...looked, ...of, personId: actor.personId, at, askedIds } });
}
