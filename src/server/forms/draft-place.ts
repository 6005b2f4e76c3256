import { isKey } from "@/domain/access/record-key";

/** Which form of which record something was typed into. */
export type DraftPlace = { form: string; subjectId: string };

/** Where what is typed into a form is kept until it is carried out; null for what is no record's key. */
export const draftPlace = (form: string, subjectId: string): DraftPlace | null =>
  isKey(subjectId) ? { form, subjectId } : null;
