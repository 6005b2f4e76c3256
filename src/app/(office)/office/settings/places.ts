import { holdsPost, type Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";

type Place = { href: string; label: string; says: string; opensTo: (person: Person) => boolean };

const may = (permission: "body.settings" | "council.settings" | "accounts.manage" | "clock.set") => (person: Person) =>
  can(person, permission, {});
const servesSomething = (person: Person) => may("body.settings")(person) || holdsPost(person, "democratic_services");

/** The pages of the settings; what is not open is not mentioned. */
const PLACES: readonly Place[] = [
  {
    href: "/office/settings/bodies",
    label: "Bodies",
    says: "Committees, boards and the executive: seats, words, quorum, numbering, templates, deadlines, rules",
    opensTo: servesSomething,
  },
  {
    href: "/office/settings/people",
    label: "People",
    says: "Names and other spellings, seats and posts, how to reach them, how they sign in",
    opensTo: may("body.settings"),
  },
  {
    href: "/office/settings/import",
    label: "People and seats from a file",
    says: "A CSV file, looked through line by line before anything is changed",
    opensTo: may("body.settings"),
  },
  {
    href: "/office/settings/calendar",
    label: "Calendar",
    says: "Bank holidays proclaimed since, days of mourning, days the offices are closed",
    opensTo: may("body.settings"),
  },
  {
    href: "/office/settings/areas",
    label: "Areas and portfolios",
    says: "What directors and members of the executive answer for",
    opensTo: may("council.settings"),
  },
  {
    href: "/office/settings/council",
    label: "Council",
    says: "Its name, colour, crest and words",
    opensTo: may("council.settings"),
  },
  {
    href: "/office/settings/outbox",
    label: "Outbox",
    says: "Messages that were sent, and those that wait",
    opensTo: may("accounts.manage"),
  },
  {
    href: "/office/settings/clock",
    label: "Clock",
    says: "Where the demonstration’s day stands",
    opensTo: may("clock.set"),
  },
  {
    href: "/office/settings/notices",
    label: "What administrators gave themselves",
    says: "Seats and posts, for the proper officer to know",
    opensTo: (person) => holdsPost(person, "proper_officer"),
  },
  {
    href: "/office/settings/sign-in",
    label: "How you sign in",
    says: "Your password, a second factor, and your council account",
    opensTo: () => true,
  },
];

/** The settings that open to this person. */
export const settingsOf = (person: Person): readonly Place[] => PLACES.filter((place) => place.opensTo(person));
