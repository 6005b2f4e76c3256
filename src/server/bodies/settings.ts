import * as z from "zod";
import { DORSET_2016_DEADLINES } from "@/domain/calendar/deadlines";
import { patternProblem } from "@/domain/calendar/minute-numbering";
import { isPlainTime } from "@/domain/calendar/plain-time";
import { COMMON_QUORUM, type QuorumSize } from "@/domain/meetings/quorum";
import { USUAL_QUESTION_RULES } from "@/domain/questions/question-rules";
import { DORSET_FRONT_SHEET } from "@/domain/reports/front-sheet";
import { CLEARANCE_STEPS } from "@/domain/reports/report";
import { SCOPING_FIELDS, type ScopingField } from "@/domain/scoping/scoping-template";
import { DEFAULT_TEMPLATE } from "@/domain/scoping/templates";
import { slugOf } from "@/domain/wording/slug";
import { keysOf } from "@/domain/wording/words-by-value";
import { given, list, number, rows, tick, word, words } from "./typed-fields";

/* Each setting of a body is a column of JSON. */

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
      for: z.enum(["everybody", "office"], "Choose who keeps it.").optional(),
    })
    .transform(({ key, time, for: whom, ...rule }) => ({
      key: key || slugOf(rule.label).replaceAll("-", "_"),
      ...rule,
      ...(time && { time }),
      ...(whom === "office" && { for: whom }),
    })),
  "label",
  20,
);

/** By the 24-hour clock; none where it is left empty. */
const hour = z.preprocess(
  (sent) => (typeof sent === "string" && sent.trim() !== "" ? sent.trim().replace(".", ":").padStart(5, "0") : null),
  z.string().refine(isPlainTime, "Write the time by the 24-hour clock, such as 17:00.").nullable(),
);

const rules = z.object({
  capacity: number(1, 50),
  publishBy: hour,
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
  questions: z
    .object({
      replyWithinDays: given(1, 60),
      eraseAfterMonths: given(1, 120),
      eraseAtLatestMonths: given(1, 120),
    })
    .refine(({ eraseAfterMonths, eraseAtLatestMonths }) => eraseAfterMonths <= eraseAtLatestMonths, {
      path: ["eraseAtLatestMonths"],
      message: "Write no fewer months than for those to whom no reply is owed.",
    })
    .default(USUAL_QUESTION_RULES),
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
    publishBy: null,
    scoringMethod: null,
    otherCoOpteesVote: false,
    followUps: { closedBy: "committee", staleAfterDays: 90 },
    clearance: { steps: ["director"], fourEyes: true, posts: {} },
    questions: USUAL_QUESTION_RULES,
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
