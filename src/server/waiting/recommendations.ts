import { holdsPost, isOnExecutive } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { responseGaps } from "@/domain/recommendations/response";
import { clauseClock, responseFlag, responseRule } from "@/domain/recommendations/response-clock";
import { trackerGroup } from "@/domain/recommendations/tracker";
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
  const [{ clauses }, drafts, decisions] = await Promise.all([
    listClauses(scope),
    isOnExecutive(person) ? draftsToDecide(asker) : [],
    chases || holdsPost(person, "executive_support") ? decisionsToRecord(asker, chases) : [],
  ]);
  const theirs = chases ? clauses : clauses.filter(({ recipientKind }) => recipientKind === "executive");
  return [
    ...[...byRecommendation(theirs)].flatMap((group) => [
      ...answerWaiting(group, asker, chases),
      ...outcomeWaiting(group, asker),
    ]),
    ...drafts,
    ...decisions,
  ];
}

function byRecommendation(clauses: readonly TrackedClause[]): Iterable<readonly TrackedClause[]> {
  return Map.groupBy(clauses, ({ recommendation }) => recommendation.id).values();
}

function answerWaiting(clauses: readonly TrackedClause[], { today }: Asker, chases: boolean): Waiting[] {
  const first = clauses[0];
  if (!first) return [];
  const { recommendation } = first;
  const about = aboutOf(clauses, recommendation);
  const named = `“${recommendation.title}”, minute ${recommendation.minute.number ?? "without a number"}`;
  const unanswered = clauses.filter(({ status }) => status === "agreed" || status === "notice_served");
  const unserved = clauses.filter(({ facts, notice }) => notice === null && responseRule(facts) !== null);
  const leavingOut = (codes: readonly string[]) =>
    clauses.filter(
      ({ response, status }) =>
        status !== "closed" && response !== null && responseGaps(response).some(({ code }) => codes.includes(code)),
    );
  const open = leavingOut(NOBODY_BOUND);
  const unreasoned = leavingOut(["no-reason"]);
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
  if (unreasoned.length > 0)
    things.push({
      ...about,
      ...aboutOf(unreasoned, recommendation),
      key: `recommendation ${recommendation.id} reason`,
      title: `${counted(unreasoned.length, "clause is", "clauses are")} answered without a reason`,
      why: `${named}. The public reads that it is missing. ${chases ? "Ask for it." : "Give it: it is added with its day."}`,
      since: unreasoned[0]?.response?.decidedOn ?? recommendation.agreedOn,
      verb: chases ? "See the answers" : "Give the reason",
    });
  return things;
}

/** The one clause where there is one, or else the recommendation. */
function aboutOf(clauses: readonly TrackedClause[], { id }: TrackedClause["recommendation"]): Pick<Waiting, "subject"> {
  const [only, second] = clauses;
  return { subject: { kind: "recommendation", id, ...(only && !second && { clause: only.number }) } };
}

/** What was promised for a day that has gone by, and what the committee has still to close: of who records for it. */
function outcomeWaiting(clauses: readonly TrackedClause[], { person, today }: Asker): Waiting[] {
  const first = clauses[0];
  if (!first) return [];
  const { recommendation } = first;
  if (!can(person, "implementation.record-outcome", { bodyId: recommendation.bodyId })) return [];
  const why = `“${recommendation.title}”, minute ${recommendation.minute.number ?? "without a number"}.`;
  const late = clauses.filter(({ response, facts }) => response !== null && trackerGroup(facts, today) === "overdue");
  const ended = clauses.filter(({ status }) => ENDED.includes(status));
  return [
    ...(late.length > 0
      ? [
          {
            ...aboutOf(late, recommendation),
            key: `recommendation ${recommendation.id} promised`,
            title: `${counted(late.length, "clause is", "clauses are")} past the day promised`,
            why: `${why} Ask what was done, and list it for the committee.`,
            since: recommendation.agreedOn,
            verb: "See what was promised",
          },
        ]
      : []),
    ...(ended.length > 0
      ? [
          {
            ...aboutOf(ended, recommendation),
            key: `recommendation ${recommendation.id} close`,
            title: `${counted(ended.length, "clause")} for the committee to close`,
            why: `${why} The committee closes on evidence, at a meeting.`,
            since: ended[0]?.statusOn ?? recommendation.agreedOn,
            verb: "See the clauses",
          },
        ]
      : []),
  ];
}

const ENDED: readonly string[] = ["achieved", "not_achieved", "overtaken"];

/** Drafts of answers that were put to this member of the executive. */
async function draftsToDecide({ person, scope }: Asker): Promise<Waiting[]> {
  const drafts = await reader(scope).response.findMany({
    where: {
      AND: [
        { status: "draft", keepers: { has: person.personId }, clause: { status: { in: ["agreed", "notice_served"] } } },
        readable(scope),
      ],
    },
    orderBy: { recordedAt: "asc" },
    take: 30,
    select: {
      id: true,
      clause: { select: { number: true, recommendation: { select: { id: true, title: true, agreedOn: true } } } },
    },
  });
  return drafts.map(({ id, clause: { number, recommendation } }) => ({
    key: `draft answer ${id}`,
    title: `A draft answer to clause ${number} waits for you`,
    why: `“${recommendation.title}”. It is no answer until it is recorded.`,
    since: recommendation.agreedOn,
    verb: "Read the draft",
    subject: { kind: "recommendation", id: recommendation.id, clause: number },
  }));
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
