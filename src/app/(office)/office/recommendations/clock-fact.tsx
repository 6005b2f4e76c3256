import { dueDay } from "@/app/_lib/day";
import { distance } from "@/domain/calendar/distance";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import type { StandingClause } from "@/server/recommendations/office";
import { Due } from "@/ui/due";
import { Nil } from "@/ui/gap";

/** The last day to answer and how far off it is; whether it was met; or why no clock runs. */
export function ClockFact({ clause, today }: { clause: StandingClause; today: PlainDate }) {
  const { clock, answer, expectedOn } = clause;
  if (!clock.runs) return <Due state="off" date={clock.why.split(":")[0]} />;
  if (answer) {
    const late = answer.decidedOn !== null && answer.decidedOn > clock.lastDay;
    return (
      <Due state={late ? "over" : "met"} date={dueDay(clock.lastDay)} distance={late ? "answered late" : "answered"} />
    );
  }
  const { state, words } = distance(clock.lastDay, today);
  return (
    <>
      <Due
        state={state === "late" ? "over" : state === "ahead" ? "ahead" : "soon"}
        date={dueDay(clock.lastDay)}
        distance={words}
      />
      {expectedOn ? (
        <div>
          <Nil>Expected on {formatDate(expectedOn)}</Nil>
        </div>
      ) : null}
    </>
  );
}

/** How the last day is computed, step by step, for whoever checks it. */
export function ClockWorking({ clause }: { clause: StandingClause }) {
  const { clock, notice } = clause;
  if (!clock.runs) return <>{clock.why}.</>;
  const received = (day: PlainDate | null | undefined) => (day ? formatDate(day) : "not recorded");
  return (
    <>
      The report was received on {received(notice?.reportReceivedOn)}, the notice on{" "}
      {received(notice?.noticeReceivedOn)}. The later of the two starts the clock: {formatDate(clock.startsOn)}.{" "}
      {RULES[clock.authority] ?? ""} The last day is {formatDate(clock.lastDay)}: an answer on that day is in time, and
      no weekend or holiday extends it. {clock.authority}.
    </>
  );
}

/** How each rule counts, by what it rests on. */
const RULES: Readonly<Record<string, string>> = {
  "Local Government Act 2000, section 9FE":
    "Two months begin with that day, and end on the day before the same day of the month two months on; where that month has no such day, on its last day.",
  "SI 2013/218, regulation 22": "28 days run from the day after it.",
  "SI 2009/942": "28 days run from the day after it.",
};
