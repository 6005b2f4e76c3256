import { isAfterConsultation, isCarriedByCommittee, isOwnCommittees } from "@/domain/workflow/authority-rules";
import { warnIf } from "@/domain/workflow/finding";
import { defineWorkflow, type Rule } from "@/domain/workflow/workflow";
import type { Programme } from "./programme";

/** A committee adopts a programme to be held to it; an empty one holds it to nothing (statutory guidance, planning work). */
const hasItems: Rule<Programme> = ({ items }) =>
  warnIf(items === 0, {
    code: "empty-programme",
    sentence: "The programme has no items. Say why the committee adopts it empty.",
    authority: "Statutory guidance on scrutiny: planning work",
  });

/**
 * A programme is adopted by its committee; between meetings an officer may vary it after consulting the chair, and what was
 * varied so is listed for the next meeting.
 */
export const programmeWorkflow = defineWorkflow<Programme>()({
  name: "work programme",
  initial: "draft",
  statuses: {
    draft: { label: "Draft", audience: "public" },
    adopted: { label: "Adopted", audience: "public" },
    varied: { label: "Varied", audience: "public" },
  },
  transitions: {
    adopt: {
      label: "Record adoption",
      from: ["draft"],
      to: "adopted",
      needs: "programme.decide",
      restsOn: ["resolution"],
      rules: [isCarriedByCommittee, isOwnCommittees, hasItems],
    },
    vary: {
      label: "Record a variation",
      from: ["adopted", "varied"],
      to: "varied",
      needs: "programme.decide",
      restsOn: ["resolution", "officer_decision"],
      rules: [isCarriedByCommittee, isOwnCommittees, isAfterConsultation],
      asksReason: true,
    },
  },
});
