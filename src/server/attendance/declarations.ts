import { holdsPost, type Person } from "@/domain/access/actor";
import { INTEREST_EFFECTS, INTEREST_KINDS } from "@/domain/interests/interests";
import { numberAgenda } from "@/domain/meetings/agenda";
import { keysOf, optionsOf } from "@/domain/wording/words-by-value";
import { mustBeAllowed, refused } from "@/server/access/allowed";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import type { Client, Tx } from "@/server/db";
import { invalid, notFound } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import type { StepField, StepOption } from "@/server/workflow/step-field";
import { type AttendedMeeting, getAttendedMeeting } from "./attended-meeting";

/** Declarations of a meeting as far as this person reads them: what lies behind one only for its declarer and who keeps the register. */
export async function listDeclarations(client: Client, person: Person, { id, mayRecord }: AttendedMeeting) {
  const found = await client.declaration.findMany({
    where: { meetingId: id, ...(mayRecord ? {} : { personId: person.personId }) },
    orderBy: { id: "asc" },
    include: {
      person: { select: { name: true } },
      agendaItem: { select: { title: true } },
      detail: { select: { text: true } },
    },
  });
  const keepsRegister = holdsPost(person, "proper_officer");
  return found.map(({ detail, ...declaration }) => ({
    ...declaration,
    detail: keepsRegister || mayRecord || declaration.personId === person.personId ? (detail?.text ?? null) : null,
  }));
}

/** For whom somebody may declare: everybody who was there for democratic services; for anybody else themselves. */
const declarers = ({ mayRecord, seats, attendance }: AttendedMeeting, person: Person): StepOption[] => {
  if (!mayRecord) return [{ value: person.personId, label: person.name }];
  const others = attendance.map(({ personId, person: { name } }) => ({ value: personId, label: name }));
  const all = [...seats.map(({ id, name }) => ({ value: id, label: name })), ...others];
  return [...new Map(all.map((one) => [one.value, one])).values()];
};

const listItems = async (client: Client, meetingId: string): Promise<StepOption[]> =>
  numberAgenda(await client.agendaItem.findMany({ where: { meetingId, withdrawnAt: null } })).map(
    ({ item, number }) => ({
      value: item.id,
      label: `${number} ${item.title}`,
    }),
  );

/** The fields of a declaration. */
export async function declarationFields(
  client: Client,
  person: Person,
  meeting: AttendedMeeting,
): Promise<StepField[]> {
  const who = declarers(meeting, person);
  return [
    {
      kind: "one",
      name: "personId",
      label: "Who",
      options: who,
      value: who.length === 1 ? (who[0]?.value ?? null) : null,
    },
    {
      kind: "one",
      name: "agendaItemId",
      label: "Item",
      none: "The whole meeting",
      options: await listItems(client, meeting.id),
    },
    { kind: "one", name: "kind", label: "What was declared", options: optionsOf(INTEREST_KINDS) },
    { kind: "one", name: "effect", label: "What followed", options: optionsOf(INTEREST_EFFECTS) },
    {
      kind: "prose",
      name: "publicText",
      label: "Words for the minutes",
      hint: "These become public. Of a sensitive interest the public reads only that there is one",
    },
    {
      kind: "yes",
      name: "sensitive",
      label: "The interest is sensitive",
      hint: "The monitoring officer agrees that details could lead to violence or intimidation",
    },
    {
      kind: "prose",
      name: "detail",
      label: "What lies behind it",
      hint: "Kept apart, and never public",
    },
    { kind: "yes", name: "registered", label: "It is in the register already" },
    { kind: "line", name: "leftAt", label: "Left the room at", hint: "Such as 10:45" },
    { kind: "line", name: "returnedAt", label: "Came back at" },
  ];
}

/**
 * Records an interest that somebody declared, or declares one's own (Localism Act 2011 s31). What lies behind a sensitive one is
 * kept apart, where the public never reads (s32).
 * @returns its key
 * @throws ExpectedError not-found; refused; invalid
 */
