import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import type { HeadingNumbering } from "@/domain/calendar/minute-numbering";
import { formatDate } from "@/domain/calendar/plain-date";
import { numberAgenda } from "@/domain/meetings/agenda";
import { type Urgency, urgencyMinuted, urgencyToConfirm } from "@/domain/meetings/urgency";
import { minutesWorkflow } from "@/domain/minutes/minutes-workflow";
import { questionsMinuted } from "@/domain/questions/question-minute";
import { mustBeAllowed, refused } from "@/server/access/allowed";
import { readable } from "@/server/access/readable";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { notFound } from "@/server/errors";
import { listQuestionsForMinutes } from "@/server/questions/queries";
import { recordMinutes } from "./kept-minutes";
import { renumber } from "./numbering";

/** The special circumstances of an urgent item are specified in its minute: LGA 1972 s100B(4)(b). */
const opening = ({ urgency, urgencyBy, indicated, indicatedBy }: Urgency): string => {
  if (urgency) return urgencyMinuted(urgencyBy?.name ?? null, urgency);
  return indicated ? urgencyToConfirm(indicatedBy?.name ?? null, indicated) : "";
};

/**
 * Begins the minutes of a meeting: one minute for each item of its agenda, numbered by the body's policy.
 * @returns the key of the minutes
 * @throws ExpectedError not-found; refused for whoever may not, where the meeting is still to come or there are minutes already
 */
export async function startMinutes(tx: Tx, actor: Person, { meetingId }: { meetingId: string }): Promise<string> {
  const meeting = await tx.meeting.findFirst({
    where: { AND: [{ id: meetingId }, readable(readScope(actor))] },
    include: {
      body: { select: { parentId: true } },
      minutes: { select: { id: true } },
      agenda: { include: { urgencyBy: { select: { name: true } }, indicatedBy: { select: { name: true } } } },
      declarations: true,
    },
  });
  if (!meeting) throw notFound();
  mustBeAllowed(actor, "minutes.edit", { ...meeting, parentBodyId: meeting.body.parentId }, "Begin the minutes");
  const { date } = await getClock(tx);
  if (meeting.minutes) throw refused("wrong-status", "Not begun: there are minutes of this meeting already.");
  if (meeting.date > date || (meeting.status !== "published" && meeting.status !== "held"))
    throw refused(
      "wrong-status",
      `Not begun: minutes are of a meeting that took place. This one is on ${formatDate(meeting.date)}.`,
    );

  const { id } = await tx.minutes.create({
    data: { meetingId, bodyId: meeting.bodyId, audience: minutesWorkflow.statuses.draft.audience },
    select: { id: true },
  });
  const items = numberAgenda(meeting.agenda)
    .map(({ item }) => item)
    .filter(({ withdrawnAt }) => withdrawnAt === null);
  const conduct = items.find(({ kind }) => kind === "code_of_conduct");
  const asked = await listQuestionsForMinutes(readScope(actor), tx, { meetingId, items });
  for (const [index, item] of items.entries()) {
    const begins = [opening(item), questionsMinuted(asked.get(item.id) ?? [])].filter((part) => part !== "");
    const minute = await tx.minute.create({
      data: {
        minutesId: id,
        bodyId: meeting.bodyId,
        agendaItemId: item.id,
        topicId: item.topicId,
        position: index + 1,
        headings: [item.title],
        text: { create: { bodyId: meeting.bodyId, markdown: begins.join("\n\n") } },
      },
    });
    // What concerns the whole meeting is minuted where interests are declared.
    const declaredHere = {
      OR: [{ agendaItemId: item.id }, ...(item.id === conduct?.id ? [{ agendaItemId: null }] : [])],
    };
    await tx.declaration.updateMany({ where: { meetingId, ...declaredHere }, data: { minuteId: minute.id } });
  }
  // What only has others under it is a heading here too.
  await renumber(
    tx,
    id,
    items.map(({ kind }): HeadingNumbering => (kind === "heading" ? "unnumbered" : "numbered")),
  );
  await recordMinutes(tx, actor, { id, bodyId: meeting.bodyId }, "start", { status: "draft", minutes: items.length });
  return id;
}
