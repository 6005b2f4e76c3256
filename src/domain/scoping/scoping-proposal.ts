import type { Relations } from "@/domain/access/role";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { PlannedWork } from "@/domain/programme/planned-work";
import type { ScopingField, ScopingTemplate } from "./scoping-template";

export type ScopingStatus =
  | "draft"
  | "ready"
  | "on_agenda"
  | "approved"
  | "approved_amended"
  | "referred_back"
  | "rejected"
  | "deferred"
  | "commissioned"
  | "complete"
  | "revision"
  | "withdrawn";

/** A lead member, with what is true of them today. */
export type Lead = { personId: string; name: string; sitsOnBody: boolean; sitsOnExecutive: boolean };

/** A topic the proposal takes up, with the separate matters in it. */
export type AbsorbedTopic = { title: string; parts: readonly string[] };

/** What somebody wants the committee to look into, and how: the form, and the facts its rules look at. */
export type ScopingProposal = Relations &
  Omit<PlannedWork, "leadMembers"> & {
    id: string;
    status: ScopingStatus;
    bodyId: string;
    template: ScopingTemplate;
    item: string;
    leads: readonly Lead[];
    /** The lead officer's name. */
    leadOfficer: string | null;
    /** The prose of the form, by field. */
    answers: Readonly<Partial<Record<ScopingField, string>>>;
    absorbs: readonly AbsorbedTopic[];
    /** Parts of those topics that it says it leaves behind. */
    staysBehind: readonly string[];
    agendaItemId: string | null;
    /** The first day that what it says now was on a published agenda: what has been public stays so. Null while it is drafted again. */
    firstOnAgendaOn: PlainDate | null;
    /** What the committee changed when it approved it amended. */
    amendments: string | null;
    /** The meeting that considered the report of the work. */
    reportConsideredOn: PlainDate | null;
  };

/** In these it is written in. */
export const WRITTEN_IN: readonly ScopingStatus[] = ["draft", "revision"];

/** In these nothing is asked of anybody any more. */
const ENDED: readonly ScopingStatus[] = ["rejected", "complete", "withdrawn"];

/** Somebody who may lead a review for this body (LGA 2000 s9FA: no member of the executive). */
export const mayLead = (lead: Lead): boolean => lead.sitsOnBody && !lead.sitsOnExecutive;

/**
 * Nobody who leads it may lead it still: after an election, say. A flag, not a state; the proposal stays good.
 * A draft that has had no lead yet is merely incomplete, and a template without lead members asks for none.
 */
export function needsLead({
  status,
  leads,
  template,
}: Pick<ScopingProposal, "status" | "leads" | "template">): boolean {
  if (ENDED.includes(status) || leads.some(mayLead)) return false;
  const wanted = template.fields.some(({ field, need }) => field === "leadMember" && need !== "optional");
  return leads.length > 0 || (wanted && status !== "draft");
}

/** The statuses in which the committee has approved it, whatever came of it since. */
export const APPROVED: readonly ScopingStatus[] = ["approved", "approved_amended", "commissioned", "complete"];

/**
 * The parts of its topics that its text does not mention, unless it says that they stay behind. A part is mentioned when all
 * its words are; words that only join others do not count.
 */
export function leftOut(proposal: ScopingProposal): { part: string; topic: string }[] {
  const said = new Set(
    words([proposal.item, ...proposal.linesOfEnquiry, ...Object.values(proposal.answers)].join(" ")),
  );
  const behind = proposal.staysBehind.map((part) => part.toLowerCase());
  return proposal.absorbs.flatMap(({ title, parts }) =>
    (parts.length > 0 ? parts : [title])
      .filter((part) => !behind.includes(part.toLowerCase()) && !words(part).every((word) => said.has(word)))
      .map((part) => ({ part, topic: title })),
  );
}

const JOINING = ["a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"];

const words = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !JOINING.includes(word));
