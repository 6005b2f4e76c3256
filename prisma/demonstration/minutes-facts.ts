import type { DecisionKind } from "@/generated/prisma/enums";
import type { TopicSlug } from "./topic-facts";

type DecisionFacts = { kind: DecisionKind; verb: string; text?: string; reason?: string };

export type MinuteFacts = {
  number?: number;
  headings: readonly string[];
  text: string;
  topic?: TopicSlug;
  decisions?: readonly DecisionFacts[];
};

const NOTED = [{ kind: "noted", verb: "Noted" }] as const;

/** The words that were agreed: minute 9. */
export const LIBRARY_CLAUSES = [
  "note the consultation responses about the proposed changes to the mobile library service;",
  "maintain the mobile library service provided by the County Council to residential homes and sheltered accommodation units; and",
  "approve the closure of the public mobile library service by end of December 2016 (earliest) and by end of March 2017 (latest) and the development of alternative access to library services where required within the resources available.",
] as const;

/** The words that were agreed: minute 10. */
export const OFFER_CLAUSES = [
  "approve the development of the Community Offer for Living and Learning, enabling officers to prepare the business case as well as engage both locally and on a countywide level;",
  "approve progress in the pilot areas;",
  "delegate powers to the Director for Children's Services to proceed with action in the pilot areas, if appropriate, after consultation with the Cabinet member for Organisational Development and Transformation, other Cabinet members as appropriate and the local County Councillor(s), subject to the Section 151 Officer being satisfied that there was a sound financial basis; and",
  "delegate powers to the Director for Environment and the Economy after consultation with the Cabinet member for Environment, Infrastructure and Highways and the local County Councillor(s) to enter into such property transactions (whether by acquisition or disposal), as necessary, to make appropriate progress with the introduction of living and learning centres.",
] as const;

const recommended = (clauses: readonly string[]) =>
  ["That the Cabinet be recommended to:", "", ...clauses.map((clause, index) => `${index + 1}. ${clause}`)].join("\n");

export const LIBRARY_REASON =
  "To meet the council's Medium Term Financial Plan, ensuring that the County Council achieves a balanced budget.";

export const OFFER_REASON =
  "It is in line with the council's vision of a strong and successful Dorset, is part of what its Medium Term Financial Plan asks for, and serves the four corporate outcomes: safe, healthy, independent and prosperous.";

