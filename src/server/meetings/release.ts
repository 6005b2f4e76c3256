import type { Actor } from "@/domain/access/actor";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { FrontSheet } from "@/domain/reports/front-sheet";
import { reportWorkflow } from "@/domain/reports/report-workflow";
import type { Tx } from "@/server/db";
import { keepProgress } from "@/server/progress/keep";
import { openQuestions } from "@/server/questions/agenda-place";
import { reportRulesOf } from "@/server/reports/rules";
import { openProposals } from "@/server/scoping/agenda-place";
import { advance } from "@/server/workflow/advance";
import { type PublicationSubject, papersOfMeeting, READY, restrictionOf } from "./publication-subject";

type Release = { actor: Actor; meeting: PublicationSubject; at: Date; today: PlainDate };

/**
 * Opens to the public what a published meeting releases: its items, the list of its papers, their files, and the reports among
 * them that are cleared. The database keeps restricted content inside, and a part never opens further than its whole. What is
 * held back is listed, and what it says stays where it is.
 */
export async function releaseAgenda(tx: Tx, { actor, meeting, at, today }: Release): Promise<void> {
  const shut = { audience: { not: "public" as const } };
  const open = { audience: "public" as const, version: { increment: 1 } };

  await tx.agendaItem.updateMany({ where: { meetingId: meeting.id, openSince: null }, data: { openSince: at } });
  await tx.agendaItem.updateMany({ where: { meetingId: meeting.id, ...shut }, data: open });

  const papers = papersOfMeeting(meeting.id);
  // Before the list opens: a report that is not ready holds its paper back, so that its file does not go up by itself.
  await tx.paper.updateMany({
    where: { AND: [papers, { heldBack: false, report: { is: { status: { notIn: [...READY] } } } }] },
    data: { heldBack: true },
  });
  await releaseReports(tx, { actor, meeting, at, today });
  await tx.paper.updateMany({
    where: { AND: [papers, { heldBack: false, openSince: null }] },
    data: { openSince: at },
  });
  await tx.paper.updateMany({ where: { AND: [papers, shut] }, data: open });
  await openProposals(tx, meeting.id);
  await openQuestions(tx, meeting.id);
  await keepProgress(tx, meeting, at);
}

/** A report is published with the meeting it goes to, by its own machine, which asks for a signed restriction. */
async function releaseReports(tx: Tx, { actor, meeting, today }: Release): Promise<void> {
  const papers = await tx.paper.findMany({
    where: { AND: [papersOfMeeting(meeting.id), { heldBack: false, report: { is: { status: "cleared" } } }] },
    include: {
      report: {
        include: { body: true, text: true, authors: true, clearances: true, replacedBy: { select: { id: true } } },
      },
    },
  });
  const seen = new Set<string>();
  for (const paper of papers) {
    const { report } = paper;
    if (!report || seen.has(report.id)) continue;
    seen.add(report.id);

    const restricted = restrictionOf(paper);
    // Before it opens: its text is as restricted as the listing of it says.
    if (report.text && report.text.restriction !== restricted.restriction) {
      const { restriction, paragraphs } = restricted;
      await tx.reportText.update({
        where: { reportId: report.id },
        data: { restriction, paragraphs: [...paragraphs] },
      });
    }
    await advance(tx, {
      workflow: reportWorkflow,
      name: "publish",
      subject: {
        ...report,
        ...restricted,
        parentBodyId: report.body.parentId,
        authorIds: report.authors.map(({ personId }) => personId),
        rules: reportRulesOf(report.body),
        frontSheet: (report.text?.frontSheet ?? {}) as FrontSheet,
        restrictedBackgroundPapers: [],
        publishedOn: null,
        consideredOn: null,
        replacedById: report.replacedBy?.id ?? null,
      },
      actor,
      version: report.version,
      today,
      after: { meetingId: meeting.id },
      save: ({ where, data }) => tx.report.updateMany({ where, data: { ...data, publishedOn: today } }),
    });
  }
}
