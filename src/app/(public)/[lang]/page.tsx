import { site } from "@/app/_lib/site";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { bodyAddress } from "@/domain/bodies/body-address";
import { municipalYear } from "@/domain/calendar/municipal-year";
import { listAgendasPublished, listCommitteesAtWork, listMeetingsAhead, listMeetingsHeld } from "@/server/home/queries";
import { listClauses } from "@/server/recommendations/queries";
import { LinkList, List } from "@/ui/list";
import { Columns, Main, PageHead, PublicPage, Section, Side } from "@/ui/page";
import { ThreadLink } from "@/ui/thread-link";
import { PublicFrame } from "../_lib/public-frame";
import { publicMetadata, publicPage } from "../_lib/public-page";
import { AheadLine } from "./ahead-line";
import { AskedFor } from "./asked-for";
import { HaveYourSay } from "./have-your-say";
import { NewsLine, newsFrom } from "./news";

export const generateMetadata = publicMetadata(async () => ({ title: "What is on" }));

export default publicPage(async () => {
  const { council, clock, calendar } = await site();
  const year = municipalYear(clock.date, []);
  const [ahead, published, held, committees, asked] = await Promise.all([
    listMeetingsAhead(PUBLIC_SCOPE, clock.date),
    listAgendasPublished(PUBLIC_SCOPE),
    listMeetingsHeld(PUBLIC_SCOPE, clock.date),
    listCommitteesAtWork(PUBLIC_SCOPE, clock.date),
    listClauses(PUBLIC_SCOPE, { since: year.startsOn, most: 60 }),
  ]);
  const topics = committees
    .flatMap((committee) => committee.topics)
    .sort((a, b) => (b.statusOn ?? "").localeCompare(a.statusOn ?? "") || a.title.localeCompare(b.title))
    .slice(0, 8);
  const news = newsFrom({ published, held, clock, calendar });

  return (
    <PublicFrame section="/">
      <PublicPage>
        <Columns>
          <PageHead title={`Scrutiny in ${council.shortName}`} lead={council.introduction || undefined} />
          <Side labelledBy="say">
            <HaveYourSay meetings={ahead} calendar={calendar} now={clock} />
          </Side>
          <Main>
            <Section id="coming" title="Coming up">
              {ahead.length > 0 ? (
                <List hangs>
                  {ahead.map((meeting) => (
                    <AheadLine key={meeting.id} meeting={meeting} today={clock.date} />
                  ))}
                </List>
              ) : (
                <p>No meeting is in the calendar.</p>
              )}
            </Section>
            <Section
              id="answers"
              title="What scrutiny asked for"
              aside={<a href="/recommendations">All recommendations</a>}
            >
              <AskedFor clauses={asked.clauses} areMore={asked.areMore} year={year.label} today={clock.date} />
            </Section>
            <Section id="new" title="New">
              {news.length > 0 ? (
                <List hangs>
                  {news.map((item) => (
                    <NewsLine key={item.key} item={item} today={clock.date} />
                  ))}
                </List>
              ) : (
                <p>Nothing has been published yet.</p>
              )}
            </Section>
          </Main>
          <Side labelledBy={topics.length > 0 ? "topics" : "committees"}>
            {topics.length > 0 ? (
              <Section id="topics" title="Topics to follow">
                <LinkList>
                  {topics.map(({ slug, title }) => (
                    <ThreadLink key={slug} plain href={`/topics/${slug}`}>
                      {title}
                    </ThreadLink>
                  ))}
                </LinkList>
              </Section>
            ) : null}
            <Section id="committees" title="Committees" aside={<a href="/committees">All committees</a>}>
              <LinkList>
                {committees.map((committee) => (
                  <a key={committee.slug} href={bodyAddress(committee)}>
                    {committee.shortName}
                  </a>
                ))}
              </LinkList>
            </Section>
          </Side>
        </Columns>
      </PublicPage>
    </PublicFrame>
  );
});
