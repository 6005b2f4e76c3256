import { can } from "@/domain/access/permissions";
import type { ReadScope } from "@/domain/access/read-scope";
import type { Relations } from "@/domain/access/role";
import { londonDate } from "@/domain/calendar/london-time";
import { formatDate } from "@/domain/calendar/plain-date";
import { type QueuedReport, stepsAwaiting } from "@/domain/reports/clearance-queue";
import { CLEARANCE_STEPS } from "@/domain/reports/report";
import type { Waiting } from "@/domain/waiting/waiting";
import type { AuditEntry, Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { reader } from "@/server/db";
import { MEETING_AWAITED } from "./agenda-places";
import type { Asker } from "./asker";

/** More than this is no list of things to do. */
const MOST = 60;

const SELECT = {
  id: true,
  slug: true,
  title: true,
  status: true,
  bodyId: true,
  areaId: true,
  portfolioId: true,
  keepers: true,
  restrictionSignedById: true,
  body: { select: { shortName: true, parentId: true } },
  text: { select: { restriction: true } },
  authors: { select: { personId: true } },
  clearances: { select: { step: true, outcome: true, askedIds: true, at: true } },
  meeting: {
    select: { ...MEETING_AWAITED, status: true, body: { select: MEETING_AWAITED.body.select } },
  },
} as const satisfies Prisma.ReportSelect;

type Row = Prisma.ReportGetPayload<{ select: typeof SELECT }>;

/** Reports to write, for their authors; to sign off, clear and publish; and restrictions for the proper officer to sign. */
export async function reportsWaiting({ person, scope, today }: Asker): Promise<Waiting[]> {
  const rows = await reader(scope).report.findMany({
    where: {
      AND: [
        readable(scope),
        {
          status: {
            in: ["commissioned", "draft", "in_clearance", "signed_off", "received", "cleared"],
          },
        },
      ],
    },
    orderBy: [{ meeting: { date: "asc" } }, { id: "asc" }],
    take: MOST,
    select: SELECT,
  });
  const returns = await listReturns(scope, rows);
  return rows.flatMap((row) => {
    const authorIds = row.authors.map(({ personId }) => personId);
    const record = { ...row, parentBodyId: row.body.parentId, keepers: authorIds };
    const returned = returns.get(row.id);
    const next = toDo(row, record, { person, today, returned });
    const unsigned = row.text !== null && row.text.restriction !== "public" && row.restrictionSignedById === null;
    return [
      ...(unsigned && can(person, "restriction.sign", record)
        ? [
            {
              ...about(row),
              key: `report ${row.id} to sign`,
              title: `Sign the restriction of “${row.title}”`,
              restricted: true,
            },
          ]
        : []),
      ...(next ? [{ ...about(row, returned), key: `report ${row.id}`, title: `${next} “${row.title}”` }] : []),
    ];
  });
}

/** By whom, when and why a report was returned to whoever writes it now. */
type Return = Pick<AuditEntry, "actorName" | "happenedOn" | "reason">;

async function listReturns(scope: ReadScope, rows: readonly Row[]): Promise<ReadonlyMap<string, Return>> {
  const drafts = rows.filter(({ status }) => status === "draft").map(({ id }) => id);
  if (drafts.length === 0) return new Map();
  const entries = await reader(scope).auditEntry.findMany({
    where: { subjectKind: "report", subjectId: { in: drafts }, action: "report.returnToAuthor" },
    orderBy: { recordedAt: "asc" },
    select: { subjectId: true, actorName: true, happenedOn: true, reason: true },
  });
  // The last of each counts.
  return new Map(entries.map(({ subjectId, ...entry }) => [subjectId, entry]));
}

function toDo(
  row: Row,
  record: Relations & QueuedReport,
  { person, today, returned }: Pick<Asker, "person" | "today"> & { returned: Return | undefined },
): string | null {
  const isAuthor = row.authors.some(({ personId }) => personId === person.personId);
  switch (row.status) {
    case "commissioned":
    case "draft":
      return isAuthor ? (returned ? "Change, and send again," : "Write") : null;
    case "in_clearance": {
      if (can(person, "report.sign-off", record) && !can(person, "restriction.sign", record)) return "Sign off";
      const steps = stepsAwaiting(person, record).map(({ step }) => CLEARANCE_STEPS[step]);
      return steps.length > 0 ? `Clear for ${steps.join(" and ")}` : null;
    }
    case "signed_off":
    case "received":
      return can(person, "report.clear", record) ? "Clear" : null;
    case "cleared":
      // With the agenda it goes up by itself.
      return can(person, "report.publish", record) && row.meeting?.status === "published" && row.meeting.date >= today
        ? "Publish"
        : null;
    default:
      return null;
  }
}

const about = ({ slug, body, meeting, status, clearances }: Row, returned?: Return) => ({
  why: [
    ...(returned
      ? [`${returned.actorName} returned it on ${formatDate(returned.happenedOn)}: “${clipped(returned.reason)}”.`]
      : []),
    meeting ? `${body.shortName}, for ${formatDate(meeting.date)}.` : `${body.shortName}. No meeting is settled.`,
    ...(status === "in_clearance" ? waitsSince(clearances) : []),
  ].join(" "),
  ...(meeting && { meeting }),
  verb: "Open the report",
  subject: { kind: "report" as const, slug },
});

/** When it was sent, or what was cleared last. */
function waitsSince(clearances: Row["clearances"]): string[] {
  const last = clearances.flatMap(({ at }) => at ?? []).sort((a, b) => b.getTime() - a.getTime())[0];
  return last ? [`Waiting since ${formatDate(londonDate(last))}.`] : [];
}

const LONGEST_REASON = 240;

/** The whole of it stands on the report's own page. */
const clipped = (reason: string | null): string =>
  (reason ?? "").length > LONGEST_REASON
    ? `${reason?.slice(0, LONGEST_REASON).trimEnd()}…`
    : (reason ?? "").replace(/\.$/, "");