/** Minutes 1 to 11 after a welcome without a number; decisions in their words, discussion in ours. */
export const MINUTES: readonly MinuteFacts[] = [
  {
    headings: ["Chairman's Welcome"],
    text: "The Chairman welcomed members to the new committee and introduced the Interim Director for Adult and Community Services. He asked members to make the agenda their own; more training would follow that of 26 May.",
  },
  {
    number: 1,
    headings: ["Apologies for Absence"],
    text: "Apologies for absence were received from Barrie Cooper, Spencer Flower, Ros Kayes, Mary Khan and David Jones.",
  },
  {
    number: 2,
    headings: ["Code of Conduct"],
    text: "No member declared a disclosable pecuniary interest.\n\nFred Drane said, for minute 4, that he had none to declare but cared for his wife, and that they used carer services.",
  },
  {
    number: 3,
    headings: ["Public Participation", "Petitions"],
    text: "No public questions were received under Standing Order 21(1). A statement from the Friends of Sturminster Newton Library, received under Standing Order 21(2), was taken with minute 9 and is attached as Annexure 1.\n\nNo petitions were received under the council's petition scheme.",
  },
  {
    number: 4,
    headings: ["Terms of Reference"],
    text: "Members noted the committee's terms of reference.",
    decisions: NOTED,
  },
  {
    number: 5,
    headings: ["Induction"],
    text: [
      "The Group Manager for Governance and Assurance presented how overview and scrutiny works now: a structure led by members, with committees that cut across the authority, and policy development panels and task and finish groups for work between meetings. The Management Board had set four principles:",
      "",
      "- doing less, but doing it more thoroughly;",
      "- topics with a clear link to the corporate plan's outcomes, a rationale and a priority;",
      "- clear and concise scoping;",
      "- clear conclusions and recommendations that the executive can consider.",
      "",
      "The Interim Director presented topics the committee might consider and asked that its remit speak of people of all ages. The Head of Strategy, Partnerships and Performance spoke of children in care and the cost of their care, which overlaps with Safeguarding. Asked about a budget for the committee, the Group Manager pointed to the scoping document, which assesses the resources a review needs.",
    ].join("\n"),
    decisions: NOTED,
  },
  {
    number: 6,
    headings: ["The Corporate Plan - Priorities for the Committee"],
    text: "The Group Manager for Governance and Assurance commended the corporate plan as background and focus for the work programme.",
    decisions: NOTED,
  },
  {
    number: 7,
    headings: ["Outcomes Based Accountability (OBA) Context Report"],
    text: "Members considered a report on Outcomes Based Accountability, with a sample scoping document. They wanted outcomes seen across services, so that a saving does not move a problem elsewhere, and spoke of the cost of helping young people too late. A member suggested looking at the quality of care together with the NHS. The Cabinet member for Adult Health, Care and Independence thought that the committee could help communities to become resilient.",
    decisions: NOTED,
  },
  {
    number: 8,
    headings: ["Work Programme"],
    text: [
      "Members suggested four topics, in no order of importance:",
      "",
      "- Demographic pressures on services, impacts of an increasing population",
      "- Dorset Partnership for Older People Programme: role and remit, and community capacity building",
      "- Social isolation, all ages",
      "- Community capacity building",
      "",
      "Other matters discussed during the meeting:",
      "",
      "- Community Offer for Living and Learning, working group",
      "- Budget cuts: prioritisation, and impact on corporate plan outcomes",
      "- Early help and prevention, children and young people",
      "- Cost of care",
      "- The quality of care provided, in conjunction with the NHS",
      "- Adoption and fostering",
      "- Housing, with the Economic Growth Overview and Scrutiny Committee",
      "- Special educational needs: accessibility and transport",
      "- Support for carers",
      "- Technology: being connected, against loneliness and isolation",
      "- Community groups: making the most of them and making them known",
    ].join("\n"),
    decisions: NOTED,
  },
  {
    number: 9,
    headings: ["Mobile Library Service"],
    topic: "mobile-library-service",
    text: [
      "The Chairman read out written statements from Councillors Ian Gardner, Pauline Batstone and Ros Kayes and from the Friends of Sturminster Newton Library (Annexure 1).",
      "",
      "The committee considered a report by the Interim Director for Adult and Community Services on how mobile library services could be provided within the savings that the Medium Term Financial Plan asks of libraries. The public was consulted in April and May 2016. The Head of Early Help and Community Services explained that isolated people had been found through the Partnership for Older People Programme, and that volunteers of the Royal Voluntary Service would do more; the change would come in phases between December 2016 and March 2017, so that nothing is withdrawn before an alternative stands.",
      "",
      "Councillor Paul Kimber had concerns about the closures, acknowledged the need, and asked about friends' groups for libraries. Members were satisfied that steps would be in place for people who are vulnerable and isolated, and asked officers to speak to staff so that nobody is overlooked.",
    ].join("\n"),
    decisions: [
      { kind: "recommendation", verb: "Recommended", text: recommended(LIBRARY_CLAUSES), reason: LIBRARY_REASON },
    ],
  },
  {
    number: 10,
    headings: ["Community Offer for Living and Learning"],
    topic: "community-offer-for-living-and-learning",
    text: [
      "The Chairman read out a written statement from Councillor Ian Gardner (Annexure 1).",
      "",
      "The committee considered a report by the Director for Children's Services with a draft outline business case: how and where people could use services in future, in fewer single-purpose and more shared buildings, with pilots suggested in Weymouth, Portland, Beaminster, Blandford and possibly Ferndown. A further report was to come in October 2016. Councillor Paul Kimber, Member Champion for learning through life, endorsed the proposals.",
      "",
      "Members commented well on the use of people and buildings, asked that the plan look ahead to a possible unitary authority, and asked whether a one stop shop could support people leaving prison. A members' working group seemed the right way to take part.",
    ].join("\n"),
    decisions: [
      {
        kind: "resolution",
        verb: "Resolved",
        text: "That a member working group be set up to engage in the development of the Community Offer. That group to consist of Councillors Fred Drane, Steve Butler, David Walsh and Kate Wheller.",
      },
      { kind: "recommendation", verb: "Recommended", text: recommended(OFFER_CLAUSES), reason: OFFER_REASON },
    ],
  },
  {
    number: 11,
    headings: ["Questions from County Councillors"],
    text: "No questions were asked by members under Standing Order 20(2).",
  },
];
