import type { LeadRole, ProgrammeItemStatus, ProgrammeItemType } from "@/generated/prisma/enums";
import type { BodySlug } from "./bodies";
import type { MeetingName } from "./meetings";
import type { PersonSlug } from "./people";
import type { GroupIds } from "./review-groups";
import type { ProposalName } from "./scoping";
import type { TopicSlug } from "./topic-facts";

export type ItemFacts = {
  title: string;
  purpose?: string;
  type: ProgrammeItemType;
  status: ProgrammeItemStatus;
  linesOfEnquiry?: readonly string[];
  leads: readonly { person: PersonSlug; role: LeadRole; titleAsPrinted?: string }[];
  targetEnd?: string;
  targetAsPrinted?: string;
  meeting?: MeetingName;
  position: number;
  promisedTo?: MeetingName;
  topic: TopicSlug;
  proposal?: ProposalName;
  group?: keyof GroupIds;
  /** The body it was handed to. */
  receiver?: BodySlug;
};

const FOR_OCTOBER = { status: "on_agenda", meeting: "committee-2016-10-11" } as const;
/** On the list for potential further review, and placed at no meeting. */
const LISTED = { type: "review", status: "provisional", leads: [] } as const;

const member = (person: PersonSlug, titleAsPrinted: string) => ({ person, role: "member", titleAsPrinted }) as const;
const officer = (person: PersonSlug, titleAsPrinted?: string) =>
  ({ person, role: "officer", ...(titleAsPrinted && { titleAsPrinted }) }) as const;

/** Four items with a place, in the order of the programme, then the six on its long list. No item gives a corporate plan outcome. */
export const ITEMS = {
  "co-production": {
    ...FOR_OCTOBER,
    position: 1,
    title: "Co-production and community capacity building",
    purpose:
      "With social isolation, digital and technology strategy, and the Dorset Partnership for Older People Programme. Reviews the action plan, then widens to social isolation and to how the council considers social value.",
    type: "progress",
    linesOfEnquiry: [
      "Social isolation, and other types of isolation",
      "Social Value Act",
      "Digital and technological developments",
      "Dorset Partnership for Older People Programme",
      "Links with service change and living and learning centres",
    ],
    leads: [
      member("steve-butler", "Cllr Butler"),
      officer("patrick-myers", "Head of Corporate Development"),
      officer("sue-warr", "Service Manager - Dorset POPP"),
      officer("richard-pascoe", "Head of ICT and Customer Services"),
    ],
    targetAsPrinted: "TBC",
    topic: "co-production-and-community-capacity",
  },
  racism: {
    ...FOR_OCTOBER,
    position: 2,
    title: "Racism and xenophobia",
    purpose: "Motion referred by the County Council on 21 July 2016.",
    type: "motion",
    linesOfEnquiry: ["Consider the motion with the background the committee asks for, and agree a resolution."],
    leads: [member("andy-canning", "Cllr Canning"), officer("kelly-haggett", "Equalities and Diversity Officer")],
    targetEnd: "2016-10-11",
    targetAsPrinted: "11/10/16",
    topic: "racism-and-xenophobia",
  },
  registration: {
    ...FOR_OCTOBER,
    position: 3,
    title: "Registration services",
    purpose: "Outcome of the Policy Development Panel's meeting of 8 September 2016.",
    type: "progress",
    linesOfEnquiry: [
      "Complete the review of the future of the registration service, after the public consultation of summer 2016.",
    ],
    leads: [
      member("william-trite", "Cllr Trite (Chair of PDP)"),
      officer("paul-leivers", "Head of Early Help and Community Services"),
    ],
    targetEnd: "2016-10-11",
    targetAsPrinted: "11/10/16",
    promisedTo: "committee-2017-01-11",
    topic: "registration-services",
    group: "registration-services-panel",
  },
  "community-offer": {
    ...FOR_OCTOBER,
    position: 4,
    title: "Community Offer for Living and Learning",
    purpose:
      "With its working group, and with early help and prevention for children and young people. How the council and its partners, town and parish councils among them, can deliver services differently as money gets tighter.",
    type: "progress",
    linesOfEnquiry: [
      "Progress of the group's work on living and learning, and how it links to early help and prevention for children and young people.",
    ],
    leads: [member("david-walsh", "Cllr Walsh"), officer("paul-leivers", "Head of Early Help & Community Services")],
    targetAsPrinted: "TBC",
    topic: "community-offer-for-living-and-learning",
    group: "community-offer-working-group",
  },
  "care-review": {
    ...LISTED,
    position: 1,
    title: "Care Review",
    purpose: "Cost of care; quality of care provided, in conjunction with the NHS; and support for carers.",
    leads: [officer("sally-wernick")],
    topic: "care-review",
    proposal: "quality-and-cost-of-care",
  },
  demographic: {
    ...LISTED,
    status: "transferred",
    position: 2,
    title: "Demographic pressures on services",
    purpose: "Impacts of an increasing population.",
    topic: "demographic-pressures",
    receiver: "budget-strategy-group",
    group: "budget-strategy-group",
  },
  adoption: {
    ...LISTED,
    position: 3,
    title: "Adoption and fostering",
    purpose: "With the Safeguarding Overview and Scrutiny Committee.",
    topic: "adoption-and-fostering",
  },
  "special-educational-needs": {
    ...LISTED,
    position: 4,
    title: "Special educational needs",
    purpose: "Accessibility and transport.",
    topic: "special-educational-needs",
  },
  "fair-charges": {
    ...LISTED,
    position: 5,
    title: "Fair Charges for Care and Support",
    purpose: "Outcomes of consultation.",
    leads: [member("david-walsh", "Chairman"), officer("michael-ford", "Service Manager")],
    topic: "fair-charges-for-care-and-support",
    proposal: "fair-charges",
  },
  housing: {
    ...LISTED,
    position: 6,
    title: "Housing",
    purpose: "With the Economic Growth Overview and Scrutiny Committee.",
    topic: "housing",
  },
} as const satisfies Record<string, ItemFacts>;

export type ItemName = keyof typeof ITEMS;
