import type { Actor } from "./actor";
import { type Relations, ROLES, type Role, rolesOf } from "./role";

const inside = [
  "councillor",
  "member",
  "education_co_optee",
  "other_co_optee",
  "chair",
  "lead_member",
  "officer",
  "executive",
] as const satisfies readonly Role[];
const seated = ["member", "education_co_optee", "other_co_optee", "chair"] as const satisfies readonly Role[];

/**
 * Who may do what: the whole matrix, a row a step. Roles already carry the relation to the record ("author" is an
 * officer or a member of the executive whose own it is), and what the matrix leaves out democratic services do.
 * "Vote" means being counted at the meeting; democratic services record what the meeting decided.
 */
export const GRANTS = {
  "topic.suggest": ["public", ...inside, "democratic_services", "scrutiny_officer", "executive", "executive_support"],
  "topic.triage": ["democratic_services"],
  "topic.score": [...seated, "democratic_services", "scrutiny_officer"],
  "topic.decide": ["democratic_services"],
  "topic.accept-transfer": ["democratic_services"],

  "scoping.start": ["chair", "lead_member", "officer", "democratic_services", "scrutiny_officer"],
  "scoping.edit": ["chair", "lead_member", "author", "democratic_services", "scrutiny_officer"],
  "scoping.comment": ["director", ...seated, "lead_member", "author", "democratic_services", "scrutiny_officer"],
  "scoping.list": ["democratic_services"],
  "scoping.record-decision": ["democratic_services"],

  "programme.edit": ["democratic_services", "scrutiny_officer"],
  "programme.decide": ["democratic_services"],

  "meeting.edit": ["democratic_services"],
  "meeting.publish": ["democratic_services", "system"],
  "meeting.take-down": ["democratic_services", "proper_officer"],
  "meeting.record": ["democratic_services"],

  "report.start": ["officer", "democratic_services"],
  "report.edit": ["author", "democratic_services"],
  "report.comment": ["author", "clearer", "director", "proper_officer", "democratic_services"],
  "report.record-clearance": ["clearer", "director", "proper_officer", "democratic_services"],
  "report.sign-off": ["director", "proper_officer", "democratic_services"],
  "report.clear": ["democratic_services"],
  "report.publish": ["democratic_services", "system"],
  "restriction.propose": ["author", "director", "democratic_services"],
  "restriction.sign": ["proper_officer"],
  "restricted.read": [
    ...seated,
    "lead_member",
    "author",
    "director",
    "democratic_services",
    "scrutiny_officer",
    "proper_officer",
    "portfolio_holder",
  ],

  "question.ask": ["public", ...inside, "democratic_services", "scrutiny_officer", "executive", "executive_support"],
  "question.consult": ["chair", "democratic_services"],
  "question.manage": ["democratic_services"],

  "interest.declare": ["councillor", ...seated, "officer", "executive", "democratic_services"],
  "interest.dispense": ["proper_officer"],

  "minutes.edit": ["democratic_services"],
  "minutes.comment": [...seated, "author", "democratic_services"],
  "minutes.record-confirmation": ["democratic_services"],

  "follow-up.edit": ["democratic_services", "scrutiny_officer"],
  "follow-up.report-progress": ["author", "director", "democratic_services", "scrutiny_officer", "link_holder"],
  "follow-up.close": ["democratic_services"],

  "recommendation.propose": ["lead_member", "democratic_services"],
  "recommendation.record": ["democratic_services"],
  "recommendation.serve-notice": ["democratic_services", "scrutiny_officer"],
  "recommendation.record-receipt": ["democratic_services", "executive_support"],
  "response.draft": ["director", "author", "portfolio_holder", "executive", "executive_support"],
  "response.record": ["executive", "executive_support", "democratic_services"],
  "implementation.report-progress": [
    "lead_member",
    "author",
    "director",
    "executive",
    "executive_support",
    "democratic_services",
    "scrutiny_officer",
  ],
  "implementation.record-outcome": ["democratic_services"],

  "call-in.request": ["councillor", "member", "education_co_optee", "chair"],
  "call-in.judge": ["proper_officer"],
  "executive-documents.request": [...seated, "lead_member"],
  "executive-documents.answer": ["executive", "executive_support"],

  "forward-plan.edit": ["executive_support"],
  "forward-plan.import": ["executive_support", "democratic_services"],

  "group.decide": ["democratic_services"],
  "group.work": ["member", "chair", "lead_member", "author", "democratic_services", "scrutiny_officer"],

  "body.settings": ["democratic_services", "administrator"],
  "council.settings": ["administrator"],
  "accounts.manage": ["administrator"],
  "audit.read": ["proper_officer", "administrator"],
  "clock.set": ["administrator"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof GRANTS;

/**
 * Roles that may never take a step, whatever else their holder is: the administrator reads no restricted content, and the
 * executive takes no part in deciding what scrutiny looks into (LGA 2000 s9FA).
 */
export const NEVER: Partial<Record<Permission, readonly Role[]>> = {
  "restricted.read": ["administrator"],
  "scoping.start": ["executive", "executive_support"],
  "scoping.edit": ["executive"],
  "scoping.record-decision": ["executive"],
};

/**
 * Whether the actor may take the step on this record.
 * @param record what of the record relates people to it; `{}` for steps that concern no record yet
 */
export function can(actor: Actor, permission: Permission, record: Relations): boolean {
  const roles = rolesOf(actor, record);
  if (NEVER[permission]?.some((role) => roles.has(role))) return false;
  return GRANTS[permission].some((role) => roles.has(role));
}

/** Who may take the step, in words: "democratic services or the proper officer". */
export function whoMay(permission: Permission): string {
  const names = [...new Set<string>(GRANTS[permission].filter((role) => role !== "system").map((role) => ROLES[role]))];
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} or ${names.at(-1)}` : names.join("");
}
