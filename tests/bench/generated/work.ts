import {
  CABINET,
  CLERK,
  cabinetMeeting,
  committee,
  firstYear,
  id,
  member,
  OFFICERS,
  OPEN,
  type Size,
  subject,
  TODAY,
} from "./sql";

/** A meeting of the record takes up one topic, two items of the programme, and every second one ends in a recommendation. */
const ITEMS = 2;
const body = id("Body", committee("c"));
const decidedBy = (n: string) => `SELECT n, c, y, k, m, date FROM grid WHERE status = 'held' AND ${n}`;

/** Topics, proposals and programmes. */
export function workProgrammes(size: Size): string[] {
  const first = firstYear(size);
  const last = size.years - 1;
  const isOver = `y < ${last} OR k < 3`;
  return [
    `INSERT INTO "Topic" (id, slug, title, description, source, status, "statusOn", "suggestedOn", "authorityId", "leadMemberId", "leadOfficerId", rationale, parts, "bodyId", audience, keepers)
       SELECT ${id("Topic", "n")}, 'topic-' || n, ${subject("n")} || ' ' || n, 'What it costs, whom it reaches, and what others do.',
         (CASE n % 3 WHEN 0 THEN 'public' WHEN 1 THEN 'member' ELSE 'officer' END)::"TopicSource",
         (CASE WHEN ${isOver} THEN 'removed' WHEN n % 2 = 0 THEN 'in_scoping' ELSE 'shortlisted' END)::"TopicStatus", least((date::date - 90)::text, '${TODAY}'),
         least((date::date - 120)::text, '${TODAY}'), ${id("Authority", "y * 100000 + c")}, ${id("Person", member("c", 2))}, ${id("Person", `1 + n % ${OFFICERS}`)}, 'Complaints have doubled.', '{}', ${body}, ${OPEN}
       FROM grid ORDER BY n`,
    `INSERT INTO "Authority" (id, kind, "bodyId", "decidedOn", statement, audience)
       SELECT ${id("Authority", "y * 100000 + c")}, 'import', ${body}, (${first} + y) || '-05-20', 'Annual meeting', 'public' FROM grid WHERE k = 0 ORDER BY n`,
    `INSERT INTO "ScopingProposal" (id, title, status, "leadMemberId", "leadOfficerId", "reportToId", answers, "authorityId", "bodyId", audience, keepers)
       SELECT ${id("ScopingProposal", "n")}, ${subject("n")} || ' ' || n, (CASE WHEN ${isOver} THEN 'complete' ELSE 'ready' END)::"ScopingProposalStatus",
         ${id("Person", member("c", 2))}, ${id("Person", `1 + n % ${OFFICERS}`)}, ${id("Meeting", "n")}, '{"scope": "Cost, reach and quality", "methodology": "An inquiry day"}',
         ${id("Authority", "y * 100000 + c")}, ${body}, ${OPEN} FROM grid WHERE k % 2 = 0 ORDER BY n`,
    `INSERT INTO "ScopingTopic" ("proposalId", "topicId", audience) SELECT ${id("ScopingProposal", "n")}, ${id("Topic", "n")}, 'public' FROM grid WHERE k % 2 = 0 ORDER BY n`,
    `INSERT INTO "ScopingVersion" (id, "proposalId", number, content, audience)
       SELECT ${id("ScopingVersion", "n")}, ${id("ScopingProposal", "n")}, 1, '{"scope": "Cost, reach and quality"}', 'public' FROM grid WHERE k % 2 = 0 ORDER BY n`,
    `INSERT INTO "Programme" (id, year, status, "authorityId", "bodyId", audience, keepers)
       SELECT ${id("Programme", "y * 100000 + c")}, (${first} + y) || '/' || lpad(((${first} + y + 1) % 100)::text, 2, '0'), 'adopted', ${id("Authority", "y * 100000 + c")}, ${body}, ${OPEN}
       FROM grid WHERE k = 0 ORDER BY n`,
    `INSERT INTO "ProgrammeItem" (id, "programmeId", title, purpose, type, status, "linesOfEnquiry", "targetEnd", "slotKind", "meetingId", position, "topicId", "proposalId", "bodyId", audience, keepers)
       SELECT ${id("ProgrammeItem", `n * ${ITEMS} + i`)}, ${id("Programme", "y * 100000 + c")}, ${subject("n + i")} || ' ' || n, 'To see what has changed since it was last looked at.',
         (CASE i WHEN 0 THEN 'review' ELSE 'standing' END)::"ProgrammeItemType", (CASE WHEN ${isOver} THEN 'closed' ELSE 'scheduled' END)::"ProgrammeItemStatus",
         ARRAY['What does it cost?', 'Whom does it reach?'], date, 'meeting', ${id("Meeting", "n")}, i + 1, CASE i WHEN 0 THEN ${id("Topic", "n")} END,
         CASE WHEN i = 0 AND k % 2 = 0 THEN ${id("ScopingProposal", "n")} END, ${body}, ${OPEN}
       FROM grid CROSS JOIN generate_series(0, ${ITEMS - 1}) i ORDER BY n, i`,
    `INSERT INTO "ProgrammeLead" ("itemId", "personId", role, position, audience)
       SELECT ${id("ProgrammeItem", `n * ${ITEMS} + i`)}, ${id("Person", member("c", "2 + i"))}, 'member'::"LeadRole", 1, 'public'::"Audience" FROM grid CROSS JOIN generate_series(0, ${ITEMS - 1}) i
       UNION ALL
       SELECT ${id("ProgrammeItem", `n * ${ITEMS} + i`)}, ${id("Person", `1 + n % ${OFFICERS}`)}, 'officer', 2, 'public' FROM grid CROSS JOIN generate_series(0, ${ITEMS - 1}) i`,
    `INSERT INTO "ProgrammeOutcome" ("itemId", "outcomeId", audience)
       SELECT ${id("ProgrammeItem", `n * ${ITEMS}`)}, ${id("CorporateOutcome", "1 + n % 4")}, 'public' FROM grid ORDER BY n`,
    `INSERT INTO "SlotMove" (id, "itemId", "on", "byId", "byName", "toMeetingId", "fromSlot", "toSlot", audience)
       SELECT ${id("SlotMove", "n")}, ${id("ProgrammeItem", `n * ${ITEMS}`)}, least((date::date - 90)::text, '${TODAY}'), ${id("Person", CLERK)}, 'Officer ${CLERK}', ${id("Meeting", "n")}, 'none', 'meeting', 'public'
       FROM grid ORDER BY n`,
    `INSERT INTO "AuditEntry" (id, "happenedOn", "actorKind", "actorId", "actorName", action, "subjectKind", "subjectId", "bodyId", after)
       SELECT ${id("AuditEntry", `n * ${ITEMS} + i`)}, least((date::date - 90)::text, '${TODAY}'), 'person', ${id("Person", CLERK)}::text, 'Officer ${CLERK}', 'programme item.add', 'programme item',
         ${id("ProgrammeItem", `n * ${ITEMS} + i`)}, ${body}, '{"status": "proposed"}' FROM grid CROSS JOIN generate_series(0, ${ITEMS - 1}) i ORDER BY n, i`,
    `INSERT INTO "ForwardPlanTopic" ("entryId", "topicId", audience)
       SELECT ${id("ForwardPlanEntry", `y * ${size.committees} + c`)}, ${id("Topic", "n")}, 'public' FROM grid WHERE k = 3 ORDER BY n`,
  ];
}

