import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/_lib/or-not-found";
import { site } from "@/app/_lib/site";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { bodyAddress, treeOf } from "@/domain/bodies/body-address";
import { formatWord } from "@/domain/bodies/body-words";
import { labelsFrom } from "@/domain/bodies/labels";
import { formatDate } from "@/domain/calendar/plain-date";
import { reviewGroupWorkflow } from "@/domain/review-groups/review-group-workflow";
import { type BodyPage, getBody } from "@/server/bodies/queries";
import { Empty } from "@/ui/empty";
import { LinkList, List, ListItem } from "@/ui/list";
import { Meta } from "@/ui/meta";
import { Columns, Main, PageHead, PublicPage, Section, Side } from "@/ui/page";
import { Tag } from "@/ui/tag";
import { ThreadLink } from "@/ui/thread-link";
import { PublicFrame } from "../../../_lib/public-frame";
import { publicMetadata, publicPage } from "../../../_lib/public-page";
import { MeetingLine } from "./meeting-line";
import { Members } from "./members";

type Params = { lang: string; bodies: string; slug: string };

const load = cache(async (slug: string) => {
  const { clock } = await site();
  return orNotFound(getBody(PUBLIC_SCOPE, slug, clock.date));
});

export const generateMetadata = publicMetadata<Params>(async ({ slug }) => ({ title: (await load(slug)).name }));

export default publicPage<Params>(async ({ bodies, slug }) => {
  const [{ council, clock }, body] = await Promise.all([site(), load(slug)]);
  if (bodies !== treeOf(body.kind)) permanentRedirect(bodyAddress(body));
  const labels = labelsFrom(council.labels, body.labels);
  const ahead = body.meetings.filter(({ date }) => date >= clock.date).reverse();
  const past = body.meetings.filter(({ date }) => date < clock.date);
  const { reviewGroup } = body;

  return (
    <PublicFrame section={bodies === "committees" ? "/committees" : undefined}>
      <PublicPage
        crumbs={[
          { href: "/committees", label: "Committees" },
          ...(reviewGroup ? [{ href: bodyAddress(reviewGroup.parent), label: reviewGroup.parent.shortName }] : []),
        ]}
      >
        <Columns>
          <PageHead
            kicker={reviewGroup ? `${formatWord(reviewGroup.format)} of ${reviewGroup.parent.name}` : undefined}
            title={body.name}
            lead={reviewGroup?.termsOfReference || body.remit || undefined}
            state={<State body={body} />}
          />
          <Side labelledBy="links">
            <Links body={body} />
          </Side>
          <Main>
            <Section id="meetings" title="Meetings">
              {ahead.length > 0 ? (
                <List hangs>
                  {ahead.map((meeting) => (
                    <MeetingLine key={meeting.id} body={body} meeting={meeting} today={clock.date} />
                  ))}
                </List>
              ) : (
                <Empty what="No meeting is in the calendar." />
              )}
            </Section>
            {past.length > 0 ? (
              <Section id="past" title="Past meetings">
                <List hangs>
                  {past.map((meeting) => (
                    <MeetingLine key={meeting.id} body={body} meeting={meeting} today={clock.date} />
                  ))}
                </List>
              </Section>
            ) : null}
            {body.reviewGroups.length > 0 ? (
              <Section id="reviews" title="Reviews">
                <List hangs>
                  {body.reviewGroups.map((group) => (
                    <ListItem
                      key={group.id}
                      title={group.body.name}
                      href={bodyAddress(group.body)}
                      meta={`${formatWord(group.format)}. ${reviewGroupWorkflow.statuses[group.status].label}${group.endsOn ? `, until ${formatDate(group.endsOn)}` : ""}.`}
                    />
                  ))}
                </List>
              </Section>
            ) : null}
          </Main>
          <Side labelledBy="members">
            <Section id="members" title="Members">
              <Members body={body} labels={labels} />
            </Section>
            {reviewGroup && reviewGroup.topics.length > 0 ? (
              <Section id="topics" title="Topics">
                <LinkList>
                  {reviewGroup.topics.map(({ slug: topic, title }) => (
                    <ThreadLink key={topic} plain href={`/topics/${topic}`}>
                      {title}
                    </ThreadLink>
                  ))}
                </LinkList>
              </Section>
            ) : null}
          </Side>
        </Columns>
      </PublicPage>
    </PublicFrame>
  );
});

/** The state of a review group, an end, a successor. Most bodies have none to tell. */
function State({ body }: { body: BodyPage }) {
  const { reviewGroup, until, successor, predecessor } = body;
  if (!reviewGroup && !until && !predecessor) return null;
  return (
    <>
      {reviewGroup ? <Tag tone="info">{reviewGroupWorkflow.statuses[reviewGroup.status].label}</Tag> : null}
      <Meta as="span">
        {reviewGroup?.endsOn ? `Ends on ${formatDate(reviewGroup.endsOn)}. ` : null}
        {until ? `Ended on ${formatDate(until)}. ` : null}
        {successor ? (
          <>
            Its open business went to <a href={bodyAddress(successor)}>{successor.name}</a>.{" "}
          </>
        ) : null}
        {predecessor ? (
          <>
            Took over from <a href={bodyAddress(predecessor)}>{predecessor.name}</a>.
          </>
        ) : null}
      </Meta>
    </>
  );
}

/** What else there is of the body: only what is there. */
function Links({ body }: { body: BodyPage }) {
  const address = bodyAddress(body);
  const programme = body.programmes[0];
  const links = [
    programme || body.kind === "scrutiny_committee" ? (
      <a key="programme" href={`${address}/work-programme`}>
        Work programme{programme ? ` ${programme.year}` : ""}
      </a>
    ) : null,
    body._count.recommendations > 0 || body.kind === "scrutiny_committee" ? (
      <a key="recommendations" href={`${address}/recommendations`}>
        Recommendations and answers
      </a>
    ) : null,
    body.hasPlan || body.kind === "executive" ? (
      <a key="plan" href="/forward-plan">
        Forward plan
      </a>
    ) : null,
    body.wasAsked ? (
      <a key="asked" href="/recommendations">
        What scrutiny asked of it
      </a>
    ) : null,
    body._count.topics > 0 ? (
      <a key="topics" href={`${address}/topics`}>
        Topics
      </a>
    ) : null,
    body.parent && body.kind === "review_group" ? (
      <a key="parent" href={bodyAddress(body.parent)}>
        {body.parent.shortName}
      </a>
    ) : null,
  ].filter((link) => link !== null);
  return (
    <Section id="links" title="At a glance">
      {links.length > 0 ? <LinkList>{links}</LinkList> : <p>Its meetings are all there is here.</p>}
    </Section>
  );
}
