import { holdsPost } from "@/domain/access/actor";
import type { Permission } from "@/domain/access/permissions";
import { canReadContent, readScope } from "@/domain/access/read-scope";
import { meetingWorkflow } from "@/domain/meetings/meeting-workflow";
import type { Row } from "./database";
import { accessOf } from "./planting";
import {
  all,
  any,
  at,
  each,
  everybody,
  forBody,
  inside,
  may,
  nobody,
  type Opens,
  type Place,
  type Routes,
  reads,
} from "./routes";

const text = (value: unknown): string => String(value);

/** Whoever may take the step for one body or another: by a post for all of them, by a seat for their own. */
const mayForSome =
  (permission: Permission): Opens =>
  (actor) =>
    may(permission)(actor) ||
    (actor.kind === "person" && actor.seats.some(({ bodyId }) => may(permission, { bodyId })(actor)));

/** A page that makes something new for a body: it names the body to those only who may make it there. */
const makes = (path: string, asks: string, permission: Permission) =>
  forBody((of) => ({
    path: `${path}?${asks}=${of.slug}`,
    opens: mayForSome(permission),
    words: { said: text(of.name), to: may(permission, of) },
  }));

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

/** Takes what is sent from the page of an agenda's item itself, and nothing from anywhere else. */
const takesFiles = (more: string) =>
  each(
    ({ meetings }) => meetings.filter(({ itemId }) => itemId),
    (meeting, { body }) => ({
      path: meetingAt(meeting, body, `/agenda/${meeting.itemId}${more}`),
      key: text(meeting.itemId),
      opens: nobody,
      known: reads(meeting),
      closed: 405,
      posted: 403,
    }),
  );

const takesOfReport = (more: string) =>
  each(
    ({ reports }) => reports,
    (report) => ({
      path: `/office/reports/${report.slug}${more}`,
      key: text(report.slug),
      opens: nobody,
      known: reads(report),
      closed: 405,
      posted: 403,
    }),
  );

const isOver = ({ status }: Row) =>
  (meetingWorkflow.statuses as Record<string, { final?: boolean }>)[text(status)]?.final === true;

/** A page of settings of a body. */
const ofSettings = (more: string) =>
  forBody((of) => ({
    path: `/office/settings/bodies/${of.slug}${more}`,
    key: text(of.slug),
    opens: may("body.settings", of),
    known: everybody,
  }));

