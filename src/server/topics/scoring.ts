import type { Person } from "@/domain/access/actor";
import { can, whoMay } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { type Result, result, sheetFindings, total } from "@/domain/scoring/scoring";
import type { Criterion, Marks, ScoreSheet, ScoringMethod } from "@/domain/scoring/scoring-method";
import { topicWorkflow } from "@/domain/topics/topic-workflow";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import { type Client, db, type Tx } from "@/server/db";
import { ExpectedError, invalid } from "@/server/errors";
import { findTopic, methodFrom, methodOf, sheetsFrom, type TopicRow } from "./subject";

type Entered = {
  /** The topic's key. */
  id: string;
  /** The version of one's own sheet that was read; 0 where there was none. */
  version: number;
  marks: Marks;
};

/**
 * Keeps somebody's marks for a topic, by the method of its committee, until scoring is closed. The trail says that they scored, never
 * how: others score without knowing.
 * @throws ExpectedError not-found; refused for whoever may not score, where nothing is scored any more, or with every mark that is
 *   off the scale; invalid without any mark; stale where one's own sheet was saved from elsewhere
 */
export async function scoreTopic(tx: Tx, actor: Person, { id, version, marks }: Entered): Promise<void> {
  const { row, subject } = await findTopic(tx, readScope(actor), id);
  if (!can(actor, "topic.score", subject)) throw refused("not-permitted", `“Score” is for ${whoMay("topic.score")}.`);
  if (row.status !== "triaged")
    throw refused(
      "wrong-status",
      `Not scored: the topic is ${topicWorkflow.statuses[row.status].label.toLowerCase()}.`,
    );
  const found = await currentMethod(tx, row);
  if (!found) throw refused("wrong-status", "Not scored: this committee has no scoring method.");
  const { method } = found;
  const given = Object.fromEntries(
    method.criteria.flatMap(({ key }) => (marks[key] === undefined ? [] : [[key, marks[key]]])),
  );
  const [first] = method.criteria;
  if (first && Object.keys(given).length === 0) throw invalid(first.key, "Give a mark to at least one criterion.");
  const findings = sheetFindings(method, given).filter(({ severity }) => severity === "hard");
  if (findings.length > 0)
    throw new ExpectedError({
      kind: "refused",
      refusal: { code: "against-rule", sentence: "Not scored: a mark is off the scale.", findings },
    });

  const own = { topicId: id, methodId: found.id, personId: actor.personId };
  const { count } =
    version === 0
      ? await tx.score.createMany({
          data: [{ ...own, asOfficer: capacityOf(actor, row) === "officer", values: given }],
          skipDuplicates: true,
        })
      : await tx.score.updateMany({
          where: { ...own, version },
          data: { values: given, recordedAt: new Date(), version: { increment: 1 } },
        });
  if (count === 0) throw new ExpectedError({ kind: "stale" });
  const { date: today } = await getClock(tx);
  await recordAudit(tx, {
    actor,
    action: "topic.enterScore",
    subject: { kind: topicWorkflow.name, id, bodyId: row.bodyId },
    happenedOn: today,
    after: { method: `${method.key} ${method.version}` },
  });
}

/** Officers' scores are shown apart from those of whoever sits on the committee. */
const capacityOf = ({ seats }: Person, { bodyId }: Pick<TopicRow, "bodyId">): ScoreSheet["capacity"] =>
  seats.some((seat) => seat.bodyId === bodyId && seat.role !== "support_officer") ? "member" : "officer";

const refused = (code: "not-permitted" | "wrong-status", sentence: string) =>
  new ExpectedError({ kind: "refused", refusal: { code, sentence, findings: [] } });

/** The newest version of the body's method; of a topic that was scored by an older one, the newest still. */
async function currentMethod(client: Client, row: Pick<TopicRow, "body">) {
  const key = methodOf(row.body?.rules);
  if (key === null) return null;
  const found = await client.scoringMethod.findFirst({ where: { key }, orderBy: { number: "desc" } });
  return found && { id: found.id, method: methodFrom(found) };
}

/** What some scored on one criterion, or in all: the mean, and how far apart they are. */
export type Spread = { mean: number; least: number; most: number } | null;

/** One line of the table of scores. */
export type SpreadLine = { key: string; label: string; members: Spread; officers: Spread };

/** The scoring of a topic as one person may see it. */
export type TopicScoring = {
  method: ScoringMethod;
  /** Whether this person may score now, and as what. */
  mayScore: boolean;
  capacity: ScoreSheet["capacity"];
  own: { marks: Marks; version: number } | null;
  closed: boolean;
  /** How many have scored: no secret, unlike who gave what. */
  count: number;
  /** What it comes to; null for whoever has not scored yet, so that nobody scores after others. */
  shown: { result: Result; lines: readonly SpreadLine[] } | null;
};

/**
 * The scores of a topic: one's own; and everybody's once one has scored or scoring is closed, and for those who close it.
 * @returns null where nothing is scored
 * @throws ExpectedError not-found
 */
export async function getScoring(person: Person, id: string): Promise<TopicScoring | null> {
  const { row, subject } = await findTopic(db, readScope(person), id);
  const current = await currentMethod(db, row);
  const last = row.scores.toSorted((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime())[0];
  const open = row.status === "triaged";
  const used = open ? current : last ? { id: last.methodId, method: methodFrom(last.method) } : null;
  if (!used || row.status === "suggested") return null;
  const rows = row.scores.filter(({ methodId }) => methodId === used.id);
  const own = rows.find(({ personId }) => personId === person.personId);
  const sheets = sheetsFrom(rows);
  const isShown = sheets.length > 0 && (!open || own !== undefined || can(person, "topic.decide", subject));
  return {
    method: used.method,
    mayScore: open && can(person, "topic.score", subject),
    capacity: capacityOf(person, row),
    own: own ? { marks: own.values as Marks, version: own.version } : null,
    closed: !open,
    count: sheets.length,
    shown: isShown ? { result: result(used.method, sheets), lines: linesOf(used.method, sheets) } : null,
  };
}

/** Criterion by criterion, and the sums of those who marked everything. */
function linesOf(method: ScoringMethod, sheets: readonly ScoreSheet[]): SpreadLine[] {
  const of = (capacity: ScoreSheet["capacity"], read: (marks: Marks) => number | undefined) =>
    spread(sheets.filter((sheet) => sheet.capacity === capacity).flatMap(({ marks }) => read(marks) ?? []));
  const line = (key: string, label: string, read: (marks: Marks) => number | undefined): SpreadLine => ({
    key,
    label,
    members: of("member", read),
    officers: of("officer", read),
  });
  const isComplete = (marks: Marks) => method.criteria.every(({ key }) => marks[key] !== undefined);
  return [
    ...method.criteria.map(({ key, label }: Criterion) => line(key, label, (marks) => marks[key])),
    line("total", "Sum", (marks) => (isComplete(marks) ? total(method, marks) : undefined)),
  ];
}

function spread(numbers: readonly number[]): Spread {
  if (numbers.length === 0) return null;
  const mean = Math.round((10 * numbers.reduce((sum, number) => sum + number, 0)) / numbers.length) / 10;
  return { mean, least: Math.min(...numbers), most: Math.max(...numbers) };
}
