import { randomInt } from "node:crypto";
import type { Actor } from "@/domain/access/actor";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { deadlineWords, isClosed } from "@/domain/calendar/deadlines";
import type { LocalMoment } from "@/domain/calendar/plain-time";
import { KIND_NOUNS, publishedName, type QuestionIdentity, type QuestionKind } from "@/domain/questions/question";
import { kindsForPublic, questionDeadline } from "@/domain/questions/question-deadline";
import { questionRules } from "@/domain/questions/question-rules";
import { questionWorkflow } from "@/domain/questions/question-workflow";
import { mustBeAllowed } from "@/server/access/allowed";
import { readable } from "@/server/access/readable";
import { recordAudit } from "@/server/audit/record";
import { getCalendar, getClock } from "@/server/clock/queries";
import { type Client, publicDb, type Tx } from "@/server/db";
import { invalid, notFound } from "@/server/errors";
import { holdMeeting } from "./agenda-place";
import { takePlace } from "./order";
import { MEETING_ASKED } from "./subject";
import { tellAsker } from "./tell";

/** Who asks, how to reach them, and what of it may be published. */
export type Asker = {
  name: string;
  area: string | null;
  email: string | null;
  address: string | null;
  identity: QuestionIdentity;
};

type MeetingAt = { body: string; meeting: string };

/** What of a kind may still be sent in for a meeting. */
export type KindOpen = { kind: QuestionKind; due: LocalMoment; closed: boolean };

/**
 * A meeting for which the public may ask, with by when. One whose body takes nothing from the public is not there.
 * @throws ExpectedError not-found
 */
export async function getMeetingToAsk(at: MeetingAt, client: Client = publicDb) {
  const meeting = await client.meeting.findFirst({
    where: { AND: [{ slug: at.meeting, body: { slug: at.body } }, readable(PUBLIC_SCOPE)] },
    select: MEETING_ASKED,
  });
  if (!meeting || kindsForPublic(meeting.body.deadlines).length === 0) throw notFound();
  const [clock, calendar] = await Promise.all([getClock(client), getCalendar(client)]);
  const { status, date, startTime, body } = meeting;
  const begins = { date, time: startTime ?? "00:00" };
  const isAhead = (status === "convened" || status === "published") && !isClosed(begins, clock);
  const kinds = kindsForPublic(body.deadlines).flatMap((kind): KindOpen[] => {
    const due = questionDeadline(kind, body.deadlines, date, calendar);
    return due ? [{ kind, due, closed: !isAhead || isClosed(due, clock) }] : [];
  });
  return { ...meeting, isAhead, kinds, rules: questionRules(body.rules) };
}

export type MeetingToAsk = Awaited<ReturnType<typeof getMeetingToAsk>>;

export type Asked = Asker & { at: MeetingAt; kind: QuestionKind; text: string };

/**
 * Receives a question, a statement or a petition from the public, in time. Only whoever presides and democratic services see it
 * until it is accepted.
 * @returns the reference that whoever asked is told to quote
 * @throws ExpectedError not-found; refused for a job or a link; invalid, also once its kind has closed
 */
export async function askQuestion(tx: Tx, actor: Actor, { at, kind, text, ...asker }: Asked): Promise<string> {
  mustBeAllowed(actor, "question.ask", {}, "Ask a question");
  const meeting = await getMeetingToAsk(at, tx);
  const open = meeting.kinds.find((each) => each.kind === kind);
  if (!open) throw invalid("kind", "Choose what you send.");
  if (open.closed) throw invalid("kind", closedWords(meeting, open));
  await holdMeeting(tx, meeting.id);
  const { instant, date } = await getClock(tx);
  const reference = newReference();
  const { id } = await createQuestion(tx, { meeting, kind, text, asker, receivedAt: instant, reference });
  await recordAudit(tx, {
    actor,
    action: "question.ask",
    subject: { kind: questionWorkflow.name, id, bodyId: meeting.bodyId },
    happenedOn: date,
    after: { status: questionWorkflow.initial, kind },
  });
  if (asker.email) await tellAsker(tx, asker.email, { kind, reference, meeting }, { what: "received" });
  return reference;
}

/** "Questions closed at 10.00 am on Thursday 6 October 2016. Nothing was sent." */
function closedWords({ isAhead }: { isAhead: boolean }, { kind, due }: KindOpen): string {
  const noun = KIND_NOUNS[kind];
  if (!isAhead) return "This meeting takes nothing any more. Nothing was sent.";
  return `Every ${noun} for this meeting had to be here by ${deadlineWords(due)}. Nothing was sent.`;
}

type Created = {
  meeting: { id: string; bodyId: string };
  kind: QuestionKind;
  text: string;
  asker: Asker;
  receivedAt: Date;
  reference: string;
  addressedTo?: string | null;
  agendaItemId?: string | null;
};

/** The question in its turn, and apart from it who asks. The meeting is held. */
export async function createQuestion(tx: Tx, created: Created): Promise<{ id: string }> {
  const { meeting, kind, text, asker, receivedAt, reference, addressedTo = null, agendaItemId = null } = created;
  const { identity, ...contact } = asker;
  const status = questionWorkflow.initial;
  return await tx.question.create({
    data: {
      meetingId: meeting.id,
      bodyId: meeting.bodyId,
      ...{ kind, text, identity, addressedTo, agendaItemId, receivedAt, reference, status },
      askedBy: publishedName({ kind, identity }, contact),
      position: await takePlace(tx, { meetingId: meeting.id }, receivedAt),
      audience: questionWorkflow.statuses[status].audience,
      asker: { create: contact },
    },
    select: { id: true },
  });
}

/** Without vowels, so that it spells nothing, and without what is read as something else. */
const LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ";

/** Such as "Q-7FK3-9XPT": said on the telephone, and guessed by nobody. */
export function newReference(): string {
  const four = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return `Q-${four()}-${four()}`;
}

/** Whether a text can be such a reference. */
export const isReference = (text: string): boolean => /^Q-[2-9B-Z]{4}-[2-9B-Z]{4}$/.test(text);
