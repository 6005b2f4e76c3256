import { RELATED } from "@/domain/workflow/people.fixture";
import type { Lead, ScopingProposal, ScopingStatus } from "./scoping-proposal";
import { DORSET_2016 } from "./templates";

/** The committee's meetings that the pack of 11 October 2016 lists. */
const MEETING_DAYS = ["2016-10-11", "2017-01-11", "2017-03-20", "2017-06-26", "2017-10-11"];

export const lead = (facts: Partial<Lead> = {}): Lead => ({
  personId: "lead_member",
  name: "David Walsh",
  sitsOnBody: true,
  sitsOnExecutive: false,
  ...facts,
});

/** A proposal with which nothing is wrong. */
export const proposal = (status: ScopingStatus, facts: Partial<ScopingProposal> = {}): ScopingProposal => ({
  ...RELATED,
  status,
  template: DORSET_2016,
  item: "Winter resilience",
  leads: [lead()],
  leadOfficer: "Sally Wernick",
  answers: { rationale: "Two hard winters.", suggestedScope: "Gritting.", methodology: "Inquiry day." },
  linesOfEnquiry: ["Who decides which roads?"],
  corporatePlanOutcomes: ["Safe"],
  endsOn: "2017-01-11",
  implementedOn: null,
  reportsOn: "2017-01-11",
  meetingDays: MEETING_DAYS,
  executiveDecisions: [],
  earlierReviews: [],
  absorbs: [],
  staysBehind: [],
  agendaItemId: "item-8b",
  firstOnAgendaOn: null,
  amendments: "Adds footways.",
  reportConsideredOn: "2017-01-11",
  ...facts,
});

/** "Quality and Cost of Care" as the pack of 11 October 2016 has it: no lead member, an end between two meetings. */
export const qualityAndCostOfCare = (status: ScopingStatus): ScopingProposal =>
  proposal(status, {
    item: "Quality and Cost of Care",
    leads: [],
    answers: {
      rationale: "To understand the quality of care within residential and nursing care.",
      suggestedScope:
        "Residential care, nursing care and support at home; ratings; monitoring; analysis and prices; customer feedback.",
      methodology: "Inquiry day, data, interviews with providers, Healthwatch.",
    },
    linesOfEnquiry: [],
    corporatePlanOutcomes: [],
    endsOn: "2017-02-28",
    reportsOn: null,
    absorbs: [{ title: "Care Review", parts: ["Cost of care", "Quality of care", "Support for carers"] }],
  });

/** "Fair Charges for Care and Support" as the same pack has it: Cabinet had a report first. */
export const fairCharges = (status: ScopingStatus): ScopingProposal =>
  proposal(status, {
    item: "Fair Charges for Care and Support",
    leadOfficer: "Michael Ford",
    answers: {
      rationale: "To shape new charging policies.",
      suggestedScope: "Eight areas, from disregards in the means test to information and advice.",
      methodology: "Practice, research, data analysis and a public consultation.",
      timescale: "Implementation of the new policy on 1 April 2017.",
    },
    linesOfEnquiry: [],
    corporatePlanOutcomes: [],
    endsOn: null,
    implementedOn: "2017-04-01",
    reportsOn: null,
    executiveDecisions: [{ title: "Fair Charges for Care and Support", on: "2016-09-28", outcome: null }],
  });
