import type { DraftPlace } from "@/server/forms/drafts";

/** Where what is typed into the form of a step is kept until it is taken. */
export const stepPlace = (id: string, step: string): DraftPlace | null =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? { form: stepForm(step), subjectId: id } : null;

export const stepForm = (step: string): string => `step/${step}`;
