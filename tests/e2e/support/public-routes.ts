import { canRead, canReadContent, PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import {
  type Addressed,
  askAddress,
  bodyAddress,
  meetingAddress,
  minutesAddress,
  packAddress,
  progressAddress,
} from "@/domain/bodies/body-address";
import type { Row } from "./database";
import { accessOf } from "./planting";
import { at, each, everybody, forBody, nobody, type Opens, type Route, type Routes } from "./routes";

const text = (value: unknown): string => String(value);
const addressed = (row: Row): Addressed => row as unknown as Addressed;

/** Public pages are made for the public, whoever is signed in: what is not public is on none of them, not even for its readers. */
const isPublic =
  (record: Row): Opens =>
  () =>
    canRead(PUBLIC_SCOPE, accessOf("The record", record));

/** These pages take no form; what a script or another site sends to them is not even rendered. */
const NO_FORM = { posted: 405 };

const page = (path: string, opens: Opens = everybody): Route => at(path, opens, NO_FORM);
/** A page of a list that has no such page. */
const noMore = (list: string): Route => page(`${list}/page/9999`, nobody);
const ofBody = (more: string): Route =>
  forBody((of) => ({ path: `${bodyAddress(addressed(of))}${more}`, opens: everybody, ...NO_FORM }));
const noMoreOfBody = (list: string): Route =>
  forBody((of) => ({ path: `${bodyAddress(addressed(of))}${list}/page/9999`, opens: nobody, ...NO_FORM }));

/** The pages of the public site. */
export const PUBLIC_ROUTES: Routes = {
  "/[lang]": page("/"),
  "/[lang]/[...rest]": page("/topics/nothing/here", nobody),
  "/[lang]/accessibility": page("/accessibility"),
  "/[lang]/demonstration": page("/demonstration"),
  "/[lang]/forward-plan": page("/forward-plan"),
  "/[lang]/work-programme": page("/work-programme"),

  "/[lang]/committees": page("/committees"),
  "/[lang]/committees/page/[page]": noMore("/committees"),
  "/[lang]/[bodies]/[slug]": (records) => [
    ...ofBody("")(records),
    ...records.groups.map((group) => ({
      path: bodyAddress(addressed(group)),
      key: text(group.slug),
      opens: isPublic(group),
      ...NO_FORM,
    })),
  ],
  "/[lang]/[bodies]/[slug]/meetings/[date]": each(
    ({ meetings }) => meetings,
    (meeting, { body: of }) => ({
      path: meetingAddress(addressed(of), { slug: text(meeting.slug) }),
      key: text(meeting.slug),
      opens: isPublic(meeting),
      ...NO_FORM,
    }),
  ),
  "/[lang]/[bodies]/[slug]/meetings/[date]/ask": each(
    ({ meetings }) => meetings,
    (meeting, { body: of }) => ({
      path: askAddress(addressed(of), { slug: text(meeting.slug) }),
      key: text(meeting.slug),
      opens: isPublic(meeting),
    }),
  ),
  "/[lang]/[bodies]/[slug]/meetings/[date]/pack.pdf": each(
    ({ meetings }) => meetings,
    (meeting, { body: of }) => ({
      path: packAddress(addressed(of), { slug: text(meeting.slug) }),
      key: text(meeting.slug),
      opens: () => meeting.hasPack === true,
      posted: 405,
    }),
  ),
  "/[lang]/[bodies]/[slug]/meetings/[date]/minutes": each(
    ({ minutes }) => minutes,
    (minutes, { body: of }) => ({
      path: minutesAddress(addressed(of), { slug: text((minutes.meeting as Row).slug) }),
      key: text((minutes.meeting as Row).slug),
      opens: isPublic(minutes),
      ...NO_FORM,
    }),
  ),
  "/[lang]/[bodies]/[slug]/meetings/[date]/progress": each(
    ({ meetings }) => meetings,
    (meeting, { body: of }) => ({
      path: progressAddress(addressed(of), { slug: text(meeting.slug) }),
      key: text(meeting.slug),
      opens: isPublic(meeting),
      ...NO_FORM,
    }),
  ),
  // The same as a file.
  "/[lang]/[bodies]/[slug]/meetings/[date]/progress/[file]": each(
    ({ meetings }) => meetings,
    (meeting, { body: of }) => ({
      path: `${progressAddress(addressed(of), { slug: text(meeting.slug) })}/progress.pdf`,
      key: text(meeting.slug),
      opens: isPublic(meeting),
      ...NO_FORM,
    }),
  ),
  "/[lang]/[bodies]/[slug]/meetings/[date]/agenda/[file]": each(
    ({ meetings }) => meetings,
    (meeting, { body: of }) => ({
      path: `${meetingAddress(addressed(of), { slug: text(meeting.slug) })}/agenda/agenda.pdf`,
      key: text(meeting.slug),
      opens: isPublic(meeting),
      ...NO_FORM,
    }),
  ),
  "/[lang]/[bodies]/[slug]/meetings/[date]/minutes/[file]": each(
    ({ minutes }) => minutes,
    (minutes, { body: of }) => ({
      path: `${minutesAddress(addressed(of), { slug: text((minutes.meeting as Row).slug) })}/minutes.pdf`,
      key: text((minutes.meeting as Row).slug),
      opens: isPublic(minutes),
      ...NO_FORM,
    }),
  ),
  "/[lang]/[bodies]/[slug]/work-programme/[file]": ofBody("/work-programme/work-programme-large-print.pdf"),
  "/[lang]/[bodies]/[slug]/recommendations": ofBody("/recommendations"),
  "/[lang]/[bodies]/[slug]/recommendations/page/[page]": noMoreOfBody("/recommendations"),
  "/[lang]/[bodies]/[slug]/topics": ofBody("/topics"),
  "/[lang]/[bodies]/[slug]/topics/page/[page]": noMoreOfBody("/topics"),
  "/[lang]/[bodies]/[slug]/work-programme": ofBody("/work-programme"),

  "/[lang]/people/[slug]": page("/people/kate-wheller"),
  "/[lang]/recommendations": page("/recommendations"),
  "/[lang]/recommendations/page/[page]": noMore("/recommendations"),
  "/[lang]/recommendations/overdue": page("/recommendations/overdue"),
  "/[lang]/recommendations/overdue/page/[page]": noMore("/recommendations/overdue"),
  "/[lang]/reports/[slug]": each(
    ({ reports }) => reports,
    (report) => ({ path: `/reports/${report.slug}`, key: text(report.slug), opens: isPublic(report), ...NO_FORM }),
  ),
  "/[lang]/reports/[slug]/[file]": each(
    ({ reports }) => reports,
    (report) => ({
      path: `/reports/${report.slug}/report.docx`,
      key: text(report.slug),
      opens: isPublic(report),
      ...NO_FORM,
    }),
  ),
  // A version that was on an agenda stays as open as it was then.
  "/[lang]/scoping/[id]/[file]": each(
    ({ proposals }) => proposals,
    (proposal) => ({
      path: `/scoping/${proposal.id}/proposal.pdf`,
      key: text(proposal.id),
      opens: () => (proposal.version1 as Row | undefined)?.audience === "public",
      ...NO_FORM,
    }),
  ),
  "/[lang]/topics": page("/topics"),
  "/[lang]/topics/page/[page]": noMore("/topics"),
  "/[lang]/topics/[slug]": each(
    ({ topics }) => topics,
    (topic) => ({ path: `/topics/${topic.slug}`, key: text(topic.slug), opens: isPublic(topic), ...NO_FORM }),
  ),
  "/[lang]/topics/suggest": at("/topics/suggest", everybody),
  "/[lang]/topics/suggest/sent": page("/topics/suggest/sent"),
};

/** Where one signs in, the papers, and what the program keeps for itself. */
export const OTHER_ROUTES: Routes = {
  "/papers/[id]": each(
    ({ files }) => files,
    (file) => ({
      path: `/papers/${file.id}`,
      key: text(file.id),
      // What nobody has scanned leaves by no door.
      opens: (actor) => file.scan === "clean" && canReadContent(readScope(actor), accessOf("PaperFile", file) as never),
      posted: 405,
    }),
  ),

  "/packs/[id]": each(
    ({ packs }) => packs,
    (pack) => ({
      path: `/packs/${pack.id}`,
      key: text(pack.id),
      // What is not made yet, or holds what was taken down since, is given to nobody.
      opens: (actor) =>
        pack.state === "made" &&
        pack.closedAt === null &&
        canReadContent(readScope(actor), accessOf("Pack", pack) as never),
      posted: 405,
    }),
  ),

  "/sign-in": at("/sign-in", everybody),
  "/sign-in/code": at("/sign-in/code", everybody),
  "/sign-in/first": at("/sign-in/first", everybody),
  "/sign-in/forgotten": at("/sign-in/forgotten", everybody),
  "/sign-in/set-password": at("/sign-in/set-password", everybody),
  // No council account is set up on this site: both lead back.
  "/sign-in/openid": at("/sign-in/openid", everybody, { opened: 303, posted: 405 }),
  "/sign-in/openid/callback": at("/sign-in/openid/callback", everybody, { opened: 303, posted: 405 }),
  // Signs nobody out who is sent there by another site.
  "/sign-out": at("/sign-out", everybody, { opened: 303, posted: 303 }),

  // Who signs in is no business of the library's own addresses.
  "/api/auth/[...nextauth]": at("/api/auth/session", everybody, { headed: 400, posted: 400 }),
  "/internal/public-pages-changed": at("/internal/public-pages-changed", nobody),
  "/brand/[version]/crest": at("/brand/1/crest", nobody, NO_FORM),
  "/brand/[version]/stylesheet": at("/brand/1/stylesheet", everybody, NO_FORM),
  "/icon.svg": at("/icon.svg", everybody, NO_FORM),
  "/_not-found": at("/_not-found", nobody, NO_FORM),
  "/_global-error": at("/_global-error", everybody, NO_FORM),
};
