import { bodyId, personId } from "./council";
import { one, type Row } from "./database";
import { PEOPLE } from "./people";
import { accessOf, type OpensTo, type Planting } from "./planting";
import { plantPack, plantPapers } from "./restricted-papers";

const AT = "2016-09-08T09:00Z";

/** A held meeting whose minutes are a draft, one with restricted minutes, and one that is only planned. */
export async function plantMeetings(planting: Planting): Promise<void> {
  const body = await bodyId();
  const [member, officer, chair] = await Promise.all([
    personId(PEOPLE.member),
    personId(PEOPLE.officer),
    personId(PEOPLE.chair),
  ]);

  const held = await aMeeting(planting, body, "2016-09-07");
  const item = await planting.scaffold("AgendaItem", {
    bodyId: body,
    meetingId: held.id,
    position: 1,
    title: "Papers that are not for everybody",
    audience: "public",
  });
  await plantPapers(planting, {
    bodyId: body,
    meetingId: String(held.id),
    agendaItemId: String(item.id),
    keeperId: officer,
    withheldFromId: member,
  });
  await plantPack(planting, { bodyId: body, meetingId: held.id });
  await planting.plant("AgendaItem", { bodyId: body, meetingId: held.id, position: 2, audience: "inside" });
  const seat = { meetingId: held.id, personId: chair };
  const received = await planting.plant("Question", { meetingId: held.id, bodyId: body, kind: "public_question" });
  // Who asks and how to reach them: for whoever looks after questions, and on no public page whatever becomes of it.
  const whoManages = (): OpensTo => ({ kind: "permitted", permission: "question.manage" });
  await planting.plant("QuestionAsker", { questionId: received.id }, whoManages);
  const notAccepted = { kind: "public_statement", status: "not_accepted", ground: "offensive" };
  await planting.plant("Question", { meetingId: held.id, bodyId: body, ...notAccepted });
  const anonymous = await planting.scaffold("Question", {
    ...{ meetingId: held.id, bodyId: body, kind: "public_question", status: "accepted", identity: "withheld" },
    ...{ askedBy: "A member of the public", text: "When do the buses stop?", audience: "public" },
  });
  await planting.plant("QuestionAsker", { questionId: anonymous.id }, whoManages);
  await planting.plant("Motion", { meetingId: held.id, audience: "inside", moverId: member }, inside);
  await planting.plant("AttendanceRequirement", { ...seat, required: false }, inside);
  await plantMinutes(planting, { body, meeting: held, member, chair, isDraft: true });
  await plantDecisionSheet(planting, { meetingId: held.id, bodyId: body });

  const recorded = await aMeeting(planting, body, "2016-09-08");
  await plantMinutes(planting, { body, meeting: recorded, member, chair, isDraft: false });

  const planned = await planting.plant("Meeting", {
    bodyId: body,
    slug: await freeSlug(body, "2016-12-07"),
    date: "2016-12-07",
    status: "planned",
    audience: "inside",
  });
  const onlyPlanned = { kind: "record", record: accessOf("Meeting", planned) } as const;
  const follows = () => onlyPlanned;
  await planting.plant("MeetingSession", { meetingId: planned.id, number: 1, date: "2016-12-07" }, follows);
  await planting.plant("MeetingEntry", { meetingId: planned.id, kind: "changed_arrangements", at: AT }, follows);
  await planting.plant("AgendaItem", {
    ...{ bodyId: body, meetingId: planned.id, position: 1, audience: "inside" },
    // Why it is likely to be taken in private is public with its agenda, and not before.
    ...{ inPrivate: "exempt", paragraphs: [3] },
  });
  const asked = planting.word();
  const progress = await planting.scaffold("ProgressReport", {
    ...{ meetingId: planned.id, keptAt: AT, audience: "inside" },
    rows: JSON.stringify([{ ...TASK, meetingOn: "2016-06-16", minuteNumber: 9, asked }]),
  });
  planting.note("ProgressReport", "rows", progress, asked, onlyPlanned);
  const word = planting.word();
  const publication = await planting.plant(
    "Publication",
    {
      meetingId: planned.id,
      number: 1,
      publishedAt: AT,
      snapshot: { body: { name: word }, meeting: { place: word }, papers: [], agenda: [] },
      gaps: JSON.stringify([{ severity: "soft", code: "gap", sentence: word, authority: "LGA 1972" }]),
    },
    follows,
  );
  planting.note("Publication", "snapshot", publication, word, onlyPlanned);
  const refused = planting.word();
  const scheduled = await planting.plant(
    "ScheduledPublication",
    {
      meetingId: planned.id,
      at: AT,
      state: "refused",
      settledAt: AT,
      refusal: { code: "against-rule", sentence: refused, findings: [] },
    },
    () => ({ kind: "desk" }),
  );
  planting.note("ScheduledPublication", "refusal", scheduled, refused, { kind: "desk" });
}

