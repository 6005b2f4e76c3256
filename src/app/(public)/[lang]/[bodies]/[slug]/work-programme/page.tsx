import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/_lib/or-not-found";
import { site } from "@/app/_lib/site";
import { DocumentLinks } from "@/app/_record/document-links";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { bodyAddress, treeOf } from "@/domain/bodies/body-address";
import { type Labels, labelsFrom } from "@/domain/bodies/labels";
import { formatDate } from "@/domain/calendar/plain-date";
import { programmeWorkflow } from "@/domain/programme/programme-workflow";
import { getProgramme, listTopicsFromMeetings, type PublishedProgramme } from "@/server/programme/published-programme";
import { Empty } from "@/ui/empty";
import { Meta } from "@/ui/meta";
import { PageHead, PublicPage, Section } from "@/ui/page";
import { Tag } from "@/ui/tag";
import { PublicFrame } from "../../../../_lib/public-frame";
import { publicMetadata, publicPage } from "../../../../_lib/public-page";
import { ByMeeting } from "./by-meeting";
import { LongList } from "./long-list";
import { LooseEnds } from "./loose-ends";

type Params = { lang: string; bodies: string; slug: string };

const load = cache(async (slug: string) => {
  const { clock } = await site();
  return orNotFound(getProgramme(PUBLIC_SCOPE, slug, clock.date));
});

export const generateMetadata = publicMetadata<Params>(async ({ slug }) => {
  const { body, programme } = await load(slug);
  return { title: `Work programme${programme ? ` ${programme.year}` : ""}, ${body.shortName}` };
});

export default publicPage<Params>(async ({ bodies, slug }) => {
  const [{ council, clock }, shown, suggested] = await Promise.all([
    site(),
    load(slug),
    listTopicsFromMeetings(PUBLIC_SCOPE, slug),
  ]);
  const { body, programme, before } = shown;
  if (bodies !== treeOf(body.kind)) permanentRedirect(`${bodyAddress(body)}/work-programme`);
  const waiting = shown.items.filter(({ planned }) => planned.slot === null);

  return (
    <PublicFrame section="/work-programme">
      <PublicPage
        wide
        crumbs={[
          { href: "/committees", label: "Committees" },
          { href: bodyAddress(body), label: body.shortName },
        ]}
      >
        <PageHead
          kicker={body.name}
          title={`Work programme${programme ? ` ${programme.year}` : ""}`}
          lead={`What the committee looks into, meeting by meeting, and the topics still waiting for a place. ${chairs(body, labelsFrom(council.labels, body.labels))}`}
          state={
            programme ? (
              <>
                <Tag tone={programme.status === "draft" ? "quiet" : "done"}>
                  {programmeWorkflow.statuses[programme.status].label}
                </Tag>
                {before ? (
                  <Meta as="span">
                    Before the committee on{" "}
                    <a href={before.href}>
                      {formatDate(before.date)}, item {before.number}
                    </a>
                  </Meta>
                ) : null}
              </>
            ) : undefined
          }
          actions={
            programme ? (
              <DocumentLinks of="work-programme" at={`${bodyAddress(body)}/work-programme`} title="work programme" />
            ) : undefined
          }
        />
        <Section id="by-meeting" title="By meeting">
          {shown.items.length === 0 && shown.meetings.length === 0 ? (
            <Empty what="No work programme yet.">
              It begins with the committee’s first item, or its first meeting in the calendar.
            </Empty>
          ) : (
            <ByMeeting shown={shown} today={clock.date} />
          )}
        </Section>
        {waiting.length > 0 ? <LongList items={waiting} today={clock.date} /> : null}
        <LooseEnds suggested={suggested} waiting={waiting} today={clock.date} />
      </PublicPage>
    </PublicFrame>
  );
});

/** "Chairman: David Walsh. Vice-Chairman: Steve Butler." */
function chairs({ seats }: PublishedProgramme["body"], labels: Labels): string {
  const said = [
    [labels.chair, seats.find(({ role }) => role === "chair")],
    [labels.viceChair, seats.find(({ role }) => role === "vice_chair")],
  ] as const;
  return said.flatMap(([word, seat]) => (seat ? [`${word}: ${seat.person.name}.`] : [])).join(" ");
}
