import type { Metadata } from "next";
import { fileLabel } from "@/app/_lib/file-label";
import { orNotFound } from "@/app/_lib/or-not-found";
import { MeetingTag } from "@/app/_lib/state-tag";
import { AgendaList } from "@/app/_record/agenda-list";
import { MeetingChanges, Sessions } from "@/app/_record/meeting-changes";
import { PackLinks } from "@/app/_record/pack-links";
import { PaperLine, type PaperPlaces } from "@/app/_record/paper-line";
import { can } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { meetingAddress, packAddress } from "@/domain/bodies/body-address";
import { formatFullDate, isPlainDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { getCalendar } from "@/server/clock/queries";
import { getLastLook } from "@/server/meetings/looks";
import { getMeeting, type MeetingPage } from "@/server/meetings/queries";
import { getPacksDesk, listPacks, type PackLink } from "@/server/packs/queries";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Foot, Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { Papers } from "@/ui/paper";
import { officePage } from "../../../../_lib/office-page";
import { officeMeeting, officeMinutes, officeProgress, officeReport } from "../../meeting-places";
import { SinceLastLook } from "./looked/since-last-look";
import { MeetingDesk, MeetingHistory } from "./meeting-desk";
import { PacksPanel } from "./packs-panel";
import { ReadingPanel } from "./reading-panel";

export const metadata: Metadata = { title: "Meeting" };

export default officePage<{ body: string; date: string }>(async (person, address) => {
  const scope = readScope(person);
  const day = address.date.slice(0, 10);
  const asOf = isPlainDate(day) && day < person.day ? day : person.day;
  const meeting = await orNotFound(getMeeting(scope, { body: address.body, meeting: address.date }, asOf));
  const [calendar, packs, packsDesk] = await Promise.all([
    getCalendar(),
    listPacks(scope, meeting.id),
    getPacksDesk(scope, meeting),
  ]);
  const look = await getLastLook(person, meeting);
  const { body } = meeting;
  const places: PaperPlaces = {
    report: (slug) => officeReport(body, meeting, slug),
    minutes: officeMinutes,
    progress: officeProgress,
    proposal: (id) => `/office/scoping/${id}`,
    takeDown: can(person, "meeting.take-down", { bodyId: meeting.bodyId })
      ? (paperId) => `${officeMeeting(body, meeting)}/take-down/${paperId}`
      : undefined,
  };
  return (
    <OfficePage crumbs={[{ href: "/office/meetings", label: "Meetings" }]}>
      <OfficeSplit>
        <Main>
          <OfficeHead
            title={formatFullDate(meeting.date)}
            tag={<MeetingTag status={meeting.status} />}
            actions={<Actions meeting={meeting} packs={packs} />}
          >
            {body.name}. {whenAndWhere(meeting)}
          </OfficeHead>
          <SinceLastLook meeting={meeting} look={look} here={officeMeeting(body, meeting)} />
          <MeetingChanges meeting={meeting} today={person.day} />
          <Sessions meeting={meeting} />
          <OfficeSection
            id="agenda"
            title="Agenda"
            aside={meeting.agenda.some(({ pageFrom }) => pageFrom !== null) ? "Pages of the pack" : undefined}
          >
            {meeting.agenda.length > 0 ? (
              <AgendaList meeting={meeting} today={person.day} calendar={calendar} places={places} marks={look.marks} />
            ) : (
              <div className="mt-3">
                <Empty what="No agenda here yet.">
                  {meeting.purpose || "Its items are listed once democratic services have put them in."}
                </Empty>
              </div>
            )}
          </OfficeSection>
          {meeting.papers.some(isUnderNoItem) ? (
            <OfficeSection id="papers" title="Papers of the meeting">
              <Papers>
                {meeting.papers.filter(isUnderNoItem).map((paper) => (
                  <PaperLine
                    key={paper.id}
                    paper={paper}
                    body={body}
                    minutesOf={null}
                    publishedAt={meeting.publishedAt}
                    today={person.day}
                    places={places}
                  />
                ))}
              </Papers>
            </OfficeSection>
          ) : null}
        </Main>
        <Side labelledBy={can(person, "interest.declare", meeting) ? "desk" : "reading"}>
          <MeetingDesk person={person} meeting={meeting} body={body.slug} />
          {packsDesk ? <PacksPanel person={person} meeting={meeting} desk={packsDesk} /> : null}
          <ReadingPanel meeting={meeting} scope={scope} calendar={calendar} />
        </Side>
        <Foot>
          <MeetingHistory person={person} meeting={meeting} />
        </Foot>
      </OfficeSplit>
    </OfficePage>
  );
});

/** The minutes, the pack, and the same meeting as everybody sees it. */
function Actions({ meeting, packs }: { meeting: MeetingPage; packs: readonly PackLink[] }) {
  const files = meeting.papers.flatMap(({ kind, title, file }) => (file && kind === "other" ? [{ title, file }] : []));
  return (
    <>
      {meeting.minutes ? (
        <LinkButton href={officeMinutes(meeting.body, meeting)} second>
          Minutes
        </LinkButton>
      ) : null}
      <PackLinks packs={packs} current={packAddress(meeting.body, meeting)} second />
      {files.map(({ title, file }) => (
        <LinkButton key={file.id} href={`/papers/${file.id}`} second>
          {title}, {fileLabel(file)}
        </LinkButton>
      ))}
      {meeting.audience === "public" ? <a href={meetingAddress(meeting.body, meeting)}>As the public sees it</a> : null}
    </>
  );
}

function whenAndWhere({ startTime, sessions, place }: MeetingPage): string {
  const endTime = sessions[0]?.endTime;
  const hours = startTime && `${formatTime(startTime)}${endTime ? ` to ${formatTime(endTime)}` : ""}`;
  return [hours ?? "No time given", place ?? "no place given"].join(", ");
}

/** But for its pack, which stands above. */
const isUnderNoItem = ({ kind, file }: MeetingPage["papers"][number]) => kind !== "other" || file === null;
