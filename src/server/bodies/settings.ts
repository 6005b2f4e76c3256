import * as z from "zod";
import { DORSET_2016_DEADLINES } from "@/domain/calendar/deadlines";
import { patternProblem } from "@/domain/calendar/minute-numbering";
import { isPlainTime } from "@/domain/calendar/plain-time";
import { COMMON_QUORUM, type QuorumSize } from "@/domain/meetings/quorum";
import { DORSET_FRONT_SHEET } from "@/domain/reports/front-sheet";
import { CLEARANCE_STEPS } from "@/domain/reports/report";
import { SCOPING_FIELDS, type ScopingField } from "@/domain/scoping/scoping-template";
import { DEFAULT_TEMPLATE } from "@/domain/scoping/templates";
import { slugOf } from "@/domain/wording/slug";
import { keysOf } from "@/domain/wording/words-by-value";

/* Each setting of a body is a column of JSON. What is stored and what a form sends are read by the same schema: a form's numbers
   are texts, an empty text is nothing, and a row left blank is no row. Paths of what is wrong are those of the form's fields. */

const word = (most: number) => z.string("Write a few words.").trim().max(most, `Shorten this to ${most} characters.`);
const words = (most: number) => word(most).min(1, "Write a few words.");

const tick = z.preprocess((sent) => sent === true || sent === "yes", z.boolean());

const number = (least: number, most: number) =>
  z.preprocess(
    (sent) => (typeof sent === "string" ? (sent.trim() === "" ? null : Number(sent)) : (sent ?? null)),
    z
      .number(`Write a whole number from ${least} to ${most}.`)
      .int("Write a whole number.")
      .min(least, `Write ${least} or more.`)
      .max(most, `Write ${most} or less.`)
      .nullable(),
  );

const given = (least: number, most: number) =>
  number(least, most).pipe(z.number(`Write a whole number from ${least} to ${most}.`));

const list = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess(
    (sent) => (sent === undefined || sent === "" ? [] : [sent].flat()),
    z.array(z.enum(values)).transform((chosen) => values.filter((value) => chosen.includes(value))),
  );

/** Rows by their place in the form; those whose `told` field is empty are left out. */
const rows = <Row extends z.ZodType>(row: Row, told: string, most: number) =>
  z.unknown().transform((sent, context): z.output<Row>[] => {
    const read: z.output<Row>[] = [];
    for (const [place, one] of Object.entries(sent ?? {})) {
      const tells = (one as Record<string, unknown> | null)?.[told];
      if (typeof tells !== "string" || tells.trim() === "") continue;
      const found = row.safeParse(one);
      if (found.success) read.push(found.data);
      else
        for (const { message, path } of found.error.issues)
          context.addIssue({ code: "custom", message, path: [place, ...path] });
    }
    if (read.length > most) context.addIssue({ code: "custom", message: `Keep to ${most} rows.`, path: ["0", told] });
    return read;
  });

const label = word(60).optional();
const labels = z
  .object({ chair: label, viceChair: label, executive: label, executiveChair: label, programme: label })
  .transform((given) => Object.fromEntries(Object.entries(given).filter(([, word]) => word)) as typeof given);

/** "Three, or a quarter, whichever is the greater": the number, the fraction, or both. */
const quorumSize: z.ZodType<QuorumSize> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("number"), number: z.int().min(1) }),
    z.object({ kind: z.literal("fraction"), numerator: z.int().min(1), denominator: z.int().min(1) }),
    z.object({ kind: z.literal("greater_of"), sizes: z.array(quorumSize).min(1) }),
  ]),
);
const sizeTyped = z
  .object({ number: number(1, 200), numerator: number(1, 100), denominator: number(1, 100) })
  .transform(({ number, numerator, denominator }, context): QuorumSize => {
    const sizes: QuorumSize[] = number === null ? [] : [{ kind: "number", number }];
    if (numerator !== null && denominator !== null && numerator <= denominator)
      sizes.push({ kind: "fraction", numerator, denominator });
    else if (numerator !== null || denominator !== null)
      context.addIssue({
        code: "custom",
        path: ["denominator"],
        message: "Write a part of the whole, such as 1 of 4.",
      });
    const [first, ...more] = sizes;
    if (!first) context.addIssue({ code: "custom", path: ["number"], message: "Write a number, a fraction, or both." });
    return first && more.length === 0 ? first : { kind: "greater_of", sizes };
  });
