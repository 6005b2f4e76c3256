import * as z from "zod";
import { topicFields } from "../topic-fields";
import type { TopicField } from "../topic-words";
import { TOPIC_WORDS } from "../topic-words";

const NAMES = Object.keys(TOPIC_WORDS) as TopicField[];

/** Names of fields, as a hidden input holds them. */
const names = z
  .string()
  .default("")
  .transform((text) => NAMES.filter((name) => text.split(",").includes(name)));

const side = z.enum(["mine", "theirs"]).optional();
const person = z.union([z.literal(""), z.uuid()]).default("");

/** The radio buttons of a field that was shown side by side. */
export const chooses = <Name extends TopicField>(name: Name): `choose-${Name}` => `choose-${name}`;

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
    /** What stood there when the form was opened, and what stands there now: both only to be shown again. */
    base: z.string().max(100_000).default(""),
    conflict: z.string().max(100_000).default(""),
    /** The fields that were shown side by side, and those among them in which something was typed. */
    lines: names,
    typed: names,
    keep: z.literal("theirs").optional(),
    ...(Object.fromEntries(NAMES.map((name) => [chooses(name), side])) as Record<`choose-${TopicField}`, typeof side>),
  })
  .superRefine((form, context) => {
    if (form.keep === "theirs") return;
    for (const name of form.lines)
      if (form[chooses(name)] === undefined)
        context.addIssue({
          code: "custom",
          path: [chooses(name)],
          message: `Choose one of the two for “${TOPIC_WORDS[name]}”.`,
        });
  });

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
