import type { FieldGroup, StepField } from "@/server/workflow/step-field";

const PRIVATE = ["inPrivate", "paragraphs", "publicInterest", "confidentialGround"];

export const isPrivateField = ({ name }: StepField): boolean => PRIVATE.includes(name);

/** Most items are taken in public: of these the fields stand behind a word. */
export const privateGroup = (fields: readonly StepField[]): FieldGroup => ({
  name: "private",
  title: "Likely to be taken in private",
  hint: "Where something exempt or confidential would be said, also where nothing of it is on paper. The meeting excludes the public by a resolution, which names this item.",
  fields: fields.filter(isPrivateField),
});
