import type { ReadScope } from "@/domain/access/read-scope";
import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import type { Meeting } from "@/domain/meetings/meeting";
import { noticeGiven, publishByOf } from "@/domain/meetings/meeting-notice";
import type { Restricted } from "@/domain/papers/paper";
import type { ReportStatus } from "@/domain/reports/report";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import type { Client } from "@/server/db";
import { notFound } from "@/server/errors";

const PAPER = {
  id: true,
  kind: true,
  title: true,
  restriction: true,
  paragraphs: true,
  publicInterest: true,
  restrictionSignedById: true,
  heldBack: true,
  files: { select: { accessible: true } },
  report: { select: { status: true, text: { select: { restriction: true, paragraphs: true } } } },
} as const satisfies Prisma.PaperSelect;

type PaperRow = Prisma.PaperGetPayload<{ select: typeof PAPER }>;

/** A paper that somebody already put another in the place of, or took down, has no part in what is published now. */
const STANDING = { replacedBy: { is: null }, takenDownAt: null } as const satisfies Prisma.PaperWhereInput;

export type PublicationSubject = Meeting & { id: string; version: number; bodyId: string };

/**
 * A meeting as the rules of publication look at it, if it went up at this instant.
 * @throws ExpectedError "not-found" for what the scope does not open
 */
export async function getPublicationSubject(
  client: Client,
  scope: ReadScope,
  meetingId: string,
  { at, calendar }: { at: Date; calendar: CouncilCalendar },
): Promise<PublicationSubject> {
  const found = await client.meeting.findFirst({
    where: { AND: [{ id: meetingId }, readable(scope)] },
    include: {
      body: { select: { parentId: true, rules: true } },
      agenda: { include: { papers: { where: STANDING, select: PAPER, orderBy: { position: "asc" } } } },
    },
  });
  if (!found) throw notFound();
  const { body, agenda, convenedOn, ...meeting } = found;
  return {
    ...meeting,
    parentBodyId: body.parentId,
    agenda: agenda.map((item) => ({ ...item, papers: item.papers.map(asPaper) })),
    notice: noticeGiven(at, { date: meeting.date, convenedOn, body: { publishBy: publishByOf(body.rules) } }, calendar),
    quorumAtStart: null,
  };
}

/** Statuses in which a report is ready to be read by whom it is open to. */
export const READY: readonly ReportStatus[] = ["cleared", "published", "considered", "replaced"];

function asPaper({ files, ...paper }: PaperRow) {
  const isReady = paper.report === null || READY.includes(paper.report.status);
  return {
    ...paper,
    ...restrictionOf(paper),
    accessible: files.some(({ accessible }) => accessible === false) ? false : null,
    heldBack: paper.heldBack || !isReady,
  };
}

/** Of the listing and the report's text, whichever is restricted: nothing is public because one of the two forgot to say. */
export function restrictionOf(paper: Pick<PaperRow, keyof Restricted | "report">): Restricted {
  const { restriction, paragraphs, publicInterest, restrictionSignedById, report } = paper;
  const of = restriction === "public" && report?.text ? report.text : { restriction, paragraphs };
  return { publicInterest, restrictionSignedById, restriction: of.restriction, paragraphs: of.paragraphs };
}

/** Where the papers of a meeting are: on it, or under one of its items. */
export const papersOfMeeting = (meetingId: string) =>
  ({
    ...STANDING,
    OR: [{ meetingId }, { agendaItem: { is: { meetingId } } }],
  }) as const satisfies Prisma.PaperWhereInput;
