import { createHash } from "node:crypto";
import { CsvError, parse } from "csv-parse/sync";
import type { Person, SeatRole } from "@/domain/access/actor";
import { isPlainDate } from "@/domain/calendar/plain-date";
import { inTransaction, type Tx } from "@/server/db";
import { type ExpectedError, expectedFailure, invalid, notFound } from "@/server/errors";
import { refused, stale } from "@/server/forms/change";
import { addPerson, changePerson } from "./commands";
import { mayKeepPeople } from "./keepers";
import { addSeat, endSeat } from "./seats";

/** The columns of the file, by what stands in its first line; capitals and order do not matter. */
export const IMPORT_COLUMNS = {
  name: "The name as it is printed. Required",
  "family name": "By which lists are sorted; the last word of the name when it is left out",
  email: "Who has it already is the same person, whatever the name",
  body: "The body of a seat: its name, its name in short, or the end of its address",
  role: "chair, vice-chair, member, substitute, education co-optee, co-optee or support officer; member when it is left out",
  represents: "A councillor’s division, or who nominated a co-opted member",
  from: "The first day of the seat: 2016-10-03 or 3/10/2016",
  until: "Its last day; empty while it goes on",
} as const;

type Column = keyof typeof IMPORT_COLUMNS;
type Line = Record<Column, string>;

const ROLES: Record<string, SeatRole> = {
  "": "member",
  member: "member",
  chair: "chair",
  chairman: "chair",
  "vice-chair": "vice_chair",
  "vice-chairman": "vice_chair",
  substitute: "substitute",
  "education co-optee": "education_co_optee",
  "co-optee": "other_co_optee",
  "support officer": "support_officer",
};
const MOST_LINES = 1000;

/** What a line does: what is added or changed, that nothing is, or why it is refused. */
export type LineOutcome = {
  line: number;
  name: string;
  does: "adds" | "changes" | "nothing" | "refused";
  says: string;
};

export type Preview = {
  outcomes: LineOutcome[];
  /** Of the file and of what it does: what is confirmed is what was shown. */
  digest: string;
};

/**
 * What a file would do, line by line: it is carried out and undone again, so that every rule is the real one.
 * @throws ExpectedError not-found for whoever may not keep people; invalid for a file that cannot be read
 */