/** To whom each page of the office opens. Nobody reads it off the pages: it says again what docs/access.md says. */
export const OFFICE_ROUTES: Routes = {
  "/office": at("/office", everybody),
  "/office/[...rest]": at("/office/nothing/here", nobody),

  "/office/topics": at("/office/topics", inside),
  "/office/topics/new": at("/office/topics/new", all(inside, may("topic.suggest"))),
  "/office/topics/[slug]": each(
    ({ topics }) => topics,
    (topic) => ({ path: `/office/topics/${topic.slug}`, key: text(topic.slug), opens: reads(topic) }),
  ),

  "/office/scoping": at("/office/scoping", inside),
  "/office/scoping/new": makes("/office/scoping/new", "body", "scoping.start"),
  "/office/scoping/[id]": each(
    ({ proposals }) => proposals,
    (proposal) => ({ path: `/office/scoping/${proposal.id}`, key: text(proposal.id), opens: reads(proposal) }),
  ),
  // A last look before a draft is put forward. None of these has all that it needs for that, and what has been put forward has no
  // last look: whoever may read it is sent back to it.
  "/office/scoping/[id]/check": each(
    ({ proposals }) => proposals,
    (proposal) => ({
      path: `/office/scoping/${proposal.id}/check`,
      key: text(proposal.id),
      opens: proposal.status === "draft" ? all(reads(proposal), may("scoping.edit", proposal)) : reads(proposal),
      known: reads(proposal),
      opened: 307,
    }),
  ),
  // A version that was on an agenda stays as open as it was then.
  "/office/scoping/[id]/versions/[number]": each(
    ({ proposals }) => proposals.filter(({ version1 }) => version1),
    (proposal) => ({
      path: `/office/scoping/${proposal.id}/versions/1`,
      key: text(proposal.id),
      opens: any(reads(proposal), () => (proposal.version1 as Row).audience === "public"),
    }),
  ),
  "/office/scoping/[id]/[file]": each(
    ({ proposals }) => proposals,
    (proposal) => ({
      path: `/office/scoping/${proposal.id}/proposal.pdf`,
      key: text(proposal.id),
      opens: reads(proposal),
      posted: 405,
    }),
  ),
  // Takes what is typed from the page itself, and nothing from anywhere else.
  "/office/scoping/[id]/draft": each(
    ({ proposals }) => proposals,
    (proposal) => ({
      path: `/office/scoping/${proposal.id}/draft`,
      key: text(proposal.id),
      opens: nobody,
      known: reads(proposal),
      closed: 405,
      posted: 403,
    }),
  ),

  "/office/programme": at("/office/programme", inside),
  "/office/programme/[body]": forBody((of) => ({
    path: `/office/programme/${of.slug}`,
    key: text(of.slug),
    opens: inside,
    known: everybody,
  })),
  "/office/programme/[body]/new": forBody((of) => ({
    path: `/office/programme/${of.slug}/new`,
    key: text(of.slug),
    opens: all(inside, may("programme.edit", of)),
    known: everybody,
  })),
  "/office/programme/[body]/items/[id]": each(
    ({ items }) => items,
    (item, { body }) => ({
      path: `/office/programme/${body.slug}/items/${item.id}`,
      key: text(item.id),
      opens: all(inside, reads(item), may("programme.edit", item)),
      known: all(inside, reads(item)),
    }),
  ),

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
  // Takes from the page itself that it was looked at, and nothing from anywhere else.
  "/office/meetings/[body]/[date]/looked": each(
    ({ meetings }) => meetings,
    (meeting, { body }) => ({
      path: meetingAt(meeting, body, "/looked"),
      key: text(meeting.slug),
      opens: nobody,
      known: reads(meeting),
      closed: 405,
      posted: 403,
    }),
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
  "/office/meetings/[body]/[date]/minutes/edit/[minute]": each(
    ({ minutes }) => minutes.filter(({ minute }) => minute),
    (minutes, { body }) => {
      const minute = minutes.minute as { id: string; text: Row | null };
      const { meeting } = minutes as { meeting: Row };
      const isWritable = ["draft", "checked"].includes(text(minutes.status));
      return {
        path: meetingAt(meeting, body, `/minutes/edit/${minute.id}`),
        key: minute.id,
        known: reads(minutes),
        opens: all(
          reads(meeting),
          isWritable ? may("minutes.edit", minutes) : nobody,
          (actor) =>
            minute.text === null || canReadContent(readScope(actor), accessOf("MinuteText", minute.text) as never),
        ),
      };
    },
  ),
  // Open while they are a draft, to whoever reads it and may remark on it; nobody was asked to check any of these.
  "/office/meetings/[body]/[date]/minutes/check": each(
    ({ minutes }) => minutes.filter(({ minute }) => minute),
    (minutes, { body }) => {
      const minute = minutes.minute as { id: string; text: Row | null };
      const { meeting } = minutes as { meeting: Row };
      const isDraft = ["draft", "checked"].includes(text(minutes.status));
      return {
        path: meetingAt(meeting, body, "/minutes/check"),
        key: minute.id,
        known: reads(minutes),
        opens: all(
          reads(meeting),
          isDraft ? may("minutes.comment", minutes) : nobody,
          (actor) =>
            minute.text !== null && canReadContent(readScope(actor), accessOf("MinuteText", minute.text) as never),
        ),
      };
    },
  ),
  "/office/meetings/[body]/[date]/at-the-table": ofMeeting("/at-the-table", (meeting) => may("minutes.edit", meeting)),
  "/office/meetings/[body]/[date]/at-the-table/[minute]": each(
    ({ minutes }) => minutes.filter(({ minute }) => minute),
    (minutes, { body }) => {
      const minute = minutes.minute as { id: string; text: Row | null };
      const { meeting } = minutes as { meeting: Row };
      const isWritable = ["draft", "checked"].includes(text(minutes.status));
      return {
        path: meetingAt(meeting, body, `/at-the-table/${minute.id}`),
        key: minute.id,
        known: reads(minutes),
        opens: all(
          reads(meeting),
          isWritable ? may("minutes.edit", minutes) : nobody,
          (actor) =>
            minute.text === null || canReadContent(readScope(actor), accessOf("MinuteText", minute.text) as never),
        ),
      };
    },
  ),
  // Takes what is typed from the page itself, and nothing from anywhere else.
  "/office/meetings/[body]/[date]/at-the-table/[minute]/typing": each(
    ({ minutes }) => minutes.filter(({ minute }) => minute),
    (minutes, { body }) => {
      const { id } = minutes.minute as Row;
      return {
        path: meetingAt(minutes.meeting as Row, body, `/at-the-table/${id}/typing`),
        key: text(id),
        opens: nobody,
        known: reads(minutes),
        closed: 405,
        posted: 403,
      };
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

  "/office/reports": at("/office/reports", inside),
  "/office/reports/new": makes("/office/reports/new", "body", "report.start"),
  "/office/reports/[slug]": each(
    ({ reports }) => reports,
    (report) => ({ path: `/office/reports/${report.slug}`, key: text(report.slug), opens: reads(report) }),
  ),
  // What it said before, and what is being written, is for those who write and clear it.
  "/office/reports/[slug]/versions/[number]": each(
    ({ reports }) => reports.filter(({ hasVersions }) => hasVersions),
    (report) => ({
      path: `/office/reports/${report.slug}/versions/1`,
      key: text(report.slug),
      opens: reads({ ...report, audience: "keepers" }),
      known: reads(report),
    }),
  ),
  // Each takes from the page itself what is typed, pasted or sent as a file, and nothing from anywhere else.
  "/office/reports/[slug]/draft": takesOfReport("/draft"),
  "/office/reports/[slug]/paste": takesOfReport("/paste"),
  "/office/reports/[slug]/upload": takesOfReport("/upload"),

  "/office/reports/[slug]/[file]": each(
    ({ reports }) => reports,
    (report) => ({
      path: `/office/reports/${report.slug}/report.pdf`,
      key: text(report.slug),
      opens: reads(report),
      posted: 405,
    }),
  ),

  "/office/follow-ups": at("/office/follow-ups", inside),
  "/office/follow-ups/new": makes("/office/follow-ups/new", "body", "follow-up.edit"),
  "/office/follow-ups/[id]": each(
    ({ followUps }) => followUps,
    (followUp) => ({ path: `/office/follow-ups/${followUp.id}`, key: text(followUp.id), opens: reads(followUp) }),
  ),

  "/office/recommendations": at("/office/recommendations", inside),
  "/office/recommendations/new": at("/office/recommendations/new", may("recommendation.record")),
  "/office/recommendations/[id]": each(
    ({ recommendations }) => recommendations,
    (asked) => ({ path: `/office/recommendations/${asked.id}`, key: text(asked.id), opens: reads(asked) }),
  ),
  "/office/recommendations/[id]/[clause]": each(
    ({ recommendations }) => recommendations,
    (asked) => ({ path: `/office/recommendations/${asked.id}/1`, key: text(asked.id), opens: reads(asked) }),
  ),

  "/office/groups": at("/office/groups", inside),
  "/office/groups/new": makes("/office/groups/new", "parent", "group.decide"),
  "/office/groups/[slug]": each(
    ({ groups }) => groups,
    (group) => ({ path: `/office/groups/${group.slug}`, key: text(group.slug), opens: all(inside, reads(group)) }),
  ),
  "/office/groups/[slug]/edit": each(
    ({ groups }) => groups,
    (group) => ({
      path: `/office/groups/${group.slug}/edit`,
      key: text(group.slug),
      opens: group.status === "proposed" ? all(reads(group), may("group.decide", group)) : nobody,
      known: reads(group),
    }),
  ),

  "/office/settings": at("/office/settings", everybody),
  "/office/settings/areas": at("/office/settings/areas", may("council.settings")),
  "/office/settings/bodies": at("/office/settings/bodies", may("body.settings")),
  "/office/settings/bodies/new": at("/office/settings/bodies/new", may("council.settings")),
  "/office/settings/bodies/[slug]": ofSettings(""),
  "/office/settings/bodies/[slug]/seats": ofSettings("/seats"),
  "/office/settings/bodies/[slug]/[setting]": ofSettings("/words"),
  "/office/settings/calendar": at("/office/settings/calendar", may("body.settings")),
  "/office/settings/clock": at("/office/settings/clock", may("clock.set")),
  "/office/settings/council": at("/office/settings/council", may("council.settings")),
  "/office/settings/import": at("/office/settings/import", may("body.settings")),
  "/office/settings/notices": at(
    "/office/settings/notices",
    (actor) => actor.kind === "person" && holdsPost(actor, "proper_officer"),
  ),
  "/office/settings/outbox": at("/office/settings/outbox", may("accounts.manage")),
  "/office/settings/people": at("/office/settings/people", may("body.settings")),
  "/office/settings/people/new": at("/office/settings/people/new", may("body.settings")),
  "/office/settings/people/[slug]": at("/office/settings/people/kate-wheller", may("body.settings"), {
    key: "kate-wheller",
  }),
  "/office/settings/sign-in": at("/office/settings/sign-in", everybody),
};
