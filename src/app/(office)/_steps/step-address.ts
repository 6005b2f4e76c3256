import { type DraftPlace, draftPlace } from "@/server/forms/draft-place";

/** The form of a step, by its name in its machine. */
export const stepForm = (step: string): string => `step/${step}`;

/** Where what is typed into the form of a step is kept until it is taken. */
export const stepPlace = (id: string, step: string): DraftPlace | null => draftPlace(stepForm(step), id);
