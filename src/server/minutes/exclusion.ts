import type { Person } from "@/domain/access/actor";
import { exclusionFindings, exclusionResolution } from "@/domain/meetings/exclusion";
import { SCHEDULE_12A } from "@/domain/papers/schedule-12a";
import type { Finding } from "@/domain/workflow/workflow";
import type { Tx } from "@/server/db";
import { ExpectedError } from "@/server/errors";
import { PARAGRAPHS } from "@/server/papers/restriction-form";
import type { Answers } from "@/server/workflow/answers";
import type { StepField } from "@/server/workflow/step-field";
import { getWritableMinutes, minuteOf, recordMinutes, touchMinute } from "./kept-minutes";
import { listRestrictedItems, type RestrictedAgendaItem } from "./restricted-items";

/** Items that a resolution to exclude the public may be for: those of which something is exempt, or all where nothing is. */
const excludable = (items: readonly RestrictedAgendaItem[]): readonly RestrictedAgendaItem[] => {
  const exempt = items.filter(({ restriction }) => restriction === "exempt");
  return exempt.length > 0 ? exempt : items.filter(({ restriction }) => restriction === "public");
};

/** The fields of the resolution to exclude the public: what the agenda marks is ticked already. */
export function exclusionFields(items: readonly RestrictedAgendaItem[]): StepField[] {
  const offered = excludable(items);
  return [
    {
      kind: "several",
      name: "items",
      label: "Excluded from",
      options: offered.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })),
      value: offered.filter(({ restriction }) => restriction === "exempt").map(({ id }) => id),
    },
    {
      kind: "several",
      name: "paragraphs",
      label: "Under, for an item that the agenda cites no paragraph of",
      hint: "The others are named with the paragraphs that the agenda and their papers cite",
      options: PARAGRAPHS,
    },
    {
      kind: "prose",
      name: "why",
      label: "Why it differs from the agenda",
      hint: "Only where it does",
    },
  ];
}

type Excluding = { minutesId: string; minuteId: string | undefined; version: number; answers: Answers };

/**
 * Records the resolution to exclude the public in words that name the items and the paragraphs, under the item it was moved at,
 * and marks those items as taken without the public (LGA 1972 s100A(4)-(5)).
 * @returns the key of the decision
 * @throws ExpectedError not-found; refused for a resolution that names nothing, and where it differs from the agenda without a
 *   reason; invalid for a field; stale
 */
export async function excludePublic(
  tx: Tx,
  actor: Person,
  { minutesId, minuteId, version, answers }: Excluding,
): Promise<string> {
  const minutes = await getWritableMinutes(tx, actor, minutesId, "Record the exclusion of the public");
  const minute = minuteOf(minutes, minuteId);
  const agenda = await listRestrictedItems(tx, minutes.meeting.id);
  const offered = excludable(agenda);
  const chosen = answers.several(
    "items",
    offered.map(({ id }) => id),
  );
  const typed = answers.several("paragraphs", Object.keys(SCHEDULE_12A)).map(Number);
  const items = offered
    .filter(({ id }) => chosen.includes(id))
    .map((item) => ({ ...item, paragraphs: item.paragraphs.length > 0 ? item.paragraphs : typed }));
  const findings = exclusionFindings(items, agenda);
  const why = answers.text("why");
  mustBeSound(findings, why);

  await touchMinute(tx, minute, version);
  const { id } = await tx.decision.create({
    data: {
      minuteId: minute.id,
      bodyId: minutes.bodyId,
      position: Math.max(0, ...minute.decisions.map(({ position }) => position)) + 1,
      kind: "resolution",
      verb: "Resolved",
      text: exclusionResolution(items),
      reason: why || null,
    },
    select: { id: true },
  });
  await tx.minute.updateMany({
    where: { minutesId, agendaItemId: { in: chosen } },
    data: { publicAccess: "excluded", version: { increment: 1 } },
  });
  await recordMinutes(tx, actor, minutes, "excludePublic", { minute: minute.id, decision: id, items: items.length });
  return id;
}

function mustBeSound(findings: readonly Finding[], why: string): void {
  const isHard = findings.some(({ severity }) => severity === "hard");
  if (!isHard && (findings.length === 0 || why)) return;
  throw new ExpectedError({
    kind: "refused",
    refusal: isHard
      ? { code: "against-rule", sentence: "Not recorded: the resolution names too little.", findings }
      : {
          code: "needs-reason",
          sentence: "Say why it differs from the agenda. It is recorded as the reason.",
          findings: findings.map((finding) => ({ ...finding, field: "why" })),
        },
  });
}
