import type { Relations } from "@/domain/access/role";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Authority } from "@/domain/workflow/authority";
import { isOfHeldQuorateMeeting } from "@/domain/workflow/authority-rules";
import type { Circumstances, Finding } from "@/domain/workflow/workflow";
import type { Response } from "./response";

export type ClauseStatus =
  | "agreed"
  | "notice_served"
  | "responded"
  | "implementing"
  | "achieved"
  | "not_achieved"
  | "overtaken"
  | "closed";

/** Comments to a decision-maker are the lighter kind: no notice, no clock. */
export type RecommendationKind = "recommendation" | "comments";

/** The capacity in which the committee acts: with the recipient it sets the clock. */
export type Capacity = "overview_and_scrutiny" | "crime_and_disorder" | "health";

export const RECIPIENT_KINDS = {
  executive: "the executive",
  council: "the council",
  committee: "a committee",
  health_body: "an NHS body or provider",
  crime_and_disorder_authority: "a responsible authority",
  partner: "a partner",
  officer: "an officer",
} as const;

export type RecipientKind = keyof typeof RECIPIENT_KINDS;

/** The written notice that asks for an answer, and when it and the report were received. */
export type Notice = {
  servedOn: PlainDate;
  reportReceivedOn: PlainDate | null;
  noticeReceivedOn: PlainDate | null;
};

/** One clause of a recommendation: what is asked of one recipient, with a life of its own. Its text never changes. */
export type Clause = Relations & {
  status: ClauseStatus;
  kind: RecommendationKind;
  capacity: Capacity;
  number: number;
  text: string;
  recipientKind: RecipientKind;
  notice: Notice | null;
  /** When an answer is expected, where more time was asked for. The clock runs on regardless. */
  expectedOn: PlainDate | null;
  /** The answer recorded last; null while there is none. */
  response: Response | null;
  /** Whoever drafted or gave the answer; recording its receipt does not count. */
  respondentIds: readonly string[];
  /** What shows what became of it. */
  evidence: string | null;
};

/** A recommendation as it is about to be recorded from a minute; afterwards nobody changes a word. */
export type AgreedRecommendation = {
  kind: RecommendationKind;
  clauses: readonly { text: string; recipientKind: RecipientKind | null }[];
};

/** As many as a recommendation can have and still be followed: 6 to 8, says the guidance. */
export const CLAUSES_ENOUGH = 8;

/**
 * What stands against recording a recommendation. Hard is what would make it nobody's or nothing's; weak wording and great
 * number are pointed out (statutory guidance on overview and scrutiny, 2019 and 2024).
 */
export function recommendationFindings(
  { clauses }: AgreedRecommendation,
  circumstances: Circumstances,
): readonly Finding[] {
  return [
    ...isAgreed(circumstances.authority),
    ...isOfHeldQuorateMeeting({ status: "agreed" }, circumstances),
    ...hasClauses(clauses),
    ...clauses.flatMap((clause, index) => clauseFindings(clause, index + 1)),
    ...isFewEnough(clauses.length),
  ];
}

/** A committee recommends by resolution, no other way: LGA 2000 s9F(2), LGA 1972 s101. */
function isAgreed(authority: Authority | undefined): Finding[] {
  if (authority?.kind === "resolution") return [];
  return [
    {
      severity: "hard",
      code: "no-authority",
      sentence: "Choose the minute that agreed this: a committee recommends by resolution.",
      authority: "LGA 2000 s9F(2)",
      field: "authority",
    },
  ];
}

/** A recommendation is made of clauses, each answered by itself. */
function hasClauses(clauses: AgreedRecommendation["clauses"]): Finding[] {
  if (clauses.length > 0) return [];
  return [
    {
      severity: "hard",
      code: "no-clause",
      sentence: "Write down what is recommended, a clause for each thing asked.",
      authority: "LGA 2000 s9F(2)",
      field: "clauses",
    },
  ];
}

/** A clause asks something of somebody (LGA 2000 s9F(2)); "note" and "request information" ask too little. */
function clauseFindings({ text, recipientKind }: AgreedRecommendation["clauses"][number], number: number): Finding[] {
  const found: Finding[] = [];
  const about = { authority: "LGA 2000 s9F(2)", field: "clauses" };
  if (text.trim() === "")
    found.push({ ...about, severity: "hard", code: "no-text", sentence: `Write down what clause ${number} asks for.` });
  if (recipientKind === null)
    found.push({ ...about, severity: "hard", code: "no-recipient", sentence: `Say to whom clause ${number} goes.` });
  if (isWeak(text))
    found.push({
      severity: "soft",
      code: "weak-clause",
      sentence: `Say what clause ${number} should change, and how anybody would know: noting and asking for information change nothing by themselves.`,
      authority: "statutory guidance on overview and scrutiny",
      field: "clauses",
    });
  return found;
}

const isWeak = (text: string) =>
  /^\W*(that )?((the )?\w+( \w+)? )?(be )?(notes?|noted|requests? (further )?information)\b/i.test(text.trim());

/** Six to eight recommendations are often enough: statutory guidance on overview and scrutiny. */
function isFewEnough(count: number): Finding[] {
  if (count <= CLAUSES_ENOUGH) return [];
  return [
    {
      severity: "soft",
      code: "many-clauses",
      sentence: `Consider fewer: there are ${count} clauses, and ${CLAUSES_ENOUGH} are often enough to be acted on.`,
      authority: "statutory guidance on overview and scrutiny",
      field: "clauses",
    },
  ];
}
