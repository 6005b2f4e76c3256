import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, type HeldPost, type HeldSeat, THE_PUBLIC } from "@/domain/access/actor";
import {
  AUDIENCES,
  canRead,
  canReadContent,
  PUBLIC_SCOPE,
  type Readable,
  type Restrictable,
  readScope,
} from "@/domain/access/read-scope";
import { readable, readableContent } from "@/server/access/readable";
import { db, publicDb } from "@/server/db";

/**
 * One rule, three renderings: canRead() states it, readable() says it in SQL, and row-level security says its public half to
 * the public site's login. Here every table that has the access columns gets a row for every combination of them, and all
 * three must open the same rows to every kind of reader.
 */

const ours = randomUUID();
const theirs = randomUUID();
const me = randomUUID();
const area = randomUUID();
const portfolio = randomUUID();

const seat = (over: Partial<HeldSeat>): HeldSeat => ({
  bodyId: ours,
  bodyKind: "scrutiny_committee",
  role: "member",
  portfolioId: null,
  ...over,
});
const post = (over: Partial<HeldPost>): HeldPost => ({
  kind: "officer",
  areaId: null,
  portfolioIds: [],
  bodyIds: [],
  ...over,
});
const person = (seats: HeldSeat[], posts: HeldPost[] = [], personId: string = randomUUID()): Actor => ({
  kind: "person",
  personId,
  name: "A reader",
  day: "2016-10-03",
  seats,
  posts,
});
const onCouncil = seat({ bodyId: randomUUID(), bodyKind: "council" });

const READERS: Record<string, Actor> = {
  "the public": THE_PUBLIC,
  "somebody signed in without seat or post": person([]),
  "a member": person([onCouncil, seat({})]),
  "the chair": person([onCouncil, seat({ role: "chair" })]),
  "a co-optee": person([seat({ role: "education_co_optee" })]),
  "a substitute": person([onCouncil, seat({ role: "substitute" })]),
  "a member of another committee": person([onCouncil, seat({ bodyId: theirs })]),
  "the chair of another committee": person([onCouncil, seat({ bodyId: theirs, role: "vice_chair" })]),
  "a councillor on no committee": person([onCouncil]),
  "a member of the executive": person([
    onCouncil,
    seat({ bodyId: randomUUID(), bodyKind: "executive", portfolioId: portfolio }),
  ]),
  "the executive's support": person([], [post({ kind: "executive_support", portfolioIds: [portfolio] })]),
  "an officer": person([], [post({})]),
  "its keeper": person([], [post({})], me),
  "a keeper who is a councillor": person([onCouncil], [], me),
  "the director of its area": person([], [post({ kind: "director", areaId: area })]),
  "democratic services": person([], [post({ kind: "democratic_services" })]),
  "the scrutiny officer": person([], [post({ kind: "scrutiny_officer" })]),
  "the proper officer": person([], [post({ kind: "proper_officer" })]),
  "the administrator": person([], [post({ kind: "administrator" })]),
  "an administrator who took a seat": person([onCouncil, seat({})], [post({ kind: "administrator" })]),
  "a job of ours": { kind: "system", job: "publish-meeting" },
};

const RELATIONS: Omit<Readable, "audience">[] = [
  { bodyId: theirs, areaId: null, portfolioId: null, keepers: [] },
  { bodyId: ours, areaId: null, portfolioId: null, keepers: [] },
  { bodyId: ours, areaId: area, portfolioId: null, keepers: [] },
  { bodyId: theirs, areaId: null, portfolioId: portfolio, keepers: [] },
  { bodyId: theirs, areaId: null, portfolioId: null, keepers: [me] },
];
const RESTRICTIONS: Omit<Restrictable, keyof Readable>[] = [
  { restriction: "public", paragraphs: [], withheldFrom: [] },
  { restriction: "exempt", paragraphs: [3], withheldFrom: [] },
  { restriction: "exempt", paragraphs: [3, 6], withheldFrom: [] },
  { restriction: "exempt", paragraphs: [1, 3], withheldFrom: [] },
  { restriction: "exempt", paragraphs: [3], withheldFrom: [me] },
  { restriction: "confidential", paragraphs: [], withheldFrom: [] },
];