const TASK = { kind: "follow-up", subject: "Housing", responsible: [], standsAt: "Open", due: null, notes: [] };

/** What was decided at a meeting, as it went out to those who were there. */
async function plantDecisionSheet(planting: Planting, place: Row): Promise<void> {
  const word = planting.word();
  const sheet = await planting.scaffold("DecisionSheet", {
    ...{ ...place, number: 1, issuedAt: AT, audience: "inside" },
    lines: JSON.stringify([{ number: 90, heading: word, decisions: [], closed: 0, tasks: [] }]),
  });
  planting.note("DecisionSheet", "lines", sheet, word, { kind: "record", record: accessOf("DecisionSheet", sheet) });
}

type OfMinutes = { body: string; meeting: Row; member: string; chair: string; isDraft: boolean };

async function plantMinutes(planting: Planting, { body, meeting, member, chair, isDraft }: OfMinutes): Promise<void> {
  const status = isDraft
    ? { status: "draft", audience: "chair" }
    : { status: "published_draft", audience: "public", note: "" };
  const words = { bodyId: body, meetingId: meeting.id, ...status };
  const minutes = isDraft ? await planting.plant("Minutes", words) : await planting.scaffold("Minutes", words);
  const record: OpensTo = { kind: "record", record: accessOf("Minutes", minutes) };
  const follows = () => record;

  const place = { minutesId: minutes.id, bodyId: body, position: 1, number: 90 };
  const minute = isDraft
    ? await planting.plant("Minute", place)
    : await planting.scaffold("Minute", {
        ...place,
        headings: ["A private matter"],
        publicSummary: "It was discussed.",
      });
  const restricted = isDraft ? {} : { restriction: "exempt", paragraphs: [1] };
  await planting.plant("MinuteText", { minuteId: minute.id, bodyId: body, ...restricted });
  const decision = await planting.plant("Decision", {
    minuteId: minute.id,
    bodyId: body,
    kind: "resolution",
    verb: "Resolved",
    ...restricted,
  });
  const decided = planting.canaries.at(-1)?.opensTo ?? record;
  await planting.plant("Authority", { kind: "resolution", decisionId: decision.id }, () => decided);

  const declared = { meetingId: meeting.id, personId: member, kind: "other_registrable", effect: "none" };
  const declaration = isDraft
    ? await planting.plant("Declaration", declared, () => ({ ...record, personId: member }))
    : await planting.scaffold("Declaration", { ...declared, sensitive: true, publicText: "A sensitive interest" });
  await planting.plant("DeclarationDetail", { declarationId: declaration.id }, () => ({
    kind: "restricted desk",
    personId: member,
  }));
  if (!isDraft) return;
  await planting.plant("Attendance", { meetingId: meeting.id, personId: chair, kind: "present" }, follows);
  const check = { minuteId: minute.id, personId: chair, askedAt: AT, saidAt: AT };
  await planting.plant("MinuteCheck", check, () => ({ ...record, personId: chair }));
  await planting.plant("MinutesAmendment", { minutesId: minutes.id, minuteId: minute.id, at: AT }, follows);
}

/** A meeting of the committee that has been held, and that everybody may know of. */
async function aMeeting(planting: Planting, body: string, date: string): Promise<Row> {
  return await planting.scaffold("Meeting", {
    bodyId: body,
    slug: await freeSlug(body, date),
    date,
    startTime: "10:00",
    place: "Committee Room 2",
    status: "held",
    audience: "public",
    publishedAt: "2016-08-26T09:00Z",
  });
}

/** The address of a further meeting on a day ends in -2. */
export async function freeSlug(body: string, date: string): Promise<string> {
  const { count } = await one<{ count: number }>(
    `SELECT count(*)::int AS count FROM "Meeting" WHERE "bodyId" = $1 AND date = $2`,
    body,
    date,
  );
  return count === 0 ? date : `${date}-${count + 1}`;
}

const inside = (): OpensTo => ({ kind: "inside" });
