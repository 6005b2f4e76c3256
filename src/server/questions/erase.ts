import { addMonths } from "@/domain/calendar/plain-date";
import { questionRules } from "@/domain/questions/question-rules";
import { getClock } from "@/server/clock/queries";
import { db } from "@/server/db";
import { CAUSE } from "./tell";

const MONTH = 31 * 86_400_000;

/**
 * Erases who asked and how to reach them, once the term of their body after their meeting is over, with the messages that went to
 * them and what was typed of them at a desk and not sent. What may be published stays with the question.
 * @returns how many are erased
 */
export async function eraseAskers(now = new Date()): Promise<number> {
  const { date: today } = await getClock(db);
  const bodies = await db.body.findMany({ select: { id: true, rules: true } });
  const terms = Map.groupBy(
    bodies.map(({ id, rules }) => ({ id, ...questionRules(rules) })),
    ({ eraseAfterMonths, eraseAtLatestMonths }) => `${eraseAfterMonths} ${eraseAtLatestMonths}`,
  );
  let erased = 0;
  let longest = 0;
  for (const [first, ...others] of terms.values()) {
    if (!first) continue;
    const { eraseAfterMonths, eraseAtLatestMonths } = first;
    longest = Math.max(longest, eraseAtLatestMonths);
    const usual = addMonths(today, -eraseAfterMonths);
    const latest = addMonths(today, -eraseAtLatestMonths);
    const { count } = await db.questionAsker.deleteMany({
      where: {
        question: {
          bodyId: { in: [first, ...others].map(({ id }) => id) },
          OR: [
            { meeting: { date: { lt: latest } } },
            { meeting: { date: { lt: usual } }, status: { not: "reply_promised" } },
          ],
        },
      },
    });
    erased += count;
  }
  const longAgo = new Date(now.getTime() - longest * MONTH);
  await db.mail.deleteMany({ where: { cause: { startsWith: CAUSE }, createdAt: { lt: longAgo } } });
  await db.formDraft.deleteMany({ where: { form: { startsWith: "question/" }, savedAt: { lt: longAgo } } });
  return erased;
}
