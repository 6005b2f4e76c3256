import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/_lib/or-not-found";
import { MeetingTag } from "@/app/_lib/state-tag";
import { readScope } from "@/domain/access/read-scope";
import { meetingAddress } from "@/domain/bodies/body-address";
import type { DeadlineRule } from "@/domain/calendar/deadlines";
import { londonDate, londonTime } from "@/domain/calendar/london-time";
import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import { lastMomentToPublish } from "@/domain/meetings/meeting-notice";
import { getCalendar, getClock } from "@/server/clock/queries";
import { expectedFailure } from "@/server/errors";
import { listDrafts } from "@/server/forms/drafts";
import { type AgendaDesk, getAgendaDesk } from "@/server/meetings/agenda-desk";
import { erratumFields } from "@/server/meetings/errata";
import { getPublicationDesk } from "@/server/meetings/publication-desk";
import { previewPublication } from "@/server/meetings/publication-preview";
import { Empty } from "@/ui/empty";
import { LinkList } from "@/ui/list";
import { Notice } from "@/ui/notice";
import { Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { RecordForm } from "../../../../../_forms/record-form";
import { officePage } from "../../../../../_lib/office-page";
import { officeMeeting } from "../../../meeting-places";
import { publishErratumAction } from "./actions";
import { PreviewPanel } from "./preview-panel";
import { PublicationPanel } from "./publication-panel";
import { TimetablePanel } from "./timetable-panel";
import { VersionsPanel } from "./versions-panel";

export const metadata: Metadata = { title: "Publication" };

export default officePage<{ body: string; date: string }>(async (person, { body: slug, date }, asked) => {
  const { meeting, items } = await orNotFound(getAgendaDesk(person, { body: slug, meeting: date }));
  const desk = await getPublicationDesk(person, meeting);
  if (!desk) notFound();
  const [clock, calendar, drafts] = await Promise.all([
    getClock(),
    getCalendar(),
    listDrafts(readScope(person), meeting.id),
  ]);
  const here = officeMeeting(meeting.body, meeting);
  const isReady = desk.publish !== null && desk.publish.blockedBy.length === 0;
  const isAhead = meeting.date >= clock.date && !meeting.isOver;
  return (
    <OfficePage
      crumbs={[
        { href: "/office/meetings", label: "Meetings" },
        { href: here, label: `${meeting.body.shortName}, ${formatDate(meeting.date)}` },
      ]}
    >
      <OfficeSplit>
        <Main>
          <OfficeHead
            title={`Publication for ${formatFullDate(meeting.date)}`}
            tag={<MeetingTag status={meeting.status} />}
            actions={
              meeting.isPublished ? <a href={meetingAddress(meeting.body, meeting)}>As the public sees it</a> : null
            }
          >
            {meeting.body.name}
          </OfficeHead>
          {asked.published !== undefined && meeting.isPublished ? (
            <Notice tone="done" title="The agenda is published" status>
              <p>
                <a href={meetingAddress(meeting.body, meeting)}>As the public sees it</a>
              </p>
              <p>
                <a href={`${here}#packs`}>Its packs, which are being made</a>
              </p>
            </Notice>
          ) : null}
          <PublicationPanel
            meeting={{ id: meeting.id, body: meeting.body.slug, slug: meeting.slug }}
            desk={desk}
            now={clock}
            last={lastMomentToPublish(meeting.date, calendar, meeting.body.publishBy)}
            wasScheduled={asked.scheduled !== undefined}
            onceKey={crypto.randomUUID()}
          />
          {desk.publish === null && !meeting.isPublished ? (
            <div className="mt-4">
              <Empty what="Nothing to publish yet.">
                {meeting.isOver ? (
                  "The meeting is off."
                ) : (
                  <>
                    <a href={`${here}#steps`}>Convene the meeting</a> first: its agenda is published from then on.
                  </>
                )}
              </Empty>
            </div>
          ) : null}
          {meeting.isPublished && !meeting.isOver ? (
            <AfterPublication
              meeting={meeting}
              items={items}
              here={here}
              kept={drafts.get("agenda/erratum")?.values}
              onceKey={crypto.randomUUID()}
            />
          ) : null}
          {desk.publish ? (
            <PreviewPanel
              preview={isReady ? await previewIfAny(person, { ...meeting, version: desk.version }) : null}
              today={person.day}
              calendar={calendar}
            />
          ) : null}
          <VersionsPanel versions={desk.versions} today={person.day} />
        </Main>
        <Side labelledBy={isAhead ? "timetable" : "desk"}>
          {isAhead ? (
            <TimetablePanel
              rules={(meeting.body.deadlines ?? []) as DeadlineRule[]}
              meetingOn={meeting.date}
              calendar={calendar}
              publishBy={meeting.body.publishBy}
              done={{
                convening: meeting.convenedOn,
                publication: meeting.publishedAt && {
                  date: londonDate(meeting.publishedAt),
                  time: londonTime(meeting.publishedAt),
                },
              }}
              now={clock}
            />
          ) : null}
          <OfficeSection id="desk" title="Its desk">
            <LinkList>
              <a href={here}>The meeting</a>
              {meeting.isOver ? null : <a href={`${here}/agenda`}>Agenda: add, change and order items</a>}
              {meeting.isOver ? null : <a href={`${here}/arrangements`}>When and where</a>}
            </LinkList>
          </OfficeSection>
        </Side>
      </OfficeSplit>
    </OfficePage>
  );
});

/** None where something stops it after all: a report that may not go up, or a change that was made a moment ago. */
async function previewIfAny(...asked: Parameters<typeof previewPublication>) {
  try {
    return await previewPublication(...asked);
  } catch (error) {
    if (expectedFailure(error)) return null;
    throw error;
  }
}

/** What can be done once it is out: each is a dated entry, in public. */
function AfterPublication({
  meeting,
  items,
  here,
  kept,
  onceKey,
}: {
  meeting: AgendaDesk["meeting"];
  items: AgendaDesk["items"];
  here: `/office/${string}`;
  kept: Parameters<typeof RecordForm>[0]["kept"];
  onceKey: string;
}) {
  const options = items
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ id, number, title }) => ({ value: id, label: `Item ${number}: ${title}` }));
  return (
    <OfficeSection id="after" title="Since it was published">
      <p className="mt-1 max-w-measure">
        What was published stays as it was. Whatever you change now is said in public with its day and time.
      </p>
      <LinkList>
        <a href={`${here}/agenda#add`}>Add an item or a paper: a supplement</a>
        <a href={`${here}/agenda`}>Replace a paper, withdraw an item, or change what an item says</a>
        <a href={`${here}/arrangements`}>Change the room or the time</a>
        <a href={`${here}#steps`}>Postpone or cancel the meeting</a>
      </LinkList>
      <details className="border-line border-t py-2" open={kept !== undefined}>
        <summary className="font-semibold">Publish an erratum</summary>
        <RecordForm
          action={publishErratumAction}
          prefix="erratum"
          record={{ id: meeting.id, version: meeting.version }}
          back={`${here}/publication`}
          onceKey={onceKey}
          fields={erratumFields(options)}
          kept={kept}
          button="Publish the erratum"
          second
          notDone="Not published"
        />
      </details>
    </OfficeSection>
  );
}
