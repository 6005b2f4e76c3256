import {
  committee,
  firstYear,
  id,
  MEETINGS_A_YEAR,
  member,
  OFFICERS,
  OPEN,
  PARAGRAPH,
  type Size,
  subject,
  TODAY,
} from "./sql";

/** Items of an agenda, minutes of a meeting, papers of a meeting, paragraphs of a report. */
const ITEMS = 6;
const MINUTES = 5;
const PAPERS = 4;
const PARAGRAPHS = 6;

/** The months of the meetings, counted from May, and the day of a committee's meeting in its month. */
const MONTHS = "(ARRAY[1, 2, 4, 5, 8, 10])";

/**
 * Every meeting of every committee in the order of time, as a council writes them: so a committee's rows lie far apart. n is the
 * meeting's number, c its committee, y its municipal year counted from the first, k its place in that year, m its month of all.
 */
export function meetingGrid(size: Size): string[] {
  const { committees, years } = size;
  return [
    `CREATE TEMP TABLE grid AS
       SELECT n, c, y, k, y * 12 + ${MONTHS}[k + 1] AS m, date,
         CASE WHEN date <= '${TODAY}' THEN 'held' WHEN y = ${years - 1} AND k = 3 THEN 'published' ELSE 'convened' END AS status
       FROM (SELECT n, n % ${committees} AS c, n / ${committees} / ${MEETINGS_A_YEAR} AS y, n / ${committees} % ${MEETINGS_A_YEAR} AS k,
               to_char(make_date(${firstYear(size)}, 5, 1) + make_interval(months => n / ${committees} / ${MEETINGS_A_YEAR} * 12
                 + ${MONTHS}[n / ${committees} % ${MEETINGS_A_YEAR} + 1], days => 10 + n % ${committees} % 12), 'YYYY-MM-DD') AS date
             FROM generate_series(0, ${committees * years * MEETINGS_A_YEAR - 1}) n) numbered`,
    "ANALYZE grid",
  ];
}

