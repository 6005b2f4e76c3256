import { addMonths } from "@/domain/calendar/plain-date";
import { CONTACT_KEPT_AT_MOST_MONTHS, CONTACT_KEPT_MONTHS } from "@/domain/questions/question";
import { getClock } from "@/server/clock/queries";
import { db } from "@/server/db";
import { CAUSE } from "./tell";

/**
 * Erases who asked and how to reach them, once the term after their meeting is over, with the messages that went to them and what
 * was typed of them at a desk and not sent. What may be published stays with the question.
 * @returns how many are erased
 */
export async function eraseAskers(now = new Date()): Promise<number> {
  const { date: today } = await getClock(db);
  const usual = addMonths(today, -CONTACT_KEPT_MONTHS);
  const latest = addMonths(today, -CONTACT_KEPT_AT_MOST_MONTHS);
  const { count } = await db.questionAsker.deleteMany({
    where: {
      question: {
        OR: [
          { meeting: { date: { lt: latest } } },
          { meeting: { date: { lt: usual } }, status: { not: "reply_promised" } },
        ],
      },
    },
  });
  const longAgo = new Date(now.getTime() - CONTACT_KEPT_AT_MOST_MONTHS * 31 * 86_400_000);
  await db.mail.deleteMany({ where: { cause: { startsWith: CAUSE }, createdAt: { lt: longAgo } } });
  await db.formDraft.deleteMany({ where: { form: { startsWith: "question/" }, savedAt: { lt: longAgo } } });
  return count;
}
