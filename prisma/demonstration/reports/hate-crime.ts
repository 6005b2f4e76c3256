import { lines, type ParagraphFacts, type ReportFacts } from "./report-facts";

const table = (first: string, rows: readonly (readonly [string, string, string])[]) =>
  [
    `| ${first} | Apr–June 2015 | Apr–June 2016 |`,
    "| --- | --- | --- |",
    ...rows.map((row) => `| ${row.join(" | ")} |`),
  ].join("\n");

const PARAGRAPHS: readonly ParagraphFacts[] = [
  { number: "1", heading: "Background" },
  {
    number: "1.1",
    text: "Hate crime is abuse, assault, harassment or damage aimed at people for their race, religion or belief, disability, sexual orientation or transgender identity. It harms people and undermines communities.",
  },
  {
    number: "1.2",
    text: "Section 149 of the Equality Act 2010 asks public authorities to have due regard to eliminating discrimination, advancing equality of opportunity and fostering good relations.",
  },
  {
    number: "1.3",
    text: "As provider of services, employer and community leader the council has a duty to address prejudice, and is committed to it.",
  },
  {
    number: "1.4",
    text: "Reports of hate crime have risen nationally. The County Council considered the matter on 21 July 2016, on the motion of Councillor Andy Canning, seconded by Councillor Janet Dover: pride in a diverse and tolerant society, condemnation of racism, xenophobia and hate crime, support for local bodies against them, and reassurance to everybody who lives in Dorset.",
  },
  {
    number: "1.5",
    text: "The council then told the press that hate crime would not be tolerated, and was well received.",
  },
  { number: "2", heading: "Hate crime in Dorset, Bournemouth and Poole" },
  {
    number: "2.1",
    text: "Cases were reported nationally after the referendum of June; Dorset Police have reported no increase. They record racially or religiously aggravated crime, hate flagged crime, and hate incidents.",
  },
  {
    number: "2.2",
    text: "Incidents rose slightly in general and the first quarter shows no sharp rise or overall trend, but it ended a week after the referendum: the second may show more.",
  },
  {
    number: "2.3",
    heading: "Racially or religiously aggravated crime",
    text: table("Area", [
      ["Bournemouth", "26", "28 (7.7%)"],
      ["Dorset", "27", "17 (-37.0%)"],
      ["Poole", "7", "7 (0.0%)"],
      ["Pan-Dorset", "61", "52 (-14.8%)"],
    ]),
  },
  {
    number: "2.4",
    heading: "Hate flagged crime",
    text: table("Area", [
      ["Bournemouth", "18", "26 (44.4%)"],
      ["Dorset", "16", "19 (18.8%)"],
      ["Poole", "11", "9 (-18.2%)"],
      ["Pan-Dorset", "45", "54 (20.0%)"],
    ]),
  },
  {
    number: "2.5",
    heading: "Hate incidents",
    text: table("Area", [
      ["Bournemouth", "33", "31 (-6.1%)"],
      ["Dorset", "13", "17 (30.8%)"],
      ["Poole", "10", "6 (-40.0%)"],
      ["Pan-Dorset", "63", "58 (-7.9%)"],
    ]),
  },
  { number: "3", heading: "Hate crime in Dorset county area" },
  {
    number: "3.1",
    text: [
      "By district, 2015-16:",
      "",
      "| District | Racial or religious | Hate crime | Hate incidents |",
      "| --- | --- | --- | --- |",
      "| Christchurch | 16 | 5 | 5 |",
      "| East | 8 | 9 | 7 |",
      "| North | 10 | 10 | 7 |",
      "| Purbeck | 6 | 5 | 4 |",
      "| West | 14 | 14 | 10 |",
      "| Weymouth & Portland | 23 | 32 | 18 |",
    ].join("\n"),
  },
  {
    number: "3.2",
    text: "Weymouth and Portland had the most in all three groups, as it has for most types of crime.",
  },
  {
    number: "3.3",
    text: "The Community Safety Partnerships think that hate crime is very likely under-reported; partners watch the trends and keep up what they have begun.",
  },
  { number: "4", heading: "Current areas of work" },
  {
    number: "4.1",
    text: "Prejudice Free Dorset, a group of agencies led by Dorset Police, responds to incidents with the victim in mind.",
  },
  {
    number: "4.2",
    text: "The Dorset Race Equality Council has a contract with the county council to take reports of incidents, which go to the police and to Prejudice Free.",
  },
  {
    number: "4.3",
    text: "For the Syrian Resettlement Programme the two councils hold community events about immigration, at which people can ask questions.",
  },
  {
    number: "4.4",
    text: "The police advise the programme on community tensions; teaching about refugees in schools is under discussion.",
  },
  {
    number: "4.5",
    text: "Staff support groups, relaunched in November 2015, work together more closely, and with other public bodies.",
  },
  {
    number: "4.6",
    text: "The council helps to pay for and run the Prejudice Free hate crime conference of October 2016.",
  },
  { number: "5", heading: "Recommendations" },
  {
    number: "5.1",
    text: "That officers continue to progress proactively the partnership work around tackling hate crime.",
  },
  {
    number: "5.2",
    text: "That officers continue to monitor the level of reported incidents in the light of the Brexit referendum and the Syrian Resettlement Programme.",
  },
];

/** Its appendices and background papers are blank, and it has no line for other implications: as found. */
export const HATE_CRIME: ReportFacts = {
  slug: "response-to-hate-crime",
  title: "Dorset County Council response to hate crime",
  topic: "racism-and-xenophobia",
  programmeItem: "racism",
  area: "childrens-services",
  authors: [
    { person: "patrick-myers", title: "Head of Design and Development, Children's Services", signs: true },
    { person: "kelly-haggett", title: "" },
  ],
  frontSheet: {
    executive_summary:
      "Tells the committee how the county council responds to hate crime and xenophobia in Dorset: the background, hate crime in Dorset, Bournemouth and Poole, in the county's districts, and the work under way.",
    equalities: "Not required",
    equalities_words: "None needed at this stage: the report informs the committee of the present position.",
    evidence: "The quarterly performance update of the Pan Dorset Community Safety Partnership.",
    budget: "None to consider",
    current_risk: "MEDIUM",
    residual_risk: "MEDIUM",
    recommendation: lines(
      "1. That officers continue to progress proactively the partnership work around tackling hate crime.",
      "2. That officers continue to monitor the level of reported incidents in the light of the Brexit referendum and the Syrian Resettlement Programme.",
    ),
    reason:
      "Under the Equality Act 2010 the county council has a legal duty to work positively and proactively against all forms of prejudice, discrimination and harassment.",
    contact: "Kelly Haggett",
  },
  paragraphs: PARAGRAPHS,
};
