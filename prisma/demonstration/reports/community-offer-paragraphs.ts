import type { ParagraphFacts } from "./report-facts";

/** As numbered in the report, its second 2.13 and its references to 4.1 included, said in our own words. */
export const COMMUNITY_OFFER_PARAGRAPHS: readonly ParagraphFacts[] = [
  { number: "1", heading: "Background" },
  {
    number: "1.1",
    text: "The offer is a positive proposition for people who use services and for communities: how and where they get at services, with smarter services, independence and empowered people in view. It reconciles savings, high expectations and the council's ambition.",
  },
  {
    number: "1.2",
    text: "On 29 June 2016 Cabinet agreed that the offer be developed, that officers prepare the business case and engage locally and countywide, and that work begin in five areas: Blandford, Beaminster, Weymouth, Portland and Ferndown.",
  },
  { number: "2", heading: "Progress since June" },
  {
    number: "2.1",
    heading: "Governance",
    text: "The Living and Learning Programme Board has met monthly since July under the Assistant Director for Early Help and Community Services. Councillors Cook, Croney, Haynes and Knox of the Cabinet have standing invitations. It answers to the Way We Work Board.",
  },
  {
    number: "2.2",
    text: "The members' working group that the committee asked for, Councillors Walsh (Chair), Butler, Drane and Wheller, has met three times since July, had an overview and provided scrutiny.",
  },
  {
    number: "2.3",
    text: "Care is taken to work with local councillors, who lead the workshops in their areas.",
  },
  { number: "2.4", text: "Councillors and officers together bring in new ideas, experience, challenge and scrutiny." },
  {
    number: "2.5",
    heading: "Development work in the five proof of concept areas",
    text: "Blandford came first. Its first meeting, introduced by the local member, Councillor Cooper, was on 4 August with 45 people; a second was on 2 September. Stakeholders agreed to work on the council's four outcomes, and an area plan with options will follow. Work with schools is in hand.",
  },
  {
    number: "2.6",
    text: "Beaminster's first meeting was on 5 September. A working group of the local member, community groups, a school and services will look at short and long term objectives.",
  },
  {
    number: "2.7",
    text: "The Melcombe Regis Board heard of the offer on 23 September and received it well; further work should complement its own and reach the wider area of Weymouth.",
  },
  {
    number: "2.8",
    text: "The district and the town council have commissioned a study of Ferndown's town centre, where the council has a library, an area office and a day centre; both welcome the pilot.",
  },
  {
    number: "2.9",
    text: "There is an opportunity to work with an existing initiative in Wareham; more is in paragraph 4.1 below.",
  },
  {
    number: "2.10",
    text: "Others work by locality too, the family partnership zones and the Clinical Commissioning Group among them; the offer seeks to join up with them where that makes sense.",
  },
  {
    number: "2.11",
    text: "Benefits, principles and critical success factors have been drawn from experience to date and are set out in the outline business case.",
  },
  {
    number: "2.12",
    heading: "One Public Estate bid",
    text: "One Public Estate, run by the Cabinet Office's Government Property Unit and the Local Government Association, supports and funds councils in property programmes with other public bodies.",
  },
  {
    number: "2.13",
    text: "It is about getting more from shared assets: changing services, freeing land for homes and business, saving costs or earning income.",
  },
  {
    number: "2.13",
    text: [
      "It has four objectives: economic growth, services more integrated around those who use them, capital receipts, and lower running costs.",
      "",
      "Talks with its officials suggest that Dorset's work fits: across public services, with the link of health and local government, and with land that may be released for housing.",
    ].join("\n"),
  },
  {
    number: "2.14",
    text: "Day services, children's centres, adult learning and libraries are engaged in this work and could come together further.",
  },
  {
    number: "2.15",
    text: "First bids stay below the £0.5 million from which Cabinet's approval is needed; later ones, perhaps of £0.5 to £1 million, may not. Cabinet's support for them is therefore asked for.",
  },
  {
    number: "2.16",
    text: "The expression of interest was due on 7 October. If it succeeds, and Cabinet approves, a detailed application goes in on 16 December.",
  },
  { number: "3", heading: "Draft outline business case" },
  {
    number: "3.1",
    text: "The draft is Appendix 3. It has come far since June and will change throughout. Members' comments are invited, above all on the parts in Appendix 1 and 2.",
  },
  {
    number: "3.2",
    heading: "Principles",
    text: [
      "Thirteen principles, among them: focus on people and places; share buildings and a common agenda; help early; design with communities and build on what they can do; move away from costly solutions; make things simpler online; measure by how people fare; know that one size does not fit all.",
      "",
      "Twelve critical factors for success, among them: services not compromised, realistic expectations, savings delivered, commitment from staff, an agreed timescale, local members, unions and partners engaged, and regular review.",
    ].join("\n"),
  },
  { number: "4", heading: "Timescales and next steps" },
  {
    number: "4.1",
    text: [
      "Milestones before March 2017:",
      "",
      "- a) submit the One Public Estate bid and any that follow",
      "- b) involve staff in Blandford, then in Beaminster",
      "- c) let both groups bring options for their area business cases",
      "- d) develop costing and financial modelling",
      "- e) prepare communication, engagement and consultation",
      "- f) begin in Weymouth, Portland and Ferndown",
      "- g) draw the lessons together, with the sequence in Appendix 1",
      "- h) finalise the outline business case.",
    ].join("\n"),
  },
  {
    number: "4.2",
    text: "Beyond the first five areas there is an opportunity in Wareham, where a health hub is being developed; the council was in the first discussions in January 2016. Authority is asked for to extend the work there. The Clinical Commissioning Group and local GPs will lead, so it takes less of the council, and it would mean work with all six district council areas.",
  },
  { number: "5", heading: "Conclusions" },
  {
    number: "5.1",
    text: "Councillors have shaped and scrutinised the programme, stakeholders have answered well, and more detailed work goes on in Blandford and Beaminster. The way forward is in paragraph 4.1 above. The work must contribute to the savings the council needs.",
  },
];
