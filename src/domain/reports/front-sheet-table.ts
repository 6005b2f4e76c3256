import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { datesIn } from "./dates-in-text";
import type { FrontSheetField, FrontSheetTemplate } from "./front-sheet";

/** A row of a front sheet that is a table: its first cell, and the rest in Markdown. */
export type SheetRow = { label: string; text: string };

/** What the table of a file says of a front sheet: field by field as it would be typed, of the record itself, and of nothing known. */
export type SheetRead = {
  answers: Readonly<Record<string, string>>;
  own: Readonly<Partial<Record<OwnRow, string>>>;
  unread: readonly SheetRow[];
};

/** Rows that say what the record of a report has itself. */
type OwnRow = "meeting" | "officers" | "title";

/** What councils call the fields besides what the body calls them. */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  executive_summary: ["summary", "purpose of report", "purpose"],
  equalities: ["equality impact assessment", "equalities", "equality", "equality and diversity", "eia"],
  equalities_words: ["equalities impact", "equalities implications"],
  evidence: ["evidence"],
  budget: ["budget implications", "financial implications", "finance implications", "finance", "resources"],
  current_risk: ["current risk level"],
  residual_risk: ["residual risk level"],
  other_implications: ["other", "implications", "wider implications"],
  recommendation: ["recommended", "what is recommended"],
  reason: ["reason", "reason for the recommendation", "why it is recommended"],
  appendices: ["appendix", "list of appendices", "attachments"],
  background_papers: ["background documents", "list of background papers", "background"],
  contact: ["contact officer", "contact", "report contact", "contact details", "further information"],
};

const OWN: Readonly<Record<OwnRow, readonly string[]>> = {
  meeting: ["date of meeting", "meeting date", "date", "meeting"],
  officers: ["officer", "lead officer", "report author", "author", "director", "lead director", "report of"],
  title: ["subject of report", "subject", "title", "title of report", "report title"],
};

/** Rows that hold several fields, each begun by its own name. */
const GROUPS = ["impact assessment", "risk assessment", "risk", "implication"];

type Meaning = { kind: "field"; field: FrontSheetField } | { kind: "own"; row: OwnRow } | { kind: "group" } | null;

/** "Reason(s) for Recommendation(s):" and "Reasons for recommendation" are the same. */
const plain = (label: string): string =>
  label
    .replace(/\(s\)/gi, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/(?<=\p{L}{3})s\b/gu, "");

/** What a label means: first by the body's own words. */
function meaningsBy(template: FrontSheetTemplate): (label: string) => Meaning {
  const known = new Map<string, Meaning>();
  const add = (labels: readonly string[], meaning: Meaning) => {
    for (const label of labels) if (!known.has(plain(label))) known.set(plain(label), meaning);
  };
  for (const field of template) add([field.label], { kind: "field", field });
  add(GROUPS, { kind: "group" });
  for (const field of template) add(VARIANTS[field.key] ?? [], { kind: "field", field });
  for (const row of ["meeting", "officers", "title"] as const) add(OWN[row], { kind: "own", row });
  // "Impact Assessment: refer to the protocol" is the label and a word to its writer.
  return (label) => known.get(plain(label)) ?? known.get(plain(label.split(/[:\n]/)[0] ?? "")) ?? null;
}

/**
 * Reads the table that a report begins with as the front sheet of its body. A row that holds several fields is read by their names
 * in it; a choice is taken where it is one of those offered, and otherwise goes with its words. What is recognised by nothing is
 * told as it stands; an empty row says nothing.
 */
export function readSheet(rows: readonly SheetRow[], template: FrontSheetTemplate): SheetRead {
  const meaningOf = meaningsBy(template);
  const reading = new Reading(template);
  for (const { label, text } of rows) {
    const meaning = meaningOf(label);
    if (meaning?.kind === "field" || meaning?.kind === "own") reading.take(meaning, { label, text });
    else for (const part of partsIn({ label, text }, meaningOf, reading)) reading.take(part.meaning, part);
  }
  return reading.done();
}

type Part = SheetRow & { meaning: Meaning };

/** "**Budget:** None", and "**Budget**" on a line of its own. */
const NAMED = /^\s*(?:[-*+]\s+)?(?:\*\*\s*([^:*\n]{2,60}?)\s*:?\s*\*\*\s*:?|([^:*\n]{2,60}?)\s*:)\s*(.*)$/;

