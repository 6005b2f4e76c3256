import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { fileLabel } from "@/app/_lib/file-label";
import { orNotFound } from "@/app/_lib/or-not-found";
import { site } from "@/app/_lib/site";
import { MeetingTag } from "@/app/_lib/state-tag";
import { AgendaList } from "@/app/_record/agenda-list";
import { DocumentLine } from "@/app/_record/document-links";
import { MeetingChanges, Sessions } from "@/app/_record/meeting-changes";
import { PackLinks } from "@/app/_record/pack-links";
import { PaperLine } from "@/app/_record/paper-line";
import { PublicNotice } from "@/app/_record/public-notice";
import { QuestionList } from "@/app/_record/question-list";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { bodyAddress, meetingAddress, minutesAddress, packAddress, treeOf } from "@/domain/bodies/body-address";
import { labelsFrom } from "@/domain/bodies/labels";
import { londonDate } from "@/domain/calendar/london-time";
import { formatDate, formatFullDate, isPlainDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { noticeGiven } from "@/domain/meetings/meeting-notice";
import { itemTaking } from "@/domain/questions/question-place";
import { getMeeting } from "@/server/meetings/queries";
import { listPacks, type PackLink } from "@/server/packs/queries";
import { listQuestions } from "@/server/questions/queries";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Columns, Main, PageHead, PublicPage, Section, Side } from "@/ui/page";
import { Papers } from "@/ui/paper";
import { AskLink, DeadlineFacts } from "../../../../../_lib/deadline-facts";
import { PublicFrame } from "../../../../../_lib/public-frame";
import { publicMetadata, publicPage } from "../../../../../_lib/public-page";
import { MembershipFacts } from "./membership-facts";

type Params = { lang: string; bodies: string; slug: string; date: string };

/** Who sits is looked up on the day of the meeting, or today for one to come. */
const load = cache(async (body: string, meeting: string) => {
  const { clock } = await site();
  const day = meeting.slice(0, 10);
  const asOf = isPlainDate(day) && day < clock.date ? day : clock.date;
  return orNotFound(getMeeting(PUBLIC_SCOPE, { body, meeting }, asOf));
});

export const generateMetadata = publicMetadata<Params>(async ({ slug, date }) => {
  const meeting = await load(slug, date);
  return { title: `Meeting of ${formatDate(meeting.date)}, ${meeting.body.shortName}` };
});

