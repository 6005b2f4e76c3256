import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { canReadContent, type ReadScope, readScope } from "@/domain/access/read-scope";
import { AGAINST_EXEMPTION, CONFIDENTIAL_GROUNDS } from "@/domain/papers/schedule-12a";
import { asMarkdown } from "@/domain/reports/numbered-paragraphs";
import {
  CLEARANCE_STEPS,
  CLEARED_IN,
  type ClearanceStep,
  RESTRICTED_IN,
  type ReportStatus,
  WRITTEN_IN,
} from "@/domain/reports/report";
import { keysOf } from "@/domain/wording/words-by-value";
import { readable } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { db } from "@/server/db";
import { notFound } from "@/server/errors";
import { listDrafts } from "@/server/forms/drafts";
import { BODY_LINK } from "@/server/meetings/queries";
import { restrictionFields } from "@/server/papers/restriction-form";
import type { StepField } from "@/server/workflow/step-field";
import { stepsToRecord } from "./clearance";
import { reportWork } from "./desk-work";
import { sheetFields, textFields } from "./report-form";
import { findReport } from "./subject";
import { partVersion } from "./versions";
import { wordSheetIn } from "./word-sheet";

const LISTED = {
  id: true,
  slug: true,
  title: true,
  status: true,
  keepers: true,
  areaId: true,
  bodyId: true,
  body: { select: { ...BODY_LINK, parentId: true } },
  meeting: { select: { ...ACCESS, date: true } },
  authors: { select: { personId: true, person: { select: { name: true } } } },
  clearances: { select: { step: true, outcome: true, askedIds: true, at: true } },
} as const;

const MOST_LISTED = 200;
const MOST_PUBLISHED = 60;

/** Reports open to the reader: those under way, and those last published. */
export async function listOfficeReports(scope: ReadScope) {
  const out = { in: ["published", "considered", "replaced", "withdrawn"] as const };
  const orderBy = [{ meeting: { date: "desc" as const } }, { title: "asc" as const }];
  const [underWay, published] = await Promise.all([
    db.report.findMany({
      where: { AND: [{ status: { notIn: [...out.in] } }, readable(scope)] },
      orderBy,
      take: MOST_LISTED,
      select: LISTED,
    }),
    db.report.findMany({
      where: { AND: [{ status: { in: [...out.in] } }, readable(scope)] },
      orderBy,
      take: MOST_PUBLISHED,
      select: LISTED,
    }),
  ]);
  return [...underWay, ...published].map((report) => ({
    ...report,
    parentBodyId: report.body.parentId,
    // Whoever is asked to clear it reads it; it is theirs who write it.
    keepers: report.authors.map(({ personId }) => personId),
    meeting: visible(scope, report.meeting),
  }));
}

export type ListedReport = Awaited<ReturnType<typeof listOfficeReports>>[number];

/**
 * A report as the office works on it: what it says as far as the reader may read it, and the fields of what they may do with it.
 * @throws ExpectedError not-found
 */
