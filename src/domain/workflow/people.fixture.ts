import {
  type Actor,
  type HeldPost,
  type HeldSeat,
  type Person,
  type PostKind,
  THE_PUBLIC,
} from "@/domain/access/actor";
import type { Relations, Role } from "@/domain/access/role";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Authority, AuthorityKind } from "./authority";
import { decide, type Subject, type Workflow } from "./workflow";

/** The day the demonstration stands at. */
export const TODAY: PlainDate = "2016-10-03";

/** A record of the People and Communities committee to which somebody stands in every relation there is. */
export const RELATED = {
  id: "record",
  bodyId: "pc",
  areaId: "adults",
  portfolioId: "care",
  leadMemberIds: ["lead_member"],
  keepers: ["author"],
  clearers: ["clearer"],
} as const satisfies Relations;

const COUNCIL: HeldSeat = { bodyId: "council", bodyKind: "council", role: "member", portfolioId: null };
const onCommittee = (role: HeldSeat["role"]): HeldSeat => ({
  bodyId: "pc",
  bodyKind: "scrutiny_committee",
  role,
  portfolioId: null,
});
const inCabinet = (portfolioId: string | null): HeldSeat => ({
  bodyId: "cabinet",
  bodyKind: "executive",
  role: "member",
  portfolioId,
});
const holding = (kind: PostKind, post: Partial<HeldPost> = {}): HeldPost => ({
  kind,
  areaId: null,
  portfolioIds: [],
  bodyIds: [],
  ...post,
});
const person = (personId: Role, seats: readonly HeldSeat[], posts: readonly HeldPost[] = []): Person => ({
  kind: "person",
  personId,
  name: personId.replaceAll("_", " "),
  day: TODAY,
  seats,
  posts,
});

/** One actor for each role towards RELATED, holding no more than makes them that. */
export const PEOPLE = {
  public: THE_PUBLIC,
  councillor: person("councillor", [COUNCIL]),
  member: person("member", [COUNCIL, onCommittee("member")]),
  education_co_optee: person("education_co_optee", [onCommittee("education_co_optee")]),
  other_co_optee: person("other_co_optee", [onCommittee("other_co_optee")]),
  chair: person("chair", [COUNCIL, onCommittee("chair")]),
  lead_member: person("lead_member", [COUNCIL, onCommittee("member")]),
  officer: person("officer", [], [holding("officer")]),
  author: person("author", [], [holding("officer")]),
  clearer: person("clearer", [], [holding("officer")]),
  director: person("director", [], [holding("director", { areaId: "adults" })]),
  democratic_services: person("democratic_services", [], [holding("democratic_services", { bodyIds: ["pc"] })]),
  scrutiny_officer: person("scrutiny_officer", [], [holding("scrutiny_officer")]),
  proper_officer: person("proper_officer", [], [holding("proper_officer")]),
  executive: person("executive", [COUNCIL, inCabinet(null)]),
  portfolio_holder: person("portfolio_holder", [COUNCIL, inCabinet("care")]),
  executive_support: person("executive_support", [], [holding("executive_support", { portfolioIds: ["care"] })]),
  administrator: person("administrator", [], [holding("administrator")]),
  system: { kind: "system", job: "nightly" },
  link_holder: { kind: "link_holder", linkId: "link", subjectId: "record" },
} as const satisfies Record<Role, Actor>;

/** An authority of each kind, good for RELATED. */
export const AUTHORITY = {
  resolution: {
    kind: "resolution",
    decisionId: "decision",
    meetingId: "2016-06-16",
    bodyId: "pc",
    heldOn: "2016-06-16",
    held: true,
    quorate: true,
    concerns: ["record"],
  },
  officer_decision: {
    kind: "officer_decision",
    personId: "democratic_services",
    decidedOn: "2016-09-26",
    consulted: "the chair",
  },
  statutory_consent: {
    kind: "statutory_consent",
    statute: "LGA 2000 s9FC",
    givenBy: "the proper officer",
    decidedOn: "2016-09-26",
  },
  other_body: { kind: "other_body", bodyId: "board", decidedOn: "2016-09-01", reference: "minute 29" },
  import: { kind: "import", source: "agenda pack of 11 October 2016" },
} as const satisfies { [Kind in AuthorityKind]: Extract<Authority, { kind: Kind }> };

/**
 * The whole status × transition × role matrix as lines to read: what is allowed to whom, on an authority of the first kind that
 * will do and with a reason given. `subject` is a record with which no rule finds anything hard.
 */
export function allowedMoves<S extends Subject, Name extends string>(
  workflow: Workflow<S, Name>,
  subject: (status: S["status"]) => S,
): string[] {
  const lines: string[] = [];
  for (const status of Object.keys(workflow.statuses) as S["status"][])
    for (const name of Object.keys(workflow.transitions) as Name[]) {
      const kind = workflow.transitions[name].restsOn?.[0];
      const circumstances = { today: TODAY, reason: "Because.", ...(kind && { authority: AUTHORITY[kind] }) };
      const allowed = Object.entries(PEOPLE).flatMap(([role, actor]) => {
        const decision = decide(workflow, name, subject(status), { actor, ...circumstances });
        return decision.allowed ? [{ role: role.replaceAll("_", " "), to: decision.to }] : [];
      });
      if (allowed[0])
        lines.push(`${status} --${name}--> ${allowed[0].to}  by ${allowed.map(({ role }) => role).join(", ")}`);
    }
  return lines;
}

/** What the rules find when this person asks, for the tests of single rules. */
export function codesFor<S extends Subject, Name extends string>(
  workflow: Workflow<S, Name>,
  name: Name,
  subject: S,
  { actor = PEOPLE.democratic_services, authority, reason = "Because." }: Asking = {},
): { allowed: boolean; codes: string[] } {
  const decision = decide(workflow, name, subject, { actor, today: TODAY, authority, reason });
  if (decision.allowed) return { allowed: true, codes: decision.warnings.map(({ code }) => code) };
  const { findings, code } = decision.refusal;
  return { allowed: false, codes: findings.length > 0 ? findings.map((finding) => finding.code) : [code] };
}

type Asking = { actor?: Actor; authority?: Authority; reason?: string };
