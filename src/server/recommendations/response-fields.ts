import { isOnExecutive, type Person } from "@/domain/access/actor";
import type { ReadScope } from "@/domain/access/read-scope";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { type DecidedBy, RESPONSE_KINDS, type Response } from "@/domain/recommendations/response";
import { keysOf, optionsOf } from "@/domain/wording/words-by-value";
import { readable } from "@/server/access/readable";
import type { Client, Tx } from "@/server/db";
import { invalid } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import { chosen, listBodies, listPeople } from "@/server/workflow/choices";
import type { StepField, StepOption } from "@/server/workflow/step-field";
import type { ClauseRow, ResponseRow } from "./subject";

const DECIDED_BY: Readonly<Record<DecidedBy, string>> = {
  executive: "The executive, at a meeting",
  executive_member: "A member of the executive alone",
  officer: "An officer",
  council: "The council",
  letter: "Nobody in particular: a letter",
};

const MOST_MEETINGS = 40;

/** What is asked of an answer to one clause, with what stands in its draft. */
export async function responseFields(
  client: Client,
  { scope, today }: { scope: ReadScope; today: PlainDate },
  clause: ClauseRow,
  draft: ResponseRow | null,
): Promise<StepField[]> {
  const [meetings, bodies, people] = await Promise.all([
    listMeetings(client, scope, clause),
    listBodies(client),
    listPeople(client, today),
  ]);
  const undertaking = draft?.undertakings[0];
  return [
    {
      kind: "one",
      // The form of every step sends a "kind" of its own: the machine's noun.
      name: "answerKind",
      label: "What the answer comes to",
      hint: "“Accepted in principle” is unclear until somebody says what it means.",
      options: optionsOf(RESPONSE_KINDS),
      value: draft?.kind ?? null,
    },
    { kind: "prose", name: "response", label: "The answer, word for word", value: draft?.wording ?? "" },
    {
      kind: "prose",
      name: "responseReason",
      label: "The reason that is given",
      hint: "The law asks for none. Where none is given, the public reads that it is missing.",
      value: draft?.reason ?? "",
    },
    {
      kind: "one",
      name: "decidedBy",
      label: "Who decided it",
      options: optionsOf(DECIDED_BY),
      value: draft?.decidedBy ?? "executive",
    },
    {
      kind: "one",
      name: "decidedByBodyId",
      label: "Of which body",
      none: "None of these",
      options: bodies,
      value: draft ? draft.decidedByBodyId : clause.recipientId,
    },
    { kind: "date", name: "decidedOn", label: "Decided on", value: draft?.decidedOn ?? null },
    {
      kind: "one",
      name: "meetingId",
      label: "At the meeting of",
      none: "No meeting, or none on this list",
      options: meetings,
      value: draft?.meetingId ?? null,
    },
    {
      kind: "line",
      name: "responseReference",
      label: "Where it can be found",
      hint: "A minute, a decision notice, a letter",
      value: draft?.reference ?? "",
    },
    { kind: "yes", name: "changedInSubstance", label: "What is to be done is no longer what was asked for" },
    ...undertakingFields(people, undertaking),
  ];
}

/** What is promised, by whom, by when. */
export const undertakingFields = (
  people: readonly StepOption[],
  undertaking?: { text: string; ownerId: string | null; dueOn: string | null },
): StepField[] => [
  { kind: "prose", name: "undertaking", label: "What will be done", value: undertaking?.text ?? "" },
  {
    kind: "one",
    name: "undertakingOwner",
    label: "Who will do it",
    none: "Not said",
    options: people,
    value: undertaking?.ownerId ?? null,
  },
  { kind: "date", name: "undertakingDue", label: "By when", value: undertaking?.dueOn ?? null },
];

/** Meetings of bodies that decide what the executive or the council answers, and of the recipient, since the clause was agreed. */
async function listMeetings(client: Client, scope: ReadScope, { recipientId, recommendation }: ClauseRow) {
  const found = await client.meeting.findMany({
    where: {
      AND: [
        { date: { gte: recommendation.agreedOn }, status: { notIn: ["cancelled"] } },
        {
          OR: [{ body: { kind: { in: ["executive", "council"] } } }, ...(recipientId ? [{ bodyId: recipientId }] : [])],
        },
        readable(scope),
      ],
    },
    orderBy: [{ date: "desc" }, { id: "asc" }],
    take: MOST_MEETINGS,
    select: { id: true, date: true, body: { select: { shortName: true } } },
  });
  return found.map(
    ({ id, date, body }): StepOption => ({ value: id, label: `${body.shortName}, ${formatDate(date)}` }),
  );
}

/** An answer as its form says it. */
export type TypedResponse = Response & {
  decidedByBodyId: string | null;
  meetingId: string | null;
  undertakings: { text: string; ownerId: string | null; dueOn: PlainDate | null }[];
};

/**
 * What the form says of an answer. What is missing is nobody's fault and stops nothing; what cannot be so does.
 * @throws ExpectedError invalid for a field
 */
export async function responseFrom(
  tx: Tx,
  scope: ReadScope,
  clause: ClauseRow,
  answers: Answers,
  today: PlainDate,
): Promise<TypedResponse> {
  const kind = answers.oneOf("answerKind", keysOf(RESPONSE_KINDS));
  if (!kind) throw invalid("answerKind", "Choose what the answer comes to. Where it does not say, it is unclear.");
  const decidedBy = answers.oneOf("decidedBy", keysOf(DECIDED_BY));
  if (!decidedBy) throw invalid("decidedBy", "Choose who decided it.");
  const meetingId = await chosen(answers.id("meetingId"), "meetingId", () => listMeetings(tx, scope, clause));
  const meeting = meetingId && (await tx.meeting.findUniqueOrThrow({ where: { id: meetingId } }));
  const decidedOn = answers.date("decidedOn") ?? (meeting ? meeting.date : null);
  if (decidedOn && decidedOn > today)
    throw invalid("decidedOn", `Give the day of the decision: ${formatDate(today)} or before.`);
  if (meeting && decidedOn !== meeting.date)
    throw invalid("decidedOn", `That meeting is on ${formatDate(meeting.date)}. Give that day, or choose no meeting.`);
  return {
    kind,
    wording: answers.text("response"),
    reason: answers.text("responseReason") || null,
    decidedBy,
    decidedByBodyId: await chosen(answers.id("decidedByBodyId"), "decidedByBodyId", () => listBodies(tx)),
    decidedOn,
    meetingId,
    reference: answers.text("responseReference") || null,
    changedInSubstance: answers.yes("changedInSubstance"),
    undertakings: await undertakingFrom(tx, answers, today),
  };
}

/** What the form says is promised; nothing where it says nothing. @throws ExpectedError invalid for a field */
export async function undertakingFrom(tx: Tx, answers: Answers, today: PlainDate) {
  const text = answers.text("undertaking");
  const ownerId = await chosen(answers.id("undertakingOwner"), "undertakingOwner", () => listPeople(tx, today));
  const dueOn = answers.date("undertakingDue");
  if (!text && (ownerId || dueOn)) throw invalid("undertaking", "Write down what will be done.");
  return text ? [{ text, ownerId, dueOn }] : [];
}

/** Whoever gives an answer, and not whoever records one that somebody else gave. */
export const respondents = (actor: Person, draft: Pick<ResponseRow, "respondentIds"> | null): string[] => [
  ...new Set([...(draft?.respondentIds ?? []), ...(isOnExecutive(actor) ? [actor.personId] : [])]),
];
