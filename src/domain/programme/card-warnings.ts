import type { PlainDate } from "@/domain/calendar/plain-date";
import { missing } from "@/domain/scoping/missing";
import { APPROVED, leftOut, type ScopingProposal } from "@/domain/scoping/scoping-proposal";
import { warnIf } from "@/domain/workflow/finding";
import type { Finding } from "@/domain/workflow/workflow";
import { ITEM_WARNINGS } from "./item-warnings";
import { warningsFrom } from "./planned-work";
import type { ProgrammeItem } from "./programme-item";

/** What the table of the programme prints "Not given" for. Without a place nothing is printed yet, and the steps say it. */
const PRINTED_WITH_A_PLACE = ["no-corporate-plan-outcome"];
const ASKED_BY_THE_STEPS = ["no-lead-member", "no-lines-of-enquiry", ...PRINTED_WITH_A_PLACE];

/**
 * Everything a card of the programme desk is warned of, what cannot stay so first. A card without a place is warned as what it
 * is: a scoping proposal by what its template asks, a topic on the long list by the steps still to take.
 * @param proposal the scoping proposal behind it, while the committee has not approved it
 */
export function cardWarnings(item: ProgrammeItem, proposal: ScopingProposal | null, today: PlainDate): Finding[] {
  const own = warningsFrom(ITEM_WARNINGS, item, today);
  const undecided = proposal !== null && !APPROVED.includes(proposal.status) ? proposalWarnings(proposal) : [];
  const silent = item.slot !== null ? [] : proposal === null ? ASKED_BY_THE_STEPS : PRINTED_WITH_A_PLACE;
  const hard = undecided.filter(({ severity }) => severity === "hard");
  const said = new Set(hard.map(({ code }) => code));
  return [
    ...hard,
    ...[...own, ...undecided].filter(
      ({ code, severity }) => severity === "soft" && !said.has(code) && !silent.includes(code),
    ),
  ];
}

/** What stops a proposal, and what of its topics it leaves out; the rest is said where it is written. */
export const proposalWarnings = (proposal: ScopingProposal): Finding[] => [
  ...missing(proposal.template, proposal).filter(({ severity }) => severity === "hard"),
  ...leftOut(proposal).flatMap(({ part }) =>
    warnIf(true, {
      code: "topic-left-out",
      sentence: `Leaves out “${part}”.`,
      authority: "The topics it answers",
      field: "absorbs",
    }),
  ),
];
