import { notFound } from "next/navigation";
import { site } from "@/app/_lib/site";
import { formatFullDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { PageHead, PublicPage, Section } from "@/ui/page";
import { PublicFrame } from "../../_lib/public-frame";
import { publicMetadata, publicPage } from "../../_lib/public-page";

export const generateMetadata = publicMetadata(async () => ({ title: "About this demonstration" }));

/** Only a demonstration has this page. */
export default publicPage(async () => {
  const { council, clock } = await site();
  if (!clock.demonstration) notFound();
  return (
    <PublicFrame>
      <PublicPage>
        <PageHead
          title="About this demonstration"
          lead={`This is not the site of ${council.name}. It shows what such a site can be, on what the council published in 2016.`}
        />
        <Section id="clock" title="Its clock">
          <div className="max-w-measure space-y-3">
            <p>
              The clock stands at {formatFullDate(clock.date)}, {formatTime(clock.time)}: between the publication of an
              agenda and the meeting. Days left, clear days, overdue answers, and who holds which seat, all go by it.
            </p>
            <p>
              It stands still until somebody moves it: the demonstration’s administrator can, and every page follows.
              Who signed in and who did what is recorded in real time whatever it says.
            </p>
          </div>
        </Section>
        <Section id="record" title="What is true">
          <div className="max-w-measure space-y-3">
            <p>
              Names, offices, dates, titles, numbers and decisions are on the public record, in the agenda pack of the
              People and Communities Overview and Scrutiny Committee for 11 October 2016. Long passages are summarised
              in other words.
            </p>
            <p>
              What the pack leaves out is left out here too, and shown: a meeting without a place, a review without a
              lead member, an answer without a date. E-mail addresses are made up, and the files of papers are
              stand-ins.
            </p>
          </div>
        </Section>
        <Section id="sign-in" title="Signing in">
          <p className="max-w-measure">
            There is a sign-in for each kind of person. The <a href="/sign-in">sign-in page</a> lists them.
          </p>
        </Section>
      </PublicPage>
    </PublicFrame>
  );
});
