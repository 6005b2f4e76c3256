import type { PlainDate } from "@/domain/calendar/plain-date";

/** What a body is. Only a council's seats make a councillor, and only an executive's seats make a member of the executive. */
export type BodyKind =
  | "council"
  | "executive"
  | "scrutiny_committee"
  | "management_board"
  | "review_group"
  | "advisory_panel"
  | "other_committee";

/** What a seat lets its holder be on its body. */
export type SeatRole =
  | "chair"
  | "vice_chair"
  | "member"
  | "substitute"
  | "education_co_optee"
  | "other_co_optee"
  | "support_officer";

/** A seat held today. Seats of former members never reach an actor. */
export type HeldSeat = { bodyId: string; bodyKind: BodyKind; role: SeatRole; portfolioId: string | null };

/** What a post is for; the title it carries is data. */
export type PostKind =
  | "officer"
  | "director"
  | "democratic_services"
  | "scrutiny_officer"
  | "proper_officer"
  | "executive_support"
  | "administrator";

/** A post held today. `bodyIds` limits a democratic services officer to their own bodies; empty means all. */
export type HeldPost = {
  kind: PostKind;
  areaId: string | null;
  portfolioIds: readonly string[];
  bodyIds: readonly string[];
};

/** A signed-in person with the seats and posts held on `day`, the day of the business clock. */
export type Person = {
  kind: "person";
  personId: string;
  name: string;
  day: PlainDate;
  seats: readonly HeldSeat[];
  posts: readonly HeldPost[];
};

/** Whoever acts: a person, anybody at all, a job of ours, or the holder of a single-use link to one record. */
export type Actor =
  | Person
  | { kind: "public" }
  | { kind: "system"; job: string }
  | { kind: "link_holder"; linkId: string; subjectId: string };

export const THE_PUBLIC: Actor = { kind: "public" };

/** A councillor is whoever holds a seat on the council itself (LGA 1972 s2). */
export const isCouncillor = (person: Person): boolean =>
  person.seats.some((seat) => seat.bodyKind === "council" && seat.role !== "support_officer");

/** A member of the executive holds a seat on it; its support officers do not (LGA 2000 s9C). */
export const isOnExecutive = (person: Person): boolean =>
  person.seats.some((seat) => seat.bodyKind === "executive" && seat.role !== "support_officer");

/** Whether they hold a post of this kind today. */
export const holdsPost = (person: Person, kind: PostKind): boolean => person.posts.some((post) => post.kind === kind);
