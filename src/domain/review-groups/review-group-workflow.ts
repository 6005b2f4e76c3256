import { isAfterConsultation, isCarriedByCommittee } from "@/domain/workflow/authority-rules";
import { warnIf } from "@/domain/workflow/finding";
import { defineWorkflow, type Rule } from "@/domain/workflow/workflow";
import {
  crossesParties,
  endsInTime,
  hasItsChair,
  hasNoExecutiveMembers,
  hasTermsAndMembers,
  isPoliticallyBalanced,
  isResolvedByParent,
  leavesRoom,
  sparesTheService,
} from "./group-rules";
import { AT_WORK, type ReviewGroup } from "./review-group";

/** A group works to a scope the committee has seen (the body's rules; statutory guidance, planning work). */
const hasApprovedScope: Rule<ReviewGroup> = ({ scopingApproved }) =>
  warnIf(!scopingApproved, {
    code: "scoping-not-approved",
    sentence: "The committee has not approved a scoping proposal for this work. Say what the group works to.",
    authority: "The body's rules for its groups",
  });

/** A group reports in writing (the body's rules). */
const hasReport: Rule<ReviewGroup> = ({ reportId }) =>
  warnIf(reportId === null, {
    code: "no-report",
    sentence: "Link the group's report, or say how it reported.",
    authority: "The body's rules for its groups",
    field: "reportId",
  });

/** Six to eight recommendations are often enough (statutory guidance on scrutiny). */
const recommendsFewThings: Rule<ReviewGroup> = ({ recommendations }) =>
  warnIf(recommendations > 8, {
    code: "many-recommendations",
    sentence: `${recommendations} recommendations are many: six to eight are often enough. Say why all of them are needed.`,
    authority: "Statutory guidance on scrutiny",
  });

const DECIDED_BY = ["resolution", "officer_decision"] as const;
const BY_PARENT = [isCarriedByCommittee, isResolvedByParent];

/** `docs/workflows.md` draws it. */
export const reviewGroupWorkflow = defineWorkflow<ReviewGroup>()({
  name: "review group",
  initial: "proposed",
  statuses: {
    proposed: { label: "Proposed", audience: "inside" },
    established: { label: "Established", audience: "public" },
    scoped: { label: "Scoped", audience: "public" },
    gathering: { label: "Gathering evidence", audience: "public" },
    drafting: { label: "Drafting", audience: "public" },
    fact_check: { label: "Checking facts", audience: "public" },
    reported: { label: "Reported", audience: "public" },
    referred_back: { label: "Referred back", audience: "public" },
    adopted: { label: "Report adopted", audience: "public" },
    suspended: { label: "Suspended", audience: "public" },
    dissolved: { label: "Dissolved", audience: "public", final: true },
    lapsed: { label: "Lapsed", audience: "public", final: true },
  },
  transitions: {
    establish: {
      label: "Record establishment",
      from: ["proposed"],
      to: "established",
      needs: "group.decide",
      restsOn: ["resolution"],
      rules: [
        ...BY_PARENT,
        hasTermsAndMembers,
        hasNoExecutiveMembers,
        isPoliticallyBalanced,
        leavesRoom,
        sparesTheService,
        crossesParties,
        endsInTime,
      ],
    },
    settleScope: {
      label: "Settle the scope",
      from: ["established"],
      to: "scoped",
      needs: "group.work",
      rules: [hasApprovedScope, hasItsChair],
    },
    gather: { label: "Start gathering evidence", from: ["scoped"], to: "gathering", needs: "group.work" },
    draft: { label: "Start drafting", from: ["gathering"], to: "drafting", needs: "group.work" },
    checkFacts: { label: "Send for a check of the facts", from: ["drafting"], to: "fact_check", needs: "group.work" },
    report: {
      label: "Report to the committee",
      from: ["fact_check"],
      to: "reported",
      needs: "group.work",
      rules: [hasReport, recommendsFewThings],
    },
    referBack: {
      label: "Record referral back",
      from: ["reported"],
      to: "referred_back",
      needs: "group.decide",
      restsOn: ["resolution"],
      rules: BY_PARENT,
      asksReason: true,
    },
    redraft: { label: "Draft again", from: ["referred_back"], to: "drafting", needs: "group.work" },
    adopt: {
      label: "Record adoption of the report",
      from: ["reported"],
      to: "adopted",
      needs: "group.decide",
      restsOn: ["resolution"],
      rules: BY_PARENT,
    },
    suspend: {
      label: "Suspend",
      from: AT_WORK,
      to: "suspended",
      needs: "group.decide",
      restsOn: DECIDED_BY,
      rules: [...BY_PARENT, isAfterConsultation],
      asksReason: true,
    },
    resume: {
      label: "Take up again",
      from: ["suspended"],
      to: { oneOf: AT_WORK, forThis: ({ suspendedFrom }) => suspendedFrom ?? "established" },
      needs: "group.decide",
      restsOn: DECIDED_BY,
      rules: [...BY_PARENT, isAfterConsultation],
    },
    dissolve: {
      label: "Dissolve",
      from: ["adopted"],
      to: "dissolved",
      needs: "group.decide",
      restsOn: DECIDED_BY,
      rules: [...BY_PARENT, isAfterConsultation],
    },
    lapse: {
      label: "Record that it lapsed",
      from: [...AT_WORK, "suspended"],
      to: "lapsed",
      needs: "group.decide",
      asksReason: true,
    },
  },
});
