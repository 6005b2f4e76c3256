import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";

type Place = { readonly href: string; readonly label: string; readonly opensTo: (person: Person) => boolean };

const isInside = (person: Person) => readScope(person).inside;

/** The places of the office, in the order of the tabs. A new one is named here once its page is there. */
const PLACES: readonly Place[] = [
  { href: "/office", label: "What waits", opensTo: () => true },
  { href: "/office/topics", label: "Topics", opensTo: isInside },
  { href: "/office/scoping", label: "Scoping", opensTo: isInside },
  { href: "/office/programme", label: "Programme", opensTo: isInside },
  { href: "/office/groups", label: "Groups", opensTo: isInside },
  { href: "/office/meetings", label: "Meetings", opensTo: isInside },
  { href: "/office/reports", label: "Reports", opensTo: isInside },
  { href: "/office/follow-ups", label: "Follow-ups", opensTo: isInside },
  { href: "/office/recommendations", label: "Recommendations", opensTo: isInside },
  { href: "/office/settings", label: "Settings", opensTo: () => true },
];

/** The places that are open to this person. What is not is not mentioned. */
export const placesOf = (person: Person): readonly Place[] => PLACES.filter((place) => place.opensTo(person));
