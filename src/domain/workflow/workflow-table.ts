import type { Permission } from "@/domain/access/permissions";
import type { Audience } from "@/domain/access/read-scope";
import type { AuthorityKind } from "./authority";
import { destinations, type Rule, type Subject, type Workflow } from "./workflow";

export type TableStatus = { status: string; label: string; audience: Audience; unless: string | null; final: boolean };

export type TableTransition = {
  name: string;
  label: string;
  from: readonly string[];
  to: readonly string[];
  needs: Permission;
  /** The names of its rules, which read as predicates. */
  rules: readonly string[];
  restsOn: readonly AuthorityKind[];
  asksReason: boolean;
};

/** A workflow without its subject: what can be said of any of them, for documents and for tests of all. */
export type WorkflowTable = {
  name: string;
  startsAt: readonly string[];
  statuses: readonly TableStatus[];
  transitions: readonly TableTransition[];
};

/** The table of a machine. */
export function tableOf<S extends Subject, Name extends string>(workflow: Workflow<S, Name>): WorkflowTable {
  return {
    name: workflow.name,
    startsAt: [workflow.initial, ...(workflow.alsoStartsAt ?? [])],
    statuses: (Object.keys(workflow.statuses) as S["status"][]).map((status) => {
      const { label, audience, unless, final = false } = workflow.statuses[status];
      return { status, label, audience, unless: unless ? `${unless.audience} ${unless.words}` : null, final };
    }),
    transitions: (Object.keys(workflow.transitions) as Name[]).map((name) => {
      const transition = workflow.transitions[name];
      const { label, from, needs, rules = [], restsOn = [], asksReason = false } = transition;
      return { name, label, from, to: destinations(transition), needs, rules: rules.map(nameOf), restsOn, asksReason };
    }),
  };
}

const nameOf = <S>(rule: Rule<S>): string => rule.name;