/** Meetings with agendas, papers and reports. */
export function meetings({ committees }: Size): string[] {
  const published = "(date::date - 11)::timestamptz";
  const agendas = "grid CROSS JOIN generate_series(0, $count - 1) i WHERE status <> 'convened'";
  const each = (count: number) => agendas.replace("$count", String(count));
  return [
    `INSERT INTO "Meeting" (id, "bodyId", slug, date, "startTime", place, status, "convenedOn", "publishedAt", quorate, audience, keepers)
       SELECT ${id("Meeting", "n")}, ${id("Body", committee("c"))}, date, date, '10:00', 'Committee Room ' || 1 + c % 3, status::"MeetingStatus",
         (date::date - 60)::text, CASE WHEN status <> 'convened' THEN least(${published}, '${TODAY}'::timestamptz) END,
         CASE WHEN status = 'held' THEN true END, ${OPEN} FROM grid ORDER BY n`,
    `INSERT INTO "MeetingSession" (id, "meetingId", number, date, "startTime", "endTime", audience)
       SELECT ${id("MeetingSession", "n")}, ${id("Meeting", "n")}, 1, date, '10:00', CASE WHEN status = 'held' THEN '12:25' END, 'public' FROM grid ORDER BY n`,
    `INSERT INTO "Publication" (id, "meetingId", number, "publishedAt", snapshot, hash)
       SELECT ${id("Publication", "n")}, ${id("Meeting", "n")}, 1, ${published}, '{"items": []}', md5(n::text) || md5(date) FROM grid WHERE status <> 'convened' ORDER BY n`,
    `INSERT INTO "AgendaItem" (id, "meetingId", position, place, kind, title, purpose, reporting, "openSince", "leadMemberId", "topicId", "minutesOfId", "bodyId", audience, keepers)
       SELECT ${id("AgendaItem", `n * ${ITEMS} + i`)}, ${id("Meeting", "n")}, i + 1, i + 1,
         (ARRAY['apologies', 'code_of_conduct', 'minutes', 'ordinary', 'ordinary', 'work_programme'])[i + 1]::"AgendaItemKind",
         (ARRAY['Apologies for absence', 'Code of Conduct', 'Minutes', ${subject("n")}, ${subject("n + 7")}, 'Work Programme'])[i + 1],
         CASE WHEN i = 2 THEN 'To confirm the minutes of the last meeting.' ELSE '' END, (CASE WHEN i > 2 THEN 'paper' ELSE 'none' END)::"Reporting",
         ${published}, CASE WHEN i = 3 THEN ${id("Person", member("c", 2))} END, CASE WHEN i = 3 THEN ${id("Topic", "n")} END,
         CASE WHEN i = 2 AND n >= ${committees} THEN ${id("Meeting", `n - ${committees}`)} END, ${id("Body", committee("c"))}, ${OPEN}
       FROM ${each(ITEMS)} ORDER BY n, i`,
    // Every tenth meeting has an exempt appendix: listed, with its file kept inside.
    `INSERT INTO "Paper" (id, "bodyId", "meetingId", "agendaItemId", position, kind, title, "byAsPrinted", "reportId", restriction, paragraphs, "publicInterest",
         "openSince", audience, keepers)
       SELECT ${id("Paper", `n * ${PAPERS} + i`)}, ${id("Body", committee("c"))}, ${id("Meeting", "n")}, ${id("AgendaItem", `n * ${ITEMS} + least(i, 2) + 3`)}, i + 1,
         (CASE i WHEN 3 THEN 'appendix' ELSE 'report' END)::"PaperKind", ${subject("n + i")} || CASE i WHEN 3 THEN ': appendix' ELSE '' END,
         'Service Manager ' || 1 + n % ${OFFICERS}, CASE WHEN i = 0 THEN ${id("Report", "n")} END,
         (CASE WHEN i = 3 AND n % 10 = 0 THEN 'exempt' ELSE 'public' END)::"Restriction", CASE WHEN i = 3 AND n % 10 = 0 THEN '{3}'::int[] ELSE '{}' END,
         CASE WHEN i = 3 AND n % 10 = 0 THEN 'It names the bidders.' END, ${published}, ${OPEN}
       FROM ${each(PAPERS)} ORDER BY n, i`,
    `INSERT INTO "PaperFile" (id, "paperId", "fileName", "mediaType", size, sha256, pages, scan, "bodyId", restriction, paragraphs, "withheldFrom", audience, keepers)
       SELECT ${id("PaperFile", `n * ${PAPERS} + i`)}, ${id("Paper", `n * ${PAPERS} + i`)}, 'paper.pdf', 'application/pdf', 48000 + n % 9000, md5(n::text) || md5(i::text), 3 + i, 'clean',
         ${id("Body", committee("c"))}, (CASE WHEN i = 3 AND n % 10 = 0 THEN 'exempt' ELSE 'public' END)::"Restriction",
         CASE WHEN i = 3 AND n % 10 = 0 THEN '{3}'::int[] ELSE '{}' END, '{}', (CASE WHEN i = 3 AND n % 10 = 0 THEN 'inside' ELSE 'public' END)::"Audience", '{}'
       FROM ${each(PAPERS)} ORDER BY n, i`,
    `INSERT INTO "Report" (id, slug, title, status, "bodyId", "meetingId", "topicId", "programmeItemId", "publishedOn", "consideredOn", audience, keepers)
       SELECT ${id("Report", "n")}, 'report-' || n, ${subject("n")} || ' ' || n, (CASE status WHEN 'held' THEN 'considered' ELSE 'published' END)::"ReportStatus",
         ${id("Body", committee("c"))}, ${id("Meeting", "n")}, ${id("Topic", "n")}, ${id("ProgrammeItem", "n * 2")}, (date::date - 11)::text, CASE status WHEN 'held' THEN date END, ${OPEN}
       FROM grid WHERE status <> 'convened' ORDER BY n`,
    `INSERT INTO "ReportAuthor" ("reportId", "personId", "titleAsPrinted", signs, audience)
       SELECT ${id("Report", "n")}, ${id("Person", `1 + n % ${OFFICERS}`)}, 'Service Manager', true, 'public' FROM grid WHERE status <> 'convened' ORDER BY n`,
    `INSERT INTO "ReportText" ("reportId", "frontSheet", "bodyId", paragraphs, "withheldFrom", audience, keepers)
       SELECT ${id("Report", "n")}, jsonb_build_object('executiveSummary', ${PARAGRAPH}, 'recommendation', 'That the report be noted.'), ${id("Body", committee("c"))}, '{}', '{}', ${OPEN}
       FROM grid WHERE status <> 'convened' ORDER BY n`,
    `INSERT INTO "ReportParagraph" (id, "reportId", position, anchor, number, heading, markdown, audience)
       SELECT ${id("ReportParagraph", `n * ${PARAGRAPHS} + i`)}, ${id("Report", "n")}, i + 1, 'p-1-' || i + 1, '1.' || i + 1, CASE i WHEN 0 THEN 'Background' END, ${PARAGRAPH}, 'public'
       FROM ${each(PARAGRAPHS)} ORDER BY n, i`,
    `INSERT INTO "MeetingEntry" (id, "meetingId", "agendaItemId", kind, at, text)
       SELECT ${id("MeetingEntry", "n")}, ${id("Meeting", "n")}, ${id("AgendaItem", `n * ${ITEMS} + 3`)}, 'supplement', ${published} + interval '2 days', 'Appendix 2 was added.'
       FROM grid WHERE status <> 'convened' AND n % 2 = 0 ORDER BY n`,
  ];
}

