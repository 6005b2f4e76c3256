import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { type Readable, readScope } from "@/domain/access/read-scope";
import type { MeetingStatus } from "@/domain/meetings/meeting";
import { meetingWorkflow } from "@/domain/meetings/meeting-workflow";
import { listHistory } from "@/server/audit/history";
import { listDrafts } from "@/server/forms/drafts";
import { ITEM_WORDS } from "@/server/meetings/agenda-item-form";
import { meetingSteps } from "@/server/meetings/steps";
import { LinkList } from "@/ui/list";
import { OfficeSection } from "@/ui/page";
import { RecordHistory } from "../../../../_lib/record-history";
import { StepsPanel } from "../../../../_steps/steps-panel";

type Meeting = Readable & { id: string; status: MeetingStatus; slug: string; minutes: object | null };

/** For whoever serves the body: where its agenda, its attendance and its minutes are made, and the steps of the meeting. */
export async function MeetingDesk({ person, meeting, body }: { person: Person; meeting: Meeting; body: string }) {
  const here = `/office/meetings/${body}/${meeting.slug}` as const;
  const [offered, drafts] = await Promise.all([
    meetingSteps.offer(person, meeting.id),
    listDrafts(readScope(person), meeting.id),
  ]);
  // The agenda is published from the panel beside this one.
  const steps = offered.steps.filter(({ elsewhere }) => elsewhere === null);
  const isServed = can(person, "meeting.edit", meeting);
  const isOver = meetingWorkflow.statuses[meeting.status].final === true;
  return (
    <>
      {isServed ? (
        <OfficeSection id="desk" title="Its desk">
          <LinkList>
            {isOver ? null : <a href={`${here}/agenda`}>Agenda: add, change and order items</a>}
            {meeting.status === "held" ? <a href={`${here}/agenda`}>Agenda: what was taken as urgent</a> : null}
            {isOver ? null : <a href={`${here}/arrangements`}>When and where</a>}
            <a href={`${here}/publication`}>Publication: timetable, checklist, preview</a>
            {meeting.status === "published" || meeting.status === "held" ? (
              <a href={`${here}/sessions`}>Sessions: adjourned to another day</a>
            ) : null}
            <a href={`${here}/questions`}>Questions and statements</a>
            <a href={`${here}/at-the-table`}>At the table: take the meeting down as it sits</a>
            <a href={`${here}/attendance`}>Attendance and interests</a>
            {meeting.status === "held" ? (
              <a href={`${here}/decision-sheet`}>Decision sheet: what was decided, and who is to do what</a>
            ) : null}
            {meeting.status === "held" ? (
              <a href={`${here}/minutes/edit`}>{meeting.minutes ? "Work on the minutes" : "Begin the minutes"}</a>
            ) : null}
          </LinkList>
        </OfficeSection>
      ) : can(person, "interest.declare", meeting) ? (
        <OfficeSection id="desk" title="Interests">
          <p className="py-2">
            <a href={`${here}/attendance`}>Declare an interest</a>
          </p>
          {can(person, "question.consult", meeting) ? (
            <p className="py-2">
              <a href={`${here}/questions`}>Questions and statements received</a>
            </p>
          ) : null}
        </OfficeSection>
      ) : null}
      <StepsPanel offered={{ ...offered, steps }} back={here} drafts={drafts} />
    </>
  );
}

const VERBS = {
  create: "put it into the calendar",
  addItem: "added an item to the agenda",
  moveItem: "moved an item of the agenda",
  withdrawItem: "withdrew an item of the agenda",
  bringIn: "brought onto the agenda what was waiting",
  nameMotions: "said for which meeting a motion waits",
  publishErratum: "published an erratum",
  recordIndication: "recorded what was said of an item's urgency before the meeting",
  recordUrgency: "recorded the opinion that an item is urgent",
  addSession: "recorded a further session",
  listReport: "listed a report",
  unlistReport: "took a report off",
  addPaper: "added a paper",
  correctPaper: "put a corrected file in the place of a paper's",
  removePaper: "took a paper off",
  holdPaperBack: "held a paper back",
  putPaperUp: "no longer holds a paper back",
  recordAttendance: "recorded the attendance",
  recordMovement: "noted who came or left",
  recordSittings: "recorded when it sat",
  issueDecisionSheet: "sent the decision sheet",
  declare: "recorded an interest",
  withdrawDeclaration: "took a declaration of interest back",
  schedulePublication: "scheduled the publication of the agenda",
  cancelScheduledPublication: "took the scheduled publication back",
  makePacksAgain: "had the packs made again",
  refuseScheduledPublication: "did not publish the agenda as scheduled",
};

/** What was done to the meeting and its agenda. */
export async function MeetingHistory({ person, meeting }: { person: Person; meeting: Meeting }) {
  const lines = await listHistory(readScope(person), meetingWorkflow, meeting);
  return (
    <RecordHistory
      lines={lines}
      verbs={VERBS}
      fields={{ ...ITEM_WORDS, date: "the day", startTime: "the time", place: "the place", purpose: "the purpose" }}
    />
  );
}
