import { personId } from "../council";
import { PEOPLE } from "../people";
import { plantClauses, plantFollowUps } from "./answers";
import { plantMeetings } from "./meetings";
import { type Committee, OfferedRecords, type PlantedPage } from "./records";
import { plantGroups, plantItems, plantProposals, plantReports, plantTopics } from "./work";

/** A page with forms; of a record of the people's own committee, of another, or of neither. */
export type PageWithForms = PlantedPage & { whose: "own" | "other" | "neither" };

/** Plants a record for every form that there is. @returns the pages that they are on, and the records */
export async function plantOffered(): Promise<{ pages: PageWithForms[]; records: OfferedRecords }> {
  const records = new OfferedRecords();
  try {
    const committees = await records.committees();
    const own = await plantFor(records, committees.own);
    const other = await plantFor(records, committees.other);
    const neither = [...COUNCIL_PAGES, ...(await plantSettings(records))].map((path) => ({ path }));
    const all = Object.entries({ own, other, neither }) as [PageWithForms["whose"], PlantedPage[]][];
    return { pages: all.flatMap(([whose, pages]) => pages.map((page) => ({ ...page, whose }))), records };
  } catch (error) {
    await records.takeAway();
    throw error;
  }
}

async function plantFor(records: OfferedRecords, committee: Committee): Promise<PlantedPage[]> {
  const [clerk, member, properOfficer] = await Promise.all(
    [PEOPLE.democraticServices, PEOPLE.member, PEOPLE.properOfficer].map(personId),
  );
  if (!clerk || !member || !properOfficer) throw new Error("Somebody of the demonstration is not there.");
  const { pages, meetings } = await plantMeetings(records, committee, { clerk, member });
  return [
    ...pages,
    ...(await plantTopics(records, committee)),
    ...(await plantProposals(records, committee, meetings, clerk)),
    ...(await plantItems(records, committee, meetings)),
    ...(await plantGroups(records, committee)),
    ...(await plantReports(records, committee, properOfficer)),
    ...(await plantFollowUps(records, committee, meetings)),
    ...(await plantClauses(records, committee, meetings, clerk)),
    ...ASKED_FOR.map((path) => ({ path: path + committee.slug })),
    ...["", "/seats", ...SETTINGS].map((more) => ({ path: `/office/settings/bodies/${committee.slug}${more}` })),
  ];
}

/** What is made anew for a body. */
const ASKED_FOR = [
  "/office/follow-ups/new?body=",
  "/office/groups/new?parent=",
  "/office/meetings/new?body=",
  "/office/reports/new?body=",
  "/office/scoping/new?body=",
];

/** All of a body's settings go by one action; of these two one is for the administrator. */
const SETTINGS = ["/words", "/scoping"];

const COUNCIL_PAGES = [
  "/topics/suggest",
  "/office/topics/new?title=Village+halls",
  ...["areas", "bodies/new", "calendar", "clock", "council", "import", "notices", "people/new", "sign-in"].map(
    (setting) => `/office/settings/${setting}`,
  ),
  // Somebody who does not sign in yet.
  "/office/settings/people/robin-cook",
];

/** What settings have forms for once it is there: an alias, a day, what an administrator gave themselves. @returns their pages */
async function plantSettings(records: OfferedRecords): Promise<string[]> {
  const officer = await personId(PEOPLE.officer);
  await records.plant("PersonAlias", { personId: officer, name: records.slug("spelling") });
  await records.plant("SelfGrant", { personId: await personId(PEOPLE.administrator), what: "a seat" });
  await records.plant("CalendarDay", { date: "1999-12-31", name: "Offices closed", kind: "closure" });
  return [`/office/settings/people/${PEOPLE.officer}`];
}