/** The fields within one cell, line by line; before the first of them it is the row's. */
function partsIn({ label, text }: SheetRow, meaningOf: (label: string) => Meaning, reading: Reading): Part[] {
  const parts: Part[] = [{ label, text: "", meaning: null }];
  for (const line of text.split("\n")) {
    const left = reading.takeChoices(line);
    const named = NAMED.exec(left);
    const name = (named?.[1] ?? named?.[2] ?? "").trim();
    const meaning = named ? meaningOf(name) : null;
    if (named && meaning) parts.push({ label: name, text: named[3] ?? "", meaning });
    else {
      const last = parts.at(-1);
      if (last) last.text += `\n${left}`;
    }
  }
  return parts.map((part) => (part.meaning?.kind === "group" ? { ...part, meaning: null } : part));
}

class Reading {
  readonly #template: FrontSheetTemplate;
  readonly #answers: Record<string, string> = {};
  readonly #own: Partial<Record<OwnRow, string>> = {};
  readonly #unread: SheetRow[] = [];

  constructor(template: FrontSheetTemplate) {
    this.#template = template;
  }

  take(meaning: Meaning, { label, text }: SheetRow): void {
    const said = tidy(text);
    if (said === "") return;
    if (meaning?.kind === "field") this.#answer(meaning.field, { label, text: said });
    else if (meaning?.kind === "own") this.#own[meaning.row] = bare(said);
    else this.#unread.push({ label: bare(label), text: bare(said) });
  }

  /** "Current Risk: LOW Residual Risk LOW": takes the levels of a line, and gives back what else it says. */
  takeChoices(line: string): string {
    let left = bare(line);
    for (const { key, label, choices = [] } of this.#template) {
      if (choices.length === 0) continue;
      const said = new RegExp(`${escaped(label)}\\s*[:–-]?\\s*(${choices.map(escaped).join("|")})\\b`, "i").exec(left);
      const choice = choices.find((each) => each.toLowerCase() === said?.[1]?.toLowerCase());
      if (!said || !choice) continue;
      this.#answers[key] = choice;
      left = left.replace(said[0], " ").trim();
    }
    return left === bare(line) ? line : left.replace(/^[\s,;.:]+$/, "");
  }

  done(): SheetRead {
    return { answers: this.#answers, own: this.#own, unread: this.#unread };
  }

  #answer(field: FrontSheetField, { label, text }: SheetRow): void {
    if (field.kind === "choice") this.#choose(field, { label, text });
    else this.#add(field.key, field.kind === "list" ? entriesOf(text) : text);
  }

  #choose(field: FrontSheetField, { label, text }: SheetRow): void {
    const choice = field.choices?.find((each) => bare(text).toLowerCase().startsWith(each.toLowerCase()));
    const isAll = choice !== undefined && bare(text).replace(/\.$/, "").length === choice.length;
    if (choice) this.#answers[field.key] = choice;
    if (isAll) return;
    const words = this.#template.find(({ key }) => key === `${field.key}_words`);
    if (words) this.#add(words.key, text);
    else if (!choice) this.#unread.push({ label: bare(label), text: bare(text) });
  }

  #add(key: string, text: string): void {
    const before = this.#answers[key];
    this.#answers[key] = before ? `${before}\n\n${text}` : text;
  }
}

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ +/g, "\\s+");

const tidy = (text: string) => text.replace(/\n{3,}/g, "\n\n").trim();

/** Without the marks of emphasis. */
const bare = (text: string) => text.replace(/\*+|\\(?=[*_[\]])/g, "").trim();

/** One a line, without bullets and what stands before None. */
const entriesOf = (text: string): string =>
  text
    .split("\n")
    .map((line) => bare(line.replace(/^\s*(?:[-+*]|\d{1,2}\\?[.)])\s+/, "")))
    .filter((line) => line !== "")
    .join("\n");

/** What a record has itself, where its file says something else. */
export function ownDifferences(
  own: SheetRead["own"],
  report: { title: string; meetingOn: PlainDate | null; authors: readonly string[]; today: PlainDate },
): string[] {
  const { title, meeting, officers } = own;
  const days = meeting ? datesIn(meeting, report.today).dates.filter(({ isMonth }) => !isMonth) : [];
  const isOtherDay = days.length > 0 && !days.some(({ first }) => first === report.meetingOn);
  const names = officers?.toLowerCase() ?? "";
  return [
    ...(title && plain(title) !== plain(report.title)
      ? [
          `The file calls the report “${title}”. Here it is “${report.title}”: change the title with the text, if the file is right.`,
        ]
      : []),
    ...(isOtherDay
      ? [
          `The file is for a meeting on ${days[0]?.words}. Here ${report.meetingOn ? `it is for the one on ${formatDate(report.meetingOn)}` : "no meeting is settled"}.`,
        ]
      : []),
    ...(names !== "" && !report.authors.some((author) => names.includes(author.toLowerCase()))
      ? [
          `The file names as officer: ${officers?.replace(/\s+/g, " ")}. Here it is written by ${report.authors.join(" and ") || "nobody yet"}.`,
        ]
      : []),
  ];
}