export async function declareInterest(
  tx: Tx,
  actor: Person,
  { meetingId, answers }: { meetingId: string; answers: Answers },
): Promise<string> {
  const meeting = await getAttendedMeeting(tx, actor, { id: meetingId });
  mustBeAllowed(actor, "interest.declare", { ...meeting, parentBodyId: meeting.body.parentId }, "Declare an interest");
  mustBeOpen(meeting);
  const personId = answers.id("personId");
  if (!personId || !declarers(meeting, actor).some(({ value }) => value === personId))
    throw invalid("personId", "Choose who declares it.");
  const agendaItemId = answers.id("agendaItemId");
  if (agendaItemId && !(await listItems(tx, meetingId)).some(({ value }) => value === agendaItemId))
    throw invalid("agendaItemId", "Choose an item of this agenda.");
  const kind = answers.oneOf("kind", keysOf(INTEREST_KINDS));
  if (!kind) throw invalid("kind", "Say what was declared.");
  const effect = answers.oneOf("effect", keysOf(INTEREST_EFFECTS));
  if (!effect) throw invalid("effect", "Say what followed from it.");
  const [sensitive, publicText] = [answers.yes("sensitive"), answers.text("publicText")];
  if (!publicText && !sensitive) throw invalid("publicText", "Write what the minutes say of it.");

  const { date } = await getClock(tx);
  // What concerns the whole meeting is minuted where interests are declared.
  const minute = await tx.minute.findFirst({
    where: agendaItemId
      ? { agendaItemId }
      : { minutes: { meetingId }, agendaItem: { kind: "code_of_conduct", withdrawnAt: null } },
    orderBy: { position: "asc" },
    select: { id: true },
  });
  const isAhead = meeting.date > date;
  // Whatever was typed of a sensitive interest stands where the public never reads.
  const detail = [answers.text("detail"), sensitive ? publicText : ""].filter((part) => part !== "").join("\n");
  const { id } = await tx.declaration.create({
    data: {
      meetingId,
      personId,
      agendaItemId,
      minuteId: minute ? minute.id : null,
      kind,
      effect,
      publicText: sensitive ? "A sensitive interest." : publicText,
      sensitive,
      registered: answers.yes("registered"),
      declaredOn: isAhead ? date : meeting.date,
      leftAt: answers.time("leftAt"),
      returnedAt: answers.time("returnedAt"),
      ...(detail && { detail: { create: { text: detail } } }),
    },
    select: { id: true },
  });
  await recordAudit(tx, {
    actor,
    action: "meeting.declare",
    subject: { kind: "meeting", id: meetingId, bodyId: meeting.bodyId },
    happenedOn: date,
    after: { declaration: id },
  });
  return id;
}

/**
 * Takes back a declaration that was recorded by mistake, before the minutes are published: one's own, or anybody's for democratic
 * services.
 * @throws ExpectedError not-found; refused
 */
export async function withdrawDeclaration(
  tx: Tx,
  actor: Person,
  { meetingId, declarationId }: { meetingId: string; declarationId: string | undefined },
): Promise<void> {
  const meeting = await getAttendedMeeting(tx, actor, { id: meetingId });
  const declaration = (await listDeclarations(tx, actor, meeting)).find(({ id }) => id === declarationId);
  if (!declaration) throw notFound();
  mustBeOpen(meeting);
  await tx.declarationDetail.deleteMany({ where: { declarationId: declaration.id } });
  await tx.declaration.delete({ where: { id: declaration.id } });
  await recordAudit(tx, {
    actor,
    action: "meeting.withdrawDeclaration",
    subject: { kind: "meeting", id: meetingId, bodyId: meeting.bodyId },
    happenedOn: (await getClock(tx)).date,
    before: { declaration: declaration.id, kind: declaration.kind },
  });
}

function mustBeOpen({ minutes }: AttendedMeeting): void {
  if (minutes && minutes.status !== "draft" && minutes.status !== "checked")
    throw refused("wrong-status", "Not recorded: the minutes of this meeting are published. Have them corrected.");
}