const quorum = z.object({
  size: z.unknown().transform((sent, context): QuorumSize => {
    const isStored = typeof sent === "object" && sent !== null && "kind" in sent;
    const read = (isStored ? quorumSize : sizeTyped).safeParse(sent);
    if (read.success) return read.data;
    for (const { path, message } of read.error.issues) context.addIssue({ code: "custom", path, message });
    return z.NEVER;
  }),
  counts: z.enum(["electorate", "members", "everybody"], "Choose who is counted."),
  countsInterested: tick,
});

const numbering = z
  .object({
    scope: z.enum(["calendar_year", "municipal_year", "meeting", "running"], "Choose where numbers begin again."),
    pattern: words(60).superRefine((pattern, context) => {
      const problem = patternProblem(pattern);
      if (problem) context.addIssue({ code: "custom", message: problem });
    }),
    startAt: number(1, 100_000).optional(),
  })
  .transform(({ startAt, ...policy }) => (startAt == null ? policy : { ...policy, startAt }));

export const AGENDA_ITEM_KINDS = {
  ordinary: "An ordinary item",
  apologies: "Apologies",
  code_of_conduct: "Interests and the code of conduct",
  minutes: "Minutes to confirm",
  matters_raised: "Progress on matters raised",
  public_participation: "Public participation",
  motions: "Motions referred",
  work_programme: "Work programme",
  councillor_questions: "Questions from councillors",
  exclusion: "Exclusion of the public",
  urgent: "Urgent items",
  heading: "A heading",
} as const;
const agendaTemplate = rows(
  z
    .object({
      kind: z.enum(keysOf(AGENDA_ITEM_KINDS), "Choose what kind of item it is."),
      title: words(200),
      /** The council's wording of what is to be done; {day} is that of the meeting whose minutes are confirmed. */
      purpose: word(1000).optional(),
      nested: tick.optional(),
    })
    .transform(({ purpose, nested, ...item }) => ({ ...item, ...(purpose && { purpose }), ...(nested && { nested }) })),
  "title",
  60,
);

const NEEDS = ["required", "asked", "optional"] as const;
const scopingTemplate = z
  .object({
    key: word(60).default("own"),
    name: words(100),
    version: z.coerce.number().int().default(1),
    fields: z.unknown().transform((sent, context) => {
      const asked = Object.values(sent ?? {}).filter((one) => one && one.need !== "" && one.need !== undefined);
      const read = z
        .array(
          z.object({
            field: z.enum(Object.keys(SCOPING_FIELDS) as [ScopingField]),
            label: words(100),
            need: z.enum(NEEDS),
            place: z.coerce.number().default(0),
          }),
        )
        .safeParse(asked);
      if (!read.success) {
        for (const { message, path } of read.error.issues) {
          const wrong = asked[Number(path[0])];
          const place = Object.values(sent ?? {}).indexOf(wrong);
          context.addIssue({ code: "custom", message, path: [String(place), ...path.slice(1)] });
        }
        return [];
      }
      if (!read.data.some(({ field }) => field === "item"))
        context.addIssue({ code: "custom", path: ["0", "need"], message: "Ask for the item: a proposal has a name." });
      return read.data
        .map((field, found) => ({ field, found }))
        .sort((a, b) => a.field.place - b.field.place || a.found - b.found)
        .map(({ field: { field, label, need } }) => ({ field, label, need }));
    }),
  })
  .transform((template) => template);

const frontSheet = rows(
  z
    .object({
      key: word(60).optional(),
      label: words(100),
      kind: z.enum(["text", "list", "choice"], "Choose how it is answered."),
      choices: z
        .union([z.array(z.string()), z.string().transform((text) => text.split(/\r?\n|;/))])
        .optional()
        .transform((all) => all?.map((one) => one.trim()).filter((one) => one !== "")),
      need: z.enum(["required", "expected", "optional"], "Choose what happens when it is blank."),
      noneIsAnswer: tick,
    })
    .superRefine(({ kind, choices }, context) => {
      if (kind === "choice" && (choices?.length ?? 0) < 2)
        context.addIssue({ code: "custom", path: ["choices"], message: "Write at least two answers, with ; between." });
    })
    .transform(({ key, choices, kind, ...field }) => ({
      key: key || slugOf(field.label).replaceAll("-", "_"),
      kind,
      ...field,
      ...(kind === "choice" && choices && { choices }),
    })),
  "label",
  40,
);

