import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";

/**
 * How the opinion of whoever presides stands in the minutes, with its special circumstances.
 * Authority: Local Government Act 1972 section 100B(4)(b).
 * Goes in: whose opinion it was, and the circumstances as they gave them. Comes out: a sentence for the minutes.
 */
export const urgencyMinuted = (presider: string | null, circumstances: string): string =>
  `${presider ? `${presider}, who presided,` : "Whoever presided"} was of the opinion that this item should be considered as a matter of urgency, by reason of special circumstances: ${circumstances}`;

/** By what a minute is known that nobody has confirmed yet. */
const TO_CONFIRM = "To be confirmed: ";

/**
 * What stands in the minutes of an item of which urgency was only indicated before the meeting: the opinion is that of whoever presides at
 * the meeting, so whoever takes the minutes confirms it, or strikes it out.
 * Goes in: who said so beforehand, and the circumstances. Comes out: a sentence that says it is to be confirmed.
 */
export const urgencyToConfirm = (presider: string | null, circumstances: string): string =>
  `${TO_CONFIRM}${urgencyMinuted(presider, circumstances)}`;

/** Whether a minute still holds what nobody has confirmed. */
export const isToBeConfirmed = (minute: string): boolean => minute.includes(TO_CONFIRM);

/** What an item says of its urgency: the opinion of whoever presides (LGA 1972 s100B(4)(b)), or what they said beforehand. */
export type Urgency = {
  readonly urgency: string | null;
  readonly urgencyBy: { readonly name: string } | null;
  readonly indicated: string | null;
  readonly indicatedBy: { readonly name: string } | null;
  readonly indicatedOn: PlainDate | null;
  readonly indicatedTo: string | null;
};

/**
 * What readers are told of an item's urgency; null where nobody said anything. An opinion is given at the meeting: what was said before it
 * is shown as what it is.
 */
export function urgencyWords(item: Urgency): string | null {
  if (item.urgency !== null)
    return `Taken as urgent${item.urgencyBy ? `, in the opinion of ${item.urgencyBy.name}, who presided` : ""}: ${item.urgency}`;
  if (item.indicated === null) return null;
  const who = item.indicatedBy ? `${item.indicatedBy.name}, who is to preside,` : "Whoever is to preside";
  const told = item.indicatedTo ? `told ${item.indicatedTo}` : "said";
  const when = item.indicatedOn ? ` on ${formatDate(item.indicatedOn)}` : "";
  return `To be confirmed at the meeting: ${who} ${told}${when} that they are of the opinion that this item is urgent, by reason of special circumstances: ${item.indicated}`;
}
