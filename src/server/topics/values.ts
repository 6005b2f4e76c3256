import type { ReadScope } from "@/domain/access/read-scope";
import { londonDate, londonTime } from "@/domain/calendar/london-time";
import { formatMarginDate, type PlainDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { topicWorkflow } from "@/domain/topics/topic-workflow";
import type { Client } from "@/server/db";
import { ExpectedError } from "@/server/errors";
import { getChoices } from "@/server/programme/choices";
import { findTopic, type TopicRow } from "./subject";

/** What is typed of a topic, by the names of the form's fields. People are their ids, "" for nobody. */
export type TopicValues = {
  title: string;
  description: string;
  rationale: string;
  /** The separate matters in it, each of which may be taken up or left behind. */
  parts: readonly string[];
  leadMember: string;
  leadOfficer: string;
};

export type TopicField = keyof TopicValues;

/** In the order of the form. */
export const TOPIC_FIELDS: readonly TopicField[] = [
  "title",
  "description",
  "rationale",
  "parts",
  "leadMember",
  "leadOfficer",
];

type Said = Pick<TopicRow, "title" | "description" | "rationale" | "parts" | "leadMemberId" | "leadOfficerId">;

/** What the row says of a topic, by the names of the form’s fields. */
export const valuesOf = (row: Said): TopicValues => ({
  title: row.title,
  description: row.description,
  rationale: row.rationale ?? "",
  parts: row.parts,
  leadMember: row.leadMemberId ?? "",
  leadOfficer: row.leadOfficerId ?? "",
});

/** The values as the row has them. */
export const columns = ({ title, description, rationale, parts, leadMember, leadOfficer }: TopicValues) => ({
  title: title.trim(),
  description,
  rationale: rationale || null,
  parts: [...parts],
  leadMemberId: leadMember || null,
  leadOfficerId: leadOfficer || null,
});

/** The values as the form sends them. */
export const formOf = ({ parts, ...values }: TopicValues) => ({ ...values, parts: parts.join("\n") });

/** The fields in which two versions differ. */
export const changedIn = (before: TopicValues, after: Partial<TopicValues>): TopicField[] =>
  TOPIC_FIELDS.filter(
    (field) => after[field] !== undefined && JSON.stringify(after[field]) !== JSON.stringify(before[field]),
  );

/** Some of the values in words that the audit trail keeps: people by their names. */
export const worded = (
  values: Partial<TopicValues>,
  fields: readonly TopicField[],
  names: ReadonlyMap<string, string>,
) =>
  Object.fromEntries(
    fields.map((field) => {
      const value = values[field] ?? "";
      return [field, typeof value === "string" ? (names.get(value) ?? value) : [...value]];
    }),
  );

export type LeadChoice = { value: string; label: string };

/** Who may lead a topic of this body today: a member who is not of the executive (LGA 2000 s9FA), an officer with a post. */
export async function listLeads(client: Client, row: Pick<TopicRow, "bodyId">, today: PlainDate) {
  if (row.bodyId === null) return { members: [], officers: [] };
  const { members, officers } = await getChoices(client, { bodyId: row.bodyId, today });
  const labelled = ({ id, name, title }: { id: string; name: string; title: string }): LeadChoice => ({
    value: id,
    label: [name, title].filter(Boolean).join(", "),
  });
  return { members: members.filter(({ sits }) => sits).map(labelled), officers: officers.map(labelled) };
}

/**
 * Whether those named may lead. Whoever was named before may stay.
 * @returns names by id
 * @throws ExpectedError invalid, with a sentence for each field
 */
export async function checkLeads(
  client: Client,
  row: Pick<TopicRow, "bodyId" | "leadMemberId" | "leadOfficerId">,
  { leadMember, leadOfficer }: TopicValues,
  today: PlainDate,
): Promise<ReadonlyMap<string, string>> {
  const { members, officers } = await listLeads(client, row, today);
  const fields: Record<string, string[]> = {};
  const isNew = (id: string, before: string | null, choices: readonly LeadChoice[]) =>
    id !== "" && id !== before && !choices.some(({ value }) => value === id);
  if (isNew(leadMember, row.leadMemberId, members))
    fields.leadMember = ["Choose a member of the committee who is not in the Cabinet."];
  if (isNew(leadOfficer, row.leadOfficerId, officers)) fields.leadOfficer = ["Choose somebody who holds a post today."];
  if (Object.keys(fields).length > 0) throw new ExpectedError({ kind: "invalid", fields });
  return new Map([...members, ...officers].map(({ value, label }) => [value, label]));
}

/** What stands there now and who saved it, for whoever was not first. */
export async function staleWith(client: Client, scope: ReadScope, id: string): Promise<ExpectedError> {
  const { row } = await findTopic(client, scope, id);
  const last = await client.auditEntry.findFirst({
    where: { subjectKind: topicWorkflow.name, subjectId: id },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    select: { actorName: true, recordedAt: true },
  });
  return new ExpectedError({
    kind: "stale",
    current: {
      version: row.version,
      changedBy: last && `${last.actorName}, ${momentOf(last.recordedAt)}`,
      values: formOf(valuesOf(row)),
    },
  });
}

/** Who saved when is real time: "9.04 am" today, "Mon 3 Oct, 9.04 am" before. */
function momentOf(at: Date): string {
  const day = londonDate(at);
  const time = formatTime(londonTime(at));
  return day === londonDate(new Date()) ? time : `${formatMarginDate(day)}, ${time}`;
}
