/** The form by which somebody of the office suggests a topic; what is typed there is kept by person. */
export const NEW_TOPIC = "topic/new";

/** The form that says what a topic is about. */
export const EDIT_TOPIC = "topic/edit";

/** The form of somebody's own marks. */
export const SCORE_TOPIC = "topic/score";
