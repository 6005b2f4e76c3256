import { canReadContent, readScope } from "@/domain/access/read-scope";
import { meetingWorkflow } from "@/domain/meetings/meeting-workflow";
import type { Row } from "./database";
import { accessOf } from "./planting";
import {
  all,
  at,
  each,
  everybody,
  inside,
  makes,
  may,
  nobody,
  type Opens,
  type Place,
  type Routes,
  reads,
  taken,
  text,
} from "./routes";

const meetingAt = (meeting: Row, of: Row, more = "") => `/office/meetings/${of.slug}/${meeting.slug}${more}`;

/** A page of a meeting for whoever works on it. */
const ofMeeting = (more: string, rule: (meeting: Row) => Opens, answers: Pick<Place, "posted"> = {}) =>
  each(
    ({ meetings }) => meetings,
    (meeting, { body }) => ({
      path: meetingAt(meeting, body, more),
      key: text(meeting.slug),
      opens: all(reads(meeting), rule(meeting)),
      known: reads(meeting),
      ...answers,
    }),
  );

/** What is sent from the page of an agenda's item. */
const takesFiles = (more: string) =>
  each(
    ({ meetings }) => meetings.filter(({ itemId }) => itemId),
    (meeting, { body }) =>
      taken(meetingAt(meeting, body, `/agenda/${meeting.itemId}${more}`), text(meeting.itemId), reads(meeting)),
  );

type Written = { minute: { id: string; text: Row | null }; meeting: Row; status: string };

/** A page of one minute, while the minutes may still be written, for whoever writes them and may read that one. */
const writesMinute = (place: string) =>
  each(
    ({ minutes }) => minutes.filter(({ minute }) => minute),
    (minutes, { body }) => {
      const { minute, meeting, status } = minutes as unknown as Written;
      return {
        path: meetingAt(meeting, body, `/${place}/${minute.id}`),
        key: minute.id,
        known: reads(minutes),
        opens: all(
          reads(meeting),
          isWritable(status) ? may("minutes.edit", minutes) : nobody,
          (actor) => minute.text === null || readsText(minute.text)(actor),
        ),
      };
    },
  );

const isWritable = (status: string) => ["draft", "checked"].includes(status);

const readsText =
  (row: Row): Opens =>
  (actor) =>
    canReadContent(readScope(actor), accessOf("MinuteText", row) as never);

const isOver = ({ status }: Row) =>
  (meetingWorkflow.statuses as Record<string, { final?: boolean }>)[text(status)]?.final === true;