export async function previewImport(actor: Person, text: string): Promise<Preview> {
  if (!mayKeepPeople(actor)) throw notFound();
  const lines = linesOf(text);
  let preview: Preview | undefined;
  await inTransaction(async (tx) => {
    preview = await carryOut(tx, actor, lines, text);
    throw new Undone();
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  if (!preview) throw new Error("Nothing was looked at");
  return preview;
}

class Undone extends Error {}

/**
 * Carries out a file that was looked through: all of it or nothing.
 * @throws ExpectedError stale where it would do something else by now; refused where a line is
 */
export async function importPeople(
  tx: Tx,
  actor: Person,
  { text, digest }: { text: string; digest: string },
): Promise<void> {
  if (!mayKeepPeople(actor)) throw notFound();
  const { outcomes, digest: now } = await carryOut(tx, actor, linesOf(text), text);
  const stopped = outcomes.filter(({ does }) => does === "refused");
  if (stopped.length > 0)
    throw refused(`Nothing was changed: ${stopped.map(({ line, says }) => `line ${line}: ${says}`).join(" ")}`);
  if (now !== digest) throw stale(0);
}

async function carryOut(
  tx: Tx,
  actor: Person,
  lines: readonly { number: number; line: Line }[],
  text: string,
): Promise<Preview> {
  const outcomes: LineOutcome[] = [];
  for (const { number, line } of lines) {
    const outcome = { line: number, name: line.name || line.email };
    try {
      const done = await takeLine(tx, actor, line);
      const does = done.some((one) => one.startsWith("Adds")) ? "adds" : done.length > 0 ? "changes" : "nothing";
      outcomes.push({ ...outcome, does, says: done.join(" ") || "It is so already." });
    } catch (error) {
      const failure = expectedFailure(error);
      if (!failure || failure.kind === "stale") throw error;
      outcomes.push({ ...outcome, does: "refused", says: sentencesOf(failure) });
    }
  }
  const digest = createHash("sha256")
    .update(JSON.stringify([text, outcomes]))
    .digest("base64url");
  return { outcomes, digest };
}

function sentencesOf(failure: Exclude<ExpectedError["failure"], { kind: "stale" }>): string {
  if (failure.kind === "invalid") return Object.values(failure.fields).flat().join(" ");
  if (failure.kind === "refused") return failure.refusal.sentence;
  return "This is not yours to change: the body is another officer’s.";
}

/** @returns a sentence for each thing done; none where everything was so already */
async function takeLine(tx: Tx, actor: Person, line: Line): Promise<string[]> {
  const done: string[] = [];
  const name = line.name.trim();
  if (!name) throw invalid("name", "Write a name.");
  if (line.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(line.email))
    throw invalid("email", "Write a whole e-mail address.");
  const body = line.body ? await findBody(tx, line.body) : null;
  const role = ROLES[line.role.toLowerCase()];
  if (!role) throw invalid("role", `“${line.role}” is no role: write chair, member, co-optee and so on.`);
  const [from, until] = [dayIn(line.from, "from"), dayIn(line.until, "until")];
  if (body && !from) throw invalid("from", "Write the first day of the seat.");

  let person = await findPerson(tx, name, line.email);
  const facts = {
    name,
    familyName: line["family name"] || name.split(/\s+/).at(-1) || name,
    email: line.email || (person?.contact?.email ?? null),
    phone: person?.contact?.phone ?? null,
  };
  if (!person) {
    const slug = await addPerson(tx, actor, facts);
    person = await tx.person.findUniqueOrThrow({ where: { slug }, include: { contact: true } });
    done.push(`Adds ${name}.`);
  } else if (
    (line["family name"] && person.familyName !== facts.familyName) ||
    facts.email !== (person.contact?.email ?? null)
  ) {
    await changePerson(tx, actor, {
      id: person.id,
      version: person.version,
      ...facts,
      name: person.name,
      familyName: line["family name"] || person.familyName,
    });
    done.push(`Changes how ${person.name} is sorted or reached.`);
  }
  if (!body || !from) return done;

  const seat = await tx.seat.findFirst({ where: { personId: person.id, bodyId: body.id, role, from } });
  if (!seat) {
    const represents = line.represents || null;
    await addSeat(tx, actor, {
      personId: person.id,
      bodyId: body.id,
      role,
      from,
      until,
      represents,
      portfolioId: null,
    });
    done.push(`Adds a seat on ${body.name} from ${from}${until ? ` until ${until}` : ""}.`);
  } else if (until && seat.until !== until) {
    await endSeat(tx, actor, { id: seat.id, version: seat.version, until });
    done.push(`Ends the seat on ${body.name} with ${until}.`);
  }
  return done;
}

async function findPerson(tx: Tx, name: string, email: string) {
  if (email) {
    const [known] = await tx.person.findMany({
      where: { mergedIntoId: null, OR: [{ contact: { is: { email } } }, { account: { is: { email } } }] },
      include: { contact: true },
    });
    if (known) return known;
  }
  const named = await tx.person.findMany({
    where: { mergedIntoId: null, OR: [{ name }, { aliases: { some: { name } } }] },
    include: { contact: true },
  });
  if (named.length > 1) throw invalid("name", `Write the e-mail address: ${named.length} people are called ${name}.`);
  return named[0] ?? null;
}

async function findBody(tx: Tx, said: string) {
  const same = { equals: said, mode: "insensitive" as const };
  const found = await tx.body.findMany({
    where: { OR: [{ name: same }, { shortName: same }, { slug: said.toLowerCase() }] },
  });
  const [body] = found;
  if (!body || found.length > 1)
    throw invalid("body", `Write the whole name of the body: “${said}” is ${body ? "several" : "none"}.`);
  return body;
}

function dayIn(said: string, field: string): string | null {
  if (!said) return null;
  const [, day = "", month = "", year = ""] = said.match(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/) ?? [];
  const date = year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : said;
  if (!isPlainDate(date)) throw invalid(field, `“${said}” is no day: write 2016-10-03 or 3/10/2016.`);
  return date;
}

/** @throws ExpectedError invalid for a file that cannot be read, with what to put right */
function linesOf(text: string): { number: number; line: Line }[] {
  let rows: { record: string[]; info: { lines: number } }[];
  try {
    rows = parse(text, {
      bom: true,
      trim: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as typeof rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw invalid(
      "file",
      `The file cannot be read at line ${error.lines ?? "1"}: look for a quotation mark that is not closed.`,
    );
  }
  const [head, ...rest] = rows;
  const columns = (head?.record ?? []).map((column) => column.toLowerCase().replaceAll("e-mail", "email"));
  const unknown = columns.filter((column) => !Object.hasOwn(IMPORT_COLUMNS, column));
  if (!columns.includes("name"))
    throw invalid("file", "Write the names of the columns in the first line, “name” among them.");
  if (unknown.length > 0) throw invalid("file", `Take out the columns that mean nothing here: ${unknown.join(", ")}.`);
  if (rest.length === 0) throw invalid("file", "Write at least one person below the first line.");
  if (rest.length > MOST_LINES)
    throw invalid("file", `Give a file of ${MOST_LINES} lines at most: this one has ${rest.length}.`);
  return rest.map(({ record, info }) => ({
    number: info.lines,
    line: Object.fromEntries(
      Object.keys(IMPORT_COLUMNS).map((column) => {
        const value = record[columns.indexOf(column)] ?? "";
        return [column, column === "email" ? value.toLowerCase() : value];
      }),
    ) as Line,
  }));
}
