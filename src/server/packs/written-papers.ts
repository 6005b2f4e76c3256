import { PUBLIC_SCOPE, type ReadScope } from "@/domain/access/read-scope";
import { formatDate } from "@/domain/calendar/plain-date";
import type { PrintedDocument } from "@/domain/documents/document";
import type { PageRange } from "@/domain/packs/page-plan";
import type { PaperKind } from "@/domain/papers/paper";
import type { Site } from "@/server/council/queries";
import { minutesDocument } from "@/server/documents/minutes-document";
import { programmeDocument } from "@/server/documents/programme-document";
import { progressDocument } from "@/server/documents/progress-document";
import { versionDocument } from "@/server/documents/proposal-document";
import { reportDocument } from "@/server/documents/report-document";
import { expectedFailure } from "@/server/errors";
import type { MeetingPage } from "@/server/meetings/queries";
import { getMinutes } from "@/server/minutes/queries";
import { getProgramme } from "@/server/programme/published-programme";
import { getProgressReport } from "@/server/progress/queries";
import { getReport } from "@/server/reports/queries";
import { getLastVersion } from "@/server/scoping/queries";

/** A paper that is a record of ours, and printed from it. */
export type Written = { kind: PaperKind; report: { slug: string } | null; proposalId: string | null };

type Around = { site: Site; meeting: MeetingPage; item: MeetingPage["agenda"][number] | undefined };

/**
 * What a paper without a file of its own says, as its page does.
 * @param scope with which a report is read: the others are public, or are not there
 * @returns null where there is nothing of it for this scope
 */
export async function writtenPaper(scope: ReadScope, paper: Written, around: Around): Promise<PrintedDocument | null> {
  const { site, meeting, item } = around;
  const { report, proposalId, kind } = paper;
  if (report) {
    const read = await orNull(getReport(scope, report.slug));
    return read?.text ? reportDocument(site, read) : null;
  }
  if (proposalId) {
    const version = await orNull(getLastVersion(PUBLIC_SCOPE, proposalId));
    return version && versionDocument(site, version);
  }
  if (kind === "programme") {
    const shown = await orNull(getProgramme(PUBLIC_SCOPE, meeting.body.slug, site.clock.date));
    return shown && programmeDocument(site, shown);
  }
  if (kind === "minutes" && item) return minutesUnder(item, site);
  if (kind === "progress_report") return progressFor(meeting, site);
  return null;
}

/** What stands under an item of itself, though no paper lists it: the minutes it confirms, progress on what was asked for. */
export type Unlisted = {
  /** That of its item, which has no other such. */
  id: string;
  kind: "minutes" | "progress_report";
  title: string;
  openSince: Date | null;
  had: PageRange | null;
  document: PrintedDocument;
};

export async function unlistedPapers(site: Site, meeting: MeetingPage): Promise<Map<string, Unlisted>> {
  const found = new Map<string, Unlisted>();
  for (const item of meeting.agenda) {
    const lists = (kind: PaperKind) => item.papers.some((paper) => paper.kind === kind);
    const { minutesOf, kind, id, openSince, pageFrom: from, pageTo: to } = item;
    const had = from === null ? null : { from, to: to ?? from };
    if (minutesOf?.hasMinutes && !lists("minutes")) {
      const document = await minutesUnder(item, site);
      const title = `Minutes of ${formatDate(minutesOf.date)}`;
      if (document) found.set(id, { id, kind: "minutes", title, openSince, had, document });
    } else if (kind === "matters_raised" && item.papers.length === 0) {
      const document = await progressFor(meeting, site);
      if (document) found.set(id, { id, kind: "progress_report", title: document.title, openSince, had, document });
    }
  }
  return found;
}

async function minutesUnder({ minutesOf }: MeetingPage["agenda"][number], site: Site): Promise<PrintedDocument | null> {
  if (!minutesOf?.hasMinutes) return null;
  const address = { body: minutesOf.body.slug, meeting: minutesOf.slug };
  const minutes = await orNull(getMinutes(PUBLIC_SCOPE, address, minutesOf.date));
  return minutes && minutesDocument(site, minutes);
}

async function progressFor(meeting: MeetingPage, site: Site): Promise<PrintedDocument | null> {
  const progress = await orNull(getProgressReport(PUBLIC_SCOPE, { body: meeting.body.slug, meeting: meeting.slug }));
  return progress && progress.rows.length > 0 ? progressDocument(site, progress) : null;
}

async function orNull<T>(query: Promise<T>): Promise<T | null> {
  try {
    return await query;
  } catch (error) {
    if (expectedFailure(error)?.kind === "not-found") return null;
    throw error;
  }
}
