import { type Attendance, isCounted } from "@/domain/attendance/attendance";
import { type Declaration, isKeptFrom } from "@/domain/interests/interests";
import type { Finding } from "@/domain/workflow/workflow";
import type { AgendaItem } from "./agenda";
import { electorate, type Sitting, type VotingRules } from "./electorate";

/** How many make a quorum: a number, a fraction of the seats that count, or the greater of several such. */
export type QuorumSize =
  | { kind: "number"; number: number }
  | { kind: "fraction"; numerator: number; denominator: number }
  | { kind: "greater_of"; sizes: readonly QuorumSize[] };

/** A body's rule, as its standing orders have it: LGA 1972 s106 leaves the quorum of committees to them. */
export type QuorumRule = {
  size: QuorumSize;
  /** Whoever votes on the item, so that education co-optees count where they vote; members alone; or everybody with a seat. */
  counts: "electorate" | "members" | "everybody";
  /** Whether somebody whom an interest keeps from taking part still counts; councils differ. */
  countsInterested: boolean;
};

/** "Three, or a quarter of the members with voting rights, whichever is the greater; education representatives where they vote." */
export const COMMON_QUORUM: QuorumRule = {
  size: {
    kind: "greater_of",
    sizes: [
      { kind: "number", number: 3 },
      { kind: "fraction", numerator: 1, denominator: 4 },
    ],
  },
  counts: "electorate",
  countsInterested: false,
};

/** Who could be there, who was, and what kept whom from the item. */
export type QuorumFacts = {
  /** The item being taken; null at the opening of the meeting. */
  item: Pick<AgendaItem, "id" | "educationFunction"> | null;
  sittings: readonly Sitting[];
  /** Seats that nobody holds: they are part of the number a fraction is taken of. */
  vacancies: number;
  votingRules: VotingRules;
  attendances: readonly Attendance[];
  declarations: readonly Declaration[];
};

export type Quorum = { needed: number; counted: number; met: boolean };

/** The number the rule asks for out of so many seats. A fraction is rounded up: a quarter of ten is three. */
export function quorumOf(size: QuorumSize, seats: number): number {
  switch (size.kind) {
    case "number":
      return size.number;
    case "fraction":
      return Math.ceil((seats * size.numerator) / size.denominator);
    case "greater_of":
      return Math.max(0, ...size.sizes.map((each) => quorumOf(each, seats)));
  }
}

/**
 * The quorum of a meeting or of one of its items, and whether it was there. Asked again for every item, because people leave
 * and the electorate changes (LGA 1972 Sch 12 para 6 for the council; standing orders under s106 for committees).
 */
export function quorum(rule: QuorumRule, facts: QuorumFacts): Quorum {
  const { item, attendances, declarations } = facts;
  const eligible = whoCounts(rule, facts);
  const counted = eligible.filter(({ personId }) => {
    const attendance = attendances.find((each) => each.personId === personId);
    if (!attendance || !isCounted(attendance, item?.id ?? null)) return false;
    return rule.countsInterested || item === null || !isKeptFrom(personId, item.id, declarations);
  }).length;
  const needed = quorumOf(rule.size, eligible.length + facts.vacancies);
  return { needed, counted, met: counted >= needed };
}

function whoCounts({ counts }: QuorumRule, { item, sittings, votingRules }: QuorumFacts): readonly Sitting[] {
  switch (counts) {
    case "electorate":
      return electorate(item ?? { educationFunction: false }, sittings, votingRules);
    case "members":
      return electorate({ educationFunction: false }, sittings, { otherCoOpteesVote: false });
    case "everybody":
      return electorate({ educationFunction: true }, sittings, { otherCoOpteesVote: true });
  }
}

/**
 * What is wrong with a quorum rule for a body of so many seats. York found a committee whose quorum was its whole size: one
 * apology and it could not meet.
 */
export function quorumRuleFindings(rule: QuorumRule, seats: number): readonly Finding[] {
  const needed = quorumOf(rule.size, seats);
  const finding = { authority: "LGA 1972 s106 and the council's standing orders", field: "quorum" };
  if (needed < 1 || !Number.isInteger(needed))
    return [{ ...finding, severity: "hard", code: "no-quorum", sentence: "Set a quorum of at least one member." }];
  if (needed > seats)
    return [
      {
        ...finding,
        severity: "hard",
        code: "quorum-above-membership",
        sentence: `Lower the quorum: it is ${needed}, and the body has ${seats} seats.`,
      },
    ];
  if (needed === seats)
    return [
      {
        ...finding,
        severity: "soft",
        code: "quorum-is-membership",
        sentence: `Lower the quorum: it is the whole membership of ${seats}, so one apology stops every meeting.`,
      },
    ];
  return [];
}
