import type { Person } from "@/domain/access/actor";
import { type ReadScope, readScope } from "@/domain/access/read-scope";
import type { ReportStatus } from "@/domain/reports/report";
import { refused } from "@/server/access/allowed";
import { readable } from "@/server/access/readable";
import type { Client, Tx } from "@/server/db";
import { invalid } from "@/server/errors";
import type { StepOption } from "@/server/workflow/step-field";
import { getAgendaMeeting, itemOf, recordAgenda } from "./agenda-meeting";
import { publishChange } from "./published-changes";

const OUT: readonly ReportStatus[] = ["published", "considered", "replaced"];

/** Reports that an item of this body's agenda may list, those for this meeting first. */
export async function listReportChoices(
  client: Client,
  scope: ReadScope,
  meeting: { id: string; bodyId: string },
): Promise<StepOption[]> {
  const reports = await client.report.findMany({
    where: {
      AND: [
        { bodyId: meeting.bodyId, status: { notIn: ["withdrawn", "replaced", "considered"] } },
        { papers: { none: { agendaItem: { is: { meetingId: meeting.id } } } } },
        readable(scope),
      ],
    },
    orderBy: { title: "asc" },
    take: 200,
    select: { id: true, title: true, meetingId: true },
  });
  return reports
    .toSorted((a, b) => Number(b.meetingId === meeting.id) - Number(a.meetingId === meeting.id))
    .map(({ id, title }) => ({ value: id, label: title }));
}

type Listed = { meetingId: string; itemId: string | undefined; reportId: string | null };

/**
 * Lists a report under an item. On a published agenda the listing is public at once and the report is not until it is
 * published itself: its place says that it is to come.
 * @throws ExpectedError not-found; refused; invalid for a report that is none of those offered
 */
export async function listReportUnderItem(tx: Tx, actor: Person, { meetingId, itemId, reportId }: Listed) {
  const meeting = await getAgendaMeeting(tx, actor, meetingId, "List a report");
  const item = itemOf(meeting, itemId);
  if (item.withdrawnAt) throw refused("wrong-status", "Not listed: this item was withdrawn.");
  const choices = await listReportChoices(tx, readScope(actor), meeting);
  if (!reportId || !choices.some(({ value }) => value === reportId))
    throw invalid("reportId", "Choose one of the reports on the list.");
  const { text, authors, ...report } = await tx.report.findUniqueOrThrow({
    where: { id: reportId },
    include: { text: true, authors: { include: { person: { select: { name: true } } }, orderBy: { personId: "asc" } } },
  });
  const isOut = OUT.includes(report.status);
  const paper = await tx.paper.create({
    select: { id: true },
    data: {
      kind: "report",
      title: report.title,
      bodyId: meeting.bodyId,
      meetingId,
      agendaItemId: item.id,
      reportId,
      position: item.papers.length + 1,
      byAsPrinted: authors.map(({ person, titleAsPrinted }) => `${person.name}, ${titleAsPrinted}`).join("; ") || null,
      restriction: text?.restriction ?? "public",
      paragraphs: text?.paragraphs ?? [],
      publicInterest: report.publicInterest,
      registrable: report.registrable,
      ownPlanningPermission: report.ownPlanningPermission,
      confidentialGround: report.confidentialGround,
      restrictionSignedById: report.restrictionSignedById,
      restrictionSignedOn: report.restrictionSignedOn,
      ...(meeting.isPublished && {
        audience: "public",
        heldBack: !isOut,
        ...(isOut && { openSince: meeting.clock.instant }),
      }),
    },
  });
  await tx.report.update({ where: { id: reportId }, data: { meetingId } });
  if (item.reporting === "none" || item.reporting === "to_follow")
    await tx.agendaItem.update({
      where: { id: item.id },
      data: { reporting: isOut || !meeting.isPublished ? "paper" : "to_follow", version: { increment: 1 } },
    });
  await publishChange(tx, actor, meetingId, {
    kind: "supplement",
    agendaItemId: item.id,
    paperId: paper.id,
    text: `“${report.title}” was added.`,
  });
  await recordAgenda(tx, actor, meeting, {
    verb: "listReport",
    after: { item: item.id, title: item.title, report: report.title },
  });
}

/**
 * Takes a listed report off an agenda that is not published yet.
 * @throws ExpectedError not-found; refused once it is published
 */
export async function unlistReport(
  tx: Tx,
  actor: Person,
  { meetingId, paperId }: { meetingId: string; paperId: string | undefined },
) {
  const meeting = await getAgendaMeeting(tx, actor, meetingId, "Take a report off");
  const item = itemOf(meeting, meeting.agenda.find(({ papers }) => papers.some(({ id }) => id === paperId))?.id);
  const paper = item.papers.find(({ id }) => id === paperId);
  if (meeting.isPublished || !paper?.reportId) throw NOT_OFF();
  await tx.paper.deleteMany({ where: { id: paper.id, files: { none: {} } } });
  await recordAgenda(tx, actor, meeting, {
    verb: "unlistReport",
    before: { item: item.id, title: item.title, report: paper.title },
  });
}

const NOT_OFF = () =>
  refused("wrong-status", "Not taken off: it was published with the agenda. Withdraw or replace the report itself.");

/**
 * Opens a report where published agendas list it, now that it is published itself, and says so there.
 * Its restriction has been copied before: what is restricted stays a listing.
 */
export async function openListings(tx: Tx, reportId: string, at: Date): Promise<void> {
  const papers = await tx.paper.findMany({
    where: { reportId, takenDownAt: null, agendaItem: { is: { audience: "public" } } },
    include: { agendaItem: { include: { meeting: { select: { id: true, publishedAt: true } } } } },
  });
  for (const { id, title, agendaItem, openSince, heldBack } of papers) {
    await tx.paper.update({
      where: { id },
      data: { audience: "public", heldBack: false, openSince: openSince ?? at, version: { increment: 1 } },
    });
    if (!agendaItem?.meeting.publishedAt || (openSince && !heldBack)) continue;
    if (agendaItem.reporting === "to_follow")
      await tx.agendaItem.update({
        where: { id: agendaItem.id },
        data: { reporting: "paper", version: { increment: 1 } },
      });
    await publishChange(tx, null, agendaItem.meeting.id, {
      kind: "supplement",
      agendaItemId: agendaItem.id,
      paperId: id,
      at,
      text: `“${title}” was put up.`,
    });
  }
}
