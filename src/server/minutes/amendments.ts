import type { Person } from "@/domain/access/actor";
import { refused } from "@/server/access/allowed";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { ExpectedError, invalid } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import type { StepField, StepOption } from "@/server/workflow/step-field";
import { getMinutesOf, minuteOf, recordMinutes } from "./kept-minutes";

/** The fields of a correction. */
export const amendmentFields = (minutes: readonly StepOption[]): StepField[] => [
  { kind: "one", name: "minuteId", label: "Minute", options: minutes },
  { kind: "prose", name: "before", label: "The words as they stand", hint: "Exactly as in the minute" },
  { kind: "prose", name: "after", label: "The words as they shall stand" },
  {
    kind: "one",
    name: "clerical",
    label: "Why",
    options: [
      { value: "meeting", label: "The meeting that confirms the minutes changed it" },
      { value: "clerical", label: "A slip of the pen, found later" },
    ],
  },
];

/**
 * Changes words of minutes that the public has, with both texts kept: as the confirming meeting did, or where a slip is found.
 * @throws ExpectedError not-found; refused before publication, when the minute is simply written; invalid for words that do not
 *   stand there; stale
 */
export async function amendMinutes(
  tx: Tx,
  actor: Person,
  { minutesId, version, answers }: { minutesId: string; version: number; answers: Answers },
): Promise<void> {
  const minutes = await getMinutesOf(tx, actor, minutesId, "Record a correction");
  if (minutes.status === "draft" || minutes.status === "checked")
    throw refused("wrong-status", "Not recorded: these minutes are not published. Change the minute itself.");
  const minuteId = answers.id("minuteId");
  if (!minuteId) throw invalid("minuteId", "Choose the minute.");
  const why = answers.oneOf("clerical", ["meeting", "clerical"]);
  if (!why) throw invalid("clerical", "Say why it is changed.");
  if (why === "meeting" && minutes.status !== "published_draft")
    throw invalid("clerical", "These minutes are confirmed: what is changed now can only be a slip.");
  const minute = minuteOf(minutes, minuteId);
  const [before, after] = [answers.text("before"), answers.text("after")];
  if (!before) throw invalid("before", "Write the words that are changed.");
  if (!after) throw invalid("after", "Write the words that take their place.");
  if (before === after) throw invalid("after", "These are the same words.");
  const places = minute.text?.markdown.split(before).length ?? 1;
  if (places !== 2)
    throw invalid(
      "before",
      places < 2
        ? "These words do not stand in that minute."
        : "These words stand there more than once: write more of them.",
    );
  if (minute.text?.restriction !== "public")
    throw invalid("minuteId", "This minute is not for publication, and a correction is: both texts would be public.");

  const { instant } = await getClock(tx);
  const { count } = await tx.minutes.updateMany({
    where: { id: minutesId, version },
    data: { version: { increment: 1 } },
  });
  if (count === 0) throw new ExpectedError({ kind: "stale" });
  await tx.minuteText.update({
    where: { minuteId },
    data: { markdown: minute.text.markdown.split(before).join(after) },
  });
  await tx.minutesAmendment.create({
    data: { minutesId, minuteId, clerical: why === "clerical", before, after, at: instant },
  });
  await recordMinutes(tx, actor, minutes, "amend", { minute: minuteId, clerical: why === "clerical" });
}
