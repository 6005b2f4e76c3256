import { momentWords } from "@/app/_lib/day";
import { deadlineWords } from "@/domain/calendar/deadlines";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { LocalMoment } from "@/domain/calendar/plain-time";
import { Gap } from "@/ui/gap";
import { Meta } from "@/ui/meta";

/** When something was received, by when it had to be, and how late it came. */
export function Receipt({
  receivedAt,
  due,
  late,
  today,
}: {
  receivedAt: Date | null;
  due: LocalMoment | null;
  late: string | null;
  today: PlainDate;
}) {
  return (
    <>
      {receivedAt ? momentWords(receivedAt, today) : "Not recorded"}
      {late ? (
        <>
          {" "}
          <Gap>{late}</Gap>
        </>
      ) : null}
      <Meta as="div">{due ? `By ${deadlineWords(due, { leftOutIn: today })}` : "The standing orders set no time"}</Meta>
    </>
  );
}
