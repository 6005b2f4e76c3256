import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { formatDate } from "@/domain/calendar/plain-date";
import { urgencyMinuted, urgencyToConfirm } from "@/domain/meetings/urgency";
import { mustBeAllowed, refused } from "@/server/access/allowed";
import { readable } from "@/server/access/readable";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import { type Client, db, type Tx } from "@/server/db";
import { ExpectedError, invalid, notFound } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import type { StepField } from "@/server/workflow/step-field";
import { listPresiders } from "./presiders";

/** Statuses of a meeting at which somebody presides, or presided. */
const TAKES_PLACE = ["published", "held"] as const;

type Meeting = { bodyId: string; date: string };
type Opinion = {
  urgency: string | null;
  urgencyById: string | null;
  indicated: string | null;
  indicatedById: string | null;
};

/** The fields by which the opinion of whoever presides is recorded, with what stands there, or what was said before the meeting. */
export async function urgencyFields(meeting: Meeting, item: Opinion, client: Client = db): Promise<StepField[]> {
  return [
    {
      kind: "one",
      name: "urgencyById",
      label: "Who presided",
      none: "Not said",
      options: await listPresiders(client, meeting),
      value: item.urgencyById ?? item.indicatedById,
    },
    {
      kind: "prose",
      name: "urgency",
      label: "The special circumstances",
      hint: "Why it cannot wait, in the words of whoever presides. They go into the minutes",
      value: item.urgency ?? item.indicated ?? "",
    },
  ];
}

type Recorded = { meetingId: string; itemId: string | undefined; version: number; answers: Answers };

/**
 * Records that whoever presides is of the opinion, by reason of special circumstances, that an item is urgent and is taken though it
 * was not open for five clear days. The opinion and its circumstances are specified in the minutes: LGA 1972 s100B(4)(b).
 * @throws ExpectedError not-found; refused for whoever may not, and where no meeting takes place; invalid without the person or
 *   the circumstances; stale
 */
export async function recordUrgency(tx: Tx, actor: Person, { meetingId, itemId, version, answers }: Recorded) {
  const meeting = await tx.meeting.findFirst({
    where: { AND: [{ id: meetingId }, readable(readScope(actor))] },
    include: {
      body: { select: { parentId: true } },
      agenda: { where: { id: itemId ?? meetingId }, include: { indicatedBy: { select: { name: true } } } },
    },
  });
  const item = meeting?.agenda[0];
  if (!meeting || !item) throw notFound();
  mustBeAllowed(actor, "meeting.record", { ...meeting, parentBodyId: meeting.body.parentId }, "Record the opinion");
  const clock = await getClock(tx);
  if (!TAKES_PLACE.some((status) => status === meeting.status) || meeting.date > clock.date)
    throw refused(
      "wrong-status",
      `Not recorded: whoever presides says so at the meeting, on ${formatDate(meeting.date)}. What they write before is an indication.`,
    );
  if (item.withdrawnAt) throw refused("wrong-status", "Not recorded: this item was withdrawn.");
  const urgencyById = answers.id("urgencyById");
  const urgency = answers.text("urgency");
  if (!urgencyById || !(await listPresiders(tx, meeting)).some(({ value }) => value === urgencyById))
    throw invalid("urgencyById", "Choose who presided: the opinion is theirs alone.");
  if (!urgency) throw invalid("urgency", "Give the special circumstances: the minutes state them.");
  const { count } = await tx.agendaItem.updateMany({
    where: { id: item.id, version },
    data: { urgency, urgencyById, urgencyAt: clock.instant, version: { increment: 1 } },
  });
  if (count === 0) throw new ExpectedError({ kind: "stale" });
  const awaited = item.indicated && urgencyToConfirm(item.indicatedBy?.name ?? null, item.indicated);
  await openMinuteWith(tx, item.id, urgencyMinuted(await nameOf(tx, urgencyById), urgency), awaited);
  await recordAudit(tx, {
    actor,
    action: "meeting.recordUrgency",
    subject: { kind: "meeting", id: meetingId, bodyId: meeting.bodyId },
    happenedOn: meeting.date,
    before: { urgency: item.urgency },
    after: { item: item.id, title: item.title, urgency, urgencyById },
  });
}

const nameOf = async (tx: Tx, id: string) => (await tx.person.findUniqueOrThrow({ where: { id } })).name;

/** Where the minutes are begun already and still being written, the item's begin with it, in the place of what was to be confirmed. */
async function openMinuteWith(tx: Tx, agendaItemId: string, sentence: string, awaited: string | null): Promise<void> {
  const minute = await tx.minute.findFirst({
    where: { agendaItemId, minutes: { status: "draft" } },
    orderBy: { position: "asc" },
    select: { id: true, text: { select: { markdown: true } } },
  });
  if (!minute?.text) return;
  const stands = minute.text.markdown;
  const rest = awaited ? stands.replace(awaited, "").trim() : stands;
  if (rest.includes(sentence)) return;
  const markdown = [sentence, rest].filter(Boolean).join("\n\n");
  await tx.minuteText.update({ where: { minuteId: minute.id }, data: { markdown } });
  await tx.minute.update({ where: { id: minute.id }, data: { version: { increment: 1 } } });
}
