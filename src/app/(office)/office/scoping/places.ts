import type { SectionKey } from "@/domain/scoping/sections";
import type { DraftPlace } from "@/server/forms/drafts";

/** The form that begins a proposal; what is typed there is kept by committee. */
export const NEW_PROPOSAL = "scoping proposal/new";

/** The form of one part of a proposal. */
export const sectionForm = (section: SectionKey): string => `scoping proposal/${section}`;

export const newProposalPlace = (bodyId: string): DraftPlace | null =>
  isKey(bodyId) ? { form: NEW_PROPOSAL, subjectId: bodyId } : null;

export const sectionPlace = (proposalId: string, section: SectionKey): DraftPlace | null =>
  isKey(proposalId) ? { form: sectionForm(section), subjectId: proposalId } : null;

/** The address of a part of a proposal's form. */
export const sectionAddress = (proposalId: string, section: SectionKey): `/${string}` =>
  `/office/scoping/${proposalId}?section=${section}#asked`;

const isKey = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
