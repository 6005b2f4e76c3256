import * as z from "zod";
import { checkChosen, versionFields } from "../../../_forms/two-versions-schema";
import { topicFields } from "../topic-fields";
import { TOPIC_WORDS } from "../topic-words";

const person = z.union([z.literal(""), z.uuid()]).default("");

/** Which topic a form of its page is about, and the version that was read. */
const topic = { id: z.uuid(), slug: z.string(), version: z.coerce.number().int() };

/** A topic as somebody edited it; and, where somebody else had saved first, which of the two versions they chose, field by field. */
export const editSchema = z
  .object({
    ...topic,
    ...topicFields,
    parts: z
      .string()
      .max(5_000, "Shorten this to 5,000 characters or fewer.")
      .default("")
      .transform((text) => [
        ...new Set(
          text
            .split(/\r?\n/)
            .map((line) => line.trim())
            .filter(Boolean),
        ),
      ]),
    leadMember: person,
    leadOfficer: person,
    ...versionFields(TOPIC_WORDS),
  })
  .superRefine((form, context) => checkChosen(form, TOPIC_WORDS, context));

const MARK = /^mark-(.+)$/;

/** Somebody's marks, "mark-timely" and so on; which there are is the method's to say. */
export const scoreSchema = z.looseObject({ ...topic }).transform(({ id, slug, version, ...sent }, context) => {
  const marks: Record<string, number> = {};
  for (const [name, value] of Object.entries(sent)) {
    const key = MARK.exec(name)?.[1];
    if (key === undefined || typeof value !== "string" || value === "") continue;
    if (/^-?\d{1,3}$/.test(value)) marks[key] = Number(value);
    else context.addIssue({ code: "custom", path: [key], message: "Choose one of the marks." });
  }
  return { id, slug, version, marks };
});

export const acceptSchema = z.object(topic);
