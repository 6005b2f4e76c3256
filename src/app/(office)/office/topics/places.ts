import type { DraftPlace } from "@/server/forms/drafts";

/** The form by which somebody of the office suggests a topic; what is typed there is kept by person. */
export const NEW_TOPIC = "topic/new";

/** The form that says what a topic is about. */
export const EDIT_TOPIC = "topic/edit";

/** The form of somebody's own marks. */
export const SCORE_TOPIC = "topic/score";

export const topicPlace = (form: string, subjectId: string): DraftPlace | null =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(subjectId) ? { form, subjectId } : null;