const RECORDS: Readable[] = AUDIENCES.flatMap((audience) => RELATIONS.map((relation) => ({ ...relation, audience })));
const CONTENTS: Restrictable[] = RECORDS.flatMap((record) =>
  RESTRICTIONS.map((restriction) => ({ ...record, ...restriction })),
);
/** The database itself refuses restricted content that is public. */
const possible = (content: Restrictable) => content.restriction === "public" || content.audience !== "public";

type Column = { table: string; column: string; type: string; nullable: boolean; hasDefault: boolean };
type Row = Record<string, unknown> & { key: string };
type Finder = { findMany(args: { where?: object; select: Record<string, true> }): Promise<Record<string, unknown>[]> };

const SET_BY_HAND: Record<string, () => Record<string, unknown>> = {
  RecommendationClause: () => ({ recipientName: "A partner" }),
  Response: () => ({ status: "recorded" }),
  FollowUp: () => ({ minuteId: randomUUID() }),
  ReviewGroup: () => ({ bodyId: randomUUID() }),
  Question: () => ({ status: "accepted" }),
};
const KEYS: Record<string, string> = { ReportText: "reportId", MinuteText: "minuteId", ProgressReport: "meetingId" };
const keyOf = (table: string) => KEYS[table] ?? "id";

let columns: Column[] = [];
const rowsOf = new Map<string, Row[]>();

beforeAll(async () => {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL });
  await owner.connect();
  // Rows are made by themselves here, without their wholes: no triggers and no foreign keys, but every CHECK.
  await owner.query("SET session_replication_role = replica");
  const { rows } = await owner.query<Column>(`
    SELECT c.table_name AS table, c.column_name AS column, c.udt_name AS type, c.is_nullable = 'YES' AS nullable,
      c.column_default IS NOT NULL AS "hasDefault"
    FROM information_schema.columns c WHERE c.table_schema = 'public'`);
  columns = rows;
  for (const table of [...recordTables(), ...contentTables()]) {
    const made = (has(table, "restriction") && table !== "Paper" ? CONTENTS.filter(possible) : RECORDS).map(
      (access) => ({
        ...required(table),
        ...access,
        ...SET_BY_HAND[table]?.(),
        [keyOf(table)]: randomUUID(),
      }),
    );
    for (const row of made) {
      const names = Object.keys(row).filter((name) => has(table, name));
      await owner.query(
        `INSERT INTO "${table}" (${names.map((name) => `"${name}"`)}) VALUES (${names.map((_, i) => `$${i + 1}`)})`,
        names.map((name) => (row as Record<string, unknown>)[name]),
      );
    }
    rowsOf.set(
      table,
      made.map((row) => ({ ...row, key: String((row as Record<string, unknown>)[keyOf(table)]) })),
    );
  }
  await owner.end();
});

const tables = () => [...new Set(columns.map(({ table }) => table))];
const has = (table: string, name: string) => columns.some((c) => c.table === table && c.column === name);
const isRecord = (table: string) => ["audience", "bodyId", "keepers"].every((name) => has(table, name));
const recordTables = () => tables().filter((table) => isRecord(table) && !isContent(table));
const isContent = (table: string) => isRecord(table) && has(table, "withheldFrom");
const contentTables = () => tables().filter(isContent);

