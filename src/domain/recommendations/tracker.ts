import type { PlainDate } from "@/domain/calendar/plain-date";
import { daysBetween } from "@/domain/calendar/plain-date";
import type { Clause } from "./recommendation";
import { isAcceptance, responseGaps } from "./response";
import { responseFlag } from "./response-clock";

/** Where a clause stands in the tracker: what is late or missing first. */
export const TRACKER_GROUPS = {
  overdue: "Overdue",
  gaps: "Answered, something missing",
  waiting: "Waiting for an answer",
  underWay: "Being carried out",
  ended: "Nothing more to do",
} as const;

export type TrackerGroup = keyof typeof TRACKER_GROUPS;

/** What leaves nobody to ask and no day to ask on; other gaps are said at the clause, and do not keep it from being carried out. */
const KEEPS_FROM_CARRYING_OUT: readonly string[] = [
  "unclear",
  "in-principle",
  "no-undertaking",
  "no-owner",
  "no-due-date",
];

/** The group a clause belongs to on a day. */
export function trackerGroup(clause: Clause, today: PlainDate): TrackerGroup {
  switch (clause.status) {
    case "achieved":
    case "not_achieved":
    case "overtaken":
    case "closed":
      return "ended";
    case "agreed":
    case "notice_served":
      return responseFlag(clause, today) === "response_overdue" ? "overdue" : "waiting";
    case "responded":
    case "implementing":
      break;
  }
  const { response } = clause;
  if (response === null) return "waiting";
  if (isLate(clause, today)) return "overdue";
  const missing = responseGaps(response).map(({ code }) => code);
  if (missing.some((code) => KEEPS_FROM_CARRYING_OUT.includes(code))) return "gaps";
  if (isAcceptance(response.kind)) return "underWay";
  // What is turned down without a reason is asked about until one is given.
  return missing.includes("no-reason") ? "gaps" : "ended";
}

/** Something promised for a day that has gone by. */
const isLate = ({ response }: Clause, today: PlainDate) =>
  response?.undertakings.some(({ dueOn }) => dueOn !== null && dueOn < today) ?? false;

export type TrackerFigures = {
  asked: number;
  answered: number;
  /** Days from the recommendation to the answer, the least and the most; null while nothing is answered. */
  daysToAnswer: { least: number; most: number } | null;
  changedInSubstance: number;
  /** Accepted, and nobody has said by when. */
  withoutDate: number;
  overdue: number;
  /** Clauses on which a statutory clock runs or ran. */
  withNotice: number;
};

/** What the clauses come to. Goes in: the clauses, each with the day it was agreed. */
export function trackerFigures(
  clauses: readonly { facts: Clause; agreedOn: PlainDate }[],
  today: PlainDate,
): TrackerFigures {
  const answers = clauses.flatMap(({ facts, agreedOn }) =>
    facts.response ? [{ response: facts.response, agreedOn }] : [],
  );
  const days = answers.flatMap(({ response, agreedOn }) =>
    response.decidedOn === null ? [] : [daysBetween(agreedOn, response.decidedOn)],
  );
  return {
    asked: clauses.length,
    answered: answers.length,
    daysToAnswer: days.length > 0 ? { least: Math.min(...days), most: Math.max(...days) } : null,
    changedInSubstance: answers.filter(({ response }) => response.changedInSubstance).length,
    withoutDate: answers.filter(
      ({ response }) => isAcceptance(response.kind) && !response.undertakings.some(({ dueOn }) => dueOn !== null),
    ).length,
    overdue: clauses.filter(({ facts }) => trackerGroup(facts, today) === "overdue").length,
    withNotice: clauses.filter(({ facts }) => facts.notice !== null).length,
  };
}
