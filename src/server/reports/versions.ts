import type { Person } from "@/domain/access/actor";
import type { ReportContent } from "@/domain/reports/report-changes";
import type { Prisma } from "@/generated/prisma/client";
import { getClock } from "@/server/clock/queries";
import type { Client, Tx } from "@/server/db";
import type { ReportRow } from "./report-row";

/** What of a report is saved by itself: its title and text, or its front sheet. */
export type ReportPart = "text" | "sheet";

/** How a version came to be. */
export type VersionWay = "typed" | "word" | "sheet";

const WAYS: Readonly<Record<ReportPart, VersionWay[]>> = { text: ["typed", "word"], sheet: ["sheet"] };

/** The version in which a part was saved last; 0 where it never was since versions are kept. */
export async function partVersion(client: Client, reportId: string, part: ReportPart): Promise<number> {
  const last = await client.reportVersion.findFirst({
    where: { reportId, way: { in: WAYS[part] }, byId: { not: null } },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  return last?.number ?? 0;
}

/** What a report says, whole. */
export const contentOf = ({ title, text }: Pick<ReportRow, "title"> & { text: TextRow | null }): ReportContent => ({
  title,
  frontSheet: (text?.frontSheet ?? {}) as ReportContent["frontSheet"],
  paragraphs: (text?.numbered ?? []).map(({ anchor, number, heading, markdown }) => ({
    ...{ anchor, number, heading, markdown },
  })),
});

type TextRow = Pick<NonNullable<ReportRow["text"]>, "frontSheet" | "numbered">;

/**
 * Keeps what a report says now as its next version, for good; whoever saved it has read up to there. What says the same is no
 * version. Before the first, what stood there is kept too, by nobody.
 * @param before the report as it was read
 */
export async function keepVersion(
  tx: Tx,
  actor: Person,
  before: ReportRow,
  { way, notes = [] }: { way: VersionWay; notes?: readonly string[] },
): Promise<void> {
  const reportId = before.id;
  const { instant: at } = await getClock(tx);
  const after = await tx.report.findUniqueOrThrow({
    where: { id: reportId },
    select: { title: true, text: { include: { numbered: { orderBy: { position: "asc" } } } } },
  });
  const [was, is] = [contentOf(before), contentOf(after)];
  if (JSON.stringify(was) === JSON.stringify(is)) return;
  let number = await latestVersion(tx, reportId);
  const said = was.paragraphs.length > 0 || Object.keys(was.frontSheet).length > 0;
  if (number === 0 && said) {
    number = 1;
    await tx.reportVersion.create({ data: { reportId, number, way: "typed", content: json(was), at } });
  }
  number += 1;
  await tx.reportVersion.create({
    data: { reportId, number, way, content: json(is), notes: [...notes], byId: actor.personId, at },
  });
  await markSeen(tx, actor, reportId, number);
}

const json = (content: ReportContent) => JSON.parse(JSON.stringify(content)) as Prisma.InputJsonObject;

/** The number of the newest version; 0 where there is none. */
export async function latestVersion(client: Client, reportId: string): Promise<number> {
  const last = await client.reportVersion.findFirst({
    where: { reportId },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  return last?.number ?? 0;
}

/** Notes up to which version somebody has read a report: what changed is told from there. */
export async function markSeen(tx: Tx, { personId }: Person, reportId: string, number: number): Promise<void> {
  const { instant: at } = await getClock(tx);
  await tx.reportSeen.upsert({
    where: { reportId_personId: { reportId, personId } },
    create: { reportId, personId, versionNumber: number, at },
    update: { versionNumber: number, at },
  });
}
