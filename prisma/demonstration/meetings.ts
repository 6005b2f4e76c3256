import { londonInstant } from "@/domain/calendar/london-time";
import { meetingWorkflow } from "@/domain/meetings/meeting-workflow";
import type { MeetingStatus } from "@/generated/prisma/enums";
import type { BodySlug } from "./bodies";
import type { Ids, Tx } from "./register";

const COUNTY_HALL = "County Hall, Colliton Park, Dorchester, Dorset, DT1 1XJ";

/** The pack gives the day of publication; the hour is that of an ordinary afternoon. */
export const PUBLISHED_AT = londonInstant("2016-09-30", "16:20");

type MeetingFacts = {
  body: BodySlug;
  date: string;
  status: MeetingStatus;
  startTime?: string;
  endTime?: string;
  place?: string;
  purpose?: string;
  quorate?: boolean;
  clerk?: string;
};

const COMMITTEE = { body: "people-and-communities", startTime: "10:00" } as const;
const CABINET = { body: "cabinet", status: "held" } as const;
const PANEL = { body: "registration-services-panel" } as const;
const GROUP = { body: "community-offer-working-group", status: "held" } as const;

/** What the pack does not say of a meeting, its hour or its place, is left open. */
const MEETINGS = {
  "panel-2016-04-06": {
    ...PANEL,
    date: "2016-04-06",
    status: "held",
    purpose: "Supported the proposals that then went to public consultation.",
  },
  "committee-2016-06-16": {
    ...COMMITTEE,
    date: "2016-06-16",
    status: "held",
    endTime: "12:15",
    place: COUNTY_HALL,
    purpose: "The new committee's first meeting: its work programme, the mobile library and the Community Offer.",
    quorate: true,
    clerk: "Rebecca Guest, Senior Democratic Services Officer",
  },
  "cabinet-2016-06-29": {
    ...CABINET,
    date: "2016-06-29",
    purpose: "Answered the committee's recommendations on the mobile library and the Community Offer.",
  },
  "group-2016-07-15": { ...GROUP, date: "2016-07-15", purpose: "The group's first meeting." },
  "council-2016-07-21": {
    body: "county-council",
    date: "2016-07-21",
    status: "held",
    purpose: "Considered a motion on racism and xenophobia and referred it to People and Communities.",
  },
  "group-2016-08-19": { ...GROUP, date: "2016-08-19", purpose: "The group's second meeting." },
  "board-2016-09-01": {
    body: "management-board",
    date: "2016-09-01",
    status: "held",
    purpose: "Gave demographic pressures on services to the Budget Strategy Task and Finish Group.",
  },
  "panel-2016-09-08": {
    ...PANEL,
    date: "2016-09-08",
    status: "held",
    purpose: "The panel's fourth meeting: the answers to the consultation, and where offices should be.",
  },
  "group-2016-09-19": { ...GROUP, date: "2016-09-19", purpose: "The group's third meeting." },
  "cabinet-2016-09-28": {
    ...CABINET,
    date: "2016-09-28",
    purpose: "Had a report on Fair Charges for Care and Support.",
  },
  "committee-2016-10-11": {
    ...COMMITTEE,
    date: "2016-10-11",
    status: "published",
    place: `Committee Room 1, ${COUNTY_HALL}`,
    purpose:
      "The motion on racism and xenophobia, social isolation, the Community Offer, registration services, the work programme.",
    clerk: "Helen Whitby, Senior Democratic Services Officer",
  },
  "panel-2016-10-31": {
    ...PANEL,
    date: "2016-10-31",
    status: "convened",
    purpose: "Where registration offices should be, after 527 answers to the consultation.",
  },
  "committee-2017-01-11": {
    ...COMMITTEE,
    date: "2017-01-11",
    status: "convened",
    purpose: "The registration panel's final report is promised.",
  },
  "committee-2017-03-20": { ...COMMITTEE, date: "2017-03-20", status: "convened" },
  "committee-2017-06-26": { ...COMMITTEE, date: "2017-06-26", status: "convened" },
  "committee-2017-10-11": { ...COMMITTEE, date: "2017-10-11", status: "convened" },
} as const satisfies Record<string, MeetingFacts>;

export type MeetingName = keyof typeof MEETINGS;

export async function loadMeetings(tx: Tx, { bodies }: { bodies: Ids<BodySlug> }): Promise<Ids<MeetingName>> {
  const ids: Partial<Record<MeetingName, string>> = {};
  for (const [name, facts] of Object.entries(MEETINGS) as [MeetingName, MeetingFacts][]) {
    const { body, date, status, startTime = null, endTime = null, place = null, purpose = "", clerk = null } = facts;
    const meeting = await tx.meeting.create({
      data: {
        bodyId: bodies[body],
        slug: date,
        date,
        status,
        startTime,
        place,
        purpose,
        quorate: facts.quorate ?? null,
        clerkAsPrinted: clerk,
        publishedAt: status === "published" ? PUBLISHED_AT : null,
        audience: meetingWorkflow.statuses[status].audience,
      },
    });
    await tx.meetingSession.create({ data: { meetingId: meeting.id, number: 1, date, startTime, endTime, place } });
    ids[name] = meeting.id;
  }
  return ids as Ids<MeetingName>;
}
