import { readScope } from "@/domain/access/read-scope";
import { db } from "@/server/db";
import { getProposal } from "@/server/scoping/queries";
import { TODAY } from "./people";
import { minute } from "./resolutions";
import { completeDraft, createMeeting, forward, here, take, who } from "./scoping";

/** A meeting whose agenda is public. */
export const PUBLISHED = {
  status: "published",
  startTime: "10:00",
  place: "County Hall",
  publishedAt: new Date("2016-09-30T15:20:00Z"),
} as const;

/** A proposal that its officer has put forward. */
export async function ready(): Promise<string> {
  const id = await completeDraft();
  const { version } = await getProposal(readScope(who.officer), id, TODAY);
  await forward(who.officer, id, version);
  return id;
}

/** On the agenda of a meeting that is then held, with what was decided under its item. */
export async function decided(decision: Parameters<typeof minute>[0]["decision"] = {}) {
  const id = await ready();
  const meetingId = await createMeeting("2016-10-03", PUBLISHED);
  await take(who.clerk, id, "list", { typed: { agendaItemId: meetingId } });
  const { agendaItemId } = await db.scopingProposal.findUniqueOrThrow({ where: { id } });
  await db.meeting.update({ where: { id: meetingId }, data: { status: "held", quorate: true } });
  const decisionId = await minute({ bodyId: here.committee, meetingId, itemId: agendaItemId ?? "", decision });
  return { id, meetingId, decisionId, itemId: agendaItemId ?? "" };
}

/** Everything a step could leave behind. */
export const traces = async () => [
  await db.scopingProposal.findMany({ orderBy: { id: "asc" } }),
  await db.agendaItem.count(),
  await db.paper.count(),
  await db.meetingEntry.count(),
  await db.authority.count(),
  await db.scopingVersion.count(),
  await db.auditEntry.count(),
];