/** To whom each page of a meeting opens in the office. Nobody reads it off the pages: it says again what docs/access.md says. */
export const MEETING_ROUTES: Routes = {
  "/office/meetings": at("/office/meetings", inside),
  "/office/meetings/new": makes("/office/meetings/new", "body", "meeting.edit"),
  "/office/meetings/[body]/[date]": ofMeeting("", () => everybody),
  "/office/meetings/[body]/[date]/agenda": ofMeeting("/agenda", (meeting) => may("meeting.edit", meeting)),
  "/office/meetings/[body]/[date]/agenda/[item]": each(
    ({ meetings }) => meetings.filter(({ itemId }) => itemId),
    (meeting, { body }) => ({
      path: meetingAt(meeting, body, `/agenda/${meeting.itemId}`),
      key: text(meeting.itemId),
      opens: all(reads(meeting), may("meeting.edit", meeting)),
      known: reads(meeting),
    }),
  ),
  "/office/meetings/[body]/[date]/agenda/[item]/upload": takesFiles("/upload"),
  "/office/meetings/[body]/[date]/agenda/[item]/correction/upload": takesFiles("/correction/upload"),
  "/office/meetings/[body]/[date]/arrangements": ofMeeting("/arrangements", (meeting) =>
    isOver(meeting) ? nobody : may("meeting.edit", meeting),
  ),
  "/office/meetings/[body]/[date]/publication": ofMeeting("/publication", (meeting) => may("meeting.publish", meeting)),
  "/office/meetings/[body]/[date]/looked": each(
    ({ meetings }) => meetings,
    (meeting, { body }) => taken(meetingAt(meeting, body, "/looked"), text(meeting.slug), reads(meeting)),
  ),
  // Only a meeting whose agenda is out can have been adjourned.
  "/office/meetings/[body]/[date]/sessions": ofMeeting("/sessions", (meeting) =>
    ["published", "held"].includes(text(meeting.status)) ? may("meeting.edit", meeting) : nobody,
  ),
  "/office/meetings/[body]/[date]/attendance": ofMeeting("/attendance", (meeting) => may("interest.declare", meeting)),
  // Whoever presides is asked whether it can be taken.
  "/office/meetings/[body]/[date]/questions": ofMeeting("/questions", (meeting) => may("question.consult", meeting)),
  "/office/meetings/[body]/[date]/questions/[id]": each(
    ({ questions }) => questions,
    (question, { body }) => ({
      path: meetingAt(question.meeting as Row, body, `/questions/${question.id}`),
      key: text(question.id),
      opens: all(reads(question), may("question.consult", question)),
      known: reads(question),
    }),
  ),
  "/office/meetings/[body]/[date]/minutes": each(
    ({ minutes }) => minutes,
    (minutes, { body }) => ({
      path: meetingAt(minutes.meeting as Row, body, "/minutes"),
      key: text((minutes.meeting as Row).slug),
      opens: reads(minutes),
    }),
  ),
  "/office/meetings/[body]/[date]/minutes/[file]": each(
    ({ minutes }) => minutes,
    (minutes, { body }) => ({
      path: meetingAt(minutes.meeting as Row, body, "/minutes/minutes.docx"),
      key: text((minutes.meeting as Row).slug),
      opens: reads(minutes),
      posted: 405,
    }),
  ),
  "/office/meetings/[body]/[date]/minutes/edit": ofMeeting("/minutes/edit", (meeting) => may("minutes.edit", meeting)),
  "/office/meetings/[body]/[date]/minutes/edit/[minute]": writesMinute("minutes/edit"),
  // Open while they are a draft, to whoever reads it and may remark on it; nobody was asked to check any of these.
  "/office/meetings/[body]/[date]/minutes/check": each(
    ({ minutes }) => minutes.filter(({ minute }) => minute),
    (minutes, { body }) => {
      const { minute, meeting, status } = minutes as unknown as Written;
      return {
        path: meetingAt(meeting, body, "/minutes/check"),
        key: minute.id,
        known: reads(minutes),
        opens: all(
          reads(meeting),
          isWritable(status) ? may("minutes.comment", minutes) : nobody,
          minute.text === null ? nobody : readsText(minute.text),
        ),
      };
    },
  ),
  "/office/meetings/[body]/[date]/at-the-table": ofMeeting("/at-the-table", (meeting) => may("minutes.edit", meeting)),
  "/office/meetings/[body]/[date]/at-the-table/[minute]": writesMinute("at-the-table"),
  "/office/meetings/[body]/[date]/at-the-table/[minute]/typing": each(
    ({ minutes }) => minutes.filter(({ minute }) => minute),
    (minutes, { body }) => {
      const { minute, meeting } = minutes as unknown as Written;
      return taken(meetingAt(meeting, body, `/at-the-table/${minute.id}/typing`), minute.id, reads(minutes));
    },
  ),
  "/office/meetings/[body]/[date]/progress": ofMeeting("/progress", () => everybody),
  "/office/meetings/[body]/[date]/progress/[file]": ofMeeting("/progress/progress.pdf", () => everybody, {
    posted: 405,
  }),
  // None of these meetings has sent one out: its page is for whoever could, and its file for nobody.
  "/office/meetings/[body]/[date]/decision-sheet": ofMeeting("/decision-sheet", (meeting) =>
    may("minutes.edit", meeting),
  ),
  "/office/meetings/[body]/[date]/decision-sheet/[file]": ofMeeting(
    "/decision-sheet/decision-sheet.pdf",
    () => nobody,
    {
      posted: 405,
    },
  ),
  "/office/meetings/[body]/[date]/reports/[slug]": each(
    ({ reports }) => reports,
    (report, { body }) => ({
      path: meetingAt(report.meeting as Row, body, `/reports/${report.slug}`),
      key: text(report.slug),
      opens: reads(report),
    }),
  ),
  // What is written here, and what is down, is not signed there.
  "/office/meetings/[body]/[date]/restriction/[paper]": each(
    ({ papers }) => papers,
    (paper, { body }) => ({
      path: meetingAt(paper.meeting as Row, body, `/restriction/${paper.id}`),
      key: text(paper.id),
      opens:
        paper.reportId || paper.proposalId || paper.takenDownAt
          ? nobody
          : all(reads(paper), may("restriction.sign", paper)),
      known: reads(paper),
    }),
  ),
  "/office/meetings/[body]/[date]/take-down/[paper]": each(
    ({ papers }) => papers,
    (paper, { body }) => ({
      path: meetingAt(paper.meeting as Row, body, `/take-down/${paper.id}`),
      key: text(paper.id),
      opens: all(reads(paper), may("meeting.take-down", paper)),
      known: reads(paper),
    }),
  ),
};
