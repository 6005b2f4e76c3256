import { lines, type ReportFacts } from "./report-facts";

/** All of it is on its front sheet: it has no numbered paragraphs. */
export const REGISTRATION_SERVICES: ReportFacts = {
  slug: "registration-services",
  title: "Registration services",
  topic: "registration-services",
  programmeItem: "registration",
  area: "adult-and-community-services",
  authors: [
    { person: "helen-coombes", title: "Director for Adult and Community Services", signs: true },
    { person: "paul-leivers", title: "Assistant Director of Early Help and Community Services" },
  ],
  frontSheet: {
    executive_summary: lines(
      "The Policy Development Panel met for the 4th time on 8 September 2016. Its meeting of 6 April had supported proposals for public consultation, which ran from 16 June to 11 August 2016 and drew 527 responses:",
      "",
      "1. withdrawal of Tell Us Once for births;",
      "2. introduction of the Nationality Checking Service;",
      "3. registration offices reduced from 11 to 5, at Blandford, Bridport, Dorchester, Wareham and Ferndown;",
      "4. ceremony rooms reduced from 8 to 3, and what matters for where they are;",
      "5. a two stage marriage process;",
      "6. a full cost recovery fee for marriages.",
      "",
      "The panel thinks it right to recommend in due course that Tell Us Once for births be withdrawn, the Nationality Checking Service piloted, a two stage marriage process introduced and a full cost recovery fee charged for marriages.",
      "",
      "It wishes to consider the location of offices further, and whether to keep more than five, and has asked officers about options, access and income. It meets next on 31 October 2016. Its final report and recommendations will come to the committee on 11 January 2017.",
    ),
    equalities: "Screening done",
    equalities_words:
      "The draft assessment sees an effect on access for people in rural areas and on lower incomes; responses spoke of older people and public transport.",
    evidence: "Used in the work of the panel, the results of the public consultation included.",
    budget:
      "The service pays for itself. A national change in who may conduct marriages may affect its income. The panel is considering budget issues.",
    current_risk: "LOW",
    residual_risk: "LOW",
    other_implications:
      "Some offices are in buildings shared with district and town councils, which have an interest in proposals for change.",
    recommendation: "That the committee note the update provided on the work of the panel.",
    reason: "To give the committee a progress report on the work of its Policy Development Panel.",
    appendices: "None",
    background_papers: "None",
    contact: "Paul Leivers, Assistant Director of Early Help and Community Services",
  },
};
