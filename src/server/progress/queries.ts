import { PUBLIC_SCOPE, type ReadScope } from "@/domain/access/read-scope";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { followUpWorkflow } from "@/domain/follow-ups/follow-up-workflow";
import {
  inOrder,
  isReportedTo,
  type Note,
  type ProgressClause,
  type ProgressRow,
} from "@/domain/progress/progress-report";
import { clauseWorkflow } from "@/domain/recommendations/clause-workflow";
import { recipientWords } from "@/domain/recommendations/recipient-words";
import { wordedClauses } from "@/domain/recommendations/worded-clauses";
import { finalStatuses } from "@/domain/workflow/workflow";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { type Client, reader } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK } from "@/server/meetings/queries";

const NAME = { select: { name: true } } as const;
const MINUTE = { select: { number: true, headings: true, audience: true } } as const;

/** What a minute says once the public has it; until then its number may change, and its words are a draft. */
const published = <Row extends { audience: string }>(row: Row | null): Row | null =>
  row?.audience === "public" ? row : null;
const NOTES = { orderBy: { on: "asc" }, take: 100, select: { on: true, text: true } } as const;

const RECOMMENDATION = {
  agreedOn: true,
  title: true,
  minute: MINUTE,
  decision: { select: { text: true, audience: true } },
  clauses: {
    orderBy: { number: "asc" },
    select: {
      number: true,
      text: true,
      status: true,
      statusOn: true,
      recipientName: true,
      recipient: { select: { shortName: true } },
      notes: NOTES,
      responses: {
        where: { status: "recorded", audience: "public" },
        orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
        take: 1,
        select: {
          wording: true,
          decidedOn: true,
          changedInSubstance: true,
          decidedByBody: { select: { shortName: true } },
          undertakings: {
            orderBy: { id: "asc" },
            select: { owner: { select: { name: true, posts: { take: 1, select: { id: true } } } } },
          },
        },
      },
    },
  },
} as const satisfies Prisma.RecommendationSelect;

/** What isReportedTo can hold for: outstanding, or ended on or after the day of the previous meeting. */
const outstandingOr = <Status extends string>(ended: Status[], previousOn: PlainDate | null) =>
  previousOn === null
    ? {}
    : { OR: [{ status: { notIn: ended } }, { statusOn: null }, { statusOn: { gte: previousOn } }] };

type RecommendationRow = Prisma.RecommendationGetPayload<{ select: typeof RECOMMENDATION }>;

/**
 * What earlier meetings of a body asked for and what came of it, as the record has it now; only what is public, for the report is.
 * @param meeting that it is for
 */
export async function writeProgress(
  client: Client,
  meeting: { bodyId: string; date: PlainDate },
): Promise<ProgressRow[]> {
  const { bodyId, date } = meeting;
  const open = readable(PUBLIC_SCOPE);
  const previous = await client.meeting.findFirst({
    where: { bodyId, status: "held", date: { lt: date } },
    orderBy: { date: "desc" },
    select: { date: true },
  });
  const before = previous?.date ?? null;
  // However many years a committee has closed things in: what ended before the previous meeting is not read.
  const [recommendations, followUps] = await Promise.all([
    client.recommendation.findMany({
      where: {
        AND: [
          { bodyId, agreedOn: { lt: date } },
          open,
          { clauses: { some: outstandingOr(finalStatuses(clauseWorkflow), before) } },
        ],
      },
      orderBy: [{ agreedOn: "asc" }, { id: "asc" }],
      select: RECOMMENDATION,
    }),
    client.followUp.findMany({
      where: {
        AND: [{ bodyId, raisedOn: { lt: date } }, open, outstandingOr(finalStatuses(followUpWorkflow), before)],
      },
      orderBy: [{ raisedOn: "asc" }, { id: "asc" }],
      select: {
        text: true,
        status: true,
        statusOn: true,
        raisedOn: true,
        dueOn: true,
        minuteId: true,
        minute: MINUTE,
        dueMeeting: { select: { date: true } },
        topic: { select: { title: true, audience: true } },
        owners: { orderBy: { position: "asc" }, select: { person: NAME } },
        notes: NOTES,
      },
    }),
  ]);
  return inOrder([
    ...recommendations.flatMap((row) => recommendationRow(row, date, before)),
    ...followUps
      .filter(({ status, statusOn, raisedOn }) =>
        isReportedTo(date, before, {
          askedOn: raisedOn,
          isOver: followUpWorkflow.statuses[status].final === true,
          overOn: statusOn,
        }),
      )
      .map(
        ({ text, status, raisedOn, dueOn, minuteId, minute, dueMeeting, topic, owners, notes }): ProgressRow => ({
          kind: "follow-up",
          meetingOn: raisedOn,
          minuteNumber: published(minute)?.number ?? null,
          subject:
            published(minute)?.headings.join(", ") ??
            published(topic)?.title ??
            (minuteId === null ? "Between meetings" : "At the meeting"),
          asked: text,
          responsible: owners.map(({ person }) => person.name),
          standsAt: followUpWorkflow.statuses[status].label,
          due: dueOn ?? dueMeeting?.date ?? null,
          notes: notes.map(noteOf),
        }),
      ),
  ]);
}

