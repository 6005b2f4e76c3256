import * as z from "zod";
import { isPlainDate } from "@/domain/calendar/plain-date";
import { SCOPING_FIELDS, type ScopingField } from "@/domain/scoping/scoping-template";
import { SECTION_KEYS, type SectionKey } from "@/domain/scoping/sections";
import { PROSE_FIELDS, type ProseField } from "@/server/scoping/content";
import type { FormField, ProposalChanges, Typed } from "@/server/scoping/form";
import { dayIn } from "../../../_forms/when-schema";

const FORM_FIELDS = [...(Object.keys(SCOPING_FIELDS) as ScopingField[]), "endsOn", "inForceOn", "topics"] as const;
const MOST_WRITTEN = 20_000;

const written = z
  .string()
  .transform((text) => text.replaceAll("\r\n", "\n").trim())
  .pipe(z.string().max(MOST_WRITTEN, "Shorten this: it is longer than 20,000 characters."))
  .optional();
const chosen = z.union([z.literal("").transform(() => null), z.uuid()]).optional();
const several = z.union([z.string().transform((one) => [one]), z.array(z.string())]).optional();
const number = z.string().trim().max(4).optional();

/** JSON of our own making, sent back by the form; anything else is as if it were not there. */
const typed = z
  .string()
  .transform((json): unknown => {
    try {
      return JSON.parse(json);
    } catch {
      return undefined;
    }
  })
  .pipe(z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional())
  .optional();

const names = z
  .string()
  .transform((list) => list.split(",").filter(Boolean))
  .pipe(z.array(z.enum(FORM_FIELDS as unknown as [FormField, ...FormField[]])));

const record = {
  id: z.uuid(),
  version: z.coerce.number().int(),
  section: z.enum(SECTION_KEYS as [SectionKey, ...SectionKey[]]),
};

/** One part of the form. Gaps are welcome; what cannot be so is not. */
export const sectionSchema = z
  .object({
    ...record,
    /** The fields that are on it: an unticked box sends nothing, and is not the same as one that is not there. */
    fields: names,
    was: typed,
    goTo: z.string().optional(),
    item: written,
    leadMember: chosen,
    leadOfficer: chosen,
    reportToMeeting: chosen,
    linesOfEnquiry: written,
    corporatePlanOutcome: several,
    topics: several,
    leavesOut: several,
    ...({
      "endsOn-day": number,
      "endsOn-month": number,
      "endsOn-year": number,
      "inForceOn-day": number,
      "inForceOn-month": number,
      "inForceOn-year": number,
    } as const),
    ...(Object.fromEntries(PROSE_FIELDS.map((field) => [field, written])) as Record<ProseField, typeof written>),
  })
  .superRefine((input, context) => {
    for (const field of ["endsOn", "inForceOn"] as const)
      if (input.fields.includes(field) && dateOf(input, field) === undefined)
        context.addIssue({
          code: "custom",
          path: [`${field}-day`],
          message: "Write a day that exists, such as 28 2 2017, or leave all three empty.",
        });
  });

type SectionInput = z.output<typeof sectionSchema>;

/** The day that three inputs say; null where all are empty, undefined where there is no such day. */
function dateOf(input: Readonly<Record<string, unknown>>, field: "endsOn" | "inForceOn"): string | null | undefined {
  const date = dayIn(input, field);
  return date === null || isPlainDate(date) ? date : undefined;
}

/** What the part of the form changes. */
export function changesFrom(input: SectionInput): ProposalChanges {
  const changes: ProposalChanges = {};
  for (const field of input.fields) Object.assign(changes, { [field]: changeOf(field, input) });
  return changes;
}

function changeOf(field: FormField, input: SectionInput): unknown {
  switch (field) {
    case "endsOn":
    case "inForceOn":
      return dateOf(input, field) ?? null;
    case "linesOfEnquiry":
      return (input.linesOfEnquiry ?? "")
        .split("\n")
        .map((line) => line.replace(/^\s*(?:[-–•*]|\d+[.)])\s+/, "").trim())
        .filter(Boolean);
    case "corporatePlanOutcome":
      return input.corporatePlanOutcome ?? [];
    case "topics":
      return (input.topics ?? []).map((id) => ({
        id,
        leavesOut: (input.leavesOut ?? []).flatMap((value) =>
          value.startsWith(`${id}:`) ? [value.slice(id.length + 1)] : [],
        ),
      }));
    case "leadMember":
    case "leadOfficer":
    case "reportToMeeting":
      return input[field] ?? null;
    default:
      return input[field] ?? "";
  }
}

/** Which of two versions is kept, field by field. */
export const settleSchema = z.object({
  ...record,
  fields: names,
  mine: typed,
  ...(Object.fromEntries(
    FORM_FIELDS.map((field) => [`keep-${field}`, z.enum(["mine", "theirs"]).optional()]),
  ) as Record<`keep-${FormField}`, z.ZodOptional<z.ZodEnum<{ mine: "mine"; theirs: "theirs" }>>>),
});

/** What of one's own is kept, as if it were sent from the part of the form. */
export const asSection = (input: z.output<typeof settleSchema>, fields: readonly FormField[]): Typed => ({
  ...input.mine,
  id: input.id,
  version: String(input.version),
  section: input.section,
  fields: fields.join(","),
});

export const dropSchema = z.object({ id: z.uuid(), section: record.section });

export const putForwardSchema = z.object({ id: z.uuid(), version: z.coerce.number().int(), reason: written });