export async function getReportDesk(person: Person, slug: string) {
  const scope = readScope(person);
  const head = await db.report.findFirst({
    where: { AND: [{ slug }, readable(scope)] },
    select: {
      ...ACCESS,
      id: true,
      body: { select: BODY_LINK },
      meeting: { select: { ...ACCESS, slug: true, date: true, body: { select: BODY_LINK } } },
      topic: { select: { ...ACCESS, slug: true, title: true } },
      authors: { select: { titleAsPrinted: true, person: { select: { name: true } } } },
      replaces: { select: { ...ACCESS, slug: true, title: true } },
      replacedBy: { select: { ...ACCESS, slug: true, title: true } },
    },
  });
  if (!head) throw notFound();
  const { row, subject } = await findReport(db, scope, head.id);
  const { status } = subject;
  const opens = row.text !== null && canReadContent(scope, row.text);
  const edits = opens && WRITTEN_IN.includes(status) && can(person, "report.edit", subject);
  const names = new Map(
    (
      await db.person.findMany({
        where: {
          id: {
            in: [
              ...row.clearances.flatMap(({ personId, askedIds }) => [personId, ...askedIds]),
              row.restrictionSignedById,
            ].filter((id) => id !== null),
          },
        },
        select: { id: true, name: true },
      })
    ).map(({ id, name }) => [id, name]),
  );
  const drafts = await listDrafts(scope, row.id);
  const recordable = CLEARED_IN.includes(status) ? stepsToRecord(person, subject) : [];
  const work = opens || row.text === null ? await reportWork(person, row, subject, drafts) : null;
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? null) : null);
  return {
    ...row,
    ...head,
    meeting: visible(scope, head.meeting),
    topic: visible(scope, head.topic),
    replaces: visible(scope, head.replaces),
    replacedBy: visible(scope, head.replacedBy),
    subject,
    /** What it says, where that is open to the reader. */
    text: opens && row.text ? row.text : null,
    isRestricted: subject.restriction !== "public",
    signedBy: nameOf(subject.restrictionSignedById),
    clearances: row.clearances.map((clearance) => ({
      ...clearance,
      by: nameOf(clearance.personId),
      asked: clearance.askedIds.flatMap((id) => nameOf(id) ?? []),
    })),
    sheetFields: edits ? sheetFields(subject.rules.template, subject.frontSheet) : null,
    textFields: edits ? textFields(row.title, asMarkdown(row.text?.numbered ?? [])) : null,
    restrictionFields:
      RESTRICTED_IN.includes(status) && can(person, "restriction.propose", subject)
        ? restrictionOf(row, subject)
        : null,
    maySign:
      RESTRICTED_IN.includes(status) && subject.restriction !== "public" && subject.restrictionSignedById === null
        ? can(person, "restriction.sign", subject)
        : false,
    clearanceFields:
      recordable.length > 0 && can(person, "report.record-clearance", subject)
        ? clearanceFields(recordable, status, can(person, "report.sign-off", subject))
        : null,
    /** Whether the step of its own is theirs besides: they sign reports off. */
    mayReturnBesides: can(person, "report.sign-off", subject),
    drafts,
    work,
    /** What the front sheet of a Word file says that the reader took the text from, until they chose from it. */
    wordSheet: edits
      ? wordSheetIn(drafts, subject.rules.template, work?.typed?.frontSheet ?? subject.frontSheet)
      : null,
    textVersion: await partVersion(db, row.id, "text"),
    sheetVersion: await partVersion(db, row.id, "sheet"),
  };
}

export type ReportDesk = Awaited<ReturnType<typeof getReportDesk>>;

type Found = Awaited<ReturnType<typeof findReport>>;

const restrictionOf = (row: Found["row"], subject: Found["subject"]): StepField[] => [
  ...restrictionFields({ restriction: subject.restriction, paragraphs: [...subject.paragraphs] }),
  {
    kind: "prose",
    name: "publicInterest",
    label: "Why keeping it back serves the public better",
    hint: "Of what is exempt. The public reads this in the place of the report",
    value: subject.publicInterest ?? "",
  },
  {
    kind: "several",
    name: "against",
    label: "What takes an exemption away",
    options: Object.entries(AGAINST_EXEMPTION).map(([value, label]) => ({ value, label })),
    value: keysOf(AGAINST_EXEMPTION).filter((fact) => row[fact]),
  },
  {
    kind: "one",
    name: "confidentialGround",
    label: "What makes it confidential",
    none: "It is not confidential",
    options: Object.entries(CONFIDENTIAL_GROUNDS).map(([value, words]) => ({
      value,
      label: words.charAt(0).toUpperCase() + words.slice(1),
    })),
    value: row.confidentialGround,
  },
];

const clearanceFields = (steps: readonly ClearanceStep[], status: ReportStatus, forOthers: boolean): StepField[] => [
  {
    kind: "one",
    name: "step",
    label: "Looked at by",
    options: steps.map((step) => ({ value: step, label: CLEARANCE_STEPS[step] })),
    value: steps.length === 1 ? (steps[0] ?? null) : null,
  },
  {
    kind: "one",
    name: "outcome",
    label: "What came of it",
    options: [
      { value: "cleared", label: "Cleared" },
      // What came from outside has no author here for it to go back to.
      {
        value: "returned",
        label: status === "received" ? "To be changed" : "To be changed: it goes back to its author",
      },
    ],
  },
  ...(forOthers
    ? [
        {
          kind: "line",
          name: "onBehalfOf",
          label: "On behalf of",
          hint: "Where you record it for somebody else",
        } as const,
        { kind: "line", name: "evidence", label: "What shows it", hint: "Such as an e-mail of 3 October" } as const,
      ]
    : []),
  {
    kind: "prose",
    name: "comment",
    label: "Comment",
    hint: "What is to be changed, where it is not cleared: its author reads it first",
  },
];
