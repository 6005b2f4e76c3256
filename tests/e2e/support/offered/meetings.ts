import type { Row } from "../database";
import { freeSlug } from "../restricted-meetings";
import {
  type Committee,
  DAYS,
  type OfferedRecords,
  type Planted,
  type PlantedPage,
  standing,
  statusesOf,
} from "./records";

/** Meetings that other records hang from: one to come whose agenda is not published, and one held. */
export type Meetings = { ahead: Planted; held: Planted; minute: Planted; decision: Planted };

const MOMENT = "2016-09-12T09:00Z";
/** A publication that waits, long after any test. */
const NEVER = "2099-01-01T09:00Z";

/** Meetings in every status, and held ones with minutes in every status and without. */
export async function plantMeetings(
  records: OfferedRecords,
  committee: Committee,
  people: People,
): Promise<{ pages: PlantedPage[]; meetings: Meetings }> {
  const { slug: body } = committee;
  const machine = "meeting";
  const pages: PlantedPage[] = [];
  const planned = new Map<string, Planted>();
  for (const status of statusesOf(machine)) {
    const row = await aMeeting(records, committee, status);
    planned.set(status, row);
    const path = `/office/meetings/${body}/${row.slug}`;
    pages.push({ path, steps: { machine, row } });
  }
  const ahead = planned.get("convened") as Planted;
  pages.push(...(await plantAgenda(records, committee, ahead)));
  pages.push(...(await plantUnsigned(records, committee, planned.get("planned") as Planted)));
  pages.push(...(await plantRecorded(records, committee, planned.get("published") as Planted, people)));

  pages.push(...(await plantQuestions(records, committee, planned.get("published") as Planted)));

  const held = await aMeeting(records, committee, "held");
  pages.push({ path: `/office/meetings/${body}/${held.slug}/minutes/edit` });
  const minutes = await plantMinutes(records, committee, people);
  pages.push(...minutes.pages, { path: `/office/recommendations/new?decision=${minutes.open.decision.id}` });
  return { pages, meetings: { ahead, held, ...minutes.taken } };
}

export type People = { clerk: string; member: string };

async function aMeeting(records: OfferedRecords, { id: bodyId }: Committee, status: string): Promise<Planted> {
  const isOver = status === "held" || status === "published";
  const date = isOver ? DAYS.past : DAYS.ahead;
  return await records.plant("Meeting", {
    ...{ bodyId, slug: await freeSlug(bodyId, date), date, startTime: "10:00", place: "Committee Room 2" },
    ...(isOver && { convenedOn: "2016-09-01", publishedAt: MOMENT }),
    ...standing("meeting", status),
  });
}

/**
 * An agenda that is not published: two items, one of them thought urgent, with a report under it, and another report to list; a motion
 * and a publication that wait.
 */
async function plantAgenda(records: OfferedRecords, committee: Committee, { id: meetingId, slug }: Planted) {
  const { id: bodyId, slug: body } = committee;
  const here = `/office/meetings/${body}/${slug}`;
  const item = await anItem(records, committee, meetingId, 1, { indicated: "A bid closes.", indicatedOn: DAYS.past });
  await anItem(records, committee, meetingId, 2);
  await records.plant("Motion", {
    ...{ slug: records.slug("motion"), title: "Village halls", text: "That they be kept.", meetingId },
    ...{ referredToId: bodyId, audience: "inside" },
  });
  const [listed] = await Promise.all(
    ["listed", "to list"].map(
      async (title) =>
        await records.plant("Report", {
          bodyId,
          slug: records.slug("report"),
          title,
          ...standing("report", "cleared"),
        }),
    ),
  );
  await records.plant("Paper", {
    ...{ bodyId, meetingId, agendaItemId: item.id, kind: "report", title: "Village halls", reportId: listed?.id },
    audience: "inside",
  });
  await records.plant("ScheduledPublication", { meetingId, at: NEVER, askedBy: "Helen Whitby" });
  return ["agenda", `agenda/${item.id}`, "arrangements", "publication"].map((page) => ({ path: `${here}/${page}` }));
}

/** An uploaded paper whose restriction waits for its signature: an agenda with it cannot be published. */
async function plantUnsigned(records: OfferedRecords, committee: Committee, { id: meetingId, slug }: Planted) {
  const item = await anItem(records, committee, meetingId, 1);
  const { id } = await records.plant("Paper", {
    ...{ bodyId: committee.id, meetingId, agendaItemId: item.id, kind: "appendix", title: "Figures" },
    ...{ restriction: "confidential", confidentialGround: "enactment", audience: "inside" },
  });
  return [`restriction/${id}`, `agenda/${item.id}`].map((page) => ({
    path: `/office/meetings/${committee.slug}/${slug}/${page}`,
  }));
}

