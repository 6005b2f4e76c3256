import type { BodyKind } from "@/domain/access/actor";

/** Whichever body it is, its kind says where its pages are. */
export type Addressed = { readonly kind: BodyKind; readonly slug: string };

export type PublicAddress = `/${string}`;

/** Overview and scrutiny committees have the address people look for; everything else that meets is a body. */
export const treeOf = (kind: BodyKind): "committees" | "bodies" =>
  kind === "scrutiny_committee" ? "committees" : "bodies";

/** "/committees/people-and-communities", "/bodies/cabinet". */
export const bodyAddress = ({ kind, slug }: Addressed): PublicAddress => `/${treeOf(kind)}/${slug}`;

/** "/committees/people-and-communities/meetings/2016-10-11". */
export const meetingAddress = (body: Addressed, meeting: { readonly slug: string }): PublicAddress =>
  `${bodyAddress(body)}/meetings/${meeting.slug}`;

/** The public pack of a meeting, as it is now. */
export const packAddress = (body: Addressed, meeting: { readonly slug: string }): PublicAddress =>
  `${meetingAddress(body, meeting)}/pack.pdf`;

/** The minutes of a meeting; each minute that has a number is an anchor there. */
export const minutesAddress = (
  body: Addressed,
  meeting: { readonly slug: string },
  number?: number | null,
): PublicAddress => `${meetingAddress(body, meeting)}/minutes${number == null ? "" : `#minute-${number}`}`;

/** Where the public asks a question of a meeting. */
export const askAddress = (body: Addressed, meeting: { readonly slug: string }): PublicAddress =>
  `${meetingAddress(body, meeting)}/ask`;

/** What became of what earlier meetings asked for, for one meeting. */
export const progressAddress = (body: Addressed, meeting: { readonly slug: string }): PublicAddress =>
  `${meetingAddress(body, meeting)}/progress`;

/** An item's anchor on the page of its meeting: "item-7b" for 7(b). */
export const itemAnchor = (number: string): string => `item-${number.replace(/[()]/g, "")}`;
