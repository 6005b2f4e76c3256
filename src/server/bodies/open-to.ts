import type { Person } from "@/domain/access/actor";
import { can, type Permission } from "@/domain/access/permissions";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/server/db";
import { BODY_LINK } from "@/server/meetings/queries";

/**
 * The bodies for which this person may do something, by name; none that has ended. Which bodies there are is public.
 * @param needs what they want to do
 * @param where which bodies it is done for at all
 */
export async function listBodiesOpenTo(person: Person, needs: Permission, where: Prisma.BodyWhereInput = {}) {
  const bodies = await db.body.findMany({
    where: { AND: [{ OR: [{ until: null }, { until: { gte: person.day } }] }, where] },
    orderBy: { name: "asc" },
    select: { ...BODY_LINK, id: true, parentId: true },
  });
  return bodies.filter(({ id, parentId }) => can(person, needs, { bodyId: id, parentBodyId: parentId }));
}
