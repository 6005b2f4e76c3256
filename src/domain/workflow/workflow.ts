import type { Actor } from "@/domain/access/actor";
import { can, type Permission, whoMay } from "@/domain/access/permissions";
import type { Audience } from "@/domain/access/read-scope";
import type { Relations } from "@/domain/access/role";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Authority, AuthorityKind } from "./authority";

/** What a rule found. Hard refuses; soft warns, asks for a reason and is recorded with it. */
export type Finding = {
  severity: "hard" | "soft";
  /** Stable name, for tests and for counting: "no-lead-member". */
  code: string;
  /** A sentence for the person who asked, saying what to do. */
  sentence: string;
  /** The rule it rests on: a statute, a standing order, the body's settings. */
  authority: string;
  /** The field of the form it concerns, if any. */
  field?: string;
};

export type Subject = Relations & { status: string };

/** What holds when somebody asks: who, on which day of the business clock, on what authority, with what reason. */
export type Circumstances = {
  actor: Actor;
  today: PlainDate;
  authority?: Authority | undefined;
  reason?: string | undefined;
};

/** A rule of the council or of law. Returns everything it finds wrong, in words fit for the person who asked. */
export type Rule<S> = (subject: S, circumstances: Circumstances) => readonly Finding[];

/** Back to where the record was before it was set aside: which statuses that may be, and which one it is for this record. */
export type Resumption<S extends Subject> = { oneOf: readonly S["status"][]; forThis: (subject: S) => S["status"] };

export type Transition<S extends Subject> = {
  /** A verb with its object, as on the button: "Put forward". */
  label: string;
  from: readonly S["status"][];
  to: S["status"] | Resumption<S>;
  needs: Permission;
  rules?: readonly Rule<S>[];
  /** Where something is decided: the kinds of authority it may rest on. Without one it cannot exist. */
  restsOn?: readonly AuthorityKind[];
  /** Asked for even when nothing is found: why it is done. */
  asksReason?: boolean;
};

export type Status<S = Subject> = {
  /** An adjective, as on the tag. */
  label: string;
  /** Whom a record in this status is open to. */
  audience: Audience;
  /** Where what happened before decides instead: nothing that was public is taken back. */
  unless?: { holds(subject: S): boolean; words: string; audience: Audience };
  final?: boolean;
};

export type Workflow<S extends Subject, Name extends string> = {
  /** The noun, as in the glossary: "scoping proposal". */
  name: string;
  initial: S["status"];
  /** Where a record may start as well: a paper that comes in from an outside body is never drafted here. */
  alsoStartsAt?: readonly S["status"][];
  statuses: Readonly<Record<S["status"], Status<S>>>;
  transitions: Readonly<Record<Name, Transition<S>>>;
};

/** The statuses in which nothing more becomes of a record. */
export const finalStatuses = <S extends Subject, Name extends string>({ statuses }: Workflow<S, Name>) =>
  (Object.keys(statuses) as S["status"][]).filter((status) => statuses[status].final);

export type Refusal = {
  code: "not-permitted" | "wrong-status" | "against-rule" | "needs-reason";
  sentence: string;
  findings: readonly Finding[];
};

export type Decision<S extends Subject> =
  | { allowed: true; to: S["status"]; audience: Audience; warnings: readonly Finding[] }
  | { allowed: false; refusal: Refusal };

export const defineWorkflow =
  <S extends Subject>() =>
  <Name extends string>(workflow: Workflow<S, Name>) =>
    workflow;

/**
 * The only judge of a transition: the server enforces its answer and pages offer only what it allows.
 * Permission comes first, so that a refusal tells outsiders nothing about the record; then every rule speaks, so that the
 * person hears everything at once.
 */
