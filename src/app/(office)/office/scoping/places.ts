import type { SectionKey } from "@/domain/scoping/sections";
import { type DraftPlace, draftPlace } from "@/server/forms/draft-place";

/** The form that begins a proposal; what is typed there is kept by committee. */
export const NEW_PROPOSAL = "scoping proposal/new";

/** The form of one part of a proposal. */
export const sectionForm = (section: SectionKey): string => `scoping proposal/${section}`;

/** Where what is typed of a proposal that is not begun is kept. */
export const newProposalPlace = (bodyId: string): DraftPlace | null => draftPlace(NEW_PROPOSAL, bodyId);

/** Where what is typed into one part of a proposal is kept. */
export const sectionPlace = (proposalId: string, section: SectionKey): DraftPlace | null =>
  draftPlace(sectionForm(section), proposalId);

/** The address of a part of a proposal's form. */
export const sectionAddress = (proposalId: string, section: SectionKey): `/${string}` =>
  `/office/scoping/${proposalId}?section=${section}#asked`;
