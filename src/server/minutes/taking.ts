import type { Person } from "@/domain/access/actor";
import type { PublicAccess } from "@/generated/prisma/enums";
import { refused } from "@/server/access/allowed";
import type { Tx } from "@/server/db";
import { invalid } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import type { StepField, StepOption } from "@/server/workflow/step-field";
import {
  getWritableMinutes,
  type KeptMinute,
  type KeptMinutes,
  minuteOf,
  recordMinutes,
  touchMinute,
} from "./kept-minutes";
import { numberingOf, renumber } from "./numbering";
import { listRestrictedItems } from "./restricted-items";

/** What became of the public at an item, in words. */
export const PUBLIC_ACCESS: Readonly<Record<PublicAccess, string>> = {
  present: "Taken in public",
  excluded: "The public was excluded",
  exempt_not_discussed: "Taken in public, the exempt paper not discussed",
};

/** The minute that stands first has nothing before it. */
const FIRST = "first";

type Taken = { sitting: number | null; startedAt: string | null; publicAccess: PublicAccess | null };

/** The fields of how an item was taken: when, after which other, and with or without the public. */
export function takingFields(
  taken: Taken,
  offered: { before: StepOption | null; others: readonly StepOption[]; sittings: number; restricted: boolean },
): StepField[] {
  const { before, others, sittings, restricted } = offered;
  return [
    { kind: "time", name: "startedAt", label: "Taken from", hint: "Such as 10:45", value: taken.startedAt ?? "" },
    {
      kind: "one",
      name: "after",
      label: "Taken after",
      hint: "The minutes stand in the order the items were taken",
      options: [{ value: FIRST, label: "Nothing: it was first" }, ...others],
      value: before?.value ?? FIRST,
    },
    ...(sittings > 1
      ? [
          {
            kind: "one" as const,
            name: "sitting",
            label: "At which sitting",
            none: "Not said",
            options: Array.from({ length: sittings }, (_, index) => ({
              value: String(index + 1),
              label: index === 0 ? "The first" : `Sitting ${index + 1}, after the adjournment`,
            })),
            value: taken.sitting === null ? null : String(taken.sitting),
          },
        ]
      : []),
    ...(restricted || taken.publicAccess !== null
      ? [
          {
            kind: "one" as const,
            name: "publicAccess",
            label: "The public",
            hint: "An item is taken without the public where a resolution names it, or where what is said is confidential",
            none: "Not said",
            options: Object.entries(PUBLIC_ACCESS).map(([value, label]) => ({ value, label })),
            value: taken.publicAccess,
          },
        ]
      : []),
  ];
}

type Taking = { minutesId: string; minuteId: string | undefined; version: number; answers: Answers };

/**
 * Says when an item was taken, after which other, at which sitting, and what became of the public. The order of the minutes follows
 * the order of business; an item keeps its number on the agenda.
 * @throws ExpectedError not-found; refused, also for the exclusion of the public that no resolution and nothing confidential
 *   brought about (LGA 1972 s100A(2), (4)); invalid for a field; stale
 */
export async function takeItem(
  tx: Tx,
  actor: Person,
  { minutesId, minuteId, version, answers }: Taking,
): Promise<void> {
  const minutes = await getWritableMinutes(tx, actor, minutesId, "Say how an item was taken");
  const minute = minuteOf(minutes, minuteId);
  const startedAt = answers.time("startedAt");
  const publicAccess = answers.oneOf("publicAccess", ["present", "excluded", "exempt_not_discussed"]);
  if (publicAccess === "excluded" && minute.publicAccess !== "excluded") await mustBeExcludable(tx, minutes, minute);
  const sitting = await sittingIn(tx, minutes, answers);
  await touchMinute(tx, minute, version);
  await tx.minute.update({ where: { id: minute.id }, data: { startedAt, publicAccess, sitting } });
  await putAfter(tx, minutes, minute, answers);
  await recordMinutes(tx, actor, minutes, "takeItem", { minute: minute.id, startedAt, publicAccess, sitting });
}

/** What is confidential excludes the public by law; anything else needs a resolution first. */
async function mustBeExcludable(tx: Tx, minutes: KeptMinutes, minute: KeptMinute): Promise<void> {
  const items = await listRestrictedItems(tx, minutes.meeting.id);
  if (items.find(({ id }) => id === minute.agendaItemId)?.restriction === "confidential") return;
  throw refused(
    "wrong-status",
    "Not recorded: the public is excluded from an item by a resolution that names it. Record the resolution first, from “Exclude the public”.",
  );
}

async function sittingIn(tx: Tx, { meeting }: KeptMinutes, answers: Answers): Promise<number | null> {
  const typed = answers.text("sitting");
  if (!typed) return null;
  const sittings = await tx.meetingSession.findMany({ where: { meetingId: meeting.id }, select: { number: true } });
  const found = sittings.find(({ number }) => String(number) === typed);
  if (!found) throw invalid("sitting", "Choose one of those on the list.");
  return found.number;
}

/** Puts a minute after another; those between move up, and the numbers follow. */
async function putAfter(tx: Tx, minutes: KeptMinutes, minute: KeptMinute, answers: Answers): Promise<void> {
  const after = answers.text("after");
  if (!after) return;
  const others = minutes.items.filter(({ id }) => id !== minute.id);
  const before = others.findIndex(({ id }) => id === after);
  if (after !== FIRST && before === -1) throw invalid("after", "Choose one of those on the list.");
  const place = before + 1;
  const order = others.toSpliced(place, 0, minute);
  if (order.every(({ id }, index) => id === minutes.items[index]?.id)) return;
  const numbering = numberingOf(minutes.items);
  const wanted = order.map((each) => numbering[minutes.items.indexOf(each)] ?? "numbered");
  // Two do not stand in one place, not even for a moment.
  for (const [index, { id }] of order.entries())
    await tx.minute.update({ where: { id }, data: { position: -1 - index } });
  for (const [index, { id }] of order.entries())
    await tx.minute.update({ where: { id }, data: { position: index + 1 } });
  await renumber(tx, minutes.id, wanted);
}
