import { lines, type ReportFacts } from "./report-facts";
import { WORKING_WITH_COMMUNITIES_PARAGRAPHS } from "./working-with-communities-paragraphs";

export const WORKING_WITH_COMMUNITIES: ReportFacts = {
  slug: "working-with-communities",
  title: "Working with Dorset's communities, social capital and community development",
  topic: "co-production-and-community-capacity",
  programmeItem: "co-production",
  area: "adult-and-community-services",
  authors: [
    { person: "helen-coombes", title: "Director for Adult and Community Services", signs: true },
    { person: "patrick-myers", title: "Assistant Director for Design and Development" },
    { person: "richard-pascoe", title: "Head of ICT and Customer Services" },
    { person: "sue-warr", title: "Service Manager: Early Help" },
    { person: "mark-taylor", title: "Group Manager Corporate Development" },
    { person: "paul-leivers", title: "Assistant Director for Early Help and Community Services" },
  ],
  frontSheet: {
    executive_summary: lines(
      "Gives the committee an overview of how the council works with communities, so that it can choose what to scrutinise, with social isolation as the example.",
      "",
      "The committee wants an informed view; what each partner does about isolation and its effects; whether they, the council above all, deliver; what challenges the council faces; and what to measure to know whether it makes a difference.",
    ),
    equalities: "To be done",
    equalities_words: "None at this first stage; one follows in due course.",
    evidence: "Maps of social isolation in Dorset, from what is available, are in the appendices.",
    budget: "No specific implications, but the subject takes up much money and time of many organisations and people.",
    current_risk: "LOW",
    residual_risk: "LOW",
    other_implications: "Voluntary and community organisations are fundamental in this area.",
    recommendation:
      "That the committee (i) decides which areas it would like to examine in further detail, and (ii) considers how to take the work forward, which may be through a task and finish group, and names what matters for its work plan.",
    reason:
      "So that the committee can set its priorities for overview and scrutiny of the council's work with communities and organisations, and of isolation.",
    appendices: [
      "Appendix 1: What is co-production? How does it fit with social capital and what principles underpin its effectiveness?",
      "Appendix 2: Maps providing an overview of isolation in Dorset",
    ],
    background_papers: ["Corporate Plan 2016/17"],
    contact: lines(
      "Patrick Myers, Assistant Director for Design and Development",
      "Richard Pascoe, Head of ICT and Customer Services",
      "Sue Warr, Service Manager: Early Help",
      "Mark Taylor, Group Manager Corporate Development",
      "Paul Leivers, Assistant Director for Early Help and Community Services",
    ),
  },
  paragraphs: WORKING_WITH_COMMUNITIES_PARAGRAPHS,
};
