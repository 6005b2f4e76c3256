import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Sitting } from "@/domain/meetings/electorate";
import { COMMON_QUORUM, type Quorum, type QuorumRule, quorum } from "@/domain/meetings/quorum";
import type { Client } from "@/server/db";
import { heldOn } from "@/server/people/held-on";

/** Whoever sat on the body that day, and who of them was there. Null while no attendance is recorded. */
export async function getQuorumAtStart(
  client: Client,
  meeting: { id: string; bodyId: string; date: PlainDate },
): Promise<Quorum | null> {
  const [attendance, body] = await Promise.all([
    client.attendance.findMany({ where: { meetingId: meeting.id } }),
    client.body.findUniqueOrThrow({
      where: { id: meeting.bodyId },
      select: {
        quorum: true,
        rules: true,
        seats: { where: heldOn(meeting.date), select: { personId: true, role: true } },
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
  return quorum(ruleOf(body.quorum), {
    item: null,
    sittings,
    vacancies: 0,
    votingRules: { otherCoOpteesVote: (body.rules as { otherCoOpteesVote?: boolean }).otherCoOpteesVote === true },
    attendances: attendance.map(({ personId, kind, substituteForId, under, forMinutes }) => ({
      personId,
      kind,
      substituteForId,
      under,
      forMinutes,
      awayForItemIds: [],
    })),
    declarations: [],
  });
}

const ruleOf = (stored: unknown): QuorumRule =>
  typeof stored === "object" && stored !== null && "size" in stored ? (stored as QuorumRule) : COMMON_QUORUM;
