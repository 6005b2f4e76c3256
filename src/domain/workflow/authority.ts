import type { PlainDate } from "@/domain/calendar/plain-date";

/** What a decision may rest on. "Approved by the committee" comes from a resolution only. */
export type AuthorityKind = "resolution" | "officer_decision" | "statutory_consent" | "other_body" | "import";

/**
 * The authority a decision rests on, as recorded facts: a clerk who types the minutes up the next day must be able to record
 * what was carried the day before.
 */
export type Authority =
  | {
      kind: "resolution";
      decisionId: string;
      meetingId: string;
      bodyId: string;
      heldOn: PlainDate;
      /** The meeting took place, and was quorate when the item was taken. */
      held: boolean;
      quorate: boolean;
      /** Records the agenda item was about; a resolution approves only what was before the meeting. */
      concerns: readonly string[];
    }
  | { kind: "officer_decision"; personId: string; decidedOn: PlainDate; consulted: string }
  | { kind: "statutory_consent"; statute: string; givenBy: string; decidedOn: PlainDate }
  | { kind: "other_body"; bodyId: string; decidedOn: PlainDate; reference: string }
  | { kind: "import"; source: string };
