import type { PlainDate } from "@/domain/calendar/plain-date";
import { formatTime, type PlainTime } from "@/domain/calendar/plain-time";
import { lastDayBeginningWith } from "@/domain/calendar/response-deadlines";

/** What is declared. Council tax arrears are not an interest, but are declared at the same item (LGFA 1992 s106). */
export const INTEREST_KINDS = {
  disclosable_pecuniary: "a disclosable pecuniary interest",
  other_registrable: "another registrable interest",
  non_registrable: "a non-registrable interest",
  general: "a general interest",
  council_tax_arrears: "council tax arrears of two months or more",
  officer_interest: "an officer's interest",
} as const;

export type InterestKind = keyof typeof INTEREST_KINDS;

/** What it kept its declarer from, in order of strength. Leaving the room is a rule of the council's, not of the Act. */
export const INTEREST_EFFECTS = {
  none: "took part",
  no_vote: "did not vote",
  no_speech_no_vote: "did not speak or vote",
  withdraws: "left the room",
} as const;

export type InterestEffect = keyof typeof INTEREST_EFFECTS;

const STRENGTH: readonly InterestEffect[] = ["none", "no_vote", "no_speech_no_vote", "withdraws"];

/** "Owns a farm. Left the room at 10.45 am, and came back at 11.00 am.": what was declared, and what followed from it. */
export function declaredInMinutes({
  publicText,
  effect,
  leftAt,
  returnedAt,
}: {
  publicText: string;
  effect: InterestEffect;
  leftAt: PlainTime | null;
  returnedAt: PlainTime | null;
}): string {
  const left = leftAt === null ? "" : ` at ${formatTime(leftAt)}`;
  const returned = returnedAt === null ? "" : `, and came back at ${formatTime(returnedAt)}`;
  const did = effect === "withdraws" || leftAt !== null ? `Left the room${left}${returned}` : EFFECTS_SAID[effect];
  const said = publicText.trim();
  return did === null ? said : `${said}${/[.!?]$/.test(said) ? "" : "."} ${did}.`;
}

/** What followed, to begin a sentence with; of whoever took part nothing is said. */
const EFFECTS_SAID: Readonly<Record<InterestEffect, string | null>> = {
  none: null,
  no_vote: "Did not vote",
  no_speech_no_vote: "Did not speak or vote",
  withdraws: "Left the room",
};

/** A dispensation lets somebody take part despite an interest, for at most four years (Localism Act 2011 s33). */
export type Dispensation = { from: PlainDate; until: PlainDate; speak: boolean; vote: boolean };

export type Declaration = {
  personId: string;
  /** The item it concerns; null for the whole meeting. */
  agendaItemId: string | null;
  kind: InterestKind;
  /** What happened, as recorded. */
  effect: InterestEffect;
  /** In the declarer's words. Kept from the public where the interest is sensitive. */
  nature: string;
  /** The monitoring officer agrees that details could lead to violence or intimidation (Localism Act 2011 s32). */
  sensitive: boolean;
  /** Already in the register. */
  registered: boolean;
  declaredOn: PlainDate;
  dispensation: Dispensation | null;
  /** Times of the clock, "10:45". */
  leftAt: string | null;
  returnedAt: string | null;
};

/**
 * The least the law asks for: with a disclosable pecuniary interest no speech and no vote unless a dispensation in force says
 * otherwise (Localism Act 2011 ss31, 33); with council tax arrears no vote (LGFA 1992 s106).
 */
export function effectAskedByLaw({ kind, dispensation, declaredOn }: Declaration): InterestEffect {
  if (kind === "council_tax_arrears") return "no_vote";
  if (kind !== "disclosable_pecuniary") return "none";
  const inForce = dispensation !== null && dispensation.from <= declaredOn && declaredOn <= dispensation.until;
  if (inForce && dispensation.vote) return "none";
  return inForce && dispensation.speak ? "no_vote" : "no_speech_no_vote";
}

/** Whether what happened falls short of what the law asks for. It is recorded all the same, and pointed out. */
export const fallsShortOfLaw = (declaration: Declaration): boolean =>
  STRENGTH.indexOf(declaration.effect) < STRENGTH.indexOf(effectAskedByLaw(declaration));

const concerns = (declaration: Declaration, personId: string, agendaItemId: string) =>
  declaration.personId === personId && (declaration.agendaItemId === null || declaration.agendaItemId === agendaItemId);

/** Whether nothing declared keeps the person from voting on the item. */
export const mayVote = (personId: string, agendaItemId: string, declarations: readonly Declaration[]): boolean =>
  declarations.every((declaration) => !concerns(declaration, personId, agendaItemId) || declaration.effect === "none");

/** Whether the person has an interest that keeps them from taking part in the item. */
export const isKeptFrom = (personId: string, agendaItemId: string, declarations: readonly Declaration[]): boolean =>
  declarations.some(
    (declaration) =>
      concerns(declaration, personId, agendaItemId) &&
      (declaration.effect === "no_speech_no_vote" || declaration.effect === "withdraws"),
  );

/**
 * The last day for telling the monitoring officer of a disclosable pecuniary interest that is not in the register: 28 days
 * beginning with the disclosure (Localism Act 2011 s31(3)). Null where nothing is owed.
 */
export function registerBy({ kind, registered, declaredOn }: Declaration): PlainDate | null {
  return kind === "disclosable_pecuniary" && !registered ? lastDayBeginningWith(declaredOn, 28) : null;
}
