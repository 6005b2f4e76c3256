import { randomUUID } from "node:crypto";
import { inTwo } from "@/app/(office)/_lib/finding-words";
import type { Refusal } from "@/domain/workflow/workflow";
import { formWith } from "../../../soak/forms";
import { one, sql } from "../database";
import { type Sendable, send } from "../forms";
import type { Who } from "../people";
import { type Answer, ask } from "../site";
import type { Records, Stands } from "./records";

/** What a form is sent with: of the record that the step is tried on, and of what is said with it. */
export type Sent = { record: Stands; step: string; typed: Readonly<Record<string, string>> };

/** A form of its own for a step, on the page of another record that offers it. */
type OwnForm = {
  /** The words of its button. */
  button: string;
  page: (records: Records) => Promise<string>;
  /** The names that its fields have. */
  fields: (sent: Sent) => Record<string, string>;
};

const versioned = ({ record, typed }: Sent) => ({ id: record.id, version: String(record.version), ...typed });

const MOVED: OwnForm = {
  button: "Move",
  page: async (records) => itemPage(records),
  fields: versioned,
};

/** The steps that are not taken from the form of all steps. */
export const OWN_FORMS: Readonly<Record<string, OwnForm>> = {
  "topic.startScoping": {
    button: "Begin the proposal",
    page: async ({ at }) => `/office/scoping/new?body=${at.slug}`,
    fields: ({ record }) => ({ item: "Country lanes", topics: record.id }),
  },
  "scoping proposal.putForward": {
    button: "Put forward",
    page: async (records) => {
      const { committee, member, officer } = records.at;
      const { id } = await records.of("scoping proposal", "draft", {
        ...{ title: "Country lanes", bodyId: committee, leadMemberId: member, leadOfficerId: officer },
        answers: JSON.stringify({ suggestedScope: "All.", methodology: "By bicycle.", timescale: "A year." }),
      });
      return `/office/scoping/${id}/check`;
    },
    fields: versioned,
  },
  "programme item.schedule": MOVED,
  "programme item.deferTo": MOVED,
  "programme item.deferWithoutSlot": MOVED,
  "programme item.withdraw": { ...MOVED, button: "Withdraw the item" },
  "meeting.publish": {
    button: "Publish the agenda now",
    page: async (records) => {
      const { id: meetingId, row } = await records.of("meeting", "convened");
      const { body: bodyId, slug } = records.at;
      await records.plant("AgendaItem", { bodyId, meetingId, position: 1, title: "Country lanes", audience: "inside" });
      return `/office/meetings/${slug}/${row.slug}/publication`;
    },
    fields: ({ record, typed }) => ({
      ...{ meetingId: record.id, version: String(record.version), when: "now" },
      ...typed,
    }),
  },
};

const itemPage = async (records: Records): Promise<string> =>
  `/office/programme/${records.at.slug}/items/${(await records.of("programme item", "provisional")).id}`;

/**
 * Sends the forms of steps for records that they were not shown for, because a page offers none for a step that is blocked. The
 * answer comes on the page that the form is from.
 */
export class Desk {
  readonly #records: Records;
  readonly #forms = new Map<string, Promise<Sendable>>();
  #carrier: Promise<string> | undefined;

  constructor(records: Records) {
    this.#records = records;
  }

  /** The step as this person's browser sends it. @returns the answer, and the key that stands for the form once it is done */
  async send(machine: string, sent: Sent, who: Who): Promise<{ answer: Answer; onceKey: string }> {
    const onceKey = randomUUID();
    const own = OWN_FORMS[`${machine}.${sent.step}`];
    const form = own ? await this.#formOn(own.button, own.page) : await this.#stepForm(who);
    const values = own ? own.fields(sent) : { kind: machine, step: sent.step, ...versioned(sent) };
    return { answer: await send(withValues(form, { ...values, onceKey }), who), onceKey };
  }

  /** A follow-up that an officer works on: all who may do anything with it are offered the form of a step. */
  async #stepForm(who: Who): Promise<Sendable> {
    this.#carrier ??= this.#records
      .of("follow-up", "in_progress", { keepers: [this.#records.at.officer] })
      .then(({ id }) => `/office/follow-ups/${id}`);
    const page = await this.#carrier;
    const form = await this.#formOn("Report it done", async () => page, who);
    return { ...form, fields: form.fields.filter(([name]) => name.startsWith("$ACTION") || name === "back") };
  }

  #formOn(button: string, page: OwnForm["page"], who: Who = "democraticServices"): Promise<Sendable> {
    const key = `${who} ${button}`;
    const known = this.#forms.get(key) ?? page(this.#records).then((path) => formOf(button, path, who));
    this.#forms.set(key, known);
    return known;
  }
}

/** Sends a form that the page of the record itself shows, with what is typed into it. */
export async function sendOn(path: string, button: string, typed: Readonly<Record<string, string>>, who: Who) {
  const onceKey = randomUUID();
  return { answer: await send(withValues(await formOf(button, path, who), { ...typed, onceKey }), who), onceKey };
}

const withValues = ({ path, fields }: Sendable, values: Readonly<Record<string, string>>): Sendable => ({
  path,
  fields: [...fields.filter(([name]) => !(name in values)), ...Object.entries(values)],
});

async function formOf(button: string, path: string, who: Who): Promise<Sendable> {
  const { text } = await ask(path, { who });
  const form = [...text.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].find(([html]) =>
    html.includes(`>${button}</button>`),
  );
  if (!form) throw new Error(`${path} offers ${who} no form with the button “${button}”.`);
  const { fields } = formWith("onceKey", form[0], path);
  return { path, fields };
}

/** What the form says of itself: the refusal behind it, and the words at its head. */
export function refusalIn({ text }: Answer): { refusal: Refusal | null; words: string } {
  const states = [...text.matchAll(/name="\$ACTION_\d+:1" value="([^"]*)"/g)].map(
    ([, value = ""]) => (JSON.parse(decoded(value)) as [{ status?: string; failure?: { refusal?: Refusal } }])[0],
  );
  const alert = /role="alert"[^>]*>([\s\S]*?)<\/section>/.exec(text)?.[1] ?? "";
  const words = decoded(alert.replaceAll(/<!--[^>]*-->|<\/?(?:a|b)\b[^>]*>/g, "").replaceAll(/<[^>]*>/g, "\n"));
  return { refusal: states.find((state) => state.failure?.refusal)?.failure?.refusal ?? null, words };
}

/** A finding as the head of a form says it: what to do, and why. */
export const isSaid = (words: string, sentence: string): boolean => {
  const { what, why } = inTwo(sentence);
  return words.includes(`${what} ${why}`.trim());
};

const decoded = (html: string): string =>
  html
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** What there is of a record, and what the office keeps of what was done to it. */
export async function trace({ table, id }: Stands): Promise<string> {
  const { row } = await one<{ row: unknown }>(`SELECT to_jsonb(t) AS row FROM "${table}" t WHERE id = $1`, id);
  const entries = await sql(`SELECT action FROM "AuditEntry" WHERE "subjectId" = $1`, id);
  return JSON.stringify([row, entries]);
}

/** Whether the form went through. */
export const wasDone = async (onceKey: string): Promise<boolean> =>
  (await sql(`SELECT key FROM "OnceKey" WHERE key = $1`, onceKey)).length > 0;
