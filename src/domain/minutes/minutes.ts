import type { Restriction } from "@/domain/access/read-scope";
import type { Relations } from "@/domain/access/role";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { MinutedDecision } from "./minuted-decision";

export type MinutesStatus = "draft" | "checked" | "published_draft" | "confirmed" | "confirmed_amended" | "signed";

/** The record of one item. Its number follows from the body's policy; a welcome has none, and one minute may have two headings. */
export type Minute = {
  id: string;
  /** Null where it is of no item: a welcome. */
  agendaItemId: string | null;
  position: number;
  number: number | null;
  headings: readonly string[];
  restriction: Restriction;
  /** What the public reads of a restricted minute (LGA 1972 s100C(2)). */
  publicSummary: string | null;
  /** It still says that something is to be confirmed: the opinion that its item is urgent (LGA 1972 s100B(4)(b)). */
  toConfirm?: boolean;
  decisions: readonly MinutedDecision[];
};

/** A change with both texts kept: one the confirming meeting made, or a clerical slip put right. */
export type MinutesAmendment = { minuteId: string | null; clerical: boolean; before: string; after: string };

/** The minutes of one meeting: all its minutes together, which are checked, published and confirmed as one. */
export type Minutes = Relations & {
  status: MinutesStatus;
  meetingId: string;
  meetingOn: PlainDate;
  meetingHeld: boolean;
  /** The body that succeeded this one, if any: it confirms what its predecessor left open. */
  successorBodyIds: readonly string[];
  items: readonly Minute[];
  /** The chair's clearance of the draft: when it was given, or by when it is asked for. It delays, it never vetoes. */
  chairClearedOn: PlainDate | null;
  chairAnswersBy: PlainDate | null;
  amendments: readonly MinutesAmendment[];
  /** Whoever presided at the meeting that confirmed them, and signed. */
  signedById: string | null;
};

/** What became of the public at an item: it stayed, was excluded (LGA 1972 s100A(2), (4)), or stayed while an exempt paper was left. */
export type PublicAccess = "present" | "excluded" | "exempt_not_discussed";

/** In the words of the minutes; null where there is nothing to say. */
export const publicAccessWords = (access: PublicAccess | null): string | null =>
  access === "excluded"
    ? "The public was excluded while this item was considered."
    : access === "exempt_not_discussed"
      ? "This item was taken in public; its exempt paper was not discussed."
      : null;

/** "Moved by Ann, seconded by Bob."; null where nobody is noted. */
export function movedWords({
  mover,
  seconder,
}: {
  mover: { name: string } | null;
  seconder: { name: string } | null;
}): string | null {
  const said = [mover && `moved by ${mover.name}`, seconder && `seconded by ${seconder.name}`]
    .filter(Boolean)
    .join(", ");
  return said === "" ? null : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

/** "4 for, 4 against, 0 abstaining; carried by a casting vote. Voted against: Ann, Bob."; null where nobody counted and nobody asked for their vote to be minuted. */
export function voteWords(decision: {
  votesFor: number | null;
  votesAgainst: number | null;
  abstentions: number | null;
  /** Whether a casting vote was used, and for the motion (LGA 1972 Sch 12 para 39(2)). */
  castingVote: boolean | null;
  namedVotes: readonly { vote: "for" | "against" | "abstained"; person: { name: string } }[];
}): string | null {
  const { votesFor, votesAgainst, abstentions, castingVote, namedVotes } = decision;
  const cast = castingVote === null ? "" : `; ${castingVote ? "carried" : "lost"} by a casting vote`;
  const counted = [votesFor, votesAgainst, abstentions].every((votes) => votes === null)
    ? castingVote === null
      ? []
      : [`${castingVote ? "Carried" : "Lost"} by a casting vote.`]
    : [`${votesFor ?? 0} for, ${votesAgainst ?? 0} against, ${abstentions ?? 0} abstaining${cast}.`];
  const named = (["for", "against", "abstained"] as const).flatMap((vote) => {
    const names = namedVotes.filter((each) => each.vote === vote).map(({ person }) => person.name);
    const how = vote === "abstained" ? "Abstained" : `Voted ${vote}`;
    return names.length > 0 ? [`${how}: ${names.join(", ")}.`] : [];
  });
  return [...counted, ...named].join(" ") || null;
}
