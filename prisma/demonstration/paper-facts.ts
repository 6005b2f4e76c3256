import type { PaperKind } from "@/generated/prisma/enums";
import type { AgendaNumber } from "./agenda-2016-10-11";
import type { MeetingName } from "./meetings";
import type { ProposalName } from "./scoping";

export type PaperFacts = {
  kind: PaperKind;
  title: string;
  meeting: MeetingName;
  item?: AgendaNumber;
  by?: string;
  dated?: string;
  /** Pages of the pack of 2016, as far as it prints them. */
  pages?: readonly [number, number?];
  report?: string;
  /** The report whose authors and area it is of. */
  appendixTo?: string;
  proposal?: ProposalName;
  exemptUnder?: readonly number[];
};

const JUNE = "committee-2016-06-16";
const OCTOBER = "committee-2016-10-11";
const COMMUNITY_OFFER = "community-offer-for-living-and-learning";

/** Every paper the pack lists, in the order of its agenda; titles and offices as printed on each. */
export const PAPERS: readonly PaperFacts[] = [
  {
    kind: "report",
    title: "Outcomes Based Accountability (OBA) context report",
    meeting: JUNE,
    report: "outcomes-based-accountability-2016-06",
  },
  {
    kind: "report",
    title: "Mobile library service",
    meeting: JUNE,
    by: "Interim Director for Adult and Community Services",
    report: "mobile-library-service-2016-06",
  },
  {
    kind: "report",
    title: "Community Offer for Living and Learning",
    meeting: JUNE,
    by: "Director for Children's Services",
    report: "community-offer-2016-06",
  },
  { kind: "statement", title: "Annexure 1: written statements read out by the Chairman", meeting: JUNE },
  {
    kind: "minutes",
    title: "Minutes of the meeting of 16 June 2016",
    meeting: OCTOBER,
    item: "3",
    pages: [5, 12],
  },
  {
    kind: "progress_report",
    title: "Progress on matters raised at previous meetings",
    meeting: OCTOBER,
    item: "4",
    by: "Helen Coombes, Interim Director for Adult and Community Services",
    pages: [13, 18],
    report: "progress-on-matters-raised",
  },
  {
    kind: "report",
    title: "Dorset County Council response to hate crime",
    meeting: OCTOBER,
    item: "6(a)",
    by: "Patrick Myers, Head of Design and Development, Children's Services",
    dated: "September 2016",
    pages: [19, 26],
    report: "response-to-hate-crime",
  },
  {
    kind: "report",
    title: "Working with Dorset's communities, social capital and community development",
    meeting: OCTOBER,
    item: "7(a)",
    by: "Helen Coombes, Director for Adult and Community Services",
    dated: "October 2016",
    pages: [27],
    report: "working-with-communities",
  },
  {
    kind: "appendix",
    title: "Appendix 1: What is co-production? How does it fit with social capital?",
    meeting: OCTOBER,
    item: "7(a)",
    appendixTo: "working-with-communities",
  },
  {
    kind: "appendix",
    title: "Appendix 2: Maps providing an overview of isolation in Dorset",
    meeting: OCTOBER,
    item: "7(a)",
    appendixTo: "working-with-communities",
  },
  {
    kind: "report",
    title: "The Community Offer for Living and Learning",
    meeting: OCTOBER,
    item: "7(b)",
    by: "Sara Tough, Director for Children's Services",
    dated: "October 2016",
    pages: [41, 48],
    report: COMMUNITY_OFFER,
  },
  {
    kind: "appendix",
    title: "Appendix 1: Overview of programme phases",
    meeting: OCTOBER,
    item: "7(b)",
    appendixTo: COMMUNITY_OFFER,
    pages: [49],
  },
  {
    kind: "appendix",
    title: "Appendix 2: Community offer benefits, principles and critical factors for success",
    meeting: OCTOBER,
    item: "7(b)",
    appendixTo: COMMUNITY_OFFER,
  },
  {
    kind: "appendix",
    title: "Appendix 3: Draft Outline Business Case",
    meeting: OCTOBER,
    item: "7(b)",
    appendixTo: COMMUNITY_OFFER,
    exemptUnder: [3],
  },
  {
    kind: "report",
    title: "Registration services",
    meeting: OCTOBER,
    item: "7(c)",
    by: "Helen Coombes, Director for Adult and Community Services",
    dated: "October 2016",
    pages: [89, 92],
    report: "registration-services",
  },
  { kind: "programme", title: "Work programme", meeting: OCTOBER, item: "8(a)", pages: [93] },
  {
    kind: "scoping_proposal",
    title: "Fair Charges for Care and Support",
    meeting: OCTOBER,
    item: "8(b)",
    by: "Michael Ford, Service Manager",
    proposal: "fair-charges",
  },
  {
    kind: "scoping_proposal",
    title: "Quality and Cost of Care",
    meeting: OCTOBER,
    item: "8(b)",
    by: "Sally Wernick",
    proposal: "quality-and-cost-of-care",
  },
];
