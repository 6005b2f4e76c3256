import { beforeEach } from "vitest";
import type { HeldPost, Person } from "@/domain/access/actor";
import type { ReportStatus } from "@/domain/reports/report";
import { reportWorkflow } from "@/domain/reports/report-workflow";
import { db, inTransaction } from "@/server/db";
import { commentOnReport, readReport, recordClearance } from "@/server/reports/clearance";
import { proposeRestriction, signRestriction } from "@/server/reports/commands";
import { commissionReport } from "@/server/reports/commission";
import { reportSteps } from "@/server/reports/steps";
import { partVersion } from "@/server/reports/versions";
import { fillFrontSheet, writeReport } from "@/server/reports/writing";
import { answersFrom, type Typed } from "@/server/workflow/answers";
import { createPerson, createPost, setClock, TODAY } from "./people";
import { beginWithCouncil, here, who } from "./scoping";

/** The area of the test that runs, and its director, who clears what is written. */
export let areaId: string;
export let director: Person;

/** Every test of the file begins with a committee that has a front sheet of its own, and no report yet. */
export function beginWithFrontSheet(): void {
  beginWithCouncil();
  beforeEach(async () => {
    await setClock();
    areaId = (await db.area.create({ data: { slug: "coast", name: "Coast" } })).id;
    const personId = await createPerson("director");
    await createPost(personId, "director", "Director");
    const post: HeldPost = { kind: "director", areaId, portfolioIds: [], bodyIds: [] };
    director = { kind: "person", personId, name: "director", day: TODAY, seats: [], posts: [post] };
    const template = [
      { key: "summary", label: "Executive summary", kind: "text", need: "required", noneIsAnswer: false },
      { key: "budget", label: "Budget", kind: "text", need: "required", noneIsAnswer: true },
      { key: "risk", label: "Risk", kind: "choice", choices: ["LOW", "HIGH"], need: "expected", noneIsAnswer: false },
      { key: "papers", label: "Background papers", kind: "list", need: "optional", noneIsAnswer: true },
    ];
    await db.body.update({
      where: { id: here.committee },
      data: { frontSheet: template, rules: { clearance: { steps: ["director"], fourEyes: true } } },
    });
  });
}

/** What the front sheet must say, as its form sends it. */
export const SHEET = { "sheet-summary": "In short.", "sheet-budget": "None", "sheet-risk": "LOW" };
/** Commissioned by democratic services of an officer; its key. */
export const commission = async (typed: Typed = {}, actor: Person = who.clerk) => {
  const all = { title: "Coastal paths", authorId: who.officer.personId, areaId, ...typed };
  const slug = await inTransaction((tx) =>
    commissionReport(tx, actor, { bodyId: here.committee, answers: answersFrom(all) }),
  );
  return (await db.report.findUniqueOrThrow({ where: { slug } })).id;
};

/** Found so, with the front sheet that is needed. */
export const found = async (status: ReportStatus, typed: Typed = {}) => {
  const id = await commission(typed);
  await db.reportText.update({
    where: { reportId: id },
    data: { frontSheet: { summary: "In short.", budget: "None", risk: "LOW" } },
  });
  await db.report.update({ where: { id }, data: { status, audience: reportWorkflow.statuses[status].audience } });
  return id;
};

const versionOf = async (id: string) => (await db.report.findUniqueOrThrow({ where: { id } })).version;
type Step = { name: string; reason?: string; typed?: Typed; version?: number; actor?: Person };
/** Takes a step of a report: as democratic services, in the version that stands. */
export const take = async (id: string, { actor = who.clerk, typed = {}, version, ...step }: Step) => {
  const read = version ?? (await versionOf(id));
  return inTransaction((tx) => reportSteps.take(tx, actor, { id, version: read, typed, ...step }));
};

type Command = (typeof COMMANDS)[number];
const COMMANDS = [
  ...[fillFrontSheet, writeReport, proposeRestriction, signRestriction],
  ...[recordClearance, commentOnReport, readReport],
] as const;

/** What a form about it carries: the version of what it writes. */
const readIn = async (command: Command, id: string) => {
  if (command === writeReport) return partVersion(db, id, "text");
  return command === fillFrontSheet ? partVersion(db, id, "sheet") : versionOf(id);
};

/** Carries out a command about a report: as its author, in the version that stands. */
export const run = async (
  command: Command,
  id: string,
  typed: Typed,
  actor: Person = who.officer,
  version?: number,
) => {
  const read = version ?? (await readIn(command, id));
  return inTransaction((tx) => command(tx, actor, { reportId: id, version: read, answers: answersFrom(typed) }));
};

export const status = async (id: string) => (await db.report.findUniqueOrThrow({ where: { id } })).status;
/** Its author proposes that it be exempt. */
export const restrict = (id: string, actor: Person = who.officer) =>
  run(
    proposeRestriction,
    id,
    { restriction: "exempt", paragraphs: "3", publicInterest: "Bidders would learn it." },
    actor,
  );