export default publicPage<Params>(async ({ bodies, slug, date }) => {
  const [{ council, clock, calendar }, meeting] = await Promise.all([site(), load(slug, date)]);
  const { body } = meeting;
  const packs = await listPacks(PUBLIC_SCOPE, meeting.id);
  if (bodies !== treeOf(body.kind)) permanentRedirect(meetingAddress(body, meeting));

  const questions = await listQuestions(PUBLIC_SCOPE, meeting.id);
  const unplaced = questions.filter((question) => itemTaking(meeting.agenda, question) === null);
  const labels = labelsFrom(council.labels, body.labels);
  const notice = meeting.publishedAt && noticeGiven(meeting.publishedAt, meeting, calendar);
  const isAhead = meeting.date >= clock.date && (meeting.status === "published" || meeting.status === "convened");

  return (
    <PublicFrame section={bodies === "committees" ? "/committees" : undefined}>
      <PublicPage
        crumbs={[
          { href: "/committees", label: "Committees" },
          { href: bodyAddress(body), label: body.shortName },
          { href: `${bodyAddress(body)}#meetings`, label: "Meetings" },
        ]}
      >
        <Columns>
          <PageHead
            kicker={body.name}
            title={`Meeting of ${formatFullDate(meeting.date)}`}
            lead={whenAndWhere(meeting)}
            state={
              <>
                <MeetingTag status={meeting.status} />
                <span className="text-note text-ink-2">
                  {meeting.publishedAt
                    ? `${formatFullDate(londonDate(meeting.publishedAt))}${notice ? `, ${clearDaysWords(notice.clear.count)} before the meeting` : ""}. Open to the public.`
                    : null}
                  {meeting.postponedTo ? (
                    <a href={meetingAddress(body, meeting.postponedTo)}>
                      {meeting.status === "cancelled" ? "Its business goes to" : "Now on"}{" "}
                      {formatFullDate(meeting.postponedTo.date)}
                    </a>
                  ) : null}
                  {meeting.postponedFrom ? (
                    <a href={meetingAddress(body, meeting.postponedFrom)}>
                      {meeting.postponedFrom.status === "cancelled" ? "In place of" : "Put off from"}{" "}
                      {formatFullDate(meeting.postponedFrom.date)}
                    </a>
                  ) : null}
                </span>
              </>
            }
            actions={<MeetingActions meeting={meeting} packs={packs} />}
          />
          {isAhead ? (
            <Side labelledBy="say">
              <Section id="say" title="Have your say">
                <DeadlineFacts rules={body.deadlines} meetingOn={meeting.date} calendar={calendar} now={clock} />
                <AskLink meeting={meeting} calendar={calendar} now={clock} />
              </Section>
            </Side>
          ) : null}
          <Main>
            <MeetingChanges meeting={meeting} today={clock.date} />
            <Sessions meeting={meeting} />
            {meeting.purpose && meeting.agenda.length === 0 ? (
              <Section id="purpose" title="What it is about">
                <p className="max-w-measure">{meeting.purpose}</p>
              </Section>
            ) : null}
            {meeting.papers.some(isUnderNoItem) ? (
              <Section id="papers" title="Papers">
                <Papers>
                  {meeting.papers.filter(isUnderNoItem).map((paper) => (
                    <PaperLine
                      key={paper.id}
                      paper={paper}
                      body={body}
                      minutesOf={null}
                      publishedAt={meeting.publishedAt}
                      today={clock.date}
                    />
                  ))}
                </Papers>
              </Section>
            ) : null}
            {meeting.agenda.length > 0 ? (
              <Section id="agenda" title="Agenda" aside={hasPages(meeting.agenda) ? "Pages of the pack" : undefined}>
                <DocumentLine of="agenda" at={`${meetingAddress(body, meeting)}/agenda`} says="The agenda alone" />
                <AgendaList meeting={meeting} today={clock.date} calendar={calendar} questions={questions} />
              </Section>
            ) : (
              <Section id="agenda" title="Agenda">
                <NoAgenda isAhead={isAhead} />
              </Section>
            )}
            {unplaced.length > 0 ? (
              <Section id="questions" title="Questions and statements">
                <QuestionList questions={unplaced} today={clock.date} />
              </Section>
            ) : null}
          </Main>
          <Side labelledBy={notice ? "notice" : "members"}>
            {notice ? <PublicNotice verdict={notice} publishBy={body.publishBy} /> : null}
            <MembershipFacts meeting={meeting} labels={labels} />
          </Side>
        </Columns>
      </PublicPage>
    </PublicFrame>
  );
});

type Loaded = Awaited<ReturnType<typeof load>>;

function MeetingActions({ meeting, packs }: { meeting: Loaded; packs: readonly PackLink[] }) {
  const files = meeting.papers.flatMap(({ kind, title, file }) => (file && kind === "other" ? [{ title, file }] : []));
  if (files.length === 0 && packs.length === 0 && !meeting.minutes) return null;
  return (
    <>
      {meeting.minutes ? <LinkButton href={minutesAddress(meeting.body, meeting)}>Minutes</LinkButton> : null}
      <PackLinks packs={packs} current={packAddress(meeting.body, meeting)} second={meeting.minutes !== null} />
      {files.map(({ title, file }, index) => (
        <LinkButton
          key={file.id}
          href={`/papers/${file.id}`}
          second={index > 0 || packs.length > 0 || meeting.minutes !== null}
        >
          {title}, {fileLabel(file)}
        </LinkButton>
      ))}
    </>
  );
}

function NoAgenda({ isAhead }: { isAhead: boolean }) {
  return isAhead ? (
    <Empty what="No agenda yet.">It is published at least 5 clear days before the meeting.</Empty>
  ) : (
    <Empty what="No agenda on record.">This meeting is here because other records refer to it.</Empty>
  );
}

/** "10.00 am, Committee Room 1, County Hall"; what the record does not say is said to be missing. */
function whenAndWhere({ startTime, sessions, place, status }: Loaded): string | undefined {
  const endTime = sessions[0]?.endTime;
  const hours = startTime && `${formatTime(startTime)}${endTime ? ` to ${formatTime(endTime)}` : ""}`;
  if (hours && place) return `${hours}, ${place}`;
  if (hours) return `${hours}. The place is not recorded${status === "held" ? "" : " yet"}.`;
  return place ?? undefined;
}

/** Papers of the meeting itself, but for its pack, which stands above. */
const isUnderNoItem = ({ kind, file }: Loaded["papers"][number]) => kind !== "other" || file === null;

const clearDaysWords = (count: number) => `${count} clear ${count === 1 ? "day" : "days"}`;

const hasPages = (agenda: Loaded["agenda"]) => agenda.some(({ pageFrom }) => pageFrom !== null);
