import { COMMUNITY_OFFER_PARAGRAPHS } from "./community-offer-paragraphs";
import { lines, type ReportFacts } from "./report-facts";

export const COMMUNITY_OFFER: ReportFacts = {
  slug: "community-offer-for-living-and-learning",
  title: "The Community Offer for Living and Learning",
  topic: "community-offer-for-living-and-learning",
  programmeItem: "community-offer",
  area: "childrens-services",
  authors: [
    { person: "sara-tough", title: "Director for Children's Services", signs: true },
    { person: "paul-leivers", title: "Assistant Director: Early Help and Community Services" },
    { person: "roger-sewill", title: "Strategic Estate Management Team Manager" },
  ],
  frontSheet: {
    executive_summary: lines(
      "The offer is a major part of the council's Forward Together transformation: how and where people can get at services in future, worked out with community organisations and other public services, against the story of one cut after another.",
      "",
      "Day services, children's centres, adult learning and libraries could come together further. The report tells of progress since June and has the draft outline business case.",
    ),
    equalities: "Full assessment done",
    equalities_words:
      "Produced for the programme; it goes to the Inequalities Group on 4 November for approval, and will be developed with community profiles. Services moved online, by phone or into shared buildings have effects to be understood and softened.",
    evidence:
      "Ask Dorset 2015: of 1,600 who answered, 69% thought different services in one community building a good idea, 25% did not, 7% were not sure.",
    budget:
      "The budget and the Medium Term Financial Plan ask for savings from property and services. The approach contributes to £3.2 million from property over five years and to savings in service budgets; up to 75% of capital receipts could be reinvested. The risk of counting savings twice has been seen.",
    current_risk: "HIGH",
    residual_risk: "MEDIUM",
    other_implications:
      "Property and assets; voluntary organisations; district, town and parish councils; joint asset management with other public services; staff and trade unions.",
    recommendation: lines(
      "That the committee:",
      "",
      "(i) recommends to the Cabinet that approval is given to bidding to and, if successful, committing to activity supported by the Cabinet Office and Local Government Association's One Public Estate programme, which may be above £0.5 million in value (paragraphs 2.11 to 2.16);",
      "(ii) comments on the draft outline business case, and on the approach, benefits and principles in Appendix 1 and 2; and",
      "(iii) recommends to the Cabinet that authority be given to extending work to take in Wareham, and that any other extension be delegated to the Director for Children's Services and the Section 151 Officer after consultation with the Cabinet member for organisational development and transformation (paragraph 4.2).",
    ),
    reason:
      "It is in line with the council's vision, is part of what its Medium Term Financial Plan asks for, and contributes to the four corporate outcomes of Safe, Healthy, Independent and Prosperous.",
    appendices: [
      "Appendix 1: Overview of programme phases",
      "Appendix 2: Community offer benefits, principles and critical factors for success (extract from business case)",
      "Appendix 3: Draft Outline Business Case (exempt)",
    ],
    background_papers: [
      "Community Offer for Living and Learning - People and Communities Overview and Scrutiny Committee - 16 June 2016 - report of the Director for Children's Services",
      "One Public Estate: Unlocking the value in public sector assets - Local Government Association, Cabinet Office - January 2016",
    ],
    contact: lines(
      "Paul Leivers, Assistant Director: Early Help and Community Services",
      "Roger Sewill, Strategic Estate Management Team Manager",
    ),
  },
  paragraphs: COMMUNITY_OFFER_PARAGRAPHS,
  outsideDates: [
    { what: "One Public Estate: expression of interest", on: "2016-10-07" },
    { what: "One Public Estate: detailed application", on: "2016-12-16" },
  ],
};
