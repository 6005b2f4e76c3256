import * as z from "zod";
import { londonDate, londonInstant, londonTime } from "@/domain/calendar/london-time";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { numberAgenda } from "@/domain/meetings/agenda";
import {
  QUESTION_IDENTITIES,
  QUESTION_KINDS,
  type QuestionIdentity,
  type QuestionKind,
} from "@/domain/questions/question";
import { keysOf, optionsOf } from "@/domain/wording/words-by-value";
import type { Client } from "@/server/db";
import { ExpectedError } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import { chosen } from "@/server/workflow/choices";
import type { StepField, StepOption } from "@/server/workflow/step-field";
import type { Asker } from "./ask";

/** What is typed of a question at the desk. */
export type QuestionValues = {
  kind: QuestionKind;
  text: string;
  addressedTo: string | null;
  agendaItemId: string | null;
  receivedAt: Date;
  identity: QuestionIdentity;
  /** Null where who asks is not asked for: it was erased. */
  contact: Contact | null;
};

type Contact = Omit<Asker, "identity">;

/** What the form asks of who asks: all of it; without what may be published, which has a form of its own; or nothing. */
type Asks = "everything" | "contact" | "nobody";

/** Names of the fields, as the history says them. */
export const QUESTION_WORDS: Readonly<Record<string, string>> = {
  kind: "what it is",
  text: "its words",
  addressedTo: "to whom it is put",
  agendaItemId: "the item it is taken at",
  receivedAt: "when it was received",
  identity: "what may be published about who asks",
  asker: "who asks",
};

/** The items of an agenda that it may be taken at. */
export async function listItems(client: Client, meetingId: string): Promise<StepOption[]> {
  const items = await client.agendaItem.findMany({
    where: { meetingId },
    select: { id: true, parentId: true, place: true, title: true, withdrawnAt: true },
  });
  return numberAgenda(items)
    .filter(({ item }) => item.withdrawnAt === null)
    .map(({ item, number }) => ({ value: item.id, label: `${number}. ${item.title}` }));
}

type Standing = Partial<Omit<QuestionValues, "receivedAt">> & { receivedAt?: Date | null };

/** The fields of a question, with what stands in them to begin with. */
export function questionFields(values: Standing, items: readonly StepOption[], asks: Asks): StepField[] {
  const { kind = "public_question", text = "", addressedTo, agendaItemId, receivedAt, contact = null } = values;
  return [
    { kind: "one", name: "kind", label: "What it is", options: optionsOf(QUESTION_KINDS), value: kind },
    {
      kind: "date",
      name: "receivedOn",
      label: "Received on",
      value: receivedAt ? londonDate(receivedAt) : null,
      hint: "The day it reached the council, not the day it is typed",
    },
    {
      kind: "line",
      name: "receivedTime",
      label: "At",
      hint: "By the 24-hour clock, such as 10:00",
      value: receivedAt ? londonTime(receivedAt) : "",
    },
    ...(asks === "nobody" ? [] : contactFields(contact)),
    ...(asks === "everything" ? [identityField("name")] : []),
    { kind: "line", name: "addressedTo", label: "To whom it is put (optional)", value: addressedTo ?? "" },
    { kind: "prose", name: "text", label: "Its words", hint: "Published as they stand once accepted", value: text },
    {
      kind: "one",
      name: "agendaItemId",
      label: "Taken at",
      none: "The item for the public, or for councillors",
      options: items,
      value: agendaItemId ?? null,
    },
  ];
}

const contactFields = (asker: Contact | null): StepField[] => [
  { kind: "line", name: "name", label: "Who asks", value: asker?.name ?? "" },
  { kind: "line", name: "area", label: "Town or parish (optional)", value: asker?.area ?? "" },
  {
    kind: "line",
    name: "email",
    label: "E-mail address (optional)",
    hint: "Never published. Used to answer, and erased when its term is over.",
    value: asker?.email ?? "",
  },
  {
    kind: "prose",
    name: "address",
    label: "Other ways to reach them (optional)",
    hint: "A postal address or a telephone number. Never published.",
    value: asker?.address ?? "",
  },
];

/** What may be published about whoever asks, as a field. */
export const identityField = (
  value: QuestionIdentity,
  among: readonly QuestionIdentity[] = keysOf(QUESTION_IDENTITIES),
): StepField => ({
  kind: "one",
  name: "identity",
  label: "What may be published about them",
  options: optionsOf(QUESTION_IDENTITIES).filter((each) => among.includes(each.value)),
  value,
});

/**
 * What the form says.
 * @throws ExpectedError invalid, with a sentence for each field
 */
export async function questionFrom(
  client: Client,
  answers: Answers,
  { meetingId, today, asks }: { meetingId: string; today: PlainDate; asks: Asks },
): Promise<QuestionValues> {
  const fields: Record<string, string[]> = {};
  const kind = answers.oneOf("kind", keysOf(QUESTION_KINDS));
  if (kind === null) fields.kind = ["Choose what it is."];
  const text = answers.text("text");
  if (!text) fields.text = ["Write its words."];
  const on = answers.date("receivedOn");
  const time = answers.time("receivedTime");
  if (on === null) fields.receivedOn = ["Give the day on which it was received."];
  else if (on > today) fields.receivedOn = ["Give the day it was received: this one is still to come."];
  if (time === null) fields.receivedTime = ["Give the time: by it the deadline is judged."];
  const identity = answers.oneOf("identity", keysOf(QUESTION_IDENTITIES)) ?? "withheld";
  const contact = asks === "nobody" ? null : contactFrom(answers, fields);
  if (asks === "everything" && identity === "name_and_area" && !contact?.area)
    fields.area = ["Write the town or parish, or publish the name alone."];
  const agendaItemId = await chosen(answers.id("agendaItemId"), "agendaItemId", () => listItems(client, meetingId));
  if (kind === null || on === null || time === null || Object.keys(fields).length > 0)
    throw new ExpectedError({ kind: "invalid", fields });
  return {
    ...{ kind, text, agendaItemId, identity, contact },
    addressedTo: answers.text("addressedTo") || null,
    receivedAt: londonInstant(on, time),
  };
}

function contactFrom(answers: Answers, fields: Record<string, string[]>): Contact {
  const email = answers.text("email") || null;
  const name = answers.text("name");
  if (!name) fields.name = ["Say who asks. You can keep the name from being published."];
  if (email !== null && !z.email().safeParse(email).success)
    fields.email = ["Write an e-mail address such as name@example.org, or leave this empty."];
  return { name, area: answers.text("area") || null, email, address: answers.text("address") || null };
}
