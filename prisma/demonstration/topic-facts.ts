import type { TopicSource, TopicStatus } from "@/generated/prisma/enums";
import type { AuthorityName } from "./authorities";
import type { BodySlug } from "./bodies";
import type { PersonSlug } from "./people";
import type { PortfolioSlug } from "./posts";
import type { GroupIds } from "./review-groups";

export type TopicFacts = {
  title: string;
  description?: string;
  source?: TopicSource;
  status: TopicStatus;
  statusReason?: string;
  statusOn?: string;
  /** On what its status rests, where it was not found so in the pack. */
  decidedBy?: AuthorityName;
  suggestedOn: string;
  /** One of the fifteen that minute 8 of 16 June 2016 lists. */
  fromMinute8?: true;
  leadMember?: PersonSlug;
  leadOfficer?: PersonSlug;
  portfolio?: PortfolioSlug;
  rationale?: string;
  timescale?: string;
  workedWith?: string;
  parts?: readonly string[];
  receiver?: BodySlug;
  group?: keyof GroupIds;
  mergedInto?: string;
};

const JUNE = { suggestedOn: "2016-06-16", fromMinute8: true } as const;
const PROGRAMME_OF = "2016-09-30";

/** How June's topics stand in the programme published on 30 September 2016. */
const listedWithin = (topic: string, mergedInto: string) =>
  ({
    status: "merged",
    mergedInto,
    statusOn: PROGRAMME_OF,
    statusReason: `The work programme published on 30 September 2016 lists it within “${topic}”.`,
  }) as const;

const CARE = listedWithin("Care Review", "care-review");
const CO_PRODUCTION = listedWithin(
  "Co-production and community capacity building",
  "co-production-and-community-capacity",
);
const ON_PROGRAMME = { status: "shortlisted", statusOn: PROGRAMME_OF } as const;

