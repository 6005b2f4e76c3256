import { lateComers } from "@/domain/attendance/movement";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Declaration } from "@/domain/interests/interests";
import type { Sitting } from "@/domain/meetings/electorate";
import { COMMON_QUORUM, type Quorum, type QuorumFacts, type QuorumRule, quorum } from "@/domain/meetings/quorum";
import type { Prisma } from "@/generated/prisma/client";
import type { Client } from "@/server/db";
import { heldOn } from "@/server/people/held-on";

/** Comings and goings item by item, those of one item by the clock. */
export const IN_ORDER = [
  { minute: { position: "asc" } },
  { at: "asc" },
  { id: "asc" },
] as const satisfies Prisma.MovementOrderByWithRelationInput[];

type Meeting = { id: string; bodyId: string; date: PlainDate };

/** Whoever sat on the body that day, and who of them was there. Null while no attendance is recorded. */
export async function getQuorumAtStart(client: Client, meeting: Meeting): Promise<Quorum | null> {
  const found = await getQuorumFacts(client, meeting);
  return found && quorum(found.rule, { ...found.facts, item: null });
}

/**
 * What the quorum of a meeting and of each of its items follows from: who sat on the body, who was there and what they declared.
 * Whoever is known to have arrived late was not there at the start.
 * @returns null while no attendance is recorded
 */
export async function getQuorumFacts(client: Client, { id, bodyId, date }: Meeting) {
  const [attendance, declarations, movements, body] = await Promise.all([
    client.attendance.findMany({ where: { meetingId: id } }),
    client.declaration.findMany({ where: { meetingId: id } }),
    client.movement.findMany({ where: { meetingId: id }, orderBy: [...IN_ORDER] }),
    client.body.findUniqueOrThrow({
      where: { id: bodyId },
      select: {
        quorum: true,
        rules: true,
        seats: { where: heldOn(date), select: { personId: true, role: true } },
      },
    }),
  ]);
  if (!attendance.some(({ kind }) => kind === "present" || kind === "substitute" || kind === "apologies")) return null;
  const standIns = attendance.filter(({ kind }) => kind === "substitute");
  const sittings: Sitting[] = [
    ...body.seats
      .filter(({ personId }) => !standIns.some((each) => each.personId === personId))
      .map((seat) => ({ ...seat, substituteForId: null })),
    ...standIns.map(({ personId, substituteForId }) => ({ personId, role: "substitute" as const, substituteForId })),
  ];
  const late = new Set(lateComers(movements));
  const facts = {
    sittings,
    vacancies: 0,
    votingRules: { otherCoOpteesVote: (body.rules as { otherCoOpteesVote?: boolean }).otherCoOpteesVote === true },
    attendances: attendance
      .filter(({ personId }) => !late.has(personId))
      .map(({ personId, kind, substituteForId, under, forMinutes }) => ({
        personId,
        kind,
        substituteForId,
        under,
        forMinutes,
        awayForItemIds: [],
      })),
    declarations: declarations.map(declared),
  } satisfies Omit<QuorumFacts, "item">;
  return { rule: ruleOf(body.quorum), facts, attendance, movements };
}

const declared = (declaration: {
  personId: string;
  agendaItemId: string | null;
  kind: Declaration["kind"];
  effect: Declaration["effect"];
  publicText: string;
  sensitive: boolean;
  registered: boolean | null;
  declaredOn: string | null;
  leftAt: string | null;
  returnedAt: string | null;
}): Declaration => ({
  ...declaration,
  nature: declaration.publicText,
  registered: declaration.registered === true,
  declaredOn: declaration.declaredOn ?? "",
  dispensation: null,
});

const ruleOf = (stored: unknown): QuorumRule =>
  typeof stored === "object" && stored !== null && "size" in stored ? (stored as QuorumRule) : COMMON_QUORUM;
