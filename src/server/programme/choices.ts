import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Client } from "@/server/db";
import { heldOn } from "@/server/people/held-on";

export type Choice = { id: string; name: string; title: string };

/** Who may lead an item today, and what it may serve. */
export type Choices = {
  /** Members of the committee first, then everybody else with a seat; nobody of the executive (LGA 2000 s9FA). */
  members: readonly (Choice & { sits: boolean })[];
  officers: readonly Choice[];
  outcomes: readonly Choice[];
};

/** Who sits where and who holds which post is public, so nobody need show a scope for it. */
export async function getChoices(
  client: Client,
  { bodyId, today }: { bodyId: string; today: PlainDate },
): Promise<Choices> {
  const held = heldOn(today);
  const [seated, officers, outcomes] = await Promise.all([
    client.person.findMany({
      where: {
        mergedIntoId: null,
        AND: [
          {
            seats: {
              some: { ...held, role: { not: "support_officer" }, body: { OR: [{ kind: "council" }, { id: bodyId }] } },
            },
          },
          { seats: { none: { ...held, role: { not: "support_officer" }, body: { kind: "executive" } } } },
        ],
      },
      orderBy: [{ familyName: "asc" }, { name: "asc" }],
      select: { id: true, name: true, seats: { where: { ...held, bodyId }, select: { role: true } } },
    }),
    client.person.findMany({
      where: { mergedIntoId: null, posts: { some: { ...held, kind: { not: "administrator" } } } },
      orderBy: [{ familyName: "asc" }, { name: "asc" }],
      select: { id: true, name: true, posts: { where: held, orderBy: { from: "desc" }, select: { title: true } } },
    }),
    client.corporateOutcome.findMany({ where: held, orderBy: { name: "asc" } }),
  ]);
  const members = seated.map(({ id, name, seats }) => {
    const sits = seats.some(({ role }) => role !== "support_officer");
    return { id, name, sits, title: sits ? "on the committee" : "" };
  });
  return {
    members: [...members.filter(({ sits }) => sits), ...members.filter(({ sits }) => !sits)],
    officers: officers.map(({ id, name, posts }) => ({ id, name, title: posts[0]?.title ?? "" })),
    outcomes: outcomes.map(({ id, name, plan }) => ({ id, name, title: plan })),
  };
}
