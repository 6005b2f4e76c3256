import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { dayWords } from "@/app/_lib/day";
import { orNotFound } from "@/app/_lib/or-not-found";
import { site } from "@/app/_lib/site";
import { DocumentLinks } from "@/app/_record/document-links";
import { ProgressRows } from "@/app/_record/progress-rows";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { bodyAddress, meetingAddress, progressAddress, treeOf } from "@/domain/bodies/body-address";
import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import { getProgressReport } from "@/server/progress/queries";
import { PageHead, PublicPage, Section } from "@/ui/page";
import { PublicFrame } from "../../../../../../_lib/public-frame";
import { publicMetadata, publicPage } from "../../../../../../_lib/public-page";

type Params = { lang: string; bodies: string; slug: string; date: string };

const load = cache((body: string, meeting: string) => orNotFound(getProgressReport(PUBLIC_SCOPE, { body, meeting })));

export const generateMetadata = publicMetadata<Params>(async ({ slug, date }) => {
  const { meeting } = await load(slug, date);
  return { title: `Progress on matters raised, ${formatDate(meeting.date)}, ${meeting.body.shortName}` };
});

export default publicPage<Params>(async ({ bodies, slug, date }) => {
  const [{ clock }, { meeting, rows, keptAt }] = await Promise.all([site(), load(slug, date)]);
  const { body } = meeting;
  if (bodies !== treeOf(body.kind)) permanentRedirect(progressAddress(body, meeting));
  return (
    <PublicFrame section={bodies === "committees" ? "/committees" : undefined}>
      <PublicPage
        wide
        crumbs={[
          { href: "/committees", label: "Committees" },
          { href: bodyAddress(body), label: body.shortName },
          { href: meetingAddress(body, meeting), label: `Meeting of ${formatDate(meeting.date)}` },
        ]}
      >
        <PageHead
          kicker={body.name}
          title="Progress on matters raised at previous meetings"
          lead={`For the meeting of ${formatFullDate(meeting.date)}: what was recommended beside what was resolved on it, and what was asked of whom.`}
          actions={
            <DocumentLinks of="progress" at={progressAddress(body, meeting)} title="progress on matters raised" />
          }
          state={
            keptAt ? (
              <span>As it stood when the agenda was published, {dayWords(keptAt, clock.date)}.</span>
            ) : (
              <span>As the record has it today. It stays as it is once the agenda is published.</span>
            )
          }
        />
        <Section id="rows" title="What earlier meetings asked for">
          {rows.length > 0 ? <ProgressRows rows={rows} labelledBy="rows" /> : <p>Nothing is outstanding.</p>}
        </Section>
      </PublicPage>
    </PublicFrame>
  );
});
