import { randomUUID } from "node:crypto";
import { canRead, type ReadScope } from "@/domain/access/read-scope";
import { scopeOf } from "../council";
import { sql } from "../database";
import { send } from "../forms";
import { type FormAnswer, type OfferedForm, saidIn, sendAsProgram } from "../offered-forms";
import { EVERYBODY, type Who } from "../people";
import type { OfferedRecords } from "./records";

/** Sends forms as people to whom they are not offered, and remembers what must not have been carried out. */
export class Trials {
  readonly #records: OfferedRecords;
  readonly #scopes: ReadonlyMap<Who, ReadScope>;
  readonly #sent = new Map<string, string>();

  private constructor(records: OfferedRecords, scopes: ReadonlyMap<Who, ReadScope>) {
    this.#records = records;
    this.#scopes = scopes;
  }

  static async begin(records: OfferedRecords): Promise<Trials> {
    return new Trials(
      records,
      new Map(await Promise.all(EVERYBODY.map(async (who) => [who, await scopeOf(who)] as const))),
    );
  }

  /** As a browser without JavaScript sends it, and is answered with a page. @returns what is wrong with the answer */
  async asPage(form: OfferedForm, who: Who | null): Promise<string[]> {
    const answer = await send(this.#named(form, who), who);
    if (answer.status >= 500) return [`${nameOf(form, who)}: ${answer.status}`];
    if (who !== null) return wrongIn(saidIn(answer)).map((wrong) => `${nameOf(form, who)}: ${wrong}`);
    const isAsked = answer.headers.get("location")?.startsWith("/sign-in");
    return isAsked ? [] : [`${nameOf(form, who)}: ${answer.status}, and no sign-in`];
  }

  /** As the program sends it, and is answered with what the form says. @returns what is wrong with the answer */
  async asProgram(form: OfferedForm, who: Who): Promise<string[]> {
    const answer = await sendAsProgram(this.#named(form, who), who);
    if (answer.status >= 500) return [`${nameOf(form, who)}: ${answer.status}`];
    const wrong = wrongIn(answer.says);
    const hidden = this.#hiddenIn(form, who);
    if (hidden) {
      const twin = await sendAsProgram(this.#named(withAnotherKey(form, hidden), who), who);
      if (inShort(twin.says) !== inShort(answer.says)) wrong.push(`tells that it is there: ${inShort(answer.says)}`);
    }
    return wrong.map((what) => `${nameOf(form, who)}: ${what}`);
  }

  /** What was carried out all the same, by the keys that the forms were sent with; and forgets what was kept as typed. */
  async carriedOut(): Promise<string[]> {
    const keys = [...this.#sent.keys()];
    const done = await sql<{ key: string }>(`SELECT key FROM "OnceKey" WHERE key = ANY($1)`, keys);
    await sql(`DELETE FROM "FormDraft" WHERE "values"->>'onceKey' = ANY($1)`, keys);
    const noted = await sql(`SELECT action FROM "AuditEntry" WHERE "subjectId" = ANY($1)`, this.#records.keys());
    return [
      ...done.map(({ key }) => `${this.#sent.get(key)}: it was carried out`),
      ...noted.map(({ action }) => `${action}: it is in the history`),
    ];
  }

  /** The form with a key of its own, by which it is known whether it went through. */
  #named(form: OfferedForm, who: Who | null): OfferedForm {
    const key = randomUUID();
    this.#sent.set(key, nameOf(form, who));
    return { ...form, fields: form.fields.map(([name, value]) => [name, name === "onceKey" ? key : value]) };
  }

  /** The key of a record in the form which this person may not know of. */
  #hiddenIn(form: OfferedForm, who: Who): string | undefined {
    const scope = this.#scopes.get(who);
    return form.fields
      .map(([, value]) => value)
      .find((value) => {
        const record = this.#records.readableBy(value);
        return record !== undefined && scope !== undefined && !canRead(scope, record);
      });
  }
}

const nameOf = ({ deed, path }: OfferedForm, who: Who | null) => `${deed} at ${path}, sent by ${who ?? "the public"}`;

const withAnotherKey = (form: OfferedForm, key: string): OfferedForm => {
  const nobodys = randomUUID();
  return { ...form, fields: form.fields.map(([name, value]) => [name, value.replaceAll(key, nobodys)]) };
};

/** What a form says that shows what a file would do, and is not for everybody. */
const NOTHING_HERE = "There is nothing here for you to change.";

/** What is wrong with an answer to somebody whose form it is not: anything but that it is not there, or for others. */
function wrongIn(says: FormAnswer | null): string[] {
  const { failure, problem } = says ?? {};
  const isRefused = failure?.kind === "not-found" || failure?.refusal?.code === "not-permitted";
  return isRefused || problem === NOTHING_HERE
    ? []
    : [`says neither that it is not there nor for whom: ${inShort(says)}`];
}

const inShort = (says: FormAnswer | null): string =>
  JSON.stringify({ status: says?.status, failure: says?.failure, fields: says?.fields, problem: says?.problem });