/** One row for all clauses of a recommendation of which the meeting is told. */
function recommendationRow(row: RecommendationRow, meetingOn: PlainDate, previousOn: PlainDate | null): ProgressRow[] {
  const { agreedOn, title } = row;
  // The public's login does not even see a draft.
  const [minute, decision] = [published(row.minute), published(row.decision)];
  const told = row.clauses.filter(({ status, statusOn }) =>
    isReportedTo(meetingOn, previousOn, {
      askedOn: agreedOn,
      isOver: clauseWorkflow.statuses[status].final === true,
      overOn: statusOn,
    }),
  );
  if (told.length === 0) return [];
  const severalTo = new Set(row.clauses.map((clause) => recipientWords([clause]))).size > 1;
  const { opening } = wordedClauses(decision?.text ?? "");
  return [
    {
      kind: "recommendation",
      meetingOn: agreedOn,
      minuteNumber: minute?.number ?? null,
      subject: minute?.headings.join(", ") || title,
      responsible: responsibleFor(told),
      opening: opening || (severalTo ? "Recommended:" : `Recommended to ${recipientWords(told) ?? "whom it names"}:`),
      clauses: told.map((clause) => ({
        ...clauseOf(clause),
        ...(severalTo && { to: recipientWords([clause]) ?? "" }),
      })),
    },
  ];
}

type ClauseRow = RecommendationRow["clauses"][number];

/** Whoever said that they will see to it, officers before the councillors they answer to. */
function responsibleFor(clauses: readonly ClauseRow[]): string[] {
  const owners = clauses.flatMap(({ responses }) =>
    responses.flatMap(({ undertakings }) => undertakings.flatMap(({ owner }) => owner ?? [])),
  );
  const sorted = owners.toSorted(
    (a, b) => Number(b.posts.length > 0) - Number(a.posts.length > 0) || a.name.localeCompare(b.name, "en"),
  );
  return [...new Set(sorted.map(({ name }) => name))];
}

function clauseOf({ number, text, responses, recipient, recipientName, notes }: ClauseRow): ProgressClause {
  const [response] = responses;
  return {
    number,
    text,
    answer: response
      ? {
          by: response.decidedByBody?.shortName ?? recipient?.shortName ?? recipientName ?? "",
          on: response.decidedOn,
          wording: response.wording,
          changedInSubstance: response.changedInSubstance,
        }
      : null,
    notes: notes.map(noteOf),
  };
}

const noteOf = ({ on, text }: Note): Note => ({ on, text });

/**
 * Progress on matters raised, for one meeting: as it was published with the agenda, or as the record has it now.
 * @throws ExpectedError not-found
 */
export async function getProgressReport(scope: ReadScope, address: { body: string; meeting: string }) {
  const client = reader(scope);
  const meeting = await client.meeting.findFirst({
    where: { AND: [{ slug: address.meeting, body: { slug: address.body } }, readable(scope)] },
    select: {
      id: true,
      slug: true,
      date: true,
      bodyId: true,
      audience: true,
      publishedAt: true,
      body: { select: BODY_LINK },
      progressReport: { select: { rows: true, keptAt: true } },
    },
  });
  if (!meeting) throw notFound();
  const { progressReport, ...found } = meeting;
  return {
    meeting: found,
    /** When it was published; null while it is written anew from the record. */
    keptAt: progressReport?.keptAt ?? null,
    rows: progressReport ? (progressReport.rows as unknown as ProgressRow[]) : await writeProgress(client, found),
  };
}

export type ProgressPage = Awaited<ReturnType<typeof getProgressReport>>;