export function decide<S extends Subject, Name extends string>(
  workflow: Workflow<S, Name>,
  name: Name,
  subject: S,
  circumstances: Circumstances,
): Decision<S> {
  const transition = workflow.transitions[name];
  const refuse = (code: Refusal["code"], sentence: string, findings: readonly Finding[] = []): Decision<S> => ({
    allowed: false,
    refusal: { code, sentence, findings },
  });

  if (!can(circumstances.actor, transition.needs, subject))
    return refuse("not-permitted", `“${transition.label}” is for ${whoMay(transition.needs)}.`);

  if (!transition.from.includes(subject.status)) {
    const now = workflow.statuses[subject.status as S["status"]].label.toLowerCase();
    const open = transition.from.map((status) => workflow.statuses[status].label.toLowerCase()).join(" or ");
    return refuse("wrong-status", `This ${workflow.name} is ${now}. “${transition.label}” is for one that is ${open}.`);
  }

  const found = findings(transition, subject, circumstances);
  const hard = found.filter((finding) => finding.severity === "hard");
  const soft = found.filter((finding) => finding.severity === "soft");
  const isReasoned = Boolean(circumstances.reason?.trim());
  if (hard.length > 0) {
    const inTheWay = transition.asksReason && !isReasoned ? [...hard, NO_REASON] : hard;
    return refuse("against-rule", `Not done: ${counted(inTheWay.length)} in the way.`, [...inTheWay, ...soft]);
  }
  if ((soft.length > 0 || transition.asksReason) && !isReasoned)
    return refuse("needs-reason", NO_REASON.sentence, found);
  const to = typeof transition.to === "object" ? transition.to.forThis(subject) : transition.to;
  return { allowed: true, to, audience: audienceOf(workflow, { ...subject, status: to }), warnings: soft };
}

/** Said with everything else that is in the way, so that nobody sends a form three times to hear three things. */
const NO_REASON: Finding = {
  severity: "hard",
  code: "no-reason",
  sentence: "Give a reason. It is recorded with this step.",
  authority: "The step is recorded with its reason",
  field: "reason",
};

/** Whom the record is open to in the status it has. */
export function audienceOf<S extends Subject>(workflow: Workflow<S, string>, subject: S): Audience {
  const { audience, unless } = workflow.statuses[subject.status as S["status"]];
  return unless?.holds(subject) ? unless.audience : audience;
}

/** Every status the transition may lead to. */
export const destinations = <S extends Subject>({ to }: Transition<S>): readonly S["status"][] =>
  typeof to === "object" ? to.oneOf : [to];

function findings<S extends Subject>(transition: Transition<S>, subject: S, circumstances: Circumstances) {
  const rules = transition.restsOn ? [restsOn(transition.restsOn), ...(transition.rules ?? [])] : transition.rules;
  return (rules ?? []).flatMap((rule) => rule(subject, circumstances));
}

const AUTHORITIES: Record<AuthorityKind, string> = {
  resolution: "a resolution in a minute of a held, quorate meeting",
  officer_decision: "an officer's decision after consulting the chair",
  statutory_consent: "a consent that a statute asks for",
  other_body: "another body's decision",
  import: "an import",
};

/** Nothing decided exists without an authority (LGA 1972 s101). */
function restsOn(kinds: readonly AuthorityKind[]): Rule<Subject> {
  return (_subject, { authority }) =>
    authority && kinds.includes(authority.kind)
      ? []
      : [
          {
            severity: "hard",
            code: "no-authority",
            sentence: `Say what this rests on: ${kinds.map((kind) => AUTHORITIES[kind]).join(", or ")}.`,
            authority: "LGA 1972 s101",
            field: "authority",
          },
        ];
}

const counted = (count: number) => (count === 1 ? "one thing stands" : `${count} things stand`);

/** A move as a page may offer it. `blockedBy` holds the hard findings, `warnings` the soft ones. */
export type Move<Name> = {
  name: Name;
  label: string;
  blockedBy: readonly Finding[];
  warnings: readonly Finding[];
  asksReason: boolean;
  restsOn: readonly AuthorityKind[];
};

/**
 * What a page may offer: the moves this person may make from here, and of those a rule blocks, why. A missing authority is not
 * shown as a block: the form asks for it.
 */
export function movesFor<S extends Subject, Name extends string>(
  workflow: Workflow<S, Name>,
  subject: S,
  circumstances: Circumstances,
): Move<Name>[] {
  return (Object.keys(workflow.transitions) as Name[]).flatMap((name): Move<Name>[] => {
    const transition = workflow.transitions[name];
    const decision = decide(workflow, name, subject, circumstances);
    const offered =
      decision.allowed || decision.refusal.code === "against-rule" || decision.refusal.code === "needs-reason";
    if (!offered) return [];
    const found = findings(transition, subject, circumstances).filter((finding) => finding.code !== "no-authority");
    const warnings = found.filter((finding) => finding.severity === "soft");
    return [
      {
        name,
        label: transition.label,
        blockedBy: found.filter((finding) => finding.severity === "hard"),
        warnings,
        asksReason: Boolean(transition.asksReason) || warnings.length > 0,
        restsOn: transition.restsOn ?? [],
      },
    ];
  });
}
