import { type Actor, holdsPost, isCouncillor, THE_PUBLIC } from "./actor";

/**
 * Whom an unrestricted record is open to, each level taking in the ones before it:
 * its keepers (and democratic services and the scrutiny officer) → the chair → members of its body → everybody with a seat or
 * a post → the public. A workflow says for each of its statuses which it is, so nobody sets it by hand.
 */
export const AUDIENCES = ["keepers", "chair", "members", "inside", "public"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Public, exempt under Schedule 12A LGA 1972, or confidential under s100A(3). */
export type Restriction = "public" | "exempt" | "confidential";

/** The columns that decide who reads a record. */
export type Readable = {
  audience: Audience;
  bodyId: string | null;
  areaId: string | null;
  portfolioId: string | null;
  keepers: readonly string[];
};

/** The columns that decide who reads content which may be restricted: the text of a report, the bytes of a paper, a minute. */
export type Restrictable = Readable & {
  restriction: Restriction;
  /** Paragraphs of Part 1 of Schedule 12A, 1 to 7; empty unless exempt. */
  paragraphs: readonly number[];
  /** Persons from whom it is withheld, with a reason (an interest, say): this beats every seat. */
  withheldFrom: readonly string[];
};

declare const issuedHere: unique symbol;

/** Proof of what its holder may read. Every query demands one; only readScope() can issue one. */
export type ReadScope = {
  readonly personId: string | null;
  /** Has a seat or a post. */
  readonly inside: boolean;
  readonly councillor: boolean;
  /** Bodies the holder sits on, and those chaired. */
  readonly bodies: readonly string[];
  readonly chairs: readonly string[];
  readonly areas: readonly string[];
  readonly portfolios: readonly string[];
  /** Reads every draft: democratic services and the scrutiny officer. */
  readonly allDrafts: boolean;
  /** Reads everything restricted: they, and the proper officer. */
  readonly allRestricted: boolean;
  /** Reads nothing restricted, whatever else they hold: the administrator. */
  readonly barred: boolean;
  readonly [issuedHere]: true;
};

/** The only maker of a ReadScope: what the seats and posts of today let this actor read. */
export function readScope(actor: Actor): ReadScope {
  return issue(actor) as ReadScope;
}

function issue(actor: Actor): Omit<ReadScope, typeof issuedHere> {
  const nothing = {
    personId: null,
    inside: false,
    councillor: false,
    bodies: [],
    chairs: [],
    areas: [],
    portfolios: [],
    allDrafts: false,
    allRestricted: false,
    barred: false,
  };
  if (actor.kind === "system") return { ...nothing, inside: true, allDrafts: true, allRestricted: true };
  if (actor.kind !== "person") return nothing;

  const seats = actor.seats.filter((seat) => seat.role !== "support_officer");
  const desk = holdsPost(actor, "democratic_services") || holdsPost(actor, "scrutiny_officer");
  return {
    personId: actor.personId,
    inside: seats.length > 0 || actor.posts.some((post) => post.kind !== "administrator"),
    councillor: isCouncillor(actor),
    bodies: seats.map((seat) => seat.bodyId),
    chairs: seats.filter((seat) => seat.role === "chair" || seat.role === "vice_chair").map((seat) => seat.bodyId),
    areas: actor.posts.flatMap((post) => (post.kind === "director" && post.areaId ? [post.areaId] : [])),
    portfolios: [
      ...seats.flatMap((seat) => (seat.portfolioId ? [seat.portfolioId] : [])),
      ...actor.posts.flatMap((post) => (post.kind === "executive_support" ? post.portfolioIds : [])),
    ],
    allDrafts: desk,
    allRestricted: desk || holdsPost(actor, "proper_officer"),
    barred: holdsPost(actor, "administrator"),
  };
}

export const PUBLIC_SCOPE = readScope(THE_PUBLIC);

/** Whether the record is open to the holder. readable() says the same in SQL, and row-level security its public part. */
export function canRead(scope: ReadScope, record: Readable): boolean {
  if (record.audience === "public") return true;
  if (record.audience === "inside" && scope.inside) return true;
  if (record.audience === "members" && holds(scope.bodies, record.bodyId)) return true;
  if (record.audience !== "keepers" && holds(scope.chairs, record.bodyId)) return true;
  return scope.allDrafts || isClose(scope, record);
}

/**
 * Whether content is open to the holder: the record is, and it is unrestricted or the holder is entitled to it.
 * LGA 1972 s100F(2)-(2A): a paper whose every paragraph is 3 or 6 stays open to all councillors.
 */
export function canReadContent(scope: ReadScope, content: Restrictable): boolean {
  if (!canRead(scope, content)) return false;
  if (content.restriction === "public") return true;
  if (scope.barred || holds(content.withheldFrom, scope.personId)) return false;
  if (scope.allRestricted || holds(scope.bodies, content.bodyId) || isClose(scope, content)) return true;
  return (
    scope.councillor &&
    content.restriction === "exempt" &&
    content.paragraphs.every((paragraph) => OPEN_TO_COUNCILLORS.includes(paragraph))
  );
}

/** LGA 1972 s100F(2A). */
export const OPEN_TO_COUNCILLORS: readonly number[] = [3, 6];

/** Own or assigned, own area, own portfolio. */
const isClose = (scope: ReadScope, record: Readable) =>
  holds(record.keepers, scope.personId) ||
  holds(scope.areas, record.areaId) ||
  holds(scope.portfolios, record.portfolioId);

const holds = (list: readonly string[], value: string | null) => value !== null && list.includes(value);