/** Something of the right type for every column that must have a value. */
function required(table: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { table: of, column, type, nullable, hasDefault } of columns) {
    if (of !== table || nullable || hasDefault) continue;
    values[column] =
      type === "uuid"
        ? randomUUID()
        : type === "int4"
          ? Math.floor(Math.random() * 1e9)
          : type === "jsonb"
            ? "{}"
            : type === "bpchar"
              ? "2016-10-03"
              : type.startsWith("_")
                ? []
                : type === "text"
                  ? randomUUID()
                  : type === "timestamptz"
                    ? "2016-10-03T09:00:00Z"
                    : firstOf(type);
  }
  return values;
}
const ENUMS: Record<string, string> = {
  BodyKind: "council",
  PaperKind: "report",
  DecisionKind: "noted",
  ResponseKind: "accepted",
  DecidedBy: "executive",
  RecipientKind: "executive",
  TopicSource: "public",
  ProgrammeItemType: "review",
  ReviewFormat: "working_group",
  Audience: "keepers",
  PackKind: "public",
  QuestionKind: "public_question",
  MovementKind: "left",
};
const firstOf = (type: string) => {
  const value = ENUMS[type];
  if (!value) throw new Error(`Say in ENUMS what a ${type} may be.`);
  return value;
};

const finder = (client: typeof db, table: string) =>
  (client as unknown as Record<string, Finder>)[table[0]!.toLowerCase() + table.slice(1)]!;
const found = async (client: typeof db, table: string, where?: object) =>
  (await finder(client, table).findMany({ ...(where && { where }), select: { [keyOf(table)]: true } }))
    .map((row) => String(row[keyOf(table)]))
    .sort();
const keys = (rows: Row[]) => rows.map(({ key }) => key).sort();

test("every table with an audience that stands by itself is tried, and there are such tables", () => {
  expect(recordTables().length).toBeGreaterThan(12);
  expect(contentTables().sort()).toEqual(["Decision", "MinuteText", "Pack", "PaperFile", "ReportText"]);
});

describe.each(Object.entries(READERS))("%s", (_name, reader) => {
  const scope = readScope(reader);

  test("is shown the records that the rule opens, in every table", async () => {
    for (const table of recordTables()) {
      const rows = rowsOf.get(table)!;
      const opened = rows.filter((row) => canRead(scope, row as unknown as Readable));
      expect(await found(db, table, readable(scope)), table).toEqual(keys(opened));
    }
  });

  test("is shown the content that the rule opens, in every table", async () => {
    for (const table of contentTables()) {
      const rows = rowsOf.get(table)!;
      const opened = rows.filter((row) => canReadContent(scope, row as unknown as Restrictable));
      expect(await found(db, table, readableContent(scope)), table).toEqual(keys(opened));
    }
  });
});

describe("the public site's login", () => {
  test("sees what the rule opens to the public and no other row, asked without any condition", async () => {
    for (const table of recordTables())
      expect(await found(publicDb, table), table).toEqual(
        keys(rowsOf.get(table)!.filter((row) => canRead(PUBLIC_SCOPE, row as unknown as Readable))),
      );
    for (const table of contentTables())
      expect(await found(publicDb, table), table).toEqual(
        keys(rowsOf.get(table)!.filter((row) => canReadContent(PUBLIC_SCOPE, row as unknown as Restrictable))),
      );
  });

  test("cannot read what is nobody's business, nor write anything", async () => {
    for (const table of [
      "account",
      "personContact",
      "signInSession",
      "auditEntry",
      "topicSuggester",
      "questionAsker",
      "formDraft",
      "withholding",
    ])
      await expect(
        (publicDb as unknown as Record<string, { count(): Promise<number> }>)[table]!.count(),
        table,
      ).rejects.toThrow(/permission denied|denied access/i);
    await expect(publicDb.council.updateMany({ data: { name: "Another" } })).rejects.toThrow(
      /permission denied|denied access/i,
    );
  });
});

test("types: a query needs a scope that was issued", () => {
  // @ts-expect-error a hand-made object is no proof of anything
  const made = () => readable({ personId: null, inside: true });
  expect(made).toBeTypeOf("function");
});