/** The fifteen of June in the order of the minute, then those that came later. */
export const TOPICS = {
  "demographic-pressures": {
    ...JUNE,
    title: "Demographic pressures on services",
    description: "What an increasing population means for services.",
    status: "transferred",
    statusOn: "2016-09-01",
    decidedBy: "board-2016-09-01",
    statusReason:
      "The Overview and Scrutiny Management Board concluded that it belongs to the work of the Budget Strategy Task and Finish Group.",
    receiver: "budget-strategy-group",
    group: "budget-strategy-group",
  },
  "partnership-for-older-people": {
    ...JUNE,
    ...CO_PRODUCTION,
    title: "Dorset Partnership for Older People Programme",
    description: "Its role and remit, and how it builds up the capacity of communities.",
  },
  "social-isolation": { ...JUNE, ...CO_PRODUCTION, title: "Social isolation", description: "Of people of all ages." },
  "community-capacity-building": { ...JUNE, ...CO_PRODUCTION, title: "Community capacity building" },
  "community-offer-for-living-and-learning": {
    ...JUNE,
    ...ON_PROGRAMME,
    title: "Community Offer for Living and Learning",
    description:
      "How and where people could use council services in future: fewer single-purpose buildings, more shared ones, worked out with communities and other public services.",
    leadMember: "david-walsh",
    leadOfficer: "paul-leivers",
    group: "community-offer-working-group",
  },
  "budget-cuts": {
    ...JUNE,
    title: "Budget cuts",
    description: "How cuts are prioritised, and what they do to the outcomes of the corporate plan.",
    status: "triaged",
  },
  "early-help-and-prevention": {
    ...JUNE,
    ...listedWithin("Community Offer for Living and Learning", "community-offer-for-living-and-learning"),
    title: "Early help and prevention",
    description: "For children and young people.",
  },
  "cost-of-care": { ...JUNE, ...CARE, title: "Cost of care" },
  "quality-of-care-provided": {
    ...JUNE,
    ...CARE,
    title: "The quality of care provided",
    description: "In conjunction with the NHS.",
    workedWith: "NHS",
  },
  "adoption-and-fostering": {
    ...JUNE,
    title: "Adoption and fostering",
    status: "triaged",
    statusOn: PROGRAMME_OF,
    workedWith: "Safeguarding Overview and Scrutiny Committee",
  },
  housing: {
    ...JUNE,
    title: "Housing",
    status: "parked",
    statusOn: PROGRAMME_OF,
    statusReason:
      "The Chairman of the Economic Growth committee is exploring a review led by the Dorset Tri-Borough Partnership, in which the council could take part as a partner, on the availability of land above all.",
    workedWith: "Economic Growth Overview and Scrutiny Committee",
  },
  "special-educational-needs": {
    ...JUNE,
    title: "Special educational needs",
    description: "Accessibility and transport.",
    status: "triaged",
    statusOn: PROGRAMME_OF,
  },
  "support-for-carers": { ...JUNE, ...CARE, title: "Support for carers" },
  technology: {
    ...JUNE,
    ...CO_PRODUCTION,
    title: "Technology",
    description: "Being connected, against loneliness and isolation.",
  },
  "community-groups": {
    ...JUNE,
    ...CO_PRODUCTION,
    title: "Community groups",
    description: "Making the most of them, developing them and making them better known.",
  },
  "mobile-library-service": {
    title: "Mobile library service",
    description: "How people who cannot use a library otherwise get at books when there is less money.",
    source: "officer",
    status: "shortlisted",
    statusOn: "2016-06-16",
    suggestedOn: "2016-06-16",
    leadOfficer: "paul-leivers",
  },
  "co-production-and-community-capacity": {
    ...ON_PROGRAMME,
    title: "Co-production and community capacity building",
    description:
      "How the council works with communities, social isolation and digital technology, the Partnership for Older People, and how social value is reckoned with.",
    suggestedOn: PROGRAMME_OF,
    leadMember: "steve-butler",
    leadOfficer: "patrick-myers",
  },
  "racism-and-xenophobia": {
    ...ON_PROGRAMME,
    title: "Racism and xenophobia",
    description: "A motion of the County Council, and how the council answers hate crime.",
    source: "motion",
    decidedBy: "council-2016-07-21",
    suggestedOn: "2016-07-21",
    leadMember: "andy-canning",
    leadOfficer: "kelly-haggett",
  },
  "registration-services": {
    ...ON_PROGRAMME,
    title: "Registration services",
    description: "The future of the registration service: offices, ceremonies, marriages and fees.",
    suggestedOn: "2016-04-06",
    leadMember: "william-trite",
    leadOfficer: "paul-leivers",
    group: "registration-services-panel",
  },
  "care-review": {
    title: "Care Review",
    description: "The cost of care, the quality of care provided, together with the NHS, and support for carers.",
    status: "in_scoping",
    statusOn: PROGRAMME_OF,
    suggestedOn: PROGRAMME_OF,
    parts: ["Cost of care", "Quality of care", "Support for carers"],
    leadOfficer: "sally-wernick",
    rationale: "Gives members a picture of the quality and price of residential and nursing care, whoever pays for it.",
    timescale: "Completed by 28 February 2017",
    workedWith: "NHS",
  },
  "fair-charges-for-care-and-support": {
    title: "Fair Charges for Care and Support",
    description: "Outcomes of consultation on what the council charges for care and support.",
    source: "executive",
    status: "in_scoping",
    statusOn: PROGRAMME_OF,
    suggestedOn: PROGRAMME_OF,
    leadMember: "david-walsh",
    leadOfficer: "michael-ford",
    portfolio: "adult-health-care-and-independence",
    rationale:
      "Members can help to shape new charging policies under the Care Act, while the council's finances have a gap to close.",
    timescale: "In force on 1 April 2017",
  },
} as const satisfies Record<string, TopicFacts>;

export type TopicSlug = keyof typeof TOPICS;

export const JUNE_TOPICS: readonly TopicSlug[] = (Object.entries(TOPICS) as [TopicSlug, TopicFacts][])
  .filter(([, { fromMinute8 }]) => fromMinute8)
  .map(([slug]) => slug);
