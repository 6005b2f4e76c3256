import type { Client } from "@/server/db";
import { heldOn } from "@/server/people/held-on";
import type { StepOption } from "@/server/workflow/step-field";

/** Who may preside at a meeting: whoever sits on the body that day, the chair first. */
export async function listPresiders(
  client: Client,
  { bodyId, date }: { bodyId: string; date: string },
): Promise<StepOption[]> {
  const seats = await client.seat.findMany({
    where: { bodyId, role: { in: ["chair", "vice_chair", "member"] }, ...heldOn(date) },
    orderBy: [{ role: "asc" }, { person: { familyName: "asc" } }],
    select: { person: { select: { id: true, name: true } } },
  });
  return [...new Map(seats.map(({ person }) => [person.id, { value: person.id, label: person.name }])).values()];
}
