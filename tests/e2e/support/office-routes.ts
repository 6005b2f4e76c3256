import { holdsPost } from "@/domain/access/actor";
import type { Row } from "./database";
import { MEETING_ROUTES } from "./meeting-routes";
import {
  all,
  any,
  at,
  each,
  everybody,
  forBody,
  inside,
  makes,
  may,
  nobody,
  type Routes,
  reads,
  taken,
  text,
} from "./routes";

const takesOfReport = (more: string) =>
  each(
    ({ reports }) => reports,
    (report) => taken(`/office/reports/${report.slug}${more}`, text(report.slug), reads(report)),
  );

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
  "/office/scoping/[id]/draft": each(
    ({ proposals }) => proposals,
    (proposal) => taken(`/office/scoping/${proposal.id}/draft`, text(proposal.id), reads(proposal)),
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

  ...MEETING_ROUTES,

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
  // What is typed, pasted or sent as a file.
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
