import type { PlainDate } from "@/domain/calendar/plain-date";

/** How an answer was given, clause by clause. "Accepted in principle" is unclear until somebody says what it means. */
export const RESPONSE_KINDS = {
  accepted: "Accepted",
  accepted_part: "Accepted in part",
  accepted_amended: "Accepted as amended",
  rejected: "Rejected",
  not_for_us: "Not for them",
  unclear: "Unclear",
} as const;

export type ResponseKind = keyof typeof RESPONSE_KINDS;

export type DecidedBy = "executive" | "executive_member" | "officer" | "council" | "letter";

/** What the recipient says it will do. */
export type Undertaking = { text: string; ownerId: string | null; dueOn: PlainDate | null };

/** The answer to one clause as it was given, word for word. */
export type Response = {
  kind: ResponseKind;
  wording: string;
  reason: string | null;
  decidedBy: DecidedBy;
  decidedOn: PlainDate | null;
  /** The minute, decision notice or letter it can be found in. */
  reference: string | null;
  /** Marked by a person who compared the texts: what is to be done is no longer what was asked. */
  changedInSubstance: boolean;
  undertakings: readonly Undertaking[];
};

/** Something missing from an answer: shown to everybody and chased, and never in the way of recording it. */
export type ResponseGap = {
  code:
    | "unclear"
    | "in-principle"
    | "no-reason"
    | "no-undertaking"
    | "no-owner"
    | "no-due-date"
    | "no-date"
    | "no-reference";
  sentence: string;
};

/** Whether the answer accepts what was asked, whole, in part or amended. */
export const isAcceptance = (kind: ResponseKind): boolean =>
  kind === "accepted" || kind === "accepted_part" || kind === "accepted_amended";

/** "Accepted in principle", "agreed in principle": the words that promise nothing yet. */
export const isInPrinciple = (wording: string): boolean => /\bin principle\b/i.test(wording);

/**
 * What an answer leaves out. Reasons are not required by the statute (LGA 2000 s9FE asks what action, if any, is proposed), so
 * their absence is shown, not refused: a reason for anything but acceptance, an undertaking with owner and date for acceptance.
 */
export function responseGaps(response: Response): readonly ResponseGap[] {
  const { kind, wording, reason, decidedOn, reference, undertakings } = response;
  const gaps: ResponseGap[] = [];
  const gap = (code: ResponseGap["code"], sentence: string) => gaps.push({ code, sentence });

  if (kind === "unclear") gap("unclear", "It does not say whether this is accepted. Ask.");
  else if (isAcceptance(kind) && isInPrinciple(wording))
    gap("in-principle", "“In principle” does not say what will be done. Record it as unclear, and ask.");
  if (kind !== "accepted" && !reason?.trim()) gap("no-reason", "No reason is given.");
  if (isAcceptance(kind)) {
    if (undertakings.length === 0) gap("no-undertaking", "It does not say what will be done, by whom and when.");
    if (undertakings.some(({ ownerId }) => ownerId === null)) gap("no-owner", "It does not say who will do it.");
    if (undertakings.some(({ dueOn }) => dueOn === null)) gap("no-due-date", "It does not say by when.");
  }
  if (decidedOn === null) gap("no-date", "The day of the decision is not recorded.");
  if (!reference?.trim()) gap("no-reference", "Where the decision can be found is not recorded.");
  return gaps;
}

/** Whether the answer puts the clause in other words, spaces, capitals and punctuation apart. Whether they mean something else a person says. */
export const isRecast = (asked: string, answered: string): boolean => bare(asked) !== bare(answered);

const bare = (text: string) =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(" ") ?? "";
