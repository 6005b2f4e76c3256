import type { Authority } from "./authority";
import { AUTHORITY } from "./people.fixture";

/**
 * A machine as the rules of the council have it, written down a second time and read by a few lines of code that know nothing of the
 * first: what random sequences of moves are compared with.
 */
export type Model = {
  /** Where a record begins, and then a line for each move: "name: from, from > to; by whom; on what; why". */
  moves: string;
  /** A resolution of another body is none. */
  ofOwnBody?: true;
  /** A record with which nothing is wrong. */
  sound: object;
  /** What may be otherwise: of each aspect its other values, as the record then is. */
  aspects: Readonly<Record<string, Readonly<Record<string, object>>>>;
  /**
   * When a move is refused, and when it asks for a reason: "aspect=value|value & aspect!=value", where the status, who asks and what
   * it rests on are aspects too; and the moves.
   */
  stops: readonly Condition[];
  warns: readonly Condition[];
};

type Condition = readonly [when: string, moves: string];

type Move = {
  name: string;
  from: readonly string[];
  to: string;
  by: readonly string[];
  on: readonly string[];
  why: boolean;
};

/** Whoever may do the same things, by one word. */
const GROUPS: Readonly<Record<string, string>> = {
  clerks: "democratic_services",
  desk: "democratic_services, scrutiny_officer",
  editors: "chair, lead_member, author, democratic_services, scrutiny_officer",
  starters:
    "chair, lead_member, officer, author, clearer, director, democratic_services, scrutiny_officer, proper_officer",
  workers: "member, chair, lead_member, author, democratic_services, scrutiny_officer",
  owners: "author, director, democratic_services, scrutiny_officer, link_holder",
  signers: "director, proper_officer, democratic_services",
  clearers: "clearer, director, proper_officer, democratic_services",
  writers: "author, democratic_services",
  publishers: "democratic_services, system",
  answerers: "executive, portfolio_holder, executive_support, democratic_services",
  doers:
    "lead_member, author, director, executive, portfolio_holder, executive_support, democratic_services, scrutiny_officer",
};

const GROUNDS: Readonly<Record<string, string>> = {
  meeting: "resolution",
  officer: "resolution, officer_decision",
  anybody: "resolution, officer_decision, other_body",
};

const listed = (words = ""): string[] => words.split(",").map((word) => word.trim());

/** @returns where records begin, and the moves */
export function readMoves(text: string): { starts: readonly string[]; moves: readonly Move[] } {
  const [first = "", ...lines] = text.trim().split("\n");
  return { starts: listed(first), moves: lines.map(readMove) };
}

function readMove(line: string): Move {
  const [, name = "", from = "", to = "", rest = ""] = /^\s*(\w+): ([\w, ]+) > (\w+); (.+)$/.exec(line) ?? [];
  const said = Object.fromEntries(rest.split("; ").map((part) => part.split(" ") as [string, string?]));
  return {
    name,
    from: listed(from),
    to,
    by: listed(GROUPS[said.by ?? ""]),
    on: said.on ? listed(GROUNDS[said.on]) : [],
    why: "why" in said,
  };
}

/** What a move may be said to rest on: what will do, and everything that may be wrong with it. */
const { resolution, officer_decision } = AUTHORITY;
export const SAID: Readonly<Record<string, Authority | undefined>> = {
  nothing: undefined,
  ...AUTHORITY,
  "resolution, not held": { ...resolution, held: false },
  "resolution, inquorate": { ...resolution, quorate: false },
  "resolution, on something else": { ...resolution, concerns: ["another record"] },
  "resolution, elsewhere": { ...resolution, bodyId: "another body" },
  "officer_decision, nobody consulted": { ...officer_decision, consulted: " " },
};

/** How things stand when somebody asks. */
export type Standing = {
  status: string;
  /** Of an aspect its value, where it is not the sound one. */
  chosen: Readonly<Record<string, string>>;
  /** Their role towards the record. */
  who: string;
  /** Of SAID. */
  rests: string;
  reasoned: boolean;
};

/** What comes of a move: "to" the status it leads to, or why it is refused. */
export function foretold(model: Model, move: Move, standing: Standing): string {
  if (!move.by.includes(standing.who)) return "not-permitted";
  if (!move.from.includes(standing.status)) return "wrong-status";
  if (!restsWell(model, move, standing.rests) || some(model.stops, move, standing)) return "against-rule";
  if ((move.why || some(model.warns, move, standing)) && !standing.reasoned) return "needs-reason";
  return `to ${move.to}`;
}

function restsWell({ ofOwnBody }: Model, { on }: Move, rests: string): boolean {
  if (on.length === 0) return true;
  const [kind = "", flaw] = rests.split(", ");
  return on.includes(kind) && (flaw === undefined || (flaw === "elsewhere" && !ofOwnBody));
}

const some = (conditions: readonly Condition[], { name }: Move, standing: Standing): boolean =>
  conditions.some(([when, moves]) => moves.split(" ").includes(name) && when.split(" & ").every(holdsOf(standing)));

const holdsOf =
  ({ status, chosen, who, rests }: Standing) =>
  (part: string): boolean => {
    const [, aspect = "", is, values = ""] = /^(\w+)(!?=)(.+)$/.exec(part) ?? [];
    const actual = { ...chosen, status, who, rests: rests.split(", ")[0] }[aspect] ?? "sound";
    return values.split("|").includes(actual) === (is === "=");
  };

/** The record as it then is. */
export const recordOf = ({ sound, aspects }: Model, { status, chosen }: Standing): { status: string } =>
  Object.assign({}, sound, ...Object.entries(chosen).map(([aspect, value]) => aspects[aspect]?.[value] ?? {}), {
    status,
  });
