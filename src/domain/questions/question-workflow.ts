import { formatDate } from "@/domain/calendar/plain-date";
import { refuseIf, warnIf } from "@/domain/workflow/finding";
import { defineWorkflow, type Rule } from "@/domain/workflow/workflow";
import { asksForAnswer, type Question } from "./question";

const STANDING_ORDERS = "The body’s standing orders on public participation";

/** What comes after the deadline is neither lost nor taken in silence: whoever presides takes it, for a reason. */
const isInTimeOrAllowed: Rule<Question> = ({ late, lateAllowedBy }) => [
  ...refuseIf(late !== null && !lateAllowedBy?.trim(), {
    code: "late-not-allowed",
    sentence: `It came ${late}. Name whoever presides and takes it all the same, or do not accept it.`,
    authority: STANDING_ORDERS,
    field: "lateAllowedBy",
  }),
  ...warnIf(late !== null, {
    code: "came-late",
    sentence: `It came ${late}. Say why it is taken all the same; the reason is recorded.`,
    authority: STANDING_ORDERS,
  }),
];

/** Whoever asked is owed the ground, of those that the standing orders have. */
const namesGround: Rule<Question> = ({ ground }) =>
  refuseIf(ground === null, {
    code: "no-ground",
    sentence: "Choose the ground on which it is not accepted.",
    authority: STANDING_ORDERS,
    field: "ground",
  });

/** What was said is known once it was said. */
const isNotBeforeItsMeeting: Rule<Question> = ({ meetingOn }, { today }) =>
  refuseIf(meetingOn > today, {
    code: "before-the-meeting",
    sentence: `Wait for the meeting: it is on ${formatDate(meetingOn)}.`,
    authority: STANDING_ORDERS,
  });

/** A statement is heard; a question is answered by somebody. */
const saysWhatWasAnswered: Rule<Question> = ({ kind, answer, answeredBy }) => [
  ...refuseIf(asksForAnswer(kind) && !answer?.trim(), {
    code: "no-answer",
    sentence: "Write what was answered. Where nothing was, promise a written reply.",
    authority: STANDING_ORDERS,
    field: "answer",
  }),
  ...refuseIf(asksForAnswer(kind) && !answeredBy?.trim(), {
    code: "nobody-answered",
    sentence: "Say who answered.",
    authority: STANDING_ORDERS,
    field: "answeredBy",
  }),
];

/** A promise that names nobody and no day is kept by nobody. */
const saysWhoAndByWhen: Rule<Question> = ({ replyPromisedBy, replyDueOn }) => [
  ...refuseIf(!replyPromisedBy?.trim(), {
    code: "nobody-promised",
    sentence: "Say who is to reply.",
    authority: STANDING_ORDERS,
    field: "replyPromisedBy",
  }),
  ...refuseIf(replyDueOn === null, {
    code: "no-reply-day",
    sentence: "Say by which day the reply is due.",
    authority: STANDING_ORDERS,
    field: "replyDueOn",
  }),
];

/** The reply itself is what the public is owed, not that there was one. */
const saysTheReply: Rule<Question> = ({ reply }) =>
  refuseIf(!reply?.trim(), {
    code: "no-reply",
    sentence: "Write the reply, or paste it.",
    authority: STANDING_ORDERS,
    field: "reply",
  });

/** What is accepted is public with the agenda of its meeting, and inside until then. */
const withAgenda = {
  audience: "inside",
  unless: {
    holds: ({ agendaIsPublic }: Question) => agendaIsPublic,
    words: "once the agenda of its meeting is published",
    audience: "public",
  },
} as const;

/** `docs/workflows.md` draws it. What is not accepted may hold what must not be spread: whoever presides and the clerks see it. */
export const questionWorkflow = defineWorkflow<Question>()({
  name: "question",
  initial: "received",
  statuses: {
    received: { label: "Received", audience: "chair" },
    accepted: { label: "Accepted", ...withAgenda },
    not_accepted: { label: "Not accepted", audience: "chair" },
    answered: { label: "Taken", ...withAgenda, final: true },
    reply_promised: { label: "Reply to follow", ...withAgenda },
    replied: { label: "Replied", ...withAgenda, final: true },
    withdrawn: { label: "Withdrawn", audience: "chair", final: true },
  },
  transitions: {
    accept: {
      label: "Accept",
      from: ["received", "not_accepted"],
      to: "accepted",
      needs: "question.manage",
      rules: [isInTimeOrAllowed],
    },
    refuse: {
      label: "Do not accept",
      from: ["received"],
      to: "not_accepted",
      needs: "question.manage",
      rules: [namesGround],
      asksReason: true,
    },
    recordAnswer: {
      label: "Record how it was taken",
      from: ["accepted"],
      to: "answered",
      needs: "question.manage",
      rules: [isNotBeforeItsMeeting, saysWhatWasAnswered],
    },
    promiseReply: {
      label: "Promise a written reply",
      from: ["accepted"],
      to: "reply_promised",
      needs: "question.manage",
      rules: [isNotBeforeItsMeeting, saysWhoAndByWhen],
    },
    reply: {
      label: "Record the written reply",
      from: ["reply_promised"],
      to: "replied",
      needs: "question.manage",
      rules: [saysTheReply],
    },
    withdraw: {
      label: "Record that it was withdrawn",
      from: ["received", "accepted", "not_accepted"],
      to: "withdrawn",
      needs: "question.manage",
    },
  },
});
