import type { Finding } from "@/domain/workflow/workflow";
import type { ScopingProposal } from "./scoping-proposal";
import { SCOPING_FIELDS, type ScopingField, type ScopingTemplate } from "./scoping-template";

/**
 * What the template asks for and the proposal does not have, from the first minute on: required fields as hard findings,
 * asked ones as soft. The committee's template is the authority; blank is not "None".
 */
export function missing(template: ScopingTemplate, proposal: ScopingProposal): Finding[] {
  return template.fields.flatMap(({ field, need }): Finding[] =>
    need === "optional" || isGiven(proposal, field)
      ? []
      : [
          {
            severity: need === "required" ? "hard" : "soft",
            code: `no-${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
            sentence: SCOPING_FIELDS[field],
            authority: `The committee's template: ${template.name}`,
            field,
          },
        ],
  );
}

/** Whether the proposal answers a field at all. */
export function isGiven(proposal: ScopingProposal, field: ScopingField): boolean {
  switch (field) {
    case "item":
      return proposal.item.trim() !== "";
    case "leadMember":
      return proposal.leads.length > 0;
    case "leadOfficer":
      return proposal.leadOfficer !== null;
    case "linesOfEnquiry":
      return proposal.linesOfEnquiry.length > 0;
    case "corporatePlanOutcome":
      return proposal.corporatePlanOutcomes.length > 0;
    case "timescale":
      return proposal.endsOn !== null || isWritten(proposal.answers.timescale);
    case "reportToMeeting":
      return proposal.reportsOn !== null;
    default:
      return isWritten(proposal.answers[field]);
  }
}

const isWritten = (text: string | undefined) => text !== undefined && text.trim() !== "";
