import { randomBytes, randomUUID } from "node:crypto";
import type { Permission } from "@/domain/access/permissions";
import type { Readable, Restrictable } from "@/domain/access/read-scope";
import { one, type Row, sql } from "./database";

/** Who may find a word: readers of a record, readers of its content, or what docs/access.md says of the tables without an audience. */
export type OpensTo =
  /** Whoever can read the record, and the person these words of it are about. */
  | { kind: "record"; record: Readable; personId?: string }
  | { kind: "content"; content: Restrictable }
  /** Whoever can read the record, signed in: its history in the office. */
  | { kind: "history"; record: Readable }
  | { kind: "inside" }
  /** Democratic services and the scrutiny officer, and the person it is about. */
  | { kind: "desk"; personId?: string }
  /** They, and the proper officer. */
  | { kind: "restricted desk"; personId?: string }
  | { kind: "one person"; personId: string }
  /** Whoever has the permission; and everybody with a seat or a post, or the person it is about, where it says so. */
  | { kind: "permitted"; permission: Permission; inside?: boolean; personId?: string }
  | { kind: "nobody" };

/** A word that stands in one field of one record and nowhere else in the world. */
export type Canary = { word: string; table: string; column: string; row: string; opensTo: OpensTo };

type Values = Row;

/** Columns of text that hold no words of anybody: keys, kinds, references of the program itself. */
const NOT_WORDS: Readonly<Record<string, readonly string[]>> = {
  AuditEntry: ["action", "actorKind", "actorId", "subjectKind"],
  FormDraft: ["form", "subjectId"],
  Meeting: ["slug"],
  Pack: ["sha256"],
  PaperFile: ["mediaType", "sha256"],
  Programme: ["year"],
  ReportParagraph: ["anchor"],
  RestrictedView: ["subjectKind"],
};

/** Tables whose every word is the program's own. */
export const WITHOUT_WORDS = ["MeetingLook", "Programme", "RestrictedView", "_prisma_migrations"];

/** Columns that a page finds a record by: nobody types into them. */
const MADE_BY_THE_PROGRAM = ["slug", "reference"];

export const ANY_CANARY = /zq[a-z]{10}/gi;

/** What somebody may type into any field, for a page to run it. */
export const HOSTILE = `"'><img src=x><script>alert(1)</script> [x](javascript:alert(2))`;

/** HTML in which it would run. */
export const RUNS = /<img src=x|<script>alert|(?:href|src|action)="javascript:/;

/** Puts records into the database with a canary in each of their words. */
export class Planting {
  readonly canaries: Canary[] = [];
  readonly #after: string;

  /** @param after what stands behind each word, in the same field */
  constructor(after = "") {
    this.#after = after;
  }

  readonly rows: { table: string; id: string }[] = [];
  readonly #run = letters(6, randomBytes(4).readUInt32BE());

  /** A record that holds nothing restricted, for others to hang from. */
  async scaffold(table: string, values: Values): Promise<Row> {
    return await insert(table, values);
  }

  /**
   * A record whose every free word is a canary, except those given.
   * @param opensTo who may find them; left out, whoever may read the row itself
   */
  async plant(table: string, values: Values, opensTo?: (row: Row) => OpensTo): Promise<Row> {
    const words: Record<string, string> = {};
    const filled: Values = { ...values };
    for (const { name, type } of await freeColumns(table)) {
      if (name in values) continue;
      const word = this.word();
      words[name] = word;
      const said = MADE_BY_THE_PROGRAM.includes(name) ? word : `${word}${this.#after}`;
      filled[name] = type === "_text" ? [said] : type === "jsonb" ? JSON.stringify({ note: said }) : said;
    }
    const row = await insert(table, filled);
    const who = opensTo ? opensTo(row) : readersOf(table, row);
    for (const [column, word] of Object.entries(words)) this.note(table, column, row, word, who);
    return row;
  }

  /** A word of one's own, for bytes and for JSON with a form of its own: note() says whose it is. */
  word(): string {
    return `zq${this.#run}${letters(4, this.#words++)}`;
  }
  #words = 0;

  note(table: string, column: string, row: Row, word: string, opensTo: OpensTo): void {
    this.canaries.push({ word, table, column, row: String(row.id ?? Object.values(row)[0]), opensTo });
  }
}

/** Who may read the row by its own columns. */
function readersOf(table: string, row: Row): OpensTo {
  const access = accessOf(table, row);
  return "restriction" in access && table !== "Paper"
    ? { kind: "content", content: access as Restrictable }
    : { kind: "record", record: access };
}

/** The columns that decide who reads a row. */
export function accessOf(table: string, row: Row): Readable {
  if (!("audience" in row)) throw new Error(`${table} has no audience: say to whom it opens.`);
  const { audience, bodyId = null, areaId = null, portfolioId = null, restriction } = row;
  const isContent = "withheldFrom" in row;
  return {
    audience,
    bodyId,
    areaId,
    portfolioId,
    keepers: row.keepers ?? [],
    ...(isContent && { restriction, paragraphs: row.paragraphs ?? [], withheldFrom: row.withheldFrom ?? [] }),
  } as Readable;
}

/** Columns of a table that hold words. */
async function freeColumns(table: string): Promise<{ name: string; type: string }[]> {
  const columns = await sql<{ name: string; type: string }>(
    `SELECT column_name AS name, udt_name AS type FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND udt_name IN ('text', '_text', 'jsonb')`,
    table,
  );
  return columns.filter(({ name }) => !NOT_WORDS[table]?.includes(name));
}

/** Tables with restricted rows: those with an audience, and those the public login may not read at all. */
export async function restrictedTables(): Promise<string[]> {
  const rows = await sql<{ name: string }>(
    `SELECT relname AS name FROM pg_class c
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND EXISTS (SELECT FROM pg_attribute a WHERE attrelid = c.oid AND attnum > 0
         AND atttypid IN ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype, 'varchar'::regtype))
       AND (NOT has_table_privilege('scrutineer_public', c.oid, 'select')
         OR EXISTS (SELECT FROM pg_attribute a WHERE attrelid = c.oid AND attname = 'audience'))
     ORDER BY 1`,
  );
  return rows.map(({ name }) => name).filter((name) => !WITHOUT_WORDS.includes(name));
}

async function insert(table: string, values: Values): Promise<Row> {
  const columns = await sql<{ name: string }>(
    "SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1",
    table,
  );
  const needsId = columns.some(({ name }) => name === "id") && values.id === undefined;
  const given: Values = needsId ? { id: randomUUID(), ...values } : values;
  const names = Object.keys(given);
  return await one(
    `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(", ")})
     VALUES (${names.map((_, index) => `$${index + 1}`).join(", ")}) RETURNING *`,
    ...Object.values(given),
  );
}

/** A number in letters, so that no address, form or slug changes how it is written. */
function letters(length: number, number: number): string {
  let left = number;
  return Array.from({ length }, () => {
    const letter = String.fromCharCode(97 + (left % 26));
    left = Math.floor(left / 26);
    return letter;
  }).join("");
}
