import type { Person } from "@/domain/access/actor";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { isAcceptance } from "@/domain/recommendations/response";
import { shortened } from "@/domain/wording/shortened";
import type { Client, Tx } from "@/server/db";
import { invalid, notFound } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import { listPeople } from "@/server/workflow/choices";
import type { StepField } from "@/server/workflow/step-field";
import { undertakingFields, undertakingFrom } from "./response-fields";
import { answerOfRow, type ClauseRow, type FoundClause, type ResponseRow } from "./subject";

const MOST_SAID = 60;

const incomplete = ({ undertakings }: ResponseRow) =>
  undertakings.filter(({ ownerId, dueOn }) => ownerId === null || dueOn === null);

/** What an answer left out, field by field; what it said is not asked again. */
export async function completionFields(client: Client, row: ClauseRow, today: PlainDate): Promise<StepField[]> {
  const response = answerOfRow(row);
  if (!response) return [];
  const people = await listPeople(client, today);
  return [
    { kind: "date", name: "givenOn", label: "Given on", hint: "The day it reached you", value: today },
    ...(response.kind !== "accepted" && !response.reason
      ? [{ kind: "prose" as const, name: "responseReason", label: "The reason, word for word" }]
      : []),
    ...(response.decidedOn === null ? [{ kind: "date" as const, name: "decidedOn", label: "Decided on" }] : []),
    ...(response.reference
      ? []
      : [{ kind: "line" as const, name: "responseReference", label: "Where the decision can be found" }]),
    ...incomplete(response).flatMap(({ id, text, ownerId, dueOn }): StepField[] => [
      ...(ownerId === null
        ? [
            {
              kind: "one" as const,
              name: `owner-${id}`,
              label: `Who will do: “${shortened(text, MOST_SAID)}”`,
              none: "Not said",
              options: people,
            },
          ]
        : []),
      ...(dueOn === null
        ? [{ kind: "date" as const, name: `due-${id}`, label: `By when: “${shortened(text, MOST_SAID)}”` }]
        : []),
    ]),
    ...(isAcceptance(response.kind) && response.undertakings.length === 0 ? undertakingFields(people) : []),
  ];
}

/**
 * Adds what an answer left out, with the day it was given, and overwrites nothing.
 * @throws ExpectedError invalid where nothing is added, or the day cannot be
 */
export async function completionFrom(
  tx: Tx,
  { row }: FoundClause,
  answers: Answers,
  { today }: { actor: Person; today: PlainDate },
) {
  const response = answerOfRow(row);
  if (!response) throw notFound();
  const givenOn = answers.date("givenOn") ?? today;
  if (givenOn > today) throw invalid("givenOn", `Give the day it reached you: ${formatDate(today)} or before.`);
  if (response.decidedOn && givenOn < response.decidedOn)
    throw invalid("givenOn", `The answer is of ${formatDate(response.decidedOn)}. Give that day or a later one.`);
  const added = [
    ...(await addFacts(tx, response, answers, { givenOn, today })),
    ...(await completeUndertakings(tx, response, answers, { givenOn, today })),
  ];
  if (added.length === 0) throw invalid("givenOn", "Fill in at least one of these: nothing was added.");
  return { happenedOn: givenOn, after: { fields: added } };
}

type Days = { givenOn: PlainDate; today: PlainDate };

async function addFacts(tx: Tx, response: ResponseRow, answers: Answers, { givenOn, today }: Days): Promise<string[]> {
  const reason = response.reason ? "" : answers.text("responseReason");
  const decidedOn = response.decidedOn === null ? answers.date("decidedOn") : null;
  const reference = response.reference ? "" : answers.text("responseReference");
  if (decidedOn && decidedOn > today)
    throw invalid("decidedOn", `Give the day of the decision: ${formatDate(today)} or before.`);
  const added = [
    ...(reason ? ["reason"] : []),
    ...(decidedOn ? ["decidedOn"] : []),
    ...(reference ? ["reference"] : []),
  ];
  if (added.length > 0)
    await tx.response.update({
      where: { id: response.id },
      data: {
        ...(reason && { reason, reasonGivenOn: givenOn }),
        ...(decidedOn && { decidedOn }),
        ...(reference && { reference }),
        version: { increment: 1 },
      },
    });
  return added;
}

async function completeUndertakings(
  tx: Tx,
  response: ResponseRow,
  answers: Answers,
  { givenOn, today }: Days,
): Promise<string[]> {
  const added: string[] = [];
  const people = await listPeople(tx, today);
  for (const { id, ownerId, dueOn } of incomplete(response)) {
    const owner = ownerId === null ? answers.id(`owner-${id}`) : null;
    if (owner && !people.some(({ value }) => value === owner))
      throw invalid(`owner-${id}`, "Choose one of those on the list.");
    const due = dueOn === null ? answers.date(`due-${id}`) : null;
    if (!owner && !due) continue;
    added.push(...(owner ? ["owner"] : []), ...(due ? ["dueOn"] : []));
    await tx.undertaking.update({
      where: { id },
      data: { ...(owner && { ownerId: owner }), ...(due && { dueOn: due }), givenOn },
    });
  }
  if (isAcceptance(response.kind) && response.undertakings.length === 0) {
    const undertakings = await undertakingFrom(tx, answers, today);
    if (undertakings.length > 0) added.push("undertaking");
    await tx.undertaking.createMany({
      data: undertakings.map((undertaking) => ({ ...undertaking, responseId: response.id, givenOn })),
    });
  }
  return added;
}