/** The minutes of what was held: confirmed at the next meeting, those of the last one published as a draft. */
export function minutes({ committees }: Size): string[] {
  const held = "grid CROSS JOIN generate_series(0, $count - 1) i WHERE status = 'held'";
  const each = (count: number) => held.replace("$count", String(count));
  const body = id("Body", committee("c"));
  return [
    `INSERT INTO "Minutes" (id, "meetingId", status, "confirmedAtId", "bodyId", audience, keepers)
       SELECT ${id("Minutes", "meeting.n")}, ${id("Meeting", "meeting.n")}, (CASE WHEN next.status = 'held' THEN 'confirmed' ELSE 'published_draft' END)::"MinutesStatus",
         CASE WHEN next.status = 'held' THEN ${id("Meeting", "next.n")} END, ${id("Body", committee("meeting.c"))}, ${OPEN}
       FROM grid meeting JOIN grid next ON next.n = meeting.n + ${committees} WHERE meeting.status = 'held' ORDER BY meeting.n`,
    `INSERT INTO "Minute" (id, "minutesId", "agendaItemId", "topicId", position, number, headings, "bodyId", audience, keepers)
       SELECT ${id("Minute", `n * ${MINUTES} + i`)}, ${id("Minutes", "n")}, ${id("AgendaItem", `n * ${ITEMS} + i`)}, CASE i WHEN 3 THEN ${id("Topic", "n")} END, i + 1,
         k * ${MINUTES} + i + 1, ARRAY[(ARRAY['Apologies for absence', 'Code of Conduct', 'Minutes', ${subject("n")}, ${subject("n + 7")}])[i + 1]], ${body}, ${OPEN}
       FROM ${each(MINUTES)} ORDER BY n, i`,
    `INSERT INTO "MinuteText" ("minuteId", markdown, "bodyId", paragraphs, "withheldFrom", audience, keepers)
       SELECT ${id("Minute", `n * ${MINUTES} + i`)}, ${PARAGRAPH}, ${body}, '{}', '{}', ${OPEN} FROM ${each(MINUTES)} ORDER BY n, i`,
    `INSERT INTO "Decision" (id, "minuteId", kind, verb, text, "bodyId", paragraphs, "withheldFrom", audience, keepers)
       SELECT ${id("Decision", `n * 2 + i`)}, ${id("Minute", `n * ${MINUTES} + 3 + i`)}, (CASE i WHEN 0 THEN 'recommendation' ELSE 'noted' END)::"DecisionKind",
         CASE i WHEN 0 THEN 'Recommended' ELSE 'Noted' END, CASE i WHEN 0 THEN 'That the Cabinet be asked to agree the two clauses below.' ELSE '' END, ${body}, '{}', '{}', ${OPEN}
       FROM ${each(2)} ORDER BY n, i`,
    `INSERT INTO "Attendance" (id, "meetingId", "personId", kind, position, audience)
       SELECT ${id("Attendance", "n * 10 + i")}, ${id("Meeting", "n")},
         CASE WHEN i < 8 THEN ${id("Person", member("c", "i"))} ELSE ${id("Person", `1 + (n + i) % ${OFFICERS}`)} END,
         (CASE WHEN i < 7 THEN 'present' WHEN i = 7 THEN 'apologies' ELSE 'officer' END)::"AttendanceKind", i + 1, 'public'
       FROM ${each(10)} ORDER BY n, i`,
    `INSERT INTO "Declaration" (id, "meetingId", "agendaItemId", "minuteId", "personId", kind, effect, "publicText", audience)
       SELECT ${id("Declaration", "n")}, ${id("Meeting", "n")}, ${id("AgendaItem", `n * ${ITEMS} + 3`)}, ${id("Minute", `n * ${MINUTES} + 1`)}, ${id("Person", member("c", 4))},
         'general', 'none', 'A member of the friends of the library.', 'public' FROM grid WHERE status = 'held' AND n % 3 = 0 ORDER BY n`,
  ];
}
