import { can } from "@/domain/access/permissions";
import { formatDate } from "@/domain/calendar/plain-date";
import { AT_WORK } from "@/domain/review-groups/review-group";
import { reviewGroupWorkflow } from "@/domain/review-groups/review-group-workflow";
import type { Waiting } from "@/domain/waiting/waiting";
import { readable } from "@/server/access/readable";
import { reader } from "@/server/db";
import type { Asker } from "./asker";

const MOST = 100;

/**
 * Groups to set up, and whose report the committee has, for whoever serves it; groups whose end has come, for who sits in them
 * as well.
 */
export async function groupsWaiting({ person, scope, today }: Asker): Promise<Waiting[]> {
  if (!scope.inside) return [];
  const groups = await reader(scope).reviewGroup.findMany({
    where: { AND: [readable(scope), { status: { in: ["proposed", ...AT_WORK] } }] },
    orderBy: { id: "asc" },
    take: MOST,
    select: {
      id: true,
      status: true,
      endsOn: true,
      bodyId: true,
      parentId: true,
      keepers: true,
      body: { select: { slug: true, name: true } },
      parent: { select: { shortName: true } },
    },
  });
  return groups.flatMap(({ id, status, endsOn, bodyId, parentId, keepers, body, parent }): Waiting[] => {
    const relations = { bodyId, parentBodyId: parentId, keepers };
    const decides = can(person, "group.decide", relations);
    const sits = person.seats.some((seat) => seat.bodyId === bodyId);
    const about = {
      subject: { kind: "review group", slug: body.slug },
      place: "Group",
      verb: "Open the group",
    } as const;
    const things: Waiting[] = [];
    if (decides && status === "proposed")
      things.push({
        ...about,
        key: `group ${id} proposed`,
        title: `“${body.name}” waits to be set up`,
        why: `${parent.shortName} sets it up by a resolution; record it once it is in the minutes.`,
      });
    if (decides && status === "reported")
      things.push({
        ...about,
        key: `group ${id} reported`,
        title: `“${body.name}” has reported`,
        why: `Record whether ${parent.shortName} adopted the report or sent it back.`,
      });
    else if ((decides || sits) && endsOn !== null && endsOn <= today && status !== "proposed" && status !== "adopted")
      things.push({
        ...about,
        key: `group ${id} over`,
        title: `“${body.name}” was to end`,
        why: `It is ${reviewGroupWorkflow.statuses[status].label.toLowerCase()}, and was to end on ${formatDate(endsOn)}. ${parent.shortName} may give it more time.`,
        due: { date: endsOn },
      });
    return things;
  });
}
