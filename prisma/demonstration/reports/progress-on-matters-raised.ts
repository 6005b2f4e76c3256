import type { ReportFacts } from "./report-facts";

/** The tracker's own wording of what was asked: a third text beside the minute's and Cabinet's. */
export const PROGRESS_ON_MATTERS_RAISED: ReportFacts = {
  slug: "progress-on-matters-raised",
  title: "Progress on matters raised at previous meetings",
  area: "adult-and-community-services",
  authors: [
    { person: "helen-coombes", title: "Interim Director for Adult and Community Services" },
    { person: "helen-whitby", title: "Senior Democratic Services Officer" },
  ],
  frontSheet: {
    executive_summary:
      "Records what Cabinet decided on the committee's recommendations, and which actions of earlier meetings are outstanding. Other actions are in reports to this meeting or in the work programme.",
    equalities: "Not required",
    equalities_words: "N/A",
    evidence:
      "The committee's recommendations to Cabinet and matters raised at earlier meetings, with decisions of Cabinet that differed from what was recommended.",
    budget: "No VAT or other cost implications.",
    current_risk: "LOW",
    residual_risk: "LOW",
    other_implications: "None",
    recommendation: "That Members consider the matters set out in this report.",
    reason: "To support the council's aim to provide innovative and value for money services.",
    appendices: "None",
    background_papers: "None",
    contact: "Helen Whitby, Senior Democratic Services Officer",
  },
  paragraphs: [
    {
      heading: "Minute 9 - Mobile Library Service",
      anchor: "minute-9",
      text: [
        "Thursday 16 June 2016. Responsible: Paul Leivers, Deborah Croney.",
        "",
        "The Committee recommended to Cabinet that:",
        "",
        "1. they note the consultation responses about the proposed changes to the mobile library service;",
        "2. they approve to maintain the mobile library service provided by the County Council to residential homes and sheltered accommodation units; and",
        "3. they approve the closure of the public mobile library service by end of December 2016 (earliest) and by end of March 2017 (latest) and the development of alternative access to library services where required within the resources available.",
        "",
        "Completed: considered by the Cabinet on 29 June 2016, which resolved on all three.",
      ].join("\n"),
    },
    {
      heading: "Minute 10 - Community Offer for Living and Learning",
      anchor: "minute-10",
      text: [
        "Thursday 16 June 2016. Responsible: Sara Tough, Deborah Croney, Rebecca Knox.",
        "",
        "The Committee recommended to Cabinet that:",
        "",
        "1. they approve the development of the Community Offer for Living and Learning, enabling officers to prepare the business case as well as engage both locally and on a countywide level;",
        "2. they approve progress in the pilot areas;",
        "3. they delegate powers to the Director for Children's Services to proceed with action in the pilot areas, if appropriate, after consultation with the Cabinet member for Organisational Development and Transformation, other Cabinet members as appropriate and the local County Councillor(s), subject to the Section 151 Officer being satisfied that there was a sound financial basis; and",
        "4. they delegate powers to the Director for Environment and the Economy after consultation with the Cabinet member for Environment, Infrastructure and Highways and the local County Councillor(s) to enter into such property transactions (whether by acquisition or disposal), as necessary, to make appropriate progress with the introduction of living and learning centres.",
        "",
        "Completed: considered by the Cabinet on 29 June 2016, which resolved on all four.",
      ].join("\n"),
    },
    {
      heading: "Minute 10 - Community Offer for Living and Learning: working group",
      anchor: "minute-10-b",
      text: [
        "Thursday 16 June 2016. Responsible: Paul Leivers, Fred Drane, Steve Butler, David Walsh, Kate Wheller.",
        "",
        "That a member working group be set up to engage in the development of the Community Offer.",
        "",
        "Completed: Meetings held on 15 July, 19 August and 19 September 2016. There is a report on the agenda for this meeting.",
      ].join("\n"),
    },
  ],
};
