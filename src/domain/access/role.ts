import { type Actor, isCouncillor, isOnExecutive, type Person } from "./actor";

/**
 * What an actor is to one record. Roles are not stored: they follow from seats, posts and the relation of the person to the
 * record (own, assigned, own area, own portfolio), on the day of the business clock.
 */
export const ROLES = {
  public: "anybody",
  councillor: "a councillor",
  member: "a member of the committee",
  education_co_optee: "a co-opted member who votes on education",
  other_co_optee: "another co-opted member",
  chair: "the chair or vice-chair",
  lead_member: "the lead member",
  officer: "an officer",
  author: "whoever wrote it or has it assigned",
  clearer: "whoever is asked to clear it",
  director: "the director of its area",
  democratic_services: "democratic services",
  scrutiny_officer: "the statutory scrutiny officer",
  proper_officer: "the proper officer",
  executive: "a member of the executive",
  portfolio_holder: "the member of the executive whose portfolio it is",
  executive_support: "the executive's support officers",
  administrator: "the system administrator",
  system: "Scrutineer itself",
  link_holder: "whoever holds the link",
} as const;

export type Role = keyof typeof ROLES;

/** What of a record decides who somebody is to it. Leave out what the record does not have. */
export type Relations = {
  id?: string;
  bodyId?: string | null;
  /** The body it answers to, where the record is that of a review group. */
  parentBodyId?: string | null;
  areaId?: string | null;
  portfolioId?: string | null;
  leadMemberIds?: readonly string[];
  /** Persons whose own record it is, or to whom it is assigned. */
  keepers?: readonly string[];
  /** Persons who are asked to clear it, before whoever signs it off. */
  clearers?: readonly string[];
};

/** Every role the actor has towards the record. */
export function rolesOf(actor: Actor, record: Relations): ReadonlySet<Role> {
  switch (actor.kind) {
    case "public":
      return new Set(["public"]);
    case "system":
      return new Set(["system"]);
    case "link_holder":
      return new Set(actor.subjectId === record.id ? ["public", "link_holder"] : ["public"]);
    case "person":
      return rolesOfPerson(actor, record);
  }
}

function rolesOfPerson(person: Person, record: Relations): ReadonlySet<Role> {
  const roles = new Set<Role>(["public"]);
  if (isCouncillor(person)) roles.add("councillor");
  if (isOnExecutive(person)) roles.add("executive");
  for (const seat of person.seats) {
    if (seat.bodyKind === "executive" && seat.portfolioId !== null && seat.portfolioId === record.portfolioId)
      roles.add("portfolio_holder");
    if (seat.bodyId !== record.bodyId) continue;
    if (seat.role === "education_co_optee" || seat.role === "other_co_optee") roles.add(seat.role);
    else if (seat.role !== "support_officer") roles.add("member");
    if (seat.role === "chair" || seat.role === "vice_chair") roles.add("chair");
  }
  if (record.leadMemberIds?.includes(person.personId)) roles.add("lead_member");

  for (const post of person.posts) {
    if (post.kind === "administrator") roles.add("administrator");
    else roles.add("officer");
    if (post.kind === "director" && post.areaId !== null && post.areaId === record.areaId) roles.add("director");
    if (post.kind === "democratic_services" && serves(post.bodyIds, record)) roles.add("democratic_services");
    if (post.kind === "scrutiny_officer" || post.kind === "proper_officer" || post.kind === "executive_support")
      roles.add(post.kind);
  }
  const mayKeep = roles.has("officer") || roles.has("executive");
  if (roles.has("officer") && record.clearers?.includes(person.personId)) roles.add("clearer");
  if (mayKeep && record.keepers?.includes(person.personId)) roles.add("author");
  return roles;
}

/** Whoever serves a committee serves its review groups too. */
const serves = (bodyIds: readonly string[], { bodyId = null, parentBodyId = null }: Relations) =>
  bodyIds.length === 0 ||
  bodyId === null ||
  bodyIds.includes(bodyId) ||
  (parentBodyId !== null && bodyIds.includes(parentBodyId));
