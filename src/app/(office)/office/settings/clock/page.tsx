import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/permissions";
import { DEMONSTRATION_CLOCK } from "@/domain/calendar/business-clock";
import { formatFullDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { getClockSetting } from "@/server/clock/queries";
import { Notice } from "@/ui/notice";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { officePage } from "../../../_lib/office-page";
import { ClockForm } from "./clock-form";

export const metadata: Metadata = { title: "Clock" };

export default officePage(async (person, _address, { moved }) => {
  if (!can(person, "clock.set", {})) notFound();
  const clock = await getClockSetting();
  const [year = "", month = "", day = ""] = clock.date.split("-");
  return (
    <OfficePage>
      <OfficeHead title="The demonstration’s clock">
        Deadlines, seats and posts go by it, here and on the public site. Sign-ins and the record of who did what go by
        real time.
      </OfficeHead>
      {moved ? <Notice tone="done" title={`The clock stands at ${inWords(clock)}`} status /> : null}
      {clock.demonstration ? (
        <OfficeSection id="move" title="Move it">
          <ClockForm
            key={clock.version}
            version={clock.version}
            onceKey={crypto.randomUUID()}
            date={{ day: String(Number(day)), month: String(Number(month)), year }}
            time={clock.time}
            start={inWords(START)}
          />
        </OfficeSection>
      ) : (
        <Notice title="This is a council’s own site">
          <p>Its clock goes by real time and cannot be moved. It shows {inWords(clock)}.</p>
        </Notice>
      )}
    </OfficePage>
  );
});

const [date = "", time = ""] = DEMONSTRATION_CLOCK.standsAt.split("T");
const START = { date, time };

const inWords = ({ date, time }: { date: string; time: string }) => `${formatFullDate(date)}, ${formatTime(time)}`;
