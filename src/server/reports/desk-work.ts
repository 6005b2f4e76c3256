import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { CLEARANCE_STEPS, COMMENTED_IN } from "@/domain/reports/report";
import { changesBetween, type ReportContent } from "@/domain/reports/report-changes";
import { checkReport } from "@/domain/reports/report-check";
import { readable } from "@/server/access/readable";
import { db } from "@/server/db";
import { notFound } from "@/server/errors";
import type { KeptDraft } from "@/server/forms/drafts";
import type { StepField } from "@/server/workflow/step-field";
import { asTyped, checkedReport } from "./check";
import { stepsToRecord } from "./clearance";
import { type ReportRow, worksOn } from "./report-row";
import { findReport } from "./subject";

type Subject = Awaited<ReturnType<typeof findReport>>["subject"];

/** More versions than a report goes through. */
const MOST = 200;

/**
 * What those who write and clear a report work with: its check, as it is saved or as they are typing it; its versions; what changed
 * since they last read it; and what was said of it. Null for whoever is none of them.
 */
export async function reportWork(
  person: Person,
  row: ReportRow,
  subject: Subject,
  drafts: ReadonlyMap<string, KeptDraft>,
) {
  const scope = readScope(person);
  if (!worksOn(scope, row)) return null;
  // Before it is begun, and once it is out, nothing of it is to be mended.
  const isStill = ["commissioned", "published", "considered", "replaced", "withdrawn"].includes(row.status);
  const [checked, versions, comments, seen] = await Promise.all([
    isStill ? null : checkedReport(db, scope, row),
    db.reportVersion.findMany({
      where: { reportId: row.id },
      orderBy: { number: "desc" },
      take: MOST,
      select: { number: true, way: true, notes: true, byId: true, at: true },
    }),
    db.reportComment.findMany({ where: { reportId: row.id }, orderBy: { at: "desc" }, take: MOST }),
    db.reportSeen.findUnique({ where: { reportId_personId: { reportId: row.id, personId: person.personId } } }),
  ]);
  const names = await namesOf([...versions, ...comments]);
  const latest = versions[0]?.number ?? 0;
  const typed =
    checked &&
    asTyped(checked, { text: drafts.get("report/text")?.values, sheet: drafts.get("report/front-sheet")?.values });
  return {
    findings: typed ? checkReport(typed) : [],
    /** The text as it is being typed, numbered; for its preview. */
    typed,
    versions: versions.map(({ byId, ...version }) => ({ ...version, by: nameIn(names, byId) })),
    comments: comments.map(({ byId, ...comment }) => ({ ...comment, by: nameIn(names, byId) })),
    latest,
    /** Up to which version the reader has read it; null for whoever has not. */
    readUpTo: seen?.versionNumber ?? null,
    changes:
      seen && seen.versionNumber < latest
        ? await changesOf(row, { from: seen.versionNumber, to: latest }, subject)
        : null,
    commentFields:
      COMMENTED_IN.includes(row.status) && can(person, "report.comment", subject)
        ? commentFields(person, subject)
        : null,
  };
}

export type ReportWork = NonNullable<Awaited<ReturnType<typeof reportWork>>>;

async function namesOf(rows: readonly { byId: string | null }[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(({ byId }) => byId ?? []))];
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

const nameIn = (names: ReadonlyMap<string, string>, id: string | null): string | null =>
  id === null ? null : (names.get(id) ?? null);

const NOTHING: ReportContent = { title: "", frontSheet: {}, paragraphs: [] };

async function changesOf(row: Pick<ReportRow, "id">, { from, to }: { from: number; to: number }, subject: Subject) {
  const found = await db.reportVersion.findMany({
    where: { reportId: row.id, number: { in: [from, to] } },
    select: { number: true, content: true },
  });
  const at = (number: number) => (found.find((each) => each.number === number)?.content ?? NOTHING) as ReportContent;
  return changesBetween(at(from), at(to), subject.rules.template);
}

function commentFields(person: Person, subject: Subject): StepField[] {
  const steps = stepsToRecord(person, subject);
  return [
    {
      kind: "prose",
      name: "text",
      label: "Comment",
      hint: "Whoever writes and clears this report reads it; the public never",
    },
    ...(steps.length > 0
      ? [
          {
            kind: "one" as const,
            name: "step",
            label: "Said for",
            none: "Nobody in particular",
            options: steps.map((step) => ({ value: step, label: CLEARANCE_STEPS[step] })),
          },
        ]
      : []),
  ];
}

/**
 * One version of a report, with what changed from the one before it or from another.
 * @param from the version it is compared with; the one before it where none is named
 * @throws ExpectedError not-found, also for whoever does not write or clear the report
 */
export async function getReportVersion(
  person: Person,
  slug: string,
  { number, from }: { number: number; from?: number | undefined },
) {
  const scope = readScope(person);
  const head = await db.report.findFirst({ where: { AND: [{ slug }, readable(scope)] }, select: { id: true } });
  if (!head) throw notFound();
  const { row, subject } = await findReport(db, scope, head.id);
  if (!worksOn(scope, row)) throw notFound();
  const version = await db.reportVersion.findUnique({ where: { reportId_number: { reportId: row.id, number } } });
  if (!version) throw notFound();
  const before = Math.min(number, Math.max(0, from ?? number - 1));
  const names = await namesOf([version]);
  const content = version.content as unknown as ReportContent;
  return {
    ...{ id: row.id, title: row.title, number, before, way: version.way, notes: version.notes, at: version.at },
    ...{ template: subject.rules.template, by: nameIn(names, version.byId), content },
    latest: await db.reportVersion.count({ where: { reportId: row.id } }),
    isRestricted: subject.restriction !== "public",
    changes: await changesOf(row, { from: before, to: number }, subject),
  };
}
