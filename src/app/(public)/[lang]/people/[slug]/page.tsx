import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/_lib/or-not-found";
import { site } from "@/app/_lib/site";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { bodyAddress, meetingAddress } from "@/domain/bodies/body-address";
import { labelsFrom, seatWord } from "@/domain/bodies/labels";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { getPerson, type PersonPage } from "@/server/people/queries";
import { LinkList, List, ListItem } from "@/ui/list";
import { Columns, Main, PageHead, PublicPage, Section, Side } from "@/ui/page";
import { ThreadLink } from "@/ui/thread-link";
import { PublicFrame } from "../../../_lib/public-frame";
import { publicMetadata, publicPage } from "../../../_lib/public-page";
import { AttendanceRecord } from "./attendance-record";

type Params = { lang: string; slug: string };

const load = cache((slug: string) => orNotFound(getPerson(PUBLIC_SCOPE, slug)));

export const generateMetadata = publicMetadata<Params>(async ({ slug }) => ({ title: (await load(slug)).name }));

export default publicPage<Params>(async ({ slug }) => {
  const [{ council, clock }, person] = await Promise.all([site(), load(slug)]);
  if (person.mergedInto) permanentRedirect(`/people/${person.mergedInto.slug}`);
  const today = clock.date;
  const topics = [...person.leadsTopics, ...person.officerOfTopics];
  const sits = person.seats.some(({ role }) => role !== "support_officer");
  return (
    <PublicFrame section="/committees">
      <PublicPage crumbs={[{ href: "/committees", label: "Committees" }]}>
        <Columns>
          <PageHead title={person.name} lead={holds(person, today)} />
          <Main>
            {person.seats.length > 0 ? (
              <Section id="seats" title="Seats">
                <List hangs>
                  {person.seats.map((seat) => (
                    <ListItem
                      key={seat.id}
                      title={seat.body.name}
                      href={bodyAddress(seat.body)}
                      meta={[
                        seatWord(seat.role, labelsFrom(council.labels, seat.body.labels)),
                        seat.portfolio?.name,
                        seat.represents,
                        span(seat, today),
                      ]
                        .filter(Boolean)
                        .join("\u00a0· ")}
                    />
                  ))}
                </List>
              </Section>
            ) : null}
            {person.posts.length > 0 ? (
              <Section id="posts" title="Posts">
                <List hangs>
                  {person.posts.map((post) => (
                    <ListItem
                      key={post.id}
                      title={post.title}
                      meta={[post.area?.name, span(post, today)].filter(Boolean).join("\u00a0· ")}
                    />
                  ))}
                </List>
              </Section>
            ) : null}
            {sits || person.meetings.length > 0 ? (
              <Section id="attendance" title="Attendance">
                <AttendanceRecord person={person} />
              </Section>
            ) : null}
            {person.reportsWritten.length > 0 ? (
              <Section id="reports" title="Reports">
                <List hangs>
                  {person.reportsWritten.map((report) => (
                    <ListItem
                      key={report.slug}
                      title={report.title}
                      href={`/reports/${report.slug}`}
                      meta={[report.titleAsPrinted, report.meeting && formatDate(report.meeting.date)]
                        .filter(Boolean)
                        .join("\u00a0· ")}
                    />
                  ))}
                </List>
              </Section>
            ) : null}
          </Main>
          {topics.length + person.motionsMoved.length > 0 ? (
            <Side labelledBy="leads">
              <Section id="leads" title="Leads">
                {topics.length > 0 ? (
                  <LinkList>
                    {topics.map(({ slug: topic, title }) => (
                      <ThreadLink key={topic} plain href={`/topics/${topic}`}>
                        {title}
                      </ThreadLink>
                    ))}
                  </LinkList>
                ) : null}
                {person.motionsMoved.map(({ id, title, meeting }) => (
                  <p key={id} className="mt-2">
                    Moved the motion “{title}”
                    {meeting ? (
                      <>
                        {" "}
                        on <a href={meetingAddress(meeting.body, meeting)}>{formatDate(meeting.date)}</a>
                      </>
                    ) : null}
                    .
                  </p>
                ))}
              </Section>
            </Side>
          ) : null}
        </Columns>
      </PublicPage>
    </PublicFrame>
  );
});

const isHeld = ({ from, until }: { from: PlainDate; until: PlainDate | null }, today: PlainDate) =>
  from <= today && (until === null || until >= today);

/** What somebody is today, in a line: posts, else seats. */
function holds({ posts, seats }: PersonPage, today: PlainDate): string {
  const held = posts.filter((post) => isHeld(post, today)).map(({ title }) => title);
  if (held.length > 0) return held.join("; ");
  if (seats.some((seat) => isHeld(seat, today) && seat.body.kind === "council")) return "Councillor";
  if (seats.some((seat) => isHeld(seat, today))) return "Co-opted member";
  return "Holds no seat or post today.";
}

/** "since 1 May 2013", "from 1 May 2013 to 4 May 2017" */
function span({ from, until }: { from: PlainDate; until: PlainDate | null }, today: PlainDate): string {
  if (until) return `from ${formatDate(from)} to ${formatDate(until)}`;
  return from > today ? `from ${formatDate(from)}` : `since ${formatDate(from)}`;
}