const deadlines = rows(
  z
    .object({
      key: word(60).optional(),
      label: words(100),
      offset: given(0, 60),
      unit: z.enum(["working_day", "calendar_day"], "Choose which days are counted."),
      time: z
        .string()
        .trim()
        .transform((typed) => (typed === "" ? "" : typed.replace(".", ":").padStart(5, "0")))
        .refine((typed) => typed === "" || isPlainTime(typed), "Write the time by the 24-hour clock, such as 10:00.")
        .optional(),
    })
    .transform(({ key, time, ...rule }) => ({
      key: key || slugOf(rule.label).replaceAll("-", "_"),
      ...rule,
      ...(time && { time }),
    })),
  "label",
  20,
);

const rules = z.object({
  capacity: number(1, 50),
  scoringMethod: z.preprocess((sent) => sent || null, word(60).nullable()),
  otherCoOpteesVote: tick,
  followUps: z.object({
    closedBy: z.enum(["committee", "officer_after_consulting_chair"], "Choose who closes them."),
    staleAfterDays: given(1, 730),
  }),
  clearance: z.object({
    steps: list(keysOf(CLEARANCE_STEPS)),
    fourEyes: tick,
    posts: z
      .partialRecord(z.enum(keysOf(CLEARANCE_STEPS)), word(100))
      .default({})
      .transform((posts) => Object.fromEntries(Object.entries(posts).filter(([, title]) => title))),
  }),
  groups: z.object({
    maxConcurrent: number(1, 20),
    onePerService: tick,
    monthsSinceReview: number(1, 120),
    minPoliticalGroups: number(1, 10),
    maxMonths: number(1, 60),
    noExecutive: tick,
    electsOwnChair: tick,
  }),
});

export const BODY_SETTINGS = {
  labels,
  quorum,
  numbering,
  agendaTemplate,
  scopingTemplate,
  frontSheet,
  deadlines,
  rules,
} as const;

export type BodySetting = keyof typeof BODY_SETTINGS;
export type BodySettings = { [Name in BodySetting]: z.output<(typeof BODY_SETTINGS)[Name]> };

/** What a new body starts with, and what stands in where nothing was ever set. */
export const USUAL_SETTINGS: BodySettings = {
  labels: {},
  quorum: COMMON_QUORUM as BodySettings["quorum"],
  numbering: { scope: "municipal_year", pattern: "{n}" },
  agendaTemplate: [
    { kind: "apologies", title: "Apologies for absence" },
    { kind: "code_of_conduct", title: "Code of conduct", purpose: "To declare interests in what is on this agenda." },
    { kind: "minutes", title: "Minutes", purpose: "To confirm and sign the minutes of {day}." },
    { kind: "matters_raised", title: "Progress on matters raised at previous meetings" },
    { kind: "public_participation", title: "Public participation", purpose: "To receive questions and statements." },
    { kind: "heading", title: "Scrutiny items" },
    { kind: "work_programme", title: "Work programme", purpose: "To receive it, and to consider what to add." },
    { kind: "councillor_questions", title: "Questions from councillors" },
  ],
  scopingTemplate: { ...DEFAULT_TEMPLATE, fields: [...DEFAULT_TEMPLATE.fields] },
  frontSheet: DORSET_FRONT_SHEET.map(({ choices, ...field }) => ({
    ...field,
    ...(choices && { choices: [...choices] }),
  })),
  deadlines: [...DORSET_2016_DEADLINES] as BodySettings["deadlines"],
  rules: {
    capacity: null,
    scoringMethod: null,
    otherCoOpteesVote: false,
    followUps: { closedBy: "committee", staleAfterDays: 90 },
    clearance: { steps: ["director"], fourEyes: true, posts: {} },
    groups: {
      maxConcurrent: null,
      onePerService: false,
      monthsSinceReview: null,
      minPoliticalGroups: null,
      maxMonths: null,
      noExecutive: true,
      electsOwnChair: true,
    },
  },
};

/** A setting as it is stored; what cannot be read is as one starts with. */
export function settingFrom<Name extends BodySetting>(name: Name, stored: unknown): BodySettings[Name] {
  const read = BODY_SETTINGS[name].safeParse(stored);
  return (read.success ? read.data : USUAL_SETTINGS[name]) as BodySettings[Name];
}
