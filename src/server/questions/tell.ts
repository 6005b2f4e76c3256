import { formatFullDate } from "@/domain/calendar/plain-date";
import { KIND_NOUNS, QUESTION_GROUNDS, type QuestionGround, type QuestionKind } from "@/domain/questions/question";
import { monthsWords, type QuestionRules, questionRules } from "@/domain/questions/question-rules";
import type { Tx } from "@/server/db";
import { postMail } from "@/server/mail/post";

/** What a message about a question says of it. Its words are not repeated: anybody could send them to anybody in our name. */
type Told = {
  kind: QuestionKind;
  reference: string | null;
  meeting: { date: string; body: { name: string; rules: unknown } };
};

/** What there is to tell whoever asked. */
type News =
  | { what: "received" }
  | { what: "accepted" }
  | { what: "not accepted"; ground: QuestionGround; reason: string }
  | { what: "replied"; reply: string };

/** Causes of such messages begin so; they are forgotten with the address they went to. */
export const CAUSE = "question.";

/** Writes to whoever asked, as part of what there is to tell them. */
export async function tellAsker(tx: Tx, to: string, told: Told, news: News): Promise<void> {
  const noun = KIND_NOUNS[told.kind];
  const { date, body } = told.meeting;
  const meeting = `the meeting of the ${body.name} on ${formatFullDate(date)}`;
  const { subject, paragraphs } = messageOf(noun, meeting, news, questionRules(body.rules));
  await postMail(tx, {
    to,
    subject,
    cause: `${CAUSE}${news.what.replace(" ", "-")}`,
    text: [...paragraphs, ...(told.reference ? [`Reference: ${told.reference}`] : [])].join("\n\n"),
  });
}

function messageOf(
  noun: string,
  meeting: string,
  news: News,
  { eraseAfterMonths }: QuestionRules,
): { subject: string; paragraphs: string[] } {
  switch (news.what) {
    case "received":
      return {
        subject: `Your ${noun} was received`,
        paragraphs: [
          `Your ${noun} for ${meeting} was received.`,
          "Democratic services read it and decide by the standing orders whether it can be taken. You are told what they decide.",
          `Your address is kept for ${monthsWords(eraseAfterMonths)} after the meeting, to answer you, and then erased. If you did not send this, tell democratic services.`,
        ],
      };
    case "accepted":
      return {
        subject: `Your ${noun} is accepted`,
        paragraphs: [
          `Your ${noun} for ${meeting} is accepted. It is listed with the agenda, and taken at the meeting.`,
        ],
      };
    case "not accepted":
      return {
        subject: `Your ${noun} is not accepted`,
        paragraphs: [
          `Your ${noun} for ${meeting} is not accepted. ${QUESTION_GROUNDS[news.ground]}.`,
          news.reason,
          "It is not published.",
        ],
      };
    case "replied":
      return {
        subject: `The written reply to your ${noun}`,
        paragraphs: [`This is the written reply to your ${noun} at ${meeting}.`, news.reply],
      };
  }
}
