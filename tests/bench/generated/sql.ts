/** How large a council is made. */
export type Size = { committees: number; years: number };

/** The day that the generated council lives on, and the first municipal year of its records. */
export const TODAY = "2016-10-03";
export const firstYear = ({ years }: Size): number => 2017 - years;

/** Meetings of a committee in a municipal year: three are held by TODAY in the last one, one is published, two are to come. */
export const MEETINGS_A_YEAR = 6;

/** A table each, in the order in which ids are told apart. */
const TABLES = [
  "Body",
  "Person",
  "Seat",
  "Post",
  "Area",
  "Portfolio",
  "CorporateOutcome",
  "Meeting",
  "MeetingSession",
  "Publication",
  "MeetingEntry",
  "AgendaItem",
  "Paper",
  "PaperFile",
  "Report",
  "ReportParagraph",
  "Minutes",
  "Minute",
  "Decision",
  "Attendance",
  "Declaration",
  "Authority",
  "Topic",
  "ScopingProposal",
  "ScopingVersion",
  "Programme",
  "ProgrammeItem",
  "SlotMove",
  "ReviewGroup",
  "Recommendation",
  "RecommendationClause",
  "Notice",
  "Response",
  "Undertaking",
  "FollowUp",
  "FollowUpNote",
  "ForwardPlanEntry",
  "AuditEntry",
  "Account",
] as const;

export type Table = (typeof TABLES)[number];

/**
 * The id of a table's n-th row, so that rows refer to one another by counting. They ascend as those of a real council do, whose
 * ids begin with the time.
 */
export const id = (table: Table, n: string | number): string =>
  `('${TABLES.indexOf(table).toString(16).padStart(8, "0")}-0000-7000-8000-' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`;

/** Numbers of the bodies that are no committees of the grid, and where those of the others begin. */
export const COUNCIL = 1;
export const CABINET = 2;
export const BOARD = 3;
export const committee = (c: string): string => `1000 + ${c}`;
export const reviewGroup = (g: string): string => `1000000 + ${g}`;

/** Ten members a committee; the officers' numbers come first. */
export const MEMBERS = 10;
export const OFFICERS = 50;
export const CLERK = 51;
export const member = (c: string, j: string | number): string => `1000 + (${c}) * ${MEMBERS} + (${j})`;

/** The Cabinet's meeting of the m-th month of the record. */
export const cabinetMeeting = (m: string): string => `1000000000 + (${m})`;

/** Something that reads like the title of a piece of work. */
export const subject = (
  n: string,
): string => `(ARRAY['Library services and community hubs', 'Repairs of rural roads and bridges',
  'Home to school transport', 'Quality and cost of care at home', 'Children in need of a foster family', 'Broadband in the villages',
  'Flood defence on the coast', 'Apprenticeships and skills for work', 'Registration of births and deaths',
  'Recycling centres and fly-tipping', 'Support for unpaid carers', 'Domestic abuse and places of safety',
  'Buses in the evening', 'Public health in the workplace', 'Trading standards and scams', 'Museums and the county archive'])[1 + (${n}) % 16]`;

/** A paragraph of about four hundred characters. */
export const PARAGRAPH = `'Members noted the figures for the quarter and asked how they compared with those of neighbouring councils. Officers explained that demand had risen by a tenth since the spring, that two of the three providers had taken on staff, and that the reserve set aside for the winter had not been touched. It was asked that the next report should show the cost for each district, and what had been tried elsewhere.'`;

/** Whom a public record is open to and who keeps it: nobody in particular. */
export const OPEN = `'public', '{}'`;
