import { itemAnchor } from "@/domain/bodies/body-address";

type InBody = { readonly slug: string };

/** A meeting in the office, where its restricted papers are for those who are entitled to them. */
export const officeMeeting = (body: InBody, meeting: { slug: string }): `/office/${string}` =>
  `/office/meetings/${body.slug}/${meeting.slug}`;

/** Its minutes. */
export const officeMinutes = (body: InBody, meeting: { slug: string }): `/office/${string}` =>
  `${officeMeeting(body, meeting)}/minutes`;

/** What became of what earlier meetings asked for. */
export const officeProgress = (body: InBody, meeting: { slug: string }): `/${string}` =>
  `${officeMeeting(body, meeting)}/progress`;

/** A report that is listed for it, by its slug. */
export const officeReport = (body: InBody, meeting: { slug: string }, report: string): `/office/${string}` =>
  `${officeMeeting(body, meeting)}/reports/${report}`;

/** The item of this number on its page. */
export const officeItem = (body: InBody, meeting: { slug: string }, number: string): `/office/${string}` =>
  `${officeMeeting(body, meeting)}#${itemAnchor(number)}`;