/** What was recommended, asked for and answered; what the Cabinet was asked since the summer is open. */
export function recommendations(size: Size): string[] {
  const last = size.years - 1;
  const asked = decidedBy("(c + k) % 2 = 0");
  const clauses = `(${asked}) asked CROSS JOIN generate_series(0, 1) i`;
  const isOpen = `y = ${last} AND k >= 1`;
  const text = "'That the Cabinet sets out by the spring what it will do about ' || ";
  return [
    `INSERT INTO "Recommendation" (id, reference, "bodyId", "meetingId", "minuteId", "decisionId", "topicId", title, "agreedOn", audience, keepers)
       SELECT ${id("Recommendation", "n")}, 'R' || n, ${body}, ${id("Meeting", "n")}, ${id("Minute", "n * 5 + 3")}, ${id("Decision", "n * 2")}, ${id("Topic", "n")}, ${subject("n")}, date, ${OPEN}
       FROM (${asked}) asked ORDER BY n`,
    `INSERT INTO "Notice" (id, "recommendationId", "servedOn", "servedById", "reportReceivedOn", "noticeReceivedOn", audience)
       SELECT ${id("Notice", "n")}, ${id("Recommendation", "n")}, (date::date + 3)::text, ${id("Person", CLERK)}, (date::date + 5)::text, (date::date + 5)::text, 'public' FROM (${asked}) asked ORDER BY n`,
    `INSERT INTO "RecommendationClause" (id, "recommendationId", number, text, "recipientKind", "recipientId", status, "isOpen", "noticeId", "bodyId", audience, keepers)
       SELECT ${id("RecommendationClause", "n * 2 + i")}, ${id("Recommendation", "n")}, i + 1, ${text} ${subject("n + i")}, 'executive', ${id("Body", CABINET)},
         (CASE WHEN ${isOpen} THEN 'notice_served' WHEN y >= ${last - 1} THEN 'implementing' ELSE 'achieved' END)::"ClauseStatus", y >= ${last - 1}, ${id("Notice", "n")}, ${body}, ${OPEN}
       FROM ${clauses} ORDER BY n, i`,
    `INSERT INTO "Response" (id, "clauseId", status, kind, wording, "decidedBy", "decidedByBodyId", "decidedOn", "meetingId", "bodyId", audience, keepers)
       SELECT ${id("Response", "n * 2 + i")}, ${id("RecommendationClause", "n * 2 + i")}, 'recorded', 'accepted', ${text} ${subject("n + i")}, 'executive', ${id("Body", CABINET)},
         (date::date + 40)::text, ${id("Meeting", cabinetMeeting("m + 1"))}, ${body}, ${OPEN} FROM ${clauses} WHERE NOT (${isOpen}) ORDER BY n, i`,
    `INSERT INTO "Undertaking" (id, "responseId", text, "ownerId", "dueOn", audience)
       SELECT ${id("Undertaking", "n * 2 + i")}, ${id("Response", "n * 2 + i")}, 'A plan is published.', ${id("Person", `1 + n % ${OFFICERS}`)}, (date::date + 200)::text, 'public'
       FROM ${clauses} WHERE NOT (${isOpen}) ORDER BY n, i`,
    `INSERT INTO "FollowUp" (id, reference, "bodyId", "minuteId", "topicId", text, status, "raisedOn", "dueOn", evidence, audience, keepers)
       SELECT ${id("FollowUp", "n")}, 'F' || n, ${body}, ${id("Minute", "n * 5 + 4")}, ${id("Topic", "n")}, 'To send members the figures for each district.',
         (CASE WHEN y < ${last} THEN 'closed' ELSE 'open' END)::"FollowUpStatus", date, (date::date + 60)::text, 'Sent by e-mail.', ${OPEN} FROM (${decidedBy("true")}) held ORDER BY n`,
    `INSERT INTO "FollowUpOwner" ("followUpId", "personId", audience) SELECT ${id("FollowUp", "n")}, ${id("Person", `1 + n % ${OFFICERS}`)}, 'public' FROM (${decidedBy("true")}) held ORDER BY n`,
    `INSERT INTO "FollowUpNote" (id, "followUpId", "on", text, audience) SELECT ${id("FollowUpNote", "n")}, ${id("FollowUp", "n")}, date, 'Asked for.', 'public' FROM (${decidedBy("true")}) held ORDER BY n`,
  ];
}
