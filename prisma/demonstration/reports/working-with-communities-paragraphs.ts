import type { ParagraphFacts } from "./report-facts";

/** As numbered in the report, said in our own words. */
export const WORKING_WITH_COMMUNITIES_PARAGRAPHS: readonly ParagraphFacts[] = [
  { number: "1", heading: "Background" },
  {
    number: "1.1",
    text: [
      "The committee asked for an overview of the council's approach to:",
      "",
      "- a) community capacity building or community development",
      "- b) co-production of services",
      "- c) social value",
      "- d) social capital.",
    ].join("\n"),
  },
  { number: "1.2", text: "Members can then say what they wish to explore further." },
  {
    number: "1.3",
    text: "It also asked how digital technology can help with these ways of working, with social isolation above all.",
  },
  {
    number: "1.4",
    text: [
      "Working definitions are proposed:",
      "",
      "- a) **Co-production**: professionals, people who use services, their families and neighbours provide services together, as equals.",
      "- b) The council's story about itself changes with it, from delivering services to building stronger communities.",
      "- c) **Community capacity building**: whatever strengthens people's and groups' skill and confidence to act and to lead, so that communities need fewer services.",
      "- d) **Social value**: value wider than a price, economic, social or environmental, some of which money cannot measure.",
      "- e) **Social capital**: links, shared values and understanding that let people trust each other and work together.",
    ].join("\n"),
  },
  {
    number: "1.5",
    text: "Appendix 1 says more of co-production. Taking part in planning a service and in delivering it are two things, and lead to different ways of working.",
  },
  {
    number: "1.6",
    text: "Appendix 2 maps isolation: loneliness by census output area, isolation in West Dorset, and insight into mental health.",
  },
  {
    number: "1.7",
    text: "Social isolation was suggested as the topic because it links the others and shows how complex they are. It is a key issue of the corporate plan, and voluntary organisations, town and parish councils, volunteers and good neighbours all have a part in it.",
  },
  { number: "2", heading: "Thinking in the context of social isolation" },
  {
    number: "2.1",
    text: "Social isolation is a lack of contact and relationships, through distance, social barriers or how people feel.",
  },
  {
    number: "2.2",
    text: "Some things protect against it: good relationships, tolerant communities, close families, connections, belonging, and knowing how to cope. For older people also income, education and health, a varied circle of friends, long residence, and a partner.",
  },
  {
    number: "2.3",
    text: "The corporate plan's outcome is that people in Dorset are independent; its priorities are inclusive communities and people who stay happily in their own homes. Indicators are the rate of volunteering and the coverage of superfast broadband and 4G.",
  },
  { number: "3", heading: "Role of digital technology" },
  {
    number: "3.1",
    text: "Technology has long helped with tasks; what is new is that nearly everybody is connected, two thirds of Britons by smartphone (Ofcom 2015).",
  },
  { number: "3.2", text: "Applications have followed that connect people and families across the world." },
  {
    number: "3.3",
    text: "They can serve the themes of this report: video calls, apps for informal carers and for young people and their social workers, sites on which communities organise themselves.",
  },
  { number: "3.4", text: "The technology of today can do a great deal for people and communities." },
  {
    number: "3.5",
    text: "There are gaps in coverage, and not everybody is at ease: about 75% of adults use the Internet with confidence, 11% have never used it, and 23% of people in Dorset cannot or will not get online.",
  },
  { number: "3.6", text: "Ideas will come from those closest to the need, who have to know what is possible." },
  {
    number: "3.7",
    text: "A new digital technology strategy is being drafted, and this awareness is one of its themes.",
  },
  { number: "4", heading: "Examples and work in progress" },
  { number: "4.1", text: "Much is under way in the council already. These are examples." },
  {
    number: "4.2",
    heading: "Corporate Plan",
    text: "The plan's four outcomes are being talked about in Blandford and Beaminster as part of the Community Offer, and isolation comes up as a shared concern. Paragraph 2.3 above has the plan's wording.",
  },
  {
    number: "4.3",
    heading: "Digital technology",
    text: "IntegrAAL, a European research project around Bridport, connects people and organisations that care for somebody by an app, so that a neighbour's or shopkeeper's worry reaches the right place. Nine months remain before it publishes.",
  },
  {
    number: "4.4",
    text: "Community Channel, now complete and paid for by InnovateUK, brought older people online together with tablets and a simple network. There is an appetite for it where people trust it and know everybody in the group.",
  },
  {
    number: "4.5",
    text: "Mind of My Own is an app with which people of 8 to 21 tell their social worker what they think. Dorset is one of 37 councils developing it.",
  },
  {
    number: "4.6",
    text: "About 90 volunteer digital champions help residents to get online for the first time. Residential homes have WiFi, and shared locations with the NHS are being looked at.",
  },
  {
    number: "4.7",
    heading: "Transport toolkit",
    text: "Community transport can fit its times and places to what people need and link up with buses and trains. A toolkit advises volunteers and organisations.",
  },
  {
    number: "4.8",
    text: "It goes from gathering evidence and a business case through law and money to marketing and launching a scheme.",
  },
  {
    number: "4.9",
    heading: "POPP and community development",
    text: "The Dorset Partnership for Older People Programme has eight years of community capacity building behind it. The council, the Clinical Commissioning Group, the third sector and older people are its partners; it began for people over 50 and now is for all adults.",
  },
  {
    number: "4.10",
    text: "Two parts are contracted out: 19 paid champions who find gaps and build capacity, and 66 wayfinders who inform and signpost people in surgeries, libraries and shops.",
  },
  {
    number: "4.11",
    text: "A manager and six community development workers support local capacity, three of them by area and three by theme: food and nutrition, volunteer drivers and car schemes, loneliness and isolation.",
  },
  {
    number: "4.12",
    text: "The Community Initiatives Commissioning Fund has helped more than 600 initiatives to begin, from lunch clubs to dial a ride.",
  },
  {
    number: "4.13",
    text: "A year brings some 63,000 requests, 1,000 people engaged in activities and 163 new places for volunteers.",
  },
  {
    number: "4.14",
    heading: "Social value",
    text: [
      "The Public Services (Social Value) Act 2012 asks the council to consider the area's well-being when it buys. Cabinet approved a policy statement in June 2015. The way forward is:",
      "",
      "- a) to focus on what serves the corporate plan's indicators and outcomes",
      "- b) to guide staff within the toolkit on commissioning",
      "- c) to engage business and the voluntary sector, and listen to them.",
    ].join("\n"),
  },
  { number: "5", heading: "Issues for consideration" },
  {
    number: "5.1",
    text: "To start the discussion: the local member's role, ways of working, what the voluntary sector, other councils, other public services and communities contribute, and how this links with other work, local government reorganisation included.",
  },
  {
    number: "5.2",
    text: [
      "Key lines of enquiry of the council's corporate planning that may be useful:",
      "",
      "- a) If we do nothing, where is the trend heading, and is that right?",
      "- b) What helps and what hinders the trend?",
      "- c) Do services make a difference?",
      "- d) Are they value for money?",
      "- e) What more do we need to know?",
      "- f) Who are the key partners?",
      "- g) What could turn the trend?",
      "- h) What is the council's and members' own part?",
    ].join("\n"),
  },
  {
    number: "5.3",
    text: [
      "After discussion with the Vice-Chairman the committee may wish to ask:",
      "",
      "- a) How could digital technology be used to tackle isolation?",
      "- b) How could the voluntary and community sector best be engaged in it?",
      "- c) How could community development help to tackle it?",
      "- d) Which groups and areas come first?",
    ].join("\n"),
  },
  { number: "6", heading: "Conclusion" },
  {
    number: "6.1",
    text: "The council is putting its corporate plan into action, increasingly by working with others.",
  },
  {
    number: "6.2",
    text: "POPP, digital solutions and communities that help themselves can together make a real difference.",
  },
  {
    number: "6.3",
    text: "Members are asked for a steer. A task and finish group could bring its work back to the next committee meeting in January 2016, with members of the other two committees where that fits.",
  },
  {
    number: "6.4",
    text: "Having debated the topic the committee can say that it is assured, or set up a forum to look closer and report back, with recommendations to Cabinet in view.",
  },
];