/** A meeting whose day has come: somebody in attendance, an interest declared, a paper that is out. */
async function plantRecorded(
  records: OfferedRecords,
  committee: Committee,
  { id: meetingId, slug }: Planted,
  { clerk, member }: People,
) {
  const { id: bodyId, slug: body } = committee;
  const item = await anItem(records, committee, meetingId, 1);
  await records.plant("Attendance", { meetingId, personId: clerk, kind: "officer", audience: "inside" });
  await records.plant("Declaration", {
    ...{ meetingId, personId: member, kind: "other_registrable", effect: "none", publicText: "A village hall" },
    audience: "inside",
  });
  const paper = await records.plant("Paper", {
    ...{ bodyId, meetingId, agendaItemId: item.id, kind: "appendix", title: "Village halls", openSince: MOMENT },
    audience: "inside",
  });
  const here = `/office/meetings/${body}/${slug}`;
  const desks = ["attendance", `take-down/${paper.id}`, "publication", "sessions", `agenda/${item.id}`];
  return [{ path: here }, ...desks.map((page) => ({ path: `${here}/${page}` }))];
}

/** What was sent in for a meeting whose day has come, in every status. */
async function plantQuestions(records: OfferedRecords, { id: bodyId, slug: body }: Committee, meeting: Planted) {
  const machine = "question";
  const desk = `/office/meetings/${body}/${meeting.slug}/questions`;
  const pages: PlantedPage[] = [{ path: desk }];
  for (const status of statusesOf(machine)) {
    const row = await records.plant("Question", {
      ...{ bodyId, meetingId: meeting.id, kind: "public_question", askedBy: "A resident", text: "When is it open?" },
      ...{ ground: "offensive", replyDueOn: DAYS.ahead },
      ...standing(machine, status),
    });
    const path = `${desk}/${row.id}`;
    pages.push(status === "received" ? { path } : { path, steps: { machine, row } });
  }
  return pages;
}

const anItem = async (
  records: OfferedRecords,
  { id: bodyId }: Committee,
  meetingId: string,
  position: number,
  more: Row = {},
) =>
  await records.plant("AgendaItem", {
    bodyId,
    meetingId,
    position,
    title: "Village halls",
    audience: "inside",
    ...more,
  });

async function plantMinutes(records: OfferedRecords, committee: Committee, { member }: People) {
  const { id: bodyId, slug: body } = committee;
  const machine = "set of minutes";
  const pages: PlantedPage[] = [];
  const all: { minute: Planted; decision: Planted }[] = [];
  for (const status of statusesOf(machine)) {
    const meeting = await aMeeting(records, committee, "held");
    const confirmed = status.startsWith("confirmed") && { confirmedAtId: meeting.id };
    const of: Row = { bodyId, meetingId: meeting.id, ...confirmed };
    const minutes = await records.plant("Minutes", { ...of, ...standing(machine, status) });
    const path = `/office/meetings/${body}/${meeting.slug}/minutes/edit`;
    pages.push(["draft", "published_draft"].includes(status) ? { path } : { path, steps: { machine, row: minutes } });
    const made = [await aMinute(records, minutes, 1), await aMinute(records, minutes, 2)];
    if (status === "published_draft")
      await records.plant("MinutesAmendment", {
        ...{ minutesId: minutes.id, minuteId: made[0]?.minute.id, before: "were", after: "was", at: MOMENT },
        audience: "inside",
      });
    if (status === "draft") {
      const minuteId = made[0]?.minute.id;
      await records.plant("Movement", { meetingId: meeting.id, personId: member, minuteId, kind: "left" });
      const table = `/office/meetings/${body}/${meeting.slug}/at-the-table`;
      pages.push({ path: `${path}/${minuteId}` }, { path: table }, { path: `${table}/${minuteId}` });
      pages.push({ path: `/office/meetings/${body}/${meeting.slug}/decision-sheet` });
      pages.push({ path: `/office/meetings/${body}/${meeting.slug}/minutes/check` });
    }
    all.push(...made);
  }
  const [taken, open] = all;
  if (!taken || !open) throw new Error("Minutes are never begun.");
  return { pages, taken, open };
}

/** A minute with what was decided: a recommendation, which may be recorded as such. */
async function aMinute(records: OfferedRecords, minutes: Planted, position: number) {
  const { bodyId, audience } = minutes;
  const at = { minutesId: minutes.id, bodyId, position, number: position, headings: ["Village halls"], audience };
  const minute = await records.plant("Minute", at);
  await records.plant("MinuteText", { minuteId: minute.id, bodyId, markdown: "They were visited.", audience });
  const decision = await records.plant("Decision", {
    ...{ minuteId: minute.id, bodyId, audience },
    ...{ kind: "recommendation", verb: "Recommended", text: "that they be kept open." },
  });
  return { minute, decision };
}
