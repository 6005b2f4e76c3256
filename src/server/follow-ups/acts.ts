import type { PlainDate } from "@/domain/calendar/plain-date";
import { formatDate } from "@/domain/calendar/plain-date";
import { followUpWorkflow } from "@/domain/follow-ups/follow-up-workflow";
import type { Client, Tx } from "@/server/db";
import { invalid } from "@/server/errors";
import { type Act, defineActs } from "@/server/workflow/acts";
import type { Answers } from "@/server/workflow/answers";
import { chosen, listPeople } from "@/server/workflow/choices";
import type { StepField, StepOption } from "@/server/workflow/step-field";
import { listMeetingsAhead, nextMeetingOf } from "./choices";
import { ownerField, ownersFrom, writeOwners } from "./owners";
import { type FoundFollowUp, findFollowUp } from "./subject";

const isOpen = ({ subject }: FoundFollowUp): boolean => !followUpWorkflow.statuses[subject.status].final;

/** What is said of a follow-up between its steps: how it goes, that it is chased, who answers for it and by when. */
export const followUpActs = defineActs({
  workflow: followUpWorkflow,
  find: findFollowUp,
  touch: (tx, where) => tx.followUp.updateMany({ where, data: { version: { increment: 1 } } }),
  acts: {
    note: {
      label: "Note how it goes",
      hint: "The public reads it with the day.",
      needs: "follow-up.report-progress",
      when: isOpen,
      onlyAdds: true,
      asks: (_found, _client, { today }) => noteFields("What has been done", today),
      does: (tx, found, answers, { actor, today }) => addNote(tx, found, answers, { personId: actor.personId, today }),
    },
    escalate: {
      label: "Note that it is chased",
      hint: "Who was reminded, or who was asked to step in. The public reads it with the day.",
      needs: "follow-up.edit",
      when: isOpen,
      onlyAdds: true,
      asks: (_found, _client, { today }) => noteFields("Who was asked, and for what", today),
      does: (tx, found, answers, { actor, today }) =>
        addNote(tx, found, answers, { personId: actor.personId, today, escalation: true }),
    },
    reassign: {
      label: "Change who answers for it, or by when",
      needs: "follow-up.edit",
      when: isOpen,
      asks: async ({ row }, client, { today }) => [
        ...ownerFields(
          await listPeople(client, today),
          row.owners.map(({ personId }) => personId),
        ),
        {
          kind: "date",
          name: "dueOn",
          label: "Due on",
          value: row.dueOn,
        },
        {
          kind: "one",
          name: "dueMeetingId",
          label: "Or at the meeting of",
          none: "The next one",
          options: await meetingsFor(client, row, today),
          value: row.dueNextMeeting ? null : row.dueMeetingId,
        },
        { kind: "prose", name: "reason", label: "Reason", hint: "Kept in the history" },
      ],
      does: async (tx, { row }, answers, { today }) => {
        const owners = await ownersFrom(
          tx,
          answers,
          today,
          row.owners.map(({ personId }) => personId),
        );
        const dueOn = answers.date("dueOn");
        const reason = answers.text("reason");
        if (!reason) throw invalid("reason", "Say why: it is kept in the history.");
        await writeOwners(tx, row.id, owners);
        const named = await chosen(answers.id("dueMeetingId"), "dueMeetingId", () => meetingsFor(tx, row, today));
        if (dueOn && named) throw invalid("dueOn", "Give a day or name a meeting, not both.");
        const isNext = dueOn === null && named === null;
        const next = isNext && !row.dueNextMeeting ? await nextMeetingOf(tx, row.bodyId, today) : null;
        const dueMeetingId = named ?? (isNext ? (next?.id ?? (row.dueNextMeeting ? row.dueMeetingId : null)) : null);
        await tx.followUp.update({
          where: { id: row.id },
          data: {
            dueOn,
            dueNextMeeting: isNext,
            dueMeetingId,
            keepers: [...new Set([...row.keepers.filter((keeper) => !isOwner(row, keeper)), ...owners])],
          },
        });
        return { reason, after: { fields: changedFields(row, owners, { dueOn, dueMeetingId }) } };
      },
    },
  } satisfies Record<string, Act<FoundFollowUp>>,
});

const isOwner = ({ owners }: FoundFollowUp["row"], personId: string): boolean =>
  owners.some((owner) => owner.personId === personId);

/** Those to come, and the one that it names. */
async function meetingsFor(client: Client, row: FoundFollowUp["row"], today: PlainDate): Promise<StepOption[]> {
  const ahead = await listMeetingsAhead(client, row.bodyId, today);
  const { dueMeeting, dueMeetingId, dueNextMeeting } = row;
  if (!dueMeeting || !dueMeetingId || dueNextMeeting || ahead.some(({ value }) => value === dueMeetingId)) return ahead;
  return [{ value: dueMeetingId, label: formatDate(dueMeeting.date) }, ...ahead];
}

type Due = { dueOn: PlainDate | null; dueMeetingId: string | null };

const changedFields = (row: FoundFollowUp["row"], owners: readonly string[], due: Due): string[] => [
  ...(owners.join() === row.owners.map(({ personId }) => personId).join() ? [] : ["owners"]),
  ...(due.dueOn === row.dueOn && due.dueMeetingId === row.dueMeetingId ? [] : ["dueOn"]),
];

/** One list of names for each of as many as answer for it. */
export function ownerFields(options: readonly { value: string; label: string }[], owners: readonly string[] = []) {
  return Array.from({ length: Math.max(3, owners.length + 1) }, (_, index): StepField => {
    const value = owners[index];
    return {
      kind: "one",
      name: ownerField(index),
      label: index === 0 ? "Who answers for it" : "And",
      none: index === 0 ? "Choose" : "Nobody else",
      options,
      ...(value !== undefined && { value }),
    };
  });
}

const noteFields = (label: string, today: PlainDate): StepField[] => [
  { kind: "prose", name: "text", label },
  { kind: "date", name: "on", label: "On which day", value: today },
];

async function addNote(
  tx: Tx,
  { row }: FoundFollowUp,
  answers: Answers,
  { personId, today, escalation = false }: { personId: string; today: PlainDate; escalation?: boolean },
) {
  const text = answers.text("text");
  if (!text) throw invalid("text", "Say in a sentence what there is to note.");
  const on = answers.date("on") ?? today;
  if (on > today) throw invalid("on", `Give the day it was so: ${formatDate(today)} or before.`);
  await tx.followUpNote.create({ data: { followUpId: row.id, on, personId, text, escalation } });
  return { happenedOn: on };
}
