import { can } from "@/domain/access/permissions";
import type { Relations } from "@/domain/access/role";
import { londonDate } from "@/domain/calendar/london-time";
import { formatDate } from "@/domain/calendar/plain-date";
import { asksForChanges, type QueuedReport, stepsAwaiting } from "@/domain/reports/clearance-queue";
import { CLEARANCE_STEPS } from "@/domain/reports/report";
import type { Waiting } from "@/domain/waiting/waiting";
import type { Prisma } from "@/generated/prisma/client";
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
  return rows.flatMap((row) => {
    const authorIds = row.authors.map(({ personId }) => personId);
    const record = { ...row, parentBodyId: row.body.parentId, keepers: authorIds };
    const next = toDo(row, record, { person, today });
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
      ...(next ? [{ ...about(row), key: `report ${row.id}`, title: `${next} “${row.title}”` }] : []),
    ];
  });
}

function toDo(
  row: Row,
  record: Relations & QueuedReport,
  { person, today }: Pick<Asker, "person" | "today">,
): string | null {
  const isAuthor = row.authors.some(({ personId }) => personId === person.personId);
  switch (row.status) {
    case "commissioned":
    case "draft":
      return isAuthor ? "Write" : null;
    case "in_clearance": {
      if (can(person, "report.sign-off", record) && !can(person, "restriction.sign", record))
        return asksForChanges(row) ? "Return, or sign off," : "Sign off";
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

const about = ({ slug, body, meeting, status, clearances }: Row) => ({
  why: [
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
