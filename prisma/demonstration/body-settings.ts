import { DORSET_2016_DEADLINES } from "@/domain/calendar/deadlines";
import type { NumberingPolicy } from "@/domain/calendar/minute-numbering";
import { COMMON_QUORUM } from "@/domain/meetings/quorum";
import { DORSET_FRONT_SHEET } from "@/domain/reports/front-sheet";
import { DORSET_2016 } from "@/domain/scoping/templates";
import type { Prisma } from "@/generated/prisma/client";
import type { BodyKind } from "@/generated/prisma/enums";

/** Dorset's own words for what Scrutineer calls otherwise. */
export const LABELS = {
  chair: "Chairman",
  viceChair: "Vice-Chairman",
  executive: "Cabinet",
  executiveChair: "Leader",
  programme: "Work Programme",
} as const;

/** June's minutes run from 1 and those of October went on after them: numbers run through a calendar year. */
const NUMBERING: NumberingPolicy = { scope: "calendar_year", pattern: "{n}" };

/** The items every agenda of an overview and scrutiny committee has. */
const STANDING_ITEMS = [
  { kind: "apologies", title: "Apologies for Absence", purpose: "To receive any apologies for absence." },
  {
    kind: "code_of_conduct",
    title: "Code of Conduct",
    purpose:
      "Members check for disclosable pecuniary interests, make sure they are registered, say so here, and withdraw unless they hold a dispensation.",
  },
  { kind: "minutes", title: "Minutes", purpose: "To confirm and sign the minutes of {day}." },
  {
    kind: "matters_raised",
    title: "Progress on Matters Raised at Previous Meetings",
    purpose: "To consider what came of earlier recommendations and actions.",
  },
  {
    kind: "public_participation",
    title: "Public Participation",
    purpose: "To receive any questions or statements by members of the public.",
  },
  { kind: "motions", title: "Motions referred from County Council" },
  { kind: "heading", title: "Progress on Scrutiny Items" },
  {
    kind: "work_programme",
    title: "Work Programme",
    purpose: "To receive the work programme and consider what to add.",
  },
  {
    kind: "councillor_questions",
    title: "Questions from County Councillors",
    purpose: "To answer questions received in writing by the Chief Executive.",
  },
] as const;

const RULES = {
  /** The pack sets no limit to what a meeting takes. */
  capacity: null,
  /** The pack asks members to complete a prioritisation methodology and does not say which: this one stands in. */
  scoringMethod: "topicc",
  otherCoOpteesVote: false,
  followUps: { closedBy: "committee", staleAfterDays: 90 },
  clearance: { steps: ["director"], fourEyes: true },
  groups: {
    maxConcurrent: null,
    onePerService: false,
    monthsSinceReview: null,
    minPoliticalGroups: null,
    maxMonths: null,
    noExecutive: true,
    electsOwnChair: true,
  },
} as const;

type Settings = Pick<
  Prisma.BodyUncheckedCreateInput,
  "labels" | "quorum" | "numbering" | "agendaTemplate" | "scopingTemplate" | "frontSheet" | "deadlines" | "rules"
>;

/** What varies between bodies; groups that work outside public meetings have no deadlines and no agenda of standing items. */
export function settingsOf(kind: BodyKind): Settings {
  const common = { labels: json(LABELS), quorum: json(COMMON_QUORUM), numbering: json(NUMBERING), rules: json(RULES) };
  if (kind === "review_group") return common;
  const deadlines = json(DORSET_2016_DEADLINES);
  if (kind !== "scrutiny_committee" && kind !== "management_board") return { ...common, deadlines };
  return {
    ...common,
    deadlines,
    agendaTemplate: json(STANDING_ITEMS),
    scopingTemplate: json(DORSET_2016),
    frontSheet: json(DORSET_FRONT_SHEET),
  };
}

/** A setting as it is stored. */
const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;
