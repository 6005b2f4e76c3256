import { dayWords } from "@/app/_lib/day";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { wordParts } from "@/domain/wording/word-parts";
import type { MinutesPage } from "@/server/minutes/queries";
import { ChangedWords } from "@/ui/changed-words";

/** What was changed in minutes that were published, with both texts: by the meeting that confirmed them, or as a slip of the pen. */
export function AmendmentList({ minutes: { amendments, items }, today }: { minutes: MinutesPage; today: PlainDate }) {
  return amendments.map(({ id, at, before, after, minuteId, clerical }) => {
    const minute = items.find((item) => item.id === minuteId);
    const where = minute && (minute.number === null ? minute.headings.join(", ") : `Minute ${minute.number}`);
    return (
      <p key={id} className="mt-2 max-w-measure">
        {[where, dayWords(at, today), clerical ? "a slip of the pen" : "amended by the meeting that confirmed them"]
          .filter(Boolean)
          .join(", ")}
        : “
        <ChangedWords parts={wordParts(before, after)} />”
      </p>
    );
  });
}
