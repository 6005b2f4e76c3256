import { holdsPost } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { formatDate } from "@/domain/calendar/plain-date";
import type { Waiting } from "@/domain/waiting/waiting";
import { readable } from "@/server/access/readable";
import { reader } from "@/server/db";
import { MEETING_AWAITED } from "./agenda-places";
import type { Asker } from "./asker";

/** More than this is no list of things to do. */
const MOST = 60;

/** Restrictions of uploaded papers for the proper officer to sign; those of reports wait with the reports. */
export async function papersWaiting({ person, scope, today }: Asker): Promise<Waiting[]> {
  if (!holdsPost(person, "proper_officer")) return [];
  const papers = await reader(scope).paper.findMany({
    where: {
      AND: [
        { restriction: { not: "public" }, restrictionSignedById: null, reportId: null, proposalId: null },
        { takenDownAt: null, replacedBy: { is: null }, agendaItem: { is: { meeting: { date: { gte: today } } } } },
        readable(scope),
      ],
    },
    orderBy: { id: "asc" },
    take: MOST,
    select: {
      id: true,
      title: true,
      bodyId: true,
      body: { select: { parentId: true } },
      agendaItem: { select: { meeting: { select: MEETING_AWAITED } } },
    },
  });
  return papers.flatMap(({ id, title, bodyId, body, agendaItem }) => {
    const meeting = agendaItem?.meeting;
    if (!meeting || !can(person, "restriction.sign", { bodyId, parentBodyId: body.parentId })) return [];
    return [
      {
        key: `paper ${id} to sign`,
        title: `Sign the restriction of “${title}”`,
        why: `${meeting.body.shortName}, for ${formatDate(meeting.date)}. Until then it is withheld all the same.`,
        meeting,
        restricted: true,
        verb: "Open the paper",
        subject: { kind: "paper", id, meeting },
      },
    ];
  });
}
