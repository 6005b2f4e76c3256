import { holdsPost, isOnExecutive } from "@/domain/access/actor";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { responseGaps } from "@/domain/recommendations/response";
import { clauseClock, responseFlag, responseRule } from "@/domain/recommendations/response-clock";
import type { Waiting } from "@/domain/waiting/waiting";
import { readable } from "@/server/access/readable";
import { reader } from "@/server/db";
import { listClauses, type TrackedClause } from "@/server/recommendations/queries";
import { type Asker, counted } from "./asker";

/** Answers that were asked for: of whoever gives them, and of whoever sees to it that they come. */
export async function recommendationsWaiting(asker: Asker): Promise<Waiting[]> {
  const { person, scope } = asker;
  const chases = scope.allDrafts;
  const answers = isOnExecutive(person) || holdsPost(person, "executive_support");
  if (!chases && !answers) return [];
  const [{ clauses }, decisions] = await Promise.all([
    listClauses(scope),
    chases || holdsPost(person, "executive_support") ? decisionsToRecord(asker, chases) : [],
  ]);
  const theirs = chases ? clauses : clauses.filter(({ recipientKind }) => recipientKind === "executive");
  return [...[...byRecommendation(theirs)].flatMap((group) => answerWaiting(group, asker, chases)), ...decisions];
}

function byRecommendation(clauses: readonly TrackedClause[]): Iterable<readonly TrackedClause[]> {
  return Map.groupBy(clauses, ({ recommendation }) => recommendation.id).values();
}

function answerWaiting(clauses: readonly TrackedClause[], { today }: Asker, chases: boolean): Waiting[] {
  const first = clauses[0];
  if (!first) return [];
  const { recommendation } = first;
  const about = { subject: { kind: "recommendations", body: recommendation.body } } as const;
  const named = `“${recommendation.title}”, minute ${recommendation.minute.number ?? "without a number"}`;
  const unanswered = clauses.filter(({ status }) => status === "agreed" || status === "notice_served");
  const unserved = clauses.filter(({ facts, notice }) => notice === null && responseRule(facts) !== null);
  const open = clauses.filter(({ response }) =>
    response ? responseGaps({ ...response }).some(({ code }) => NOBODY_BOUND.includes(code)) : false,
  );
  const things: Waiting[] = [];

  if (unanswered.length > 0) {
    const due = lastDayOf(unanswered);
    const isOverdue = unanswered.some(({ facts }) => responseFlag(facts, today) === "response_overdue");
    things.push({
      ...about,
      key: `recommendation ${recommendation.id} answer`,
      title: `${counted(unanswered.length, "clause")} ${isOverdue ? "overdue for an answer" : "to be answered"}`,
      why: `${named}.${due === null ? " No clock runs: no notice was received." : ""}`,
      ...(due === null ? { since: recommendation.agreedOn } : { due: { date: due } }),
      verb: chases ? "See the clauses" : "See what is asked",
    });
  }
  if (chases && unserved.length > 0)
    things.push({
      ...about,
      key: `recommendation ${recommendation.id} notice`,
      title: `No notice was served for ${counted(unserved.length, "clause")}`,
      why: `${named}. ${unanswered.length === 0 ? "Answered without one. " : ""}Serve it from the record, or record the one that was sent.`,
      since: recommendation.agreedOn,
      verb: "See the clauses",
    });
  if (open.length > 0)
    things.push({
      ...about,
      key: `recommendation ${recommendation.id} date`,
      title: `${counted(open.length, "clause is", "clauses are")} accepted without saying who does what by when`,
      why: `${named}.`,
      since: open[0]?.response?.decidedOn ?? recommendation.agreedOn,
      verb: "See the answers",
    });
  return things;
}

/** What leaves nobody to ask, and no day to ask on. */
const NOBODY_BOUND: readonly string[] = ["no-undertaking", "no-owner", "no-due-date"];

/** The first day on which one of the clocks runs out. */
function lastDayOf(clauses: readonly TrackedClause[]): PlainDate | null {
  const days = clauses.flatMap(({ facts }) => {
    const clock = clauseClock(facts);
    return clock.runs ? [clock.lastDay] : [];
  });
  return days.toSorted()[0] ?? null;
}

/** What the executive had before it and has not recorded: of its support officers all, of the rest what scrutiny looks into. */
async function decisionsToRecord({ scope, today }: Asker, ofScrutiny: boolean): Promise<Waiting[]> {
  const entries = await reader(scope).forwardPlanEntry.findMany({
    where: {
      audience: { in: ["public", "inside"] },
      outcome: null,
      OR: [{ meeting: { AND: [{ date: { lt: today } }, readable(scope)] } }, { meetingId: null, dueOn: { lt: today } }],
      ...(ofScrutiny && { topics: { some: {} } }),
    },
    take: 30,
    select: {
      id: true,
      title: true,
      dueOn: true,
      meeting: { select: { date: true } },
      body: { select: { shortName: true } },
    },
  });
  return entries.map(({ id, title, dueOn, meeting, body }) => {
    const date = meeting?.date ?? dueOn ?? today;
    return {
      key: `forward plan ${id}`,
      title: `Record what ${body.shortName} decided on “${title}”`,
      why: `It was before ${body.shortName} on ${formatDate(date, { leftOutIn: today })}. The record says nothing of a decision.`,
      due: { date },
      verb: "See the forward plan",
      subject: { kind: "forward plan" },
    };
  });
}
