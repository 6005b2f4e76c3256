import type { Person } from "@/domain/access/actor";
import { refused } from "@/server/access/allowed";
import type { Tx } from "@/server/db";
import { invalid } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import type { StepField, StepOption } from "@/server/workflow/step-field";
import { getAgendaMeeting, itemOf, recordAgenda } from "./agenda-meeting";
import { publishChange } from "./published-changes";

/** Longer than a slip that one sets right; a paper that says more is replaced. */
const MOST_SAID = 1000;

/** The fields of an erratum. */
export const erratumFields = (items: readonly StepOption[]): StepField[] => [
  { kind: "one", name: "itemId", label: "It is about", none: "The agenda as a whole", options: items },
  { kind: "prose", name: "wrong", label: "What was wrong", hint: "As it stands there, with its paragraph or page" },
  { kind: "prose", name: "right", label: "What is right" },
];

/**
 * Sets right, in public and dated, what stands wrongly in the published agenda or in one of its papers: what was wrong, and what is
 * right. The words that were published stay as they were.
 * @throws ExpectedError not-found; refused where nothing is published; invalid for a field left empty
 */
export async function publishErratum(
  tx: Tx,
  actor: Person,
  { meetingId, answers }: { meetingId: string; answers: Answers },
): Promise<void> {
  const meeting = await getAgendaMeeting(tx, actor, meetingId, "Publish an erratum");
  if (!meeting.isPublished)
    throw refused("wrong-status", "Not published: nobody outside has read the agenda yet. Change what is wrong.");
  const itemId = answers.id("itemId");
  const item = itemId === null ? null : itemOf(meeting, itemId);
  const [wrong, right] = [said(answers, "wrong", "Say what was wrong."), said(answers, "right", "Say what is right.")];
  await publishChange(tx, actor, meetingId, {
    kind: "erratum",
    agendaItemId: item?.id ?? null,
    text: `Correction: ${right} It said: ${wrong}`,
  });
  await recordAgenda(tx, actor, meeting, {
    verb: "publishErratum",
    after: { ...(item && { item: item.id, title: item.title }), wrong, right },
  });
}

/** A sentence with its full stop. */
function said(answers: Answers, field: "wrong" | "right", missing: string): string {
  const text = answers.text(field);
  if (!text) throw invalid(field, missing);
  if (text.length > MOST_SAID) throw invalid(field, "Say it in 1,000 characters or fewer.");
  return /[.!?…”"]$/.test(text) ? text : `${text}.`;
}
